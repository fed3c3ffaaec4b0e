import type { Forms } from "../src/text/forms.ts";
import { LEFT, parseView, RIGHT, SHIFT, type TagColumns } from "../src/text/parse.ts";
import { PARSE_FEATURES, parseFeatures } from "../src/text/parse-features.ts";
import { ParseState } from "../src/text/parse-state.ts";
import { Perceptron } from "./perceptron.ts";
import { Random } from "./random.ts";

/** Transitions with their relations. */
export interface Moves {
  readonly kind: Uint8Array;
  readonly label: Uint8Array;
}

export interface ParsedSentence {
  readonly forms: Forms;
  /** Joint tags as the tagger would predict them. */
  readonly tags: Uint8Array;
  /** Word indices, -1 for the root. */
  readonly heads: Int32Array;
  readonly deprels: Uint8Array;
}

/** Every transition that the gold trees need. */
export function movesOf(data: readonly ParsedSentence[]): Moves {
  const seen = new Set<number>([SHIFT * 256]);
  for (const { heads, deprels } of data)
    heads.forEach((head, i) => {
      seen.add((head < 0 || head > i ? LEFT : RIGHT) * 256 + deprels[i]!);
    });
  const all = [...seen].sort((a, b) => a - b);
  return { kind: Uint8Array.from(all, (m) => m >> 8), label: Uint8Array.from(all, (m) => m & 255) };
}

/** How many gold arcs each kind of transition makes unreachable (Goldberg & Nivre 2013). `gold` is 1-based, root n + 1. */
function costs(state: ParseState, gold: Int32Array, childCount: Int32Array, out: Int32Array): void {
  const { stack, sp, b, n } = state;
  const top = sp > 0 ? stack[sp - 1]! : 0;
  const under = sp > 1 ? stack[sp - 2]! : 0;
  out[SHIFT] = 0;
  if (b <= n) {
    for (let i = 0; i < sp; i++) if (gold[stack[i]!] === b) out[SHIFT]!++;
    for (let i = 0; i < sp - 1; i++) if (gold[b] === stack[i]) out[SHIFT]!++;
  }
  let inBuffer = 0;
  if (top > 0 && childCount[top]! > 0) for (let i = b; i <= n; i++) if (gold[i] === top) inBuffer++;
  const head = top > 0 ? gold[top]! : 0;
  out[LEFT] = inBuffer + (head !== b && (head > b || (head === under && under > 0)) ? 1 : 0);
  out[RIGHT] = inBuffer + (head >= b ? 1 : 0);
}

/** By how much the right choice must win, or training goes on. */
const MARGIN = 100;

/** How often training follows the model's own choice after the first round. */
const EXPLORE = 0.9;

/** Trains one greedy parser with a dynamic oracle. */
export function trainParser(
  data: readonly ParsedSentence[],
  columns: TagColumns,
  moves: Moves,
  epochs: number,
  seed: number,
  least: number,
  after?: (model: Perceptron, epoch: number) => void,
): Perceptron {
  const classes = moves.kind.length;
  const model = new Perceptron(classes, least);
  const random = new Random(seed);
  const order = data.map((_, i) => i);
  const state = new ParseState();
  const features = new Int32Array(PARSE_FEATURES);
  const scores = new Float64Array(256);
  const cost = new Int32Array(3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of random.shuffle(order)) {
      const { forms, tags, heads, deprels } = data[at]!;
      const n = forms.count;
      const view = parseView(forms, 0, n, columns, tags);
      const gold = new Int32Array(n + 2);
      const childCount = new Int32Array(n + 2);
      for (let i = 1; i <= n; i++) {
        gold[i] = heads[i - 1]! < 0 ? n + 1 : heads[i - 1]! + 1;
        childCount[gold[i]!]!++;
      }
      state.reset(n);
      while (!state.done) {
        if (state.sp === 0) {
          state.shift();
          continue;
        }
        const { mayShift, mayLeft, mayRight } = state;
        const count = parseFeatures(state, view, features);
        model.score(features, count, scores);
        costs(state, gold, childCount, cost);
        let least = 1 << 30;
        if (mayShift) least = Math.min(least, cost[SHIFT]!);
        if (mayLeft) least = Math.min(least, cost[LEFT]!);
        if (mayRight) least = Math.min(least, cost[RIGHT]!);
        const top = state.stack[state.sp - 1]!;
        const under = state.sp > 1 ? state.stack[state.sp - 2]! : 0;
        const goldLabel = deprels[top - 1]!;
        let best = -1;
        let oracle = -1;
        let rival = -1;
        for (let m = 0; m < classes; m++) {
          const kind = moves.kind[m]!;
          if (kind === LEFT ? !mayLeft : kind === RIGHT ? !mayRight : !mayShift) continue;
          if (best < 0 || scores[m]! > scores[best]!) best = m;
          const reached = (kind === LEFT && gold[top] === state.b) || (kind === RIGHT && gold[top] === under);
          if (cost[kind] === least && (!reached || moves.label[m] === goldLabel)) {
            if (oracle < 0 || scores[m]! > scores[oracle]!) oracle = m;
          } else if (rival < 0 || scores[m]! > scores[rival]!) rival = m;
        }
        if (oracle < 0) oracle = best;
        else if (rival >= 0 && scores[oracle]! - scores[rival]! <= MARGIN) {
          model.update(features, count, oracle, 1);
          model.update(features, count, rival, -1);
        }
        model.clock++;
        const taken = epoch >= 1 && random.next() < EXPLORE ? best : oracle;
        const kind = moves.kind[taken];
        if (kind === SHIFT) state.shift();
        else if (kind === LEFT) state.left(moves.label[taken]!);
        else state.right(moves.label[taken]!);
      }
    }
    after?.(model, epoch);
  }
  return model;
}
