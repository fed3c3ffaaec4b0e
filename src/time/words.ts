import { LEXICON, type Lexeme } from "../language/en/time-words.ts";

export const LETTERS = 0;
export const DIGITS = 1;
export const MARK = 2;

/**
 * The words of a text as the time engine sees them: runs of letters, runs of digits, single marks.
 * Finer than the base layer's tokens ("third-quarter" is three, "5pm" two), so that it can run without them.
 */
export interface Words {
  readonly text: string;
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly kinds: Uint8Array;
  /** 1 where a line break stands before the word, 2 where a blank line does. */
  readonly breaks: Uint8Array;
  /** Lower case for letters; the characters themselves for digits and marks; "" past any use (over 20 letters). */
  readonly lower: readonly string[];
  readonly lexemes: readonly (Lexeme | undefined)[];
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || c >= 0x2c00;
const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || (c >= 0x2000 && c <= 0x200b);

/** Splits a text into words. Linear. */
export function splitWords(text: string): Words {
  const room = text.length;
  let starts = new Int32Array(Math.max(64, room >> 2));
  let ends = new Int32Array(starts.length);
  let kinds = new Uint8Array(starts.length);
  let breaks = new Uint8Array(starts.length);
  const lower: string[] = [];
  const lexemes: (Lexeme | undefined)[] = [];
  let n = 0;
  let lines = 0;
  for (let i = 0; i < room; ) {
    const c = text.charCodeAt(i);
    if (isSpace(c)) {
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) lines++;
      i++;
      continue;
    }
    if (n === starts.length) {
      const more = n * 2;
      const grow = (from: Int32Array): Int32Array<ArrayBuffer> => {
        const to = new Int32Array(more);
        to.set(from);
        return to;
      };
      starts = grow(starts);
      ends = grow(ends);
      const k = new Uint8Array(more);
      k.set(kinds);
      kinds = k;
      const b = new Uint8Array(more);
      b.set(breaks);
      breaks = b;
    }
    const from = i;
    let kind = MARK;
    if (isLetter(c)) {
      kind = LETTERS;
      do i++;
      while (i < room && isLetter(text.charCodeAt(i)));
    } else if (isDigit(c)) {
      kind = DIGITS;
      do i++;
      while (i < room && isDigit(text.charCodeAt(i)));
    } else i++;
    starts[n] = from;
    ends[n] = i;
    kinds[n] = kind;
    breaks[n] = lines > 1 ? 2 : lines;
    lines = 0;
    n++;
    if (i - from > 20) lower.push("");
    else {
      const slice = text.slice(from, i);
      lower.push(kind === LETTERS ? slice.toLowerCase() : kind === MARK ? plain(slice) : slice);
    }
    lexemes.push(kind === LETTERS ? LEXICON.get(lower[n - 1]!) : undefined);
  }
  return { text, length: n, starts, ends, kinds, breaks, lower, lexemes };
}

const plain = (mark: string): string =>
  mark === "’" || mark === "‘" || mark === "`" ? "'" : mark === "–" || mark === "—" || mark === "−" ? "–" : mark;

/** The word at `i`, or "" past the end. */
export function word(w: Words, i: number): string {
  return i >= 0 && i < w.length ? w.lower[i]! : "";
}

/** True when nothing stands between word `i - 1` and word `i`. */
export function joined(w: Words, i: number): boolean {
  return i > 0 && i < w.length && w.ends[i - 1] === w.starts[i];
}

/** True when the word starts with a capital letter. */
export function capital(w: Words, i: number): boolean {
  if (i < 0 || i >= w.length || w.kinds[i] !== LETTERS) return false;
  const c = w.text.charCodeAt(w.starts[i]!);
  return (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde) || (c >= 0x410 && c <= 0x42f);
}
