import type { Reading } from "../model/reading.ts";
import { type OutletSentence, withOutletVoice } from "./outlet.ts";
import { type Row, rows } from "./row.ts";
import type { Writer } from "./writer.ts";

const list = (items: readonly string[]) => items.join("; ");
const number = (value: number | null) => (value === null ? "" : String(value));

/** The columns of the sheet, in order: heading and how a cell is filled. */
const COLUMNS: readonly [heading: string, cell: (row: Row, reading: Reading) => string][] = [
  ["report", (_, r) => r.id],
  ["statement", (row) => row.statement.id],
  ["line", (row) => String(row.place.line)],
  ["column", (row) => String(row.place.column)],
  ["said_by", (row) => row.who],
  ["cue", (row) => row.cue],
  ["exact_words", (row) => row.what],
  ["mode", (row) => row.statement.mode],
  ["speakers", (row) => list(row.speakers)],
  ["act", (row) => row.statement.act ?? ""],
  ["negated", (row) => (row.statement.negated === null ? "" : row.statement.negated ? "yes" : "no")],
  ["hedges", (row) => list(row.hedges)],
  ["said_to", (row) => list(row.addressees)],
  ["about", (row) => list(row.targets)],
  ["asked_of", (row) => list(row.performers)],
  ["channel", (row) => row.statement.channel?.text ?? ""],
  ["statement_date", (row) => row.statement.said?.edtf ?? ""],
  ["statement_date_why", (row) => row.statement.saidWhy],
  ["event_dates", (row) => list(row.about)],
  ["within", (row) => row.statement.within ?? ""],
  ["confidence", (row) => number(row.statement.confidence.statement)],
  ["outlet", (_, r) => r.report.outlet ?? ""],
  ["title", (_, r) => r.report.title ?? ""],
  ["published", (_, r) => r.report.published?.edtf ?? ""],
  ["address", (_, r) => r.report.url ?? ""],
  ["start", (row) => String(row.start)],
  ["unread", () => ""],
];

/** The headings of the sheet, in order. */
export const CSV_COLUMNS = COLUMNS.map(([heading]) => heading);

/**
 * One cell, quoted where RFC 4180 wants it. A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front (OWASP, "CSV Injection"); white space does not hide one.
 */
export function cell(value: string): string {
  const safe = /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  const whole = safe.replaceAll("\0", "\u2400").replace(/\p{Cs}/gu, "\ufffd");
  return /[",\r\n;\t]|^\s|\s$/.test(whole) ? `"${whole.replaceAll('"', '""')}"` : whole;
}

const line = (cells: readonly string[]) => `${cells.map(cell).join(",")}\r\n`;

/**
 * A sheet, one row a statement; a report that was kept unread has one row that says so. RFC 4180 with a byte-order
 * mark, without which Excel takes UTF-8 for the local code page.
 */
export function csvWriter(unattributed = false): Writer {
  return {
    head: () => `\ufeff${line(CSV_COLUMNS)}`,
    reading(reading) {
      const { report, unread } = reading;
      const partly = (known: Record<string, string>) => {
        const all: Record<string, string> = {
          report: reading.id,
          outlet: report.outlet ?? "",
          title: report.title ?? "",
          published: report.published?.edtf ?? "",
          address: report.url ?? "",
          ...known,
        };
        return line(CSV_COLUMNS.map((heading) => all[heading] ?? ""));
      };
      if (unread) return partly({ unread: unread.why });
      const own = ({ span, place }: OutletSentence) =>
        partly({
          line: String(place.line),
          column: String(place.column),
          exact_words: span.text,
          mode: "outlet",
          start: String(span.start),
        });
      const full = (row: Row) => line(COLUMNS.map(([, fill]) => fill(row, reading)));
      const all = rows(reading);
      return unattributed
        ? withOutletVoice(reading, all)
            .map(({ row, outlet }) => (row ? full(row) : own(outlet!)))
            .join("")
        : all.map(full).join("");
    },
    tail: () => "",
  };
}
