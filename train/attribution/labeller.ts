import { mayFollow } from "../../src/attribution/roles.ts";
import { trainCrf } from "../crf.ts";
import { type Packed, pack } from "./pack.ts";
import { numberFeatures, type Raw, toSequence } from "./sequences.ts";

export interface LabellerOptions {
  readonly labels: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  readonly start: number;
  /** Features seen less often are left out. */
  readonly least: number;
  /** One unit of the eight-bit weights, in nats. */
  readonly unit: number;
  /** Features whose weights all stay below this many units are dropped. */
  readonly drop: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** Trains a sequence labeller and packs it for the engine. */
export function trainLabeller(raws: readonly Raw[], o: LabellerOptions): Packed {
  const index = numberFeatures(raws, o.least);
  o.log?.(`  ${index.numbered} features seen ${o.least} times or more`);
  const sequences = raws.map((raw) => toSequence(raw, index));
  const trained = trainCrf(sequences, {
    labels: o.labels,
    features: index.numbered,
    epochs: o.epochs,
    rate: o.rate,
    dropout: o.dropout,
    start: o.start,
    seed: o.seed,
    allowed: mayFollow,
    onEpoch: (e, loss) => o.log?.(`  epoch ${e + 1}: loss ${loss.toFixed(4)}`),
  });
  const packed = pack(trained, index, o.unit, o.drop);
  o.log?.(`  ${packed.keys.length} features kept`);
  return packed;
}
