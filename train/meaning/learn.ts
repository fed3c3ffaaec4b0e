import { spread } from "../../src/meaning/weights.ts";
import type { Linear } from "../../src/text/softmax.ts";
import { Random } from "../random.ts";

/** One choice: the features of each option, and which is right. */
export interface Choice {
  readonly options: readonly Int32Array[];
  readonly right: number;
  readonly weight?: number;
}

/** One thing to be classed: its features and its class. */
export interface Case {
  readonly features: Int32Array;
  readonly label: number;
}

export interface LearnOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  readonly least: number;
  readonly unit: number;
  readonly seed: number;
}

/** Learned rows before they are packed: feature → one weight an outcome. */
export interface Learned {
  readonly keys: Int32Array;
  readonly rows: Int8Array;
  readonly unit: number;
  readonly linear: Linear;
}

function pack(weights: Map<number, Float64Array>, outcomes: number, unit: number): Learned {
  const kept = [...weights]
    .map(([key, w]) => [key, Int8Array.from(w, (v) => Math.max(-127, Math.min(127, Math.round(v / unit))))] as const)
    .filter(([key, row]) => key !== 0 && row.some((v) => v !== 0))
    .sort((a, b) => a[0] - b[0]);
  const keys = Int32Array.from(kept, ([key]) => key);
  const rows = new Int8Array(kept.length * outcomes);
  kept.forEach(([, row], k) => {
    rows.set(row, k * outcomes);
  });
  return { keys, rows, unit, linear: spread(keys, rows, unit) };
}

const seenOften = (all: Iterable<Int32Array>, least: number): Set<number> => {
  const counts = new Map<number, number>();
  for (const features of all) for (const f of new Set(features)) counts.set(f, (counts.get(f) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= least).map(([f]) => f));
};

/** Softmax over classes by AdaGrad with L2, averaged over the last half. */
export function learnClasses(cases: readonly Case[], outcomes: number, o: LearnOptions): Learned {
  const kept = seenOften(
    cases.map((c) => c.features),
    o.least,
  );
  const data = cases.map((c) => ({ features: c.features.filter((f) => kept.has(f)), label: c.label }));
  return run(data.length, o, kept, outcomes, (k, w, step) => {
    const { features, label } = data[k]!;
    const s = new Float64Array(outcomes);
    for (const f of features) for (let y = 0; y < outcomes; y++) s[y]! += w.get(f)![y]!;
    if (outcomes === 1) {
      const p = 1 / (1 + Math.exp(-s[0]!));
      for (const f of features) step(f, 0, label - p);
      return;
    }
    const top = Math.max(...s);
    let all = 0;
    for (let y = 0; y < outcomes; y++) all += s[y] = Math.exp(s[y]! - top);
    for (let y = 0; y < outcomes; y++) {
      const g = (y === label ? 1 : 0) - s[y]! / all;
      if (Math.abs(g) > 1e-4) for (const f of features) step(f, y, g);
    }
  });
}

/** Ranks options by one shared row of weights. */
export function learnChoices(choices: readonly Choice[], o: LearnOptions): Learned {
  const kept = seenOften(
    choices.flatMap((c) => c.options),
    o.least,
  );
  const data = choices.map((c) => ({
    options: c.options.map((x) => x.filter((f) => kept.has(f))),
    right: c.right,
    weight: c.weight ?? 1,
  }));
  return run(data.length, o, kept, 1, (k, w, step) => {
    const { options, right, weight } = data[k]!;
    const s = options.map((x) => x.reduce((a, f) => a + w.get(f)![0]!, 0));
    const top = Math.max(...s);
    const e = s.map((v) => Math.exp(v - top));
    const all = e.reduce((a, b) => a + b, 0);
    options.forEach((x, y) => {
      const g = ((y === right ? 1 : 0) - e[y]! / all) * weight;
      if (Math.abs(g) > 1e-4) for (const f of x) step(f, 0, g);
    });
  });
}

function run(
  n: number,
  o: LearnOptions,
  kept: Set<number>,
  outcomes: number,
  each: (k: number, w: Map<number, Float64Array>, step: (f: number, y: number, g: number) => void) => void,
): Learned {
  const w = new Map<number, Float64Array>();
  const sq = new Map<number, Float64Array>();
  const total = new Map<number, Float64Array>();
  for (const f of kept) {
    w.set(f, new Float64Array(outcomes));
    sq.set(f, new Float64Array(outcomes).fill(1e-2));
    total.set(f, new Float64Array(outcomes));
  }
  const random = new Random(o.seed);
  const order = Array.from({ length: n }, (_, k) => k);
  const step = (f: number, y: number, g: number) => {
    const a = sq.get(f)!;
    const v = w.get(f)!;
    const d = g - o.l2 * v[y]!;
    a[y]! += d * d;
    v[y]! += (o.rate * d) / Math.sqrt(a[y]!);
  };
  let sums = 0;
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    random.shuffle(order);
    for (const k of order) each(k, w, step);
    if (epoch >= o.epochs / 2) {
      sums++;
      for (const [f, v] of w) for (let y = 0; y < outcomes; y++) total.get(f)![y]! += v[y]!;
    }
  }
  for (const v of total.values()) for (let y = 0; y < outcomes; y++) v[y]! /= sums;
  return pack(total, outcomes, o.unit);
}
