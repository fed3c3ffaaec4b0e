/**
 * Trains a linear-chain CRF (Lafferty et al. 2001) over sparse binary features: AdaGrad (Duchi et al. 2011), feature dropout,
 * and the mean of the weights after each epoch of the second half.
 */

/** One sequence: position i has features `ids[offsets[i]..offsets[i+1])`; `labels[i]` < 0 leaves the position out of the loss. */
export interface Sequence {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly labels: Int8Array;
}

export interface CrfOptions {
  readonly labels: number;
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  readonly dropout: number;
  /** First squared gradient of AdaGrad: the higher, the smaller the first steps on a rare feature. */
  readonly start: number;
  readonly seed: number;
  readonly allowed: (from: number, to: number) => boolean;
  readonly onEpoch?: (epoch: number, loss: number, crf: Crf) => void;
}

export interface Crf {
  readonly labels: number;
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

/** xorshift32: a seeded stream of 32-bit integers. */
export function randomStream(seed: number): () => number {
  let s = seed | 0 || 1;
  return () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return s >>> 0;
  };
}

export function shuffled(n: number, next: () => number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = next() % (i + 1);
    const t = order[i]!;
    order[i] = order[j]!;
    order[j] = t;
  }
  return order;
}

export function trainCrf(sequences: readonly Sequence[], o: CrfOptions): Crf {
  const L = o.labels;
  const w = new Float32Array(o.features * L);
  const G = new Float32Array(o.features * L).fill(o.start);
  const mean = new Float32Array(o.features * L);
  const trG = new Float64Array(L * L).fill(o.start);
  const trMean = new Float64Array(L * L);
  const tr = new Float64Array(L * L);
  const next = randomStream(o.seed);
  const longest = sequences.reduce((m, s) => Math.max(m, s.labels.length), 0);
  const emit = new Float64Array(longest * L);
  const alpha = new Float64Array(longest * L);
  const beta = new Float64Array(longest * L);
  const norm = new Float64Array(longest);
  const etr = new Float64Array(L * L);
  const ok = new Uint8Array(L * L);
  for (let a = 0; a < L; a++) for (let b = 0; b < L; b++) ok[a * L + b] = o.allowed(a, b) ? 1 : 0;
  const keep = new Uint8Array(sequences.reduce((m, s) => Math.max(m, s.ids.length), 0));
  const dropT = Math.floor(o.dropout * 0x100000000);
  const keepScale = 1 / (1 - o.dropout);
  let step = 0;
  const n = sequences.length;
  const tokens = sequences.reduce((m, s) => m + s.labels.length, 0);
  const t0 = n * o.epochs;
  for (let epoch = 0; epoch < o.epochs; epoch++) {
    let loss = 0;
    const order = shuffled(n, next);
    for (let k = 0; k < n; k++) {
      const s = sequences[order[k]!]!;
      const T = s.labels.length;
      if (!T) continue;
      const rate = o.rate * (1 - (0.97 * step) / t0);
      step++;
      const nf = s.ids.length;
      if (dropT) for (let i = 0; i < nf; i++) keep[i] = next() >= dropT ? 1 : 0;
      emit.fill(0, 0, T * L);
      const es = dropT ? keepScale : 1;
      for (let i = 0; i < T; i++) {
        for (let f = s.offsets[i]!; f < s.offsets[i + 1]!; f++) {
          if (dropT && !keep[f]) continue;
          const at = s.ids[f]! * L;
          for (let y = 0; y < L; y++) emit[i * L + y]! += w[at + y]!;
        }
        for (let y = 0; y < L; y++) emit[i * L + y]! *= es;
      }
      for (let a = 0; a < L * L; a++) etr[a] = ok[a] ? Math.exp(tr[a]!) : 0;
      let _logZ = 0;
      for (let i = 0; i < T; i++) {
        let top = -Infinity;
        for (let y = 0; y < L; y++) top = Math.max(top, emit[i * L + y]!);
        let sum = 0;
        for (let y = 0; y < L; y++) {
          const e = Math.exp(emit[i * L + y]! - top);
          let v = 0;
          if (i === 0)
            v = ok[y] ? e : 0; // label 0 stands before the first position
          else {
            for (let p = 0; p < L; p++) v += alpha[(i - 1) * L + p]! * etr[p * L + y]!;
            v *= e;
          }
          alpha[i * L + y] = v;
          sum += v;
        }
        if (!(sum > 0)) sum = 1e-300;
        for (let y = 0; y < L; y++) alpha[i * L + y]! /= sum;
        norm[i] = sum;
        _logZ += Math.log(sum) + top;
        // keep exp(emit) for the backward pass
        for (let y = 0; y < L; y++) emit[i * L + y] = Math.exp(emit[i * L + y]! - top);
      }
      for (let y = 0; y < L; y++) beta[(T - 1) * L + y] = 1;
      for (let i = T - 2; i >= 0; i--) {
        for (let p = 0; p < L; p++) {
          let v = 0;
          for (let y = 0; y < L; y++) v += etr[p * L + y]! * emit[(i + 1) * L + y]! * beta[(i + 1) * L + y]!;
          beta[i * L + p] = v / norm[i + 1]!;
        }
      }
      // gradient: observed minus expected
      for (let i = 0; i < T; i++) {
        const gold = s.labels[i]!;
        if (gold < 0) continue;
        let z = 0;
        for (let y = 0; y < L; y++) z += alpha[i * L + y]! * beta[i * L + y]!;
        let any = 0;
        for (let y = 0; y < L; y++) {
          const p = (alpha[i * L + y]! * beta[i * L + y]!) / z;
          if (y === gold) loss -= Math.log(p + 1e-300);
          const g = (y === gold ? 1 : 0) - p;
          emitGrad[y] = g;
          if (g > 1e-4 || g < -1e-4) any = 1;
        }
        if (any)
          for (let f = s.offsets[i]!; f < s.offsets[i + 1]!; f++) {
            if (dropT && !keep[f]) continue;
            const at = s.ids[f]! * L;
            for (let y = 0; y < L; y++) {
              const gy = emitGrad[y]!;
              G[at + y]! += gy * gy;
              w[at + y]! += (rate * gy) / Math.sqrt(G[at + y]!);
            }
          }
        if (i > 0 && s.labels[i - 1]! >= 0) {
          const from = s.labels[i - 1]!;
          for (let p = 0; p < L; p++)
            for (let y = 0; y < L; y++) {
              if (!ok[p * L + y]) continue;
              const e =
                (alpha[(i - 1) * L + p]! * etr[p * L + y]! * emit[i * L + y]! * beta[i * L + y]!) / norm[i]! / z;
              const gt = (p === from && y === gold ? 1 : 0) - e;
              trG[p * L + y]! += gt * gt;
              tr[p * L + y]! += (rate * gt) / Math.sqrt(trG[p * L + y]!);
            }
        }
      }
    }
    const from = o.epochs >> 1;
    if (epoch >= from) {
      const share = 1 / (epoch - from + 1);
      for (let i = 0; i < w.length; i++) mean[i]! += (w[i]! - mean[i]!) * share;
      for (let i = 0; i < tr.length; i++) trMean[i]! += (tr[i]! - trMean[i]!) * share;
    }
    o.onEpoch?.(epoch, loss / tokens, { labels: L, weights: w, transitions: tr });
  }
  return { labels: L, weights: mean, transitions: trMean };
}
const emitGrad = new Float64Array(64);
