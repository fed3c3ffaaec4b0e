import type { Quotation } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { classOf, DIGIT, LETTER, SPACE } from "./characters.ts";

const DEEPEST = 6;

/** Families of marks: a quotation is closed by a mark of its own family. */
const DOUBLE = 1;
const CURLY = 2;
const SINGLE = 3;
const GUILLEMET = 4;
const ANGLE = 5;
const TICKS = 6;

const OPEN = 1;
const CLOSE = 2;
const EITHER = 3;

interface Mark {
  readonly family: number;
  readonly side: number;
}

const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['"', { family: DOUBLE, side: EITHER }],
  ["＂", { family: DOUBLE, side: EITHER }],
  ["“", { family: CURLY, side: OPEN }],
  ["‟", { family: CURLY, side: OPEN }],
  ["„", { family: CURLY, side: OPEN }],
  ["”", { family: CURLY, side: CLOSE }],
  ["'", { family: SINGLE, side: EITHER }],
  ["‘", { family: SINGLE, side: OPEN }],
  ["‚", { family: SINGLE, side: OPEN }],
  ["‛", { family: SINGLE, side: OPEN }],
  ["’", { family: SINGLE, side: CLOSE }],
  ["«", { family: GUILLEMET, side: OPEN }],
  ["»", { family: GUILLEMET, side: CLOSE }],
  ["‹", { family: ANGLE, side: OPEN }],
  ["›", { family: ANGLE, side: CLOSE }],
  ["``", { family: TICKS, side: OPEN }],
  ["''", { family: TICKS, side: CLOSE }],
]);

interface Open {
  readonly index: number;
  readonly family: number;
  /** The mark that opened it. */
  readonly mark: string;
}

export interface Quotations {
  readonly quotations: readonly Quotation[];
  readonly quoteDepth: Uint8Array;
  readonly quoteOf: Int32Array;
}

/** Finds quotations in every style, paragraph by paragraph. `firstToken[p]` is the first token of paragraph p, with one more entry at the end. */
export function quotationsOf(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  paragraphs: readonly Span[],
  firstToken: Int32Array,
): Quotations {
  const found: { start: number; end: number; level: number; closed: boolean; continues: number; scare: boolean }[] = [];
  const quoteDepth = new Uint8Array(starts.length);
  const quoteOf = new Int32Array(starts.length).fill(-1);
  let carried: Open[] = [];
  for (let p = 0; p < paragraphs.length; p++) {
    const first = firstToken[p]!;
    const last = firstToken[p + 1]!;
    const stack: Open[] = [];
    const closers = closersAfter(text, starts, ends, first, last);
    for (let i = first; i < last; i++) {
      const start = starts[i]!;
      const end = ends[i]!;
      const mark = end - start <= 2 ? MARKS.get(text.slice(start, end)) : undefined;
      let closesHere = -1;
      if (mark) {
        const side = sideOf(text, start, end, mark, stack, closers[i - first]!);
        if (side === OPEN && stack.length < DEEPEST) {
          const index = found.length;
          const from = i === first ? carried.find((c) => c.family === mark.family) : undefined;
          found.push({
            start,
            end: paragraphs[p]!.end,
            level: stack.length,
            closed: false,
            continues: from ? from.index : -1,
            scare: false,
          });
          stack.push({ index, family: mark.family, mark: text.slice(start, end) });
        } else if (side === CLOSE) {
          closesHere = lastOf(stack, mark.family, text.slice(start, end));
        }
      }
      const inner = stack[closesHere >= 0 ? closesHere : stack.length - 1];
      quoteDepth[i] = closesHere >= 0 ? closesHere + 1 : stack.length;
      quoteOf[i] = inner ? inner.index : -1;
      if (closesHere >= 0) {
        while (stack.length > closesHere) {
          const open = stack.pop()!;
          found[open.index]!.end = end;
          found[open.index]!.closed = stack.length === closesHere;
        }
      }
    }
    carried = stack;
  }
  return { quotations: found, quoteDepth, quoteOf };
}

/** How many later marks of the paragraph could close a single quotation. */
function closersAfter(text: string, starts: Int32Array, ends: Int32Array, first: number, last: number): Int32Array {
  const after = new Int32Array(last - first);
  let count = 0;
  for (let i = last - 1; i >= first; i--) {
    after[i - first] = count;
    if (ends[i]! - starts[i]! !== 1) continue;
    const c = text.charCodeAt(starts[i]!);
    if (c !== 39 && c !== 0x2019) continue;
    if (!spaceAt(text, starts[i]! - 1) && !wordAt(text, ends[i]!)) count++;
  }
  return after;
}

const spaceAt = (text: string, i: number) => i < 0 || i >= text.length || classOf(text.charCodeAt(i)) === SPACE;
const wordAt = (text: string, i: number) => {
  if (i < 0 || i >= text.length) return false;
  const k = classOf(text.charCodeAt(i));
  return k === LETTER || k === DIGIT;
};
const opensAt = (text: string, i: number) => i < 0 || i >= text.length || /[\s([{—–\-/“‘«„"'`]/.test(text[i]!);

/** Position on the stack of the quotation that a closing mark ends, or -1. */
function lastOf(stack: readonly Open[], family: number, mark: string): number {
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i]!;
    if (open.family === family) return i;
    if (mark === "''" && open.family === DOUBLE) return i;
    if (mark === "”" && (open.family === DOUBLE || open.family === TICKS)) return i;
    if (mark === '"' && (open.family === CURLY || open.family === TICKS)) return i;
    if (mark === "’" && open.mark === "`") return i;
  }
  return -1;
}

/** Does the mark open or close here, or neither (0)? */
function sideOf(text: string, start: number, end: number, mark: Mark, stack: readonly Open[], closers: number): number {
  const raw = text.slice(start, end);
  const isOpen = lastOf(stack, mark.family, raw) >= 0;
  const opening = opensAt(text, start - 1) && !spaceAt(text, end);
  const closing = !spaceAt(text, start - 1) && !wordAt(text, end);
  if (raw === "“" || raw === "‘") {
    const top = stack[stack.length - 1];
    if (top && (top.mark === "„" || top.mark === "‚") && closing) return CLOSE;
    if (raw === "‘" && /^\d{2}s?\b/.test(text.slice(end, end + 4))) return 0;
    return OPEN;
  }
  if (mark.family === GUILLEMET || mark.family === ANGLE) {
    const top = stack[stack.length - 1];
    if (mark.side === CLOSE) return isOpen ? CLOSE : opening ? OPEN : 0;
    return top && top.family === mark.family && top.mark !== raw && closing ? CLOSE : OPEN;
  }
  if (mark.side === OPEN) return OPEN;
  if (mark.family === TICKS) return isOpen || lastOf(stack, DOUBLE, raw) >= 0 ? CLOSE : 0;
  if (mark.family === CURLY) return isOpen ? CLOSE : opening ? OPEN : 0;
  if (mark.family === DOUBLE) {
    if (!isOpen && closing && /\d/.test(text[start - 1] ?? "")) return 0;
    if (opening && !closing) return OPEN;
    if (closing && !opening) return isOpen ? CLOSE : 0;
    return isOpen ? CLOSE : OPEN;
  }
  if (isOpen && closing) return possessive(text, start, end) && closers > 0 ? 0 : CLOSE;
  if (opening && mark.side !== CLOSE && closers > 0) return OPEN;
  return 0;
}

/** "the workers’ union": after an s, before a word. */
const possessive = (text: string, start: number, end: number) =>
  /[sxz]/i.test(text[start - 1] ?? "") && /^\s\p{L}/u.test(text.slice(end, end + 2));
