import type { Columns } from "./columns.ts";

/** Where each token stands towards the words that often are cues: by the parse and by distance. */
export interface Context {
  /** Nearest proper ancestor that often is a cue, or -1, and the relation by which the token's branch hangs on it. */
  readonly governor: Int32Array;
  readonly branch: Uint8Array;
  /** Nearest word that often is a cue before and behind, in the same sentence, or -1. */
  readonly before: Int32Array;
  readonly behind: Int32Array;
  /** Distance in tokens (capped at 255) to the last and to the next quotation mark in the paragraph; 255: none. */
  readonly sinceMark: Uint8Array;
  readonly untilMark: Uint8Array;
}

const OFTEN = 4; // a cue rate of 20 % or more
const CLIMB = 12;

/** Needs `rate` filled. Linear: each climb up the tree is capped. */
export function contextOf(c: Columns): Context {
  const { heads, deprels, sentences, length } = c.analysis;
  const governor = new Int32Array(length).fill(-1);
  const branch = new Uint8Array(length);
  const before = new Int32Array(length).fill(-1);
  const behind = new Int32Array(length).fill(-1);
  const often = (i: number) => c.rate[i]! >> 2 >= OFTEN;
  for (let i = 0; i < length; i++) {
    let at = i;
    for (let k = 0; k < CLIMB; k++) {
      const h = heads[at]!;
      if (h < 0) break;
      if (often(h)) {
        governor[i] = h;
        branch[i] = deprels[at]!;
        break;
      }
      at = h;
    }
  }
  for (const s of sentences) {
    let last = -1;
    for (let i = s.first; i < s.last; i++) {
      before[i] = last;
      if (often(i)) last = i;
    }
    last = -1;
    for (let i = s.last - 1; i >= s.first; i--) {
      behind[i] = last;
      if (often(i)) last = i;
    }
  }
  const sinceMark = new Uint8Array(length).fill(255);
  const untilMark = new Uint8Array(length).fill(255);
  let mark = -1;
  for (let i = 0; i < length; i++) {
    if (mark >= 0 && c.paragraphOf[mark] === c.paragraphOf[i]) sinceMark[i] = Math.min(254, i - mark);
    if (c.quote[i]! >= 2) mark = i;
  }
  mark = -1;
  for (let i = length - 1; i >= 0; i--) {
    if (mark >= 0 && c.paragraphOf[mark] === c.paragraphOf[i]) untilMark[i] = Math.min(254, mark - i);
    if (c.quote[i]! >= 2) mark = i;
  }
  return { governor, branch, before, behind, sinceMark, untilMark };
}

/** Distances in a handful of classes, signed. */
export function distance(d: number): number {
  const a = d < 0 ? -d : d;
  const k = a <= 4 ? a : a <= 6 ? 5 : a <= 10 ? 6 : a <= 16 ? 7 : a <= 30 ? 8 : 9;
  return d < 0 ? -k : k;
}
