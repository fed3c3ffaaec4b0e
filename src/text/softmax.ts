/** A linear model over hashed features: one row of small integers a feature, in an open-addressing table. */
export interface Linear {
  readonly outcomes: number;
  /** Feature keys; 0 marks an empty slot. Capacity is a power of two. */
  readonly keys: Int32Array;
  readonly rows: Int8Array;
  /** One unit of weight, in nats. */
  readonly unit: number;
}

/** Adds the weights of `count` features to `into`, one sum an outcome. Integers: the same on every machine. */
export function addLinear(model: Linear, features: Int32Array, count: number, into: Int32Array): void {
  const { keys, rows, outcomes } = model;
  const mask = keys.length - 1;
  for (let f = 0; f < count; f++) {
    const key = features[f]!;
    if (key === 0) continue;
    let slot = (key ^ (key >>> 15)) & mask;
    while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
    if (keys[slot] === 0) continue;
    for (let y = 0; y < outcomes; y++) into[y]! += rows[slot * outcomes + y]!;
  }
}

/** The probability of each outcome from integer sums. */
export function softmax(sums: Int32Array, unit: number): Float64Array {
  const top = Math.max(...sums);
  const p = Float64Array.from(sums, (v) => Math.exp((v - top) * unit));
  const all = p.reduce((a, b) => a + b, 0);
  return p.map((v) => v / all);
}
