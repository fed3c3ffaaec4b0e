import type { Candidate } from "./candidates.ts";
import type { Columns } from "./columns.ts";
import type { Context } from "./context.ts";
import { addScores, type Crf, marginals, type Scores, viterbi } from "./crf.ts";
import { type Beliefs, type Frame, frameOf, LINK_FEATURES, linkFeatures } from "./link-features.ts";
import { mayFollow } from "./roles.ts";

/** Token ranges [first, last). */
export type Range = readonly [first: number, last: number];

/** A cue with the source and content that the linker gives it. */
export interface Draft {
  readonly frame: Frame;
  readonly source: readonly Range[];
  readonly content: readonly Range[];
  /** Mean probability of the chosen labels over source and content; 0 when there are none. */
  readonly sureSource: number;
  readonly sureContent: number;
  /** The least sure border of the content. */
  readonly sureBorder: number;
}

const L = 5;
const room = new Int32Array(LINK_FEATURES);

/** Labels the window around one cue. */
export function link(crf: Crf, scores: Scores, c: Columns, x: Context, b: Beliefs, cue: Candidate): Draft {
  const frame = frameOf(c, b, cue.first, cue.last);
  const n = frame.to - frame.from;
  scores.fit(n * L);
  scores.emission.fill(0, 0, n * L);
  for (let i = frame.from; i < frame.to; i++) {
    const at = (i - frame.from) * L;
    if (i >= cue.first && i < cue.last) {
      for (let y = 1; y < L; y++) scores.emission[at + y] = -1e7;
      continue;
    }
    addScores(crf, room, linkFeatures(c, x, b, frame, i, room), scores.emission, at);
  }
  const labels = viterbi(crf, scores.emission, n, mayFollow);
  const p = marginals(crf, scores, n, mayFollow);
  const source: Range[] = [];
  const content: Range[] = [];
  let sourceSum = 0;
  let contentSum = 0;
  let sourceCount = 0;
  let contentCount = 0;
  let border = 1;
  for (let i = 0; i < n; ) {
    const y = labels[i]!;
    if (y === 0) {
      i++;
      continue;
    }
    const first = i;
    const inside = y + 1;
    const isContent = y === 3;
    let sum = 0;
    do {
      sum += p[i * L + y]! + p[i * L + inside]!;
      i++;
    } while (i < n && labels[i] === inside);
    (isContent ? content : source).push([frame.from + first, frame.from + i]);
    if (isContent) {
      contentSum += sum;
      contentCount += i - first;
      const outside = i < n ? 1 - p[i * L + inside]! : 1;
      border = Math.min(border, p[first * L + y]!, outside);
    } else {
      sourceSum += sum;
      sourceCount += i - first;
    }
  }
  return {
    frame,
    source,
    content,
    sureSource: sourceCount ? sourceSum / sourceCount : 0,
    sureContent: contentCount ? contentSum / contentCount : 0,
    sureBorder: contentCount ? border : 0,
  };
}
