import type { Crf } from "../../src/attribution/crf.ts";
import { hashed } from "../../src/attribution/weights.ts";
import type { Crf as Trained } from "../crf.ts";
import type { FeatureIndex } from "../feature-index.ts";

/** A CRF as it is written (kept features in a row) and as the engine reads it. */
export interface Packed {
  readonly keys: Int32Array;
  readonly rows: Int8Array;
  readonly crf: Crf;
}

/** Rounds trained weights to eight bits and lays them in the table the engine reads. Rows that round to nothing are dropped. */
export function pack(trained: Trained, index: FeatureIndex, unit: number, drop: number): Packed {
  const { labels: L, weights } = trained;
  const keys = index.keysByNumber();
  const round = (v: number) => Math.max(-127, Math.min(127, Math.round(v / unit)));
  const kept: number[] = [];
  for (let f = 0; f < keys.length; f++) {
    let top = 0;
    for (let y = 0; y < L; y++) top = Math.max(top, Math.abs(weights[f * L + y]!));
    if (top >= (drop - 0.5) * unit && top >= unit / 2 && keys[f] !== 0) kept.push(f);
  }
  const rows = new Int8Array(kept.length * L);
  kept.forEach((f, k) => {
    for (let y = 0; y < L; y++) rows[k * L + y] = round(weights[f * L + y]!);
  });
  const kept32 = Int32Array.from(kept, (f) => keys[f]!);
  return {
    keys: kept32,
    rows,
    crf: hashed(
      L,
      kept32,
      rows,
      Int32Array.from(trained.transitions, (v) => Math.round(v / unit)),
      unit,
    ),
  };
}
