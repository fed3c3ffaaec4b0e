import type { Crf } from "../../src/attribution/crf.ts";
import type { Crf as Trained } from "../crf.ts";
import type { FeatureIndex } from "../feature-index.ts";

/** Rounds trained weights to eight bits and lays them in the table the engine reads. Rows that round to nothing are dropped. */
export function pack(trained: Trained, index: FeatureIndex, unit: number, drop = 0): Crf {
  const { labels: L, weights } = trained;
  const keys = index.keysByNumber();
  const round = (v: number) => Math.max(-127, Math.min(127, Math.round(v / unit)));
  const kept: number[] = [];
  for (let f = 0; f < keys.length; f++) {
    let top = 0;
    for (let y = 0; y < L; y++) top = Math.max(top, Math.abs(weights[f * L + y]!));
    if (top > drop && top >= unit / 2 && keys[f] !== 0) kept.push(f);
  }
  let capacity = 1024;
  while (capacity * 3 < kept.length * 4) capacity *= 2;
  const table = new Int32Array(capacity);
  const rows = new Int8Array(capacity * L);
  for (const f of kept) {
    const key = keys[f]!;
    let slot = (key ^ (key >>> 15)) & (capacity - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    table[slot] = key;
    for (let y = 0; y < L; y++) rows[slot * L + y] = round(weights[f * L + y]!);
  }
  return { labels: L, keys: table, rows, transitions: Int32Array.from(trained.transitions, (v) => Math.round(v / unit)), unit };
}
