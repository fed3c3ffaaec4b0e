import type { Columns } from "../../src/attribution/columns.ts";
import type { Draft, Range } from "../../src/attribution/link.ts";
import type { TokenGold } from "./dataset.ts";

const wordsOf = (c: Columns, ranges: readonly Range[]): Set<number> => {
  const set = new Set<number>();
  for (const [a, b] of ranges) for (let i = a; i < b; i++) if (c.shape[i]! <= 5) set.add(i);
  return set;
};
const overlap = (a: Set<number>, b: Set<number>): number => {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
};
const iou = (a: Set<number>, b: Set<number>): number => {
  const both = overlap(a, b);
  return a.size + b.size ? both / (a.size + b.size - both) : 1;
};

/** Which drafts are right: cues overlap, source and content overlap by half, one to one, best content first. */
export function rightDrafts(c: Columns, gold: readonly TokenGold[], drafts: readonly Draft[]): Uint8Array {
  const right = new Uint8Array(drafts.length);
  const G = gold.map((g) => ({ cue: wordsOf(c, g.cue), source: wordsOf(c, g.source), content: wordsOf(c, g.content) }));
  const P = drafts.map((d) => ({
    cue: wordsOf(c, [[d.frame.first, d.frame.last]]),
    source: wordsOf(c, d.source),
    content: wordsOf(c, d.content),
  }));
  const pairs: [number, number, number][] = [];
  G.forEach((g, i) => {
    P.forEach((p, j) => {
      if (overlap(g.cue, p.cue) === 0 || iou(g.source, p.source) < 0.5) return;
      const fit = iou(g.content, p.content);
      if (fit >= 0.5) pairs.push([fit, i, j]);
    });
  });
  pairs.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const used = new Set<number>();
  for (const [, i, j] of pairs) {
    if (used.has(i) || right[j]) continue;
    used.add(i);
    right[j] = 1;
  }
  return right;
}
