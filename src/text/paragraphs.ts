import type { Span } from "../model/span.ts";
import { classOf, SPACE } from "./characters.ts";

interface Line extends Span {
  /** Blank lines before this one. */
  readonly blanks: number;
  /** Spaces before its first character. */
  readonly indent: number;
}

const isBreak = (c: number) =>
  c === 10 || c === 13 || c === 11 || c === 12 || c === 0x85 || c === 0x2028 || c === 0x2029;

/** Non-blank lines with their first and last non-space character. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = -1;
  let end = 0;
  let blanks = 0;
  let begun = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 10;
    if (isBreak(c)) {
      if (c === 13 && text.charCodeAt(i + 1) === 10) continue;
      if (start >= 0) {
        lines.push({ start, end, blanks, indent: start - begun });
        blanks = 0;
        if (c === 12 || c === 0x2029) blanks = 1;
      } else blanks++;
      start = -1;
      begun = i + 1;
    } else if (classOf(c) !== SPACE) {
      if (start < 0) start = i;
      end = i + 1;
    }
  }
  return lines;
}

const LONGEST_WRAP = 100;
const SHORTEST_WRAP = 30;
/** A line set in by this much more than the one before opens a paragraph. */
const INDENT = 2;
const setIn = (before: Line, line: Line) => line.indent >= before.indent + INDENT;
const LIST_MARK = /(?:[-*•·–—▪◦‣]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t\u00a0]+\S/y;

/** Does a bullet, number or letter open a list item here? A dash may open a line of dialogue too: it counts. */
export const isListItem = (text: string, at: number): boolean => {
  LIST_MARK.lastIndex = at;
  return LIST_MARK.test(text);
};

function firstWordLength(text: string, line: Line): number {
  let i = line.start;
  while (i < line.end && classOf(text.charCodeAt(i)) !== SPACE) i++;
  return i - line.start;
}

const endsSentence = (text: string, line: Line) =>
  /[.!?:;…]["'”’»)\]]*$/.test(text.slice(Math.max(line.start, line.end - 6), line.end));
const startsLower = (text: string, line: Line) => /^["'“‘(]?\p{Ll}/u.test(text.slice(line.start, line.start + 3));

/** The column at which the text was wrapped by hand or machine, or 0 when each line is a paragraph. */
function wrapColumn(text: string, lines: readonly Line[]): number {
  let width = 0;
  const soft: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    width = Math.max(width, lines[i]!.end - lines[i]!.start);
    if (i > 0 && lines[i]!.blanks === 0 && !setIn(lines[i - 1]!, lines[i]!)) soft.push(i);
  }
  if (soft.length === 0) return 0;
  if (width > LONGEST_WRAP) {
    const lengths = soft.map((i) => lines[i - 1]!.end - lines[i - 1]!.start).sort((a, b) => a - b);
    width = lengths[Math.floor(0.9 * (lengths.length - 1))]!;
    if (width > LONGEST_WRAP) return 0;
  }
  if (width < SHORTEST_WRAP) return 0;
  let open = 0;
  let fullAndOpen = 0;
  let lower = 0;
  for (const i of soft) {
    const before = lines[i - 1]!;
    if (startsLower(text, lines[i]!)) lower++;
    if (endsSentence(text, before)) continue;
    open++;
    if (before.end - before.start + 1 + firstWordLength(text, lines[i]!) > 0.85 * width) fullAndOpen++;
  }
  // Lines that break off in the middle of a sentence are full, or nobody wrapped them.
  const n = soft.length;
  return open >= 0.3 * n && fullAndOpen >= 0.75 * open && lower >= 0.15 * n ? width : 0;
}

/**
 * Cuts a text into paragraphs: at blank lines, and at single line breaks unless the whole text looks wrapped at a column.
 * A paragraph begins and ends with a character that is not a space; none is empty.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const column = wrapColumn(text, lines);
  const paragraphs: { start: number; end: number }[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const before = lines[i - 1];
    const last = paragraphs[paragraphs.length - 1];
    const joins =
      before !== undefined &&
      line.blanks === 0 &&
      !isListItem(text, line.start) &&
      column > 0 &&
      !setIn(before, line) &&
      (before.end - before.start + 1 + firstWordLength(text, line) > 0.8 * column ||
        (!endsSentence(text, before) && startsLower(text, line)));
    if (joins && last) last.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  }
  return paragraphs;
}
