import type { Reading } from "../model/reading.ts";
import { count } from "./details.ts";

/** The head of a report in any view: its title, what is known of it, and what was read in it. */
export interface Heading {
  readonly title: string;
  readonly known: readonly string[];
  /** How many statements were found, or why there are none. */
  readonly state: string;
}

/** Title, else the report's id; then outlet, author, publication date and file; and what was read. */
export function heading(reading: Reading): Heading {
  const { report, unread, statements } = reading;
  const state = unread
    ? `kept, not read: ${unread.why}`
    : statements.length === 0
      ? "no statements found"
      : count(statements.length, "statement");
  const published = report.published ? `published ${report.published.edtf}` : null;
  const id = report.title ? reading.id : null;
  return {
    title: report.title ?? reading.id,
    known: [report.outlet, report.byline, published, id].filter((part) => part !== null),
    state,
  };
}
