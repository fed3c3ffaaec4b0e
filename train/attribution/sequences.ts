import type { Sequence } from "../crf.ts";
import { FeatureIndex } from "../feature-index.ts";

/** One sequence before its features are numbered: hashed features in rows. */
export interface Raw {
  readonly offsets: Int32Array;
  readonly hashes: Int32Array;
  readonly labels: Int8Array;
}

/** Collects the hashed features of `n` positions. */
export function collect(
  n: number,
  most: number,
  write: (i: number, out: Int32Array) => number,
  labels: Int8Array,
): Raw {
  const offsets = new Int32Array(n + 1);
  const row = new Int32Array(most);
  let all = new Int32Array(n * most);
  let at = 0;
  for (let i = 0; i < n; i++) {
    const k = write(i, row);
    all.set(row.subarray(0, k), at);
    at += k;
    offsets[i + 1] = at;
  }
  all = all.slice(0, at);
  return { offsets, hashes: all, labels };
}

/** Numbers the features seen `least` times or more. */
export function numberFeatures(raws: readonly Raw[], least: number): FeatureIndex {
  const index = new FeatureIndex(23);
  for (const raw of raws) for (let i = 0; i < raw.hashes.length; i++) index.count(raw.hashes[i]!);
  index.number(least);
  return index;
}

/** Replaces hashes by numbers and drops what has none. */
export function toSequence(raw: Raw, index: FeatureIndex): Sequence {
  const n = raw.labels.length;
  const offsets = new Int32Array(n + 1);
  const ids = new Int32Array(raw.hashes.length);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let f = raw.offsets[i]!; f < raw.offsets[i + 1]!; f++) {
      const id = index.id(raw.hashes[f]!);
      if (id >= 0) ids[at++] = id;
    }
    offsets[i + 1] = at;
  }
  return { offsets, ids: ids.slice(0, at), labels: raw.labels };
}

/** Cuts a sequence before the given positions wherever the piece has reached `size`. */
export function cut(raw: Raw, at: readonly number[], size: number): Raw[] {
  const pieces: Raw[] = [];
  let from = 0;
  for (const end of [...at, raw.labels.length]) {
    if (end - from < size && end !== raw.labels.length) continue;
    if (end === from) continue;
    const base = raw.offsets[from]!;
    pieces.push({
      offsets: raw.offsets.slice(from, end + 1).map((o) => o - base),
      hashes: raw.hashes.subarray(base, raw.offsets[end]!),
      labels: raw.labels.slice(from, end),
    });
    // what goes on from the piece before begins here
    const first = pieces[pieces.length - 1]!.labels;
    if (first[0]! > 0 && first[0]! % 2 === 0) first[0] = first[0]! - 1;
    from = end;
  }
  return pieces;
}
