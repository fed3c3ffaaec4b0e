/** Gradient-boosted trees (Friedman 2001) in flat arrays: each tree is a full binary tree of `depth`, node k's children 2k+1 and 2k+2. */
export interface Forest {
  readonly depth: number;
  readonly bias: number;
  /** Column tested, or -1 at a leaf. */
  readonly columns: Int16Array;
  readonly thresholds: Float32Array;
  readonly values: Float32Array;
}

/** The log-odds the forest gives a row. */
export function logOdds(forest: Forest, row: Float32Array): number {
  const nodes = 2 ** (forest.depth + 1) - 1;
  let sum = forest.bias;
  for (let base = 0; base < forest.columns.length; base += nodes) {
    let k = 0;
    while (forest.columns[base + k]! >= 0)
      k = 2 * k + (row[forest.columns[base + k]!]! >= forest.thresholds[base + k]! ? 2 : 1);
    sum += forest.values[base + k]!;
  }
  return sum;
}

/** Log-odds as a probability. */
export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
