import type { Bytes } from "./bytes.ts";

/**
 * A linear scorer over hashed features with few weights each: a table from feature to a row of (class, weight).
 * Feature hashes are 32-bit; 0 is no feature.
 */
export interface Linear {
  readonly classes: number;
  /** Slots minus one, a power of two. */
  readonly mask: number;
  readonly keys: Int32Array;
  /** Row border of each slot's feature: entries `rows[2 * slot]` to `rows[2 * slot + 1]`. */
  readonly rows: Uint32Array;
  readonly entryClass: Uint8Array;
  readonly entryWeight: Int8Array;
}

/** Decodes a table written by train/encode.ts: hashes in rising order as differences, row lengths, classes, weights. */
export function decodeLinear(bytes: Bytes): Linear {
  const classes = bytes.varint();
  const features = bytes.varint();
  const entries = bytes.varint();
  let slots = 16;
  while (slots < features * 1.6) slots *= 2;
  const mask = slots - 1;
  const keys = new Int32Array(slots);
  const rows = new Uint32Array(2 * slots);
  let hash = 0;
  let row = 0;
  for (let i = 0; i < features; i++) {
    hash += bytes.varint();
    const width = bytes.byte();
    const key = hash | 0;
    let slot = key & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    rows[2 * slot] = row;
    row += width;
    rows[2 * slot + 1] = row;
  }
  const entryClass = bytes.take(entries);
  const weights = bytes.take(entries);
  return {
    classes,
    mask,
    keys,
    rows,
    entryClass,
    entryWeight: new Int8Array(weights.buffer, weights.byteOffset, entries),
  };
}

/** Adds up the weights of `count` features into `scores`, one sum a class; `scores` is cleared first. */
export function score(model: Linear, features: Int32Array, count: number, scores: Int32Array): void {
  const { mask, keys, rows, entryClass, entryWeight } = model;
  scores.fill(0, 0, model.classes);
  for (let f = 0; f < count; f++) {
    const key = features[f]!;
    let slot = key & mask;
    let found = keys[slot]!;
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask;
      found = keys[slot]!;
    }
    if (found === 0) continue;
    const end = rows[2 * slot + 1]!;
    for (let e = rows[2 * slot]!; e < end; e++) scores[entryClass[e]!]! += entryWeight[e]!;
  }
}

const SEED = 0x9e3779b1 | 0;

/** Mixes one more value into a feature hash; never 0 for the last mix of a feature (see `sealed`). */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, SEED);
  return h ^ (h >>> 13);
}
