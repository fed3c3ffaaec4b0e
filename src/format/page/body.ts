import type { Span } from "../../model/span.ts";
import type { Row } from "../row.ts";
import { escapeHtml } from "./escape.ts";
import { type Group, groups } from "./groups.ts";
import { anchor, note } from "./note.ts";
import { paragraphs } from "./paragraphs.ts";
import { type Segment, segments } from "./segments.ts";

/** The paragraphs of a report, each with the notes of the statements that begin in it, and the most slots of any group. */
export function body(text: string, rows: readonly Row[], report: number): { html: string; slots: number } {
  const cut = segments(text.length, rows);
  const noted = new Set<number>();
  let next = 0;
  let slots = 0;
  const row = (paragraph: Span, group: Group): string => {
    while (next < cut.length && cut[next]!.end <= paragraph.start) next++;
    let words = "";
    const notes: string[] = [];
    for (let i = next; i < cut.length && cut[i]!.start < paragraph.end; i++) {
      for (const { row } of cut[i]!.covers) {
        if (noted.has(row)) continue;
        noted.add(row);
        const slot = group.slots.get(row) ?? 0;
        words += numeral(report, row + 1, slot);
        notes.push(note(rows[row]!, report, row + 1, slot));
      }
      words += drawn(text, cut[i]!, paragraph, rows, group);
    }
    const list = notes.length > 0 ? `<ol class="notes">${notes.join("")}</ol>` : "";
    return `<section class="row"><p class="words" dir="auto">${words}</p>${list}</section>\n`;
  };
  const html = groups(paragraphs(text), rows).map((group) => {
    slots = Math.max(slots, group.slots.size);
    return `<div class="group">${group.paragraphs.map((paragraph) => row(paragraph, group)).join("")}</div>`;
  });
  return { html: html.join(""), slots };
}

/** The small number in front of a statement, which leads to its note. */
function numeral(report: number, n: number, slot: number): string {
  const id = anchor(report, n);
  return `<a class="n s${slot} i${slot}" id="t${id}" href="#${id}" aria-label="Statement ${n}">${n}</a>`;
}

/** The part of a segment that lies in a paragraph, with the slots of all statements that cover it. */
function drawn(text: string, segment: Segment, within: Span, rows: readonly Row[], { slots }: Group): string {
  const { start, end, covers } = segment;
  const words = escapeHtml(text.slice(Math.max(start, within.start), Math.min(end, within.end)));
  const inner = covers.at(-1);
  if (!inner) return words;
  const depth = Math.min(3, covers.filter(({ role }) => role === "content").length);
  const low = inner.role === "content" && rows[inner.row]!.statement.confidence.statement < 0.5;
  const marks = [depth > 0 ? `c${depth}` : "", low ? "low" : "", inner.role === "content" ? "" : inner.role];
  const statements = new Set(covers.map(({ row }) => `s${slots.get(row) ?? 0}`));
  const classes = ["g", ...marks.filter(Boolean), ...statements, `i${slots.get(inner.row) ?? 0}`];
  return `<span class="${classes.join(" ")}">${words}</span>`;
}
