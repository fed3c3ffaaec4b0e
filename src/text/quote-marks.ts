import { classOf, DIGIT, LETTER, MARK, SPACE } from "./characters.ts";

/** Families of marks: a quotation is closed by a mark of its own family. */
export type Family = "double" | "curly" | "single" | "guillemet" | "angle" | "ticks";
type Side = "open" | "close" | "either";

const MARKS: ReadonlyMap<string, readonly [Family, Side]> = new Map([
  ['"', ["double", "either"]],
  ["＂", ["double", "either"]],
  ["“", ["curly", "open"]],
  ["‟", ["curly", "open"]],
  ["„", ["curly", "open"]],
  ["”", ["curly", "close"]],
  ["'", ["single", "either"]],
  ["‘", ["single", "open"]],
  ["‚", ["single", "open"]],
  ["‛", ["single", "open"]],
  ["’", ["single", "close"]],
  ["«", ["guillemet", "open"]],
  ["»", ["guillemet", "close"]],
  ["‹", ["angle", "open"]],
  ["›", ["angle", "close"]],
  ["``", ["ticks", "open"]],
  ["''", ["ticks", "close"]],
]);

/** The mark's family and its usual side, or undefined for any other token. */
export const quoteMark = (token: string): readonly [Family, Side] | undefined => MARKS.get(token);

/** A quotation that has been opened and not yet closed. */
export interface Open {
  readonly index: number;
  readonly family: Family;
  /** The mark that opened it. */
  readonly mark: string;
}

/** Position on the stack of the quotation that a closing mark would end, or -1. */
export function openFor(stack: readonly Open[], family: Family, mark: string): number {
  for (let i = stack.length - 1; i >= 0; i--) {
    const open = stack[i]!;
    if (open.family === family) return i;
    if (mark === "''" && open.family === "double") return i;
    if (mark === "”" && (open.family === "double" || open.family === "ticks")) return i;
    if (mark === '"' && (open.family === "curly" || open.family === "ticks")) return i;
  }
  return -1;
}

const blank = (text: string, i: number) => {
  if (i < 0 || i >= text.length) return true;
  const k = classOf(text.charCodeAt(i));
  return k === SPACE || (k === MARK && /\p{Cf}/u.test(text[i]!));
};

const wordy = (text: string, i: number) => {
  if (i < 0 || i >= text.length) return false;
  const k = classOf(text.charCodeAt(i));
  return k === LETTER || k === DIGIT;
};

const opener = (text: string, i: number) => blank(text, i) || /[([{—–\-/“‘«„"'`>]/.test(text[i]!);

/** Could the apostrophe at [start, end) close a single quotation? */
export const mayCloseSingle = (text: string, start: number, end: number): boolean =>
  !blank(text, start - 1) && !wordy(text, end);

/** "the workers’ union": after an s, before a word. */
const possessive = (text: string, start: number, end: number) =>
  /[sxz]/i.test(text[start - 1] ?? "") && /^\s\p{L}/u.test(text.slice(end, end + 2));

/**
 * Does the mark at [start, end) open a quotation here, close one, or neither?
 * `closers` counts the later apostrophes of the paragraph that could close a single quotation.
 */
export function sideOf(
  text: string,
  start: number,
  end: number,
  stack: readonly Open[],
  closers: number,
): "open" | "close" | null {
  const mark = text.slice(start, end);
  const [family, side] = MARKS.get(mark)!;
  const isOpen = openFor(stack, family, mark) >= 0;
  const top = stack[stack.length - 1];
  const opening = opener(text, start - 1) && !blank(text, end);
  const closing = !blank(text, start - 1) && !wordy(text, end);
  switch (family) {
    case "double":
      if (!isOpen && closing && !opening) return null;
      if (opening !== closing) return opening ? "open" : "close";
      return isOpen ? "close" : blank(text, end) ? null : "open";
    case "curly":
      if (side === "close") return isOpen ? "close" : opening ? "open" : null;
      return top?.family === "curly" && closing && !opening ? "close" : "open";
    case "guillemet":
    case "angle":
      if (top?.family === family && top.mark !== mark && closing) return "close";
      if (side === "close") return isOpen ? "close" : opening ? "open" : null;
      return "open";
    case "ticks":
      if (side === "open") return "open";
      return isOpen ? "close" : opening && blank(text, start - 1) ? "open" : null;
    case "single":
      if (top?.mark === "‚" && mark === "‘") return "close";
      if (isOpen && closing && mark !== "‘") return possessive(text, start, end) && closers > 0 ? null : "close";
      if (side === "close" || closers === 0 || !opening) return null;
      return "open";
  }
}
