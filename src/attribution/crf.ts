/** A linear-chain CRF over hashed binary features: eight-bit weights in an open-addressing table. */
export interface Crf {
  readonly labels: number;
  /** Feature keys; a slot is empty when its row holds nothing but zeros and its key is 0. */
  readonly keys: Int32Array;
  /** Row of `labels` weights for each slot. */
  readonly rows: Int8Array;
  /** Transition weights in the same units as the rows. */
  readonly transitions: Int32Array;
  /** One unit of weight, in nats. */
  readonly unit: number;
}

/** Room for one text's scores, grown as needed and used again. */
export class Scores {
  emission = new Int32Array(0);
  alpha = new Float64Array(0);
  beta = new Float64Array(0);

  fit(size: number): void {
    if (this.emission.length >= size) return;
    this.emission = new Int32Array(size * 2);
    this.alpha = new Float64Array(size * 2);
    this.beta = new Float64Array(size * 2);
  }
}

/** Adds the weights of `count` features to the scores of one position. Integers: the same sum on every machine. */
export function addScores(crf: Crf, features: Int32Array, count: number, into: Int32Array, at: number): void {
  const { keys, rows, labels } = crf;
  const mask = keys.length - 1;
  for (let f = 0; f < count; f++) {
    const key = features[f]!;
    let slot = (key ^ (key >>> 15)) & mask;
    let found = keys[slot]!;
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask;
      found = keys[slot]!;
    }
    if (found === 0) continue;
    const row = slot * labels;
    for (let y = 0; y < labels; y++) into[at + y]! += rows[row + y]!;
  }
}

/** The best label sequence of n positions (Viterbi, in integers). `allowed` forbids transitions; label 0 stands before the first. */
export function viterbi(
  crf: Crf,
  emission: Int32Array,
  n: number,
  allowed: (from: number, to: number) => boolean,
): Uint8Array {
  const { labels: L, transitions } = crf;
  const best = new Uint8Array(n);
  if (n === 0) return best;
  const back = new Uint8Array(n * L);
  let score = new Float64Array(L).fill(-Infinity);
  let next = new Float64Array(L);
  for (let y = 0; y < L; y++) if (allowed(0, y)) score[y] = emission[y]!;
  for (let i = 1; i < n; i++) {
    for (let y = 0; y < L; y++) {
      let top = -Infinity;
      let from = 0;
      for (let p = 0; p < L; p++) {
        if (!allowed(p, y)) continue;
        const v = score[p]! + transitions[p * L + y]!;
        if (v > top) {
          top = v;
          from = p;
        }
      }
      next[y] = top + emission[i * L + y]!;
      back[i * L + y] = from;
    }
    [score, next] = [next, score];
  }
  let y = 0;
  for (let k = 1; k < L; k++) if (score[k]! > score[y]!) y = k;
  for (let i = n - 1; i >= 0; i--) {
    best[i] = y;
    y = back[i * L + y]!;
  }
  return best;
}

/** Label probabilities of n positions (forward–backward), written over `scores.alpha` as n × labels. */
export function marginals(
  crf: Crf,
  scores: Scores,
  n: number,
  allowed: (from: number, to: number) => boolean,
): Float64Array {
  const { labels: L, transitions, unit } = crf;
  const { emission, alpha, beta } = scores;
  const arc = new Float64Array(L * L);
  for (let p = 0; p < L; p++)
    for (let y = 0; y < L; y++) arc[p * L + y] = allowed(p, y) ? Math.exp(transitions[p * L + y]! * unit) : 0;
  const norm = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let top = -Infinity;
    for (let y = 0; y < L; y++) if (emission[i * L + y]! > top) top = emission[i * L + y]!;
    let sum = 0;
    for (let y = 0; y < L; y++) {
      const e = Math.exp((emission[i * L + y]! - top) * unit);
      beta[i * L + y] = e;
      let v = 0;
      if (i === 0) v = arc[y]! > 0 ? 1 : 0;
      else for (let p = 0; p < L; p++) v += alpha[(i - 1) * L + p]! * arc[p * L + y]!;
      v *= e;
      alpha[i * L + y] = v;
      sum += v;
    }
    norm[i] = sum > 0 ? sum : 1e-300;
    for (let y = 0; y < L; y++) alpha[i * L + y]! /= norm[i]!;
  }
  const behind = new Float64Array(L).fill(1);
  const here = new Float64Array(L);
  for (let i = n - 1; i >= 0; i--) {
    let z = 0;
    for (let y = 0; y < L; y++) {
      alpha[i * L + y]! *= behind[y]!;
      z += alpha[i * L + y]!;
    }
    if (z > 0) for (let y = 0; y < L; y++) alpha[i * L + y]! /= z;
    if (i === 0) break;
    for (let p = 0; p < L; p++) {
      let v = 0;
      for (let y = 0; y < L; y++) v += arc[p * L + y]! * beta[i * L + y]! * behind[y]!;
      here[p] = v / norm[i]!;
    }
    behind.set(here);
  }
  return alpha;
}
