/** Gradient-boosted trees for one yes-or-no question: histogram splits over binned columns, logistic loss. */
import type { Forest } from "../src/attribution/trees.ts";
import { randomStream } from "./crf.ts";

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly least: number;
  readonly l2: number;
  /** Share of rows and of columns each tree sees. */
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
}

const BINS = 64;

/** `rows`: n × width values; `labels`: 0 or 1. */
export function trainTrees(rows: Float32Array, labels: Uint8Array, width: number, o: TreeOptions): Forest {
  const n = labels.length;
  const next = randomStream(o.seed);
  const edges: Float32Array[] = [];
  const binned = new Uint8Array(n * width);
  for (let j = 0; j < width; j++) {
    const values = Float32Array.from({ length: n }, (_, i) => rows[i * width + j]!).sort();
    const cut: number[] = [];
    for (let k = 1; k < BINS; k++) {
      const v = values[Math.floor((k * n) / BINS)]!;
      if (cut.length === 0 ? v > values[0]! : v > cut[cut.length - 1]!) cut.push(v);
    }
    const e = Float32Array.from(cut);
    edges.push(e);
    for (let i = 0; i < n; i++) {
      let b = 0;
      while (b < e.length && rows[i * width + j]! >= e[b]!) b++;
      binned[i * width + j] = b;
    }
  }
  const positive = labels.reduce((s, y) => s + y, 0);
  const bias = Math.log(positive / (n - positive));
  const score = new Float64Array(n).fill(bias);
  const columns: number[] = [];
  const thresholds: number[] = [];
  const values: number[] = [];
  const nodes = 2 ** (o.depth + 1) - 1;
  const g = new Float64Array(n);
  const h = new Float64Array(n);
  for (let t = 0; t < o.trees; t++) {
    const used: number[] = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]!));
      g[i] = labels[i]! - p;
      h[i] = Math.max(1e-6, p * (1 - p));
      if (next() / 0x100000000 < o.rows) used.push(i);
    }
    const cols = Array.from({ length: width }, (_, j) => j).filter(() => next() / 0x100000000 < o.columns);
    const column = new Int32Array(nodes).fill(-1);
    const threshold = new Float64Array(nodes);
    const value = new Float64Array(nodes);
    const grow = (node: number, members: number[], level: number): void => {
      let G = 0;
      let H = 0;
      for (const i of members) {
        G += g[i]!;
        H += h[i]!;
      }
      value[node] = (o.rate * G) / (H + o.l2);
      if (level === o.depth || members.length < 2 * o.least) return;
      let best = 1e-3;
      let bestColumn = -1;
      let bestBin = 0;
      const hg = new Float64Array(BINS);
      const hh = new Float64Array(BINS);
      const hn = new Int32Array(BINS);
      for (const j of cols) {
        hg.fill(0);
        hh.fill(0);
        hn.fill(0);
        for (const i of members) {
          const b = binned[i * width + j]!;
          hg[b]! += g[i]!;
          hh[b]! += h[i]!;
          hn[b]!++;
        }
        let lg = 0;
        let lh = 0;
        let ln = 0;
        for (let b = 0; b < edges[j]!.length; b++) {
          lg += hg[b]!;
          lh += hh[b]!;
          ln += hn[b]!;
          if (ln < o.least || members.length - ln < o.least) continue;
          const gain = (lg * lg) / (lh + o.l2) + ((G - lg) * (G - lg)) / (H - lh + o.l2) - (G * G) / (H + o.l2);
          if (gain > best) {
            best = gain;
            bestColumn = j;
            bestBin = b;
          }
        }
      }
      if (bestColumn < 0) return;
      column[node] = bestColumn;
      threshold[node] = edges[bestColumn]![bestBin]!;
      const yes: number[] = [];
      const no: number[] = [];
      for (const i of members) (binned[i * width + bestColumn]! <= bestBin ? no : yes).push(i);
      grow(2 * node + 1, no, level + 1);
      grow(2 * node + 2, yes, level + 1);
    };
    grow(0, used, 0);
    for (let i = 0; i < n; i++) {
      let node = 0;
      while (column[node]! >= 0) node = 2 * node + (rows[i * width + column[node]!]! >= threshold[node]! ? 2 : 1);
      score[i]! += value[node]!;
    }
    for (let k = 0; k < nodes; k++) {
      columns.push(column[k]!);
      thresholds.push(threshold[k]!);
      values.push(value[k]!);
    }
  }
  return {
    depth: o.depth,
    bias,
    columns: Int16Array.from(columns),
    thresholds: Float32Array.from(thresholds),
    values: Float32Array.from(values),
  };
}
