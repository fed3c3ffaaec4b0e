import type { Base } from "./base.ts";
import type { Forms } from "./forms.ts";
import { score } from "./linear.ts";
import { PARSE_FEATURES, type ParseView, parseFeatures } from "./parse-features.ts";
import { ParseState } from "./parse-state.ts";

/** Kinds of transition; `Base.moves` lists those of the trained parser with their labels. */
export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

const view: ParseView = {
  word: new Int32Array(0),
  cluster: new Int32Array(0),
  xpos: new Int32Array(0),
  upos: new Int32Array(0),
};

/** Lays the words [first, last) out as the parser sees them. */
export function parseView(forms: Forms, first: number, last: number, base: TagColumns, tags: Uint8Array): ParseView {
  const n = last - first;
  if (view.word.length < n + 2) {
    const size = Math.max(256, 2 * (n + 2));
    view.word = new Int32Array(size);
    view.cluster = new Int32Array(size);
    view.xpos = new Int32Array(size);
    view.upos = new Int32Array(size);
  }
  for (let i = 1; i <= n; i++) {
    const t = tags[first + i - 1]!;
    view.word[i] = forms.norm[first + i - 1]!;
    view.cluster[i] = forms.cluster[first + i - 1]!;
    view.xpos[i] = base.tagXpos[t]!;
    view.upos[i] = base.tagUpos[t]!;
  }
  for (const [i, mark] of [
    [0, 200],
    [n + 1, 201],
  ] as const) {
    view.word[i] = mark;
    view.cluster[i] = mark;
    view.xpos[i] = mark;
    view.upos[i] = mark;
  }
  return view;
}

/** The two columns that a joint tag stands for. */
export interface TagColumns {
  readonly tagUpos: Uint8Array;
  readonly tagXpos: Uint8Array;
}

const state = new ParseState();
const features = new Int32Array(PARSE_FEATURES);
const scores = new Int32Array(256);

/** Parses the words [first, last) greedily; writes token indices of heads (-1: root) and relations. */
export function parse(
  forms: Forms,
  first: number,
  last: number,
  base: Base,
  tags: Uint8Array,
  heads: Int32Array,
  deprels: Uint8Array,
): void {
  const n = last - first;
  const { parser, moveKind, moveLabel } = base;
  parseView(forms, first, last, base, tags);
  state.reset(n);
  while (!state.done) {
    const { mayShift, mayLeft, mayRight } = state;
    if (state.sp === 0) {
      state.shift();
      continue;
    }
    const count = parseFeatures(state, view, features);
    score(parser, features, count, scores);
    let best = -1;
    let bestScore = 0;
    for (let m = 0; m < parser.classes; m++) {
      const kind = moveKind[m];
      if (kind === LEFT ? !mayLeft : kind === RIGHT ? !mayRight : !mayShift) continue;
      if (best < 0 || scores[m]! > bestScore) {
        best = m;
        bestScore = scores[m]!;
      }
    }
    const kind = moveKind[best];
    if (kind === SHIFT) state.shift();
    else if (kind === LEFT) state.left(moveLabel[best]!);
    else state.right(moveLabel[best]!);
  }
  for (let i = 1; i <= n; i++) {
    const head = state.heads[i]!;
    heads[first + i - 1] = head === n + 1 ? -1 : first + head - 1;
    deprels[first + i - 1] = state.labels[i]!;
  }
}
