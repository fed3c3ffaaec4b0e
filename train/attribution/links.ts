import { type Beliefs, frameOf, LINK_FEATURES, linkFeatures } from "../../src/attribution/link-features.ts";
import { mayFollow } from "../../src/attribution/roles.ts";
import { trainCrf } from "../crf.ts";
import type { Prepared } from "./dataset.ts";
import { type Packed, pack } from "./pack.ts";
import type { RoleOptions } from "./roles.ts";
import { collect, numberFeatures, type Raw, toSequence } from "./sequences.ts";

export const LINK_OPTIONS: RoleOptions = {
  epochs: 8,
  rate: 0.02,
  dropout: 0.3,
  start: 1,
  least: 3,
  unit: 0.01,
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

/** Trains the linker. */
export function trainLinks(raws: readonly Raw[], o: RoleOptions): Packed {
  const index = numberFeatures(raws, o.least);
  o.log?.(`${index.numbered} features, ${raws.length} cues`);
  const trained = trainCrf(
    raws.map((raw) => toSequence(raw, index)),
    {
      labels: 5,
      features: index.numbered,
      epochs: o.epochs,
      rate: o.rate,
      dropout: o.dropout,
      start: o.start,
      seed: o.seed,
      allowed: mayFollow,
      onEpoch: (e, loss) => o.log?.(`  epoch ${e} loss ${loss.toFixed(4)}`),
    },
  );
  return pack(trained, index, o.unit);
}
