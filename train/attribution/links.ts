import { type Beliefs, frameOf, LINK_FEATURES, linkFeatures } from "../../src/attribution/link-features.ts";
import { mayFollow } from "../../src/attribution/roles.ts";
import type { Prepared } from "./dataset.ts";
import type { LabellerOptions } from "./labeller.ts";
import { collect, type Raw } from "./sequences.ts";

export const LINK_OPTIONS: LabellerOptions = {
  labels: 5,
  epochs: 10,
  rate: 0.02,
  dropout: 0.3,
  start: 1,
  least: 3,
  unit: 0.01,
  drop: 3,
  seed: 11,
};

/** One sequence for each gold cue: the window around it, labelled with its own source and content. */
export function rawLinks(d: Prepared, beliefs: Beliefs, nested: boolean): Raw[] {
  const raws: Raw[] = [];
  for (const g of d.gold) {
    if (g.cue.length === 0 || (g.nested && !nested)) continue;
    const [first, last] = [g.cue[0]![0], g.cue[g.cue.length - 1]![1]];
    if (last - first > 15 || d.skip[first]) continue;
    const frame = frameOf(d.columns, beliefs, first, last);
    const labels = new Int8Array(frame.to - frame.from);
    const paint = (spans: TokenSpans, label: number) => {
      for (const [a, b] of spans)
        for (let i = Math.max(a, frame.from); i < Math.min(b, frame.to); i++)
          labels[i - frame.from] = i === a || i === frame.from ? label : label + 1;
    };
    paint(g.content, 3);
    paint(g.source, 1);
    for (const [a, b] of g.cue) labels.fill(0, Math.max(0, a - frame.from), b - frame.from);
    // an inside label may not follow a gap: the cue or the source stood in the middle
    for (let i = 0; i < labels.length; i++)
      if (labels[i]! > 0 && labels[i]! % 2 === 0 && !(i > 0 && mayFollow(labels[i - 1]!, labels[i]!)))
        labels[i] = labels[i]! - 1;
    raws.push(
      collect(
        labels.length,
        LINK_FEATURES,
        (k, out) =>
          k + frame.from >= first && k + frame.from < last
            ? 0
            : linkFeatures(d.columns, d.context, beliefs, frame, k + frame.from, out),
        labels,
      ),
    );
  }
  return raws;
}
type TokenSpans = readonly (readonly [number, number])[];
