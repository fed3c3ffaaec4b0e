import type { Columns } from "./columns.ts";
import type { Beliefs } from "./link-features.ts";

/** A run of tokens [first, last) that may be a cue. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
}

const LABELS = 7;
const LONGEST = 12;

/** Prose has one candidate in about twenty tokens; where there are more than one in this many, it is none, and only the likeliest count. */
const SPARSEST = 8;

/** Rounds the role tagger's probabilities to steps that the linker's features can name. */
export function beliefsOf(marginals: Float64Array, n: number): Beliefs {
  const step = (p: number) =>
    p < 0.03
      ? 0
      : p < 0.1
        ? 1
        : p < 0.2
          ? 2
          : p < 0.35
            ? 3
            : p < 0.5
              ? 4
              : p < 0.65
                ? 5
                : p < 0.8
                  ? 6
                  : p < 0.93
                    ? 7
                    : 8;
  const b = {
    source: new Uint8Array(n),
    cue: new Uint8Array(n),
    content: new Uint8Array(n),
    begins: new Uint8Array(n),
  };
  for (let i = 0; i < n; i++) {
    const at = i * LABELS;
    b.source[i] = step(marginals[at + 1]! + marginals[at + 2]!);
    b.cue[i] = step(marginals[at + 3]! + marginals[at + 4]!);
    b.content[i] = step(marginals[at + 5]! + marginals[at + 6]!);
    b.begins[i] = step(marginals[at + 1]! + marginals[at + 5]!);
  }
  return b;
}

/** The shape of a dash; see `shapeOf`. */
const DASH = 9;

/** A dash between a closing mark and a capital letter: "“…” — Name". */
const signs = (c: Columns, i: number): boolean =>
  c.shape[i] === DASH &&
  i > 0 &&
  c.quote[i - 1] === 3 &&
  i + 1 < c.shape.length &&
  c.shape[i + 1]! >= 2 &&
  c.shape[i + 1]! <= 4;

/**
 * Runs of tokens whose probability of being (part of) a cue reaches `least` somewhere.
 * A run keeps the tokens at half its best probability or more, and splits where a new cue more likely begins than goes on.
 * A dash is a cue by itself, and always a candidate where it joins a quotation to a name.
 */
export function candidates(c: Columns, marginals: Float64Array, least: number): Candidate[] {
  const n = c.shape.length;
  const cue = (i: number) => marginals[i * LABELS + 3]! + marginals[i * LABELS + 4]!;
  const begins = (i: number) => marginals[i * LABELS + 3]!;
  const goesOn = (i: number) => cue(i) >= least && begins(i) <= 0.5 * cue(i) && c.shape[i] !== DASH;
  const found: Candidate[] = [];
  for (let i = 0; i < n; i++) {
    if (signs(c, i) || (cue(i) >= least && c.shape[i] === DASH)) {
      found.push({ first: i, last: i + 1 });
      continue;
    }
    if (cue(i) < least) continue;
    // climb to the peak of this run, then take what stands around it
    let top = i;
    let end = i + 1;
    while (end < n && end - i < LONGEST && goesOn(end)) {
      if (cue(end) > cue(top)) top = end;
      end++;
    }
    const floor = Math.max(least, 0.5 * cue(top));
    let first = top;
    while (first > i && cue(first - 1) >= floor) first--;
    let last = top + 1;
    while (last < end && cue(last) >= floor) last++;
    found.push({ first, last });
    i = end - 1;
  }
  return sparse(found, (f) => Math.max(cue(f.first), cue(f.last - 1)), Math.ceil(n / SPARSEST));
}

/** The `most` likeliest, in their order. */
function sparse(found: Candidate[], likely: (f: Candidate) => number, most: number): Candidate[] {
  if (found.length <= most) return found;
  const order = found.map((_, k) => k).sort((a, b) => likely(found[b]!) - likely(found[a]!) || a - b);
  const kept = new Set(order.slice(0, most));
  return found.filter((_, k) => kept.has(k));
}
