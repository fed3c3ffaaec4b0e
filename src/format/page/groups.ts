import type { Span } from "../../model/span.ts";
import type { Row } from "../row.ts";

/** Paragraphs that share statements, and the number of each statement within the group, by its index, from 1. */
export interface Group {
  readonly paragraphs: readonly Span[];
  readonly slots: ReadonlyMap<number, number>;
}

/**
 * Gathers neighbouring paragraphs over which a statement runs on. What lights up on the page does so within a group,
 * so that the number of rules, and the work of the browser, do not grow with the report.
 */
export function groups(paragraphs: readonly Span[], rows: readonly Row[]): Group[] {
  const extents = rows
    .map(({ start, statement: { source, cue, content } }, row) => {
      const end = [...source, ...cue, ...content].reduce((most, span) => Math.max(most, span.end), 0);
      return { row, start, end };
    })
    .sort((a, b) => a.start - b.start);
  const found: Group[] = [];
  let next = 0;
  for (let i = 0; i < paragraphs.length; ) {
    const members: Span[] = [];
    const slots = new Map<number, number>();
    let until = 0;
    do {
      const paragraph = paragraphs[i++]!;
      members.push(paragraph);
      for (; next < extents.length && extents[next]!.start < paragraph.end; next++) {
        slots.set(extents[next]!.row, slots.size + 1);
        until = Math.max(until, extents[next]!.end);
      }
    } while (i < paragraphs.length && paragraphs[i]!.start < until);
    found.push({ paragraphs: members, slots });
  }
  return found;
}
