import { normOf } from "../src/text/forms.ts";
import { tokenize } from "../src/text/tokenize.ts";

/** Texts as streams of word hashes, 0 between texts. */
export function streamOf(texts: readonly string[]): Int32Array {
  const all: number[] = [];
  for (const text of texts) {
    const { starts, ends } = tokenize(text);
    for (let i = 0; i < starts.length; i++) all.push(normOf(text.slice(starts[i], ends[i])));
    all.push(0);
  }
  return Int32Array.from(all);
}

/** Words rarer than this get no cluster. */
const LEAST = 4;

/**
 * Groups words by their neighbours: the exchange algorithm on Brown's class bigram likelihood (Martin, Liermann & Ney 1998).
 * Returns cluster 1..`count` by word hash.
 */
export function clusterWords(stream: Int32Array, count: number, rounds: number): Map<number, number> {
  const frequency = new Map<number, number>();
  for (const hash of stream) if (hash !== 0) frequency.set(hash, (frequency.get(hash) ?? 0) + 1);
  const words = [...frequency].filter(([, n]) => n >= LEAST).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const id = new Map(words.map(([hash], i) => [hash, i]));
  const size = words.length;
  // Word `size` stands for every rare word and border; its class `count` never changes.
  const ids = Int32Array.from(stream, (hash) => id.get(hash) ?? size);
  const classes = count + 1;
  const classOf = new Int32Array(size + 1);
  for (let w = 0; w < size; w++) classOf[w] = w % count;
  classOf[size] = count;

  const followers: Map<number, number>[] = words.map(() => new Map());
  const leaders: Map<number, number>[] = words.map(() => new Map());
  const pairs = new Float64Array(classes * classes);
  const totals = new Float64Array(classes);
  for (let i = 0; i < ids.length; i++) {
    const w = ids[i]!;
    totals[classOf[w]!]!++;
    if (i === 0) continue;
    const v = ids[i - 1]!;
    pairs[classOf[v]! * classes + classOf[w]!]!++;
    if (v < size) followers[v]!.set(w, (followers[v]!.get(w) ?? 0) + 1);
    if (w < size) leaders[w]!.set(v, (leaders[w]!.get(v) ?? 0) + 1);
  }
  const table = Float64Array.from({ length: ids.length + 1 }, (_, n) => (n > 1 ? n * Math.log(n) : 0));
  const f = (n: number) => table[n]!;

  const after = new Float64Array(classes);
  const before = new Float64Array(classes);
  const touched = new Int32Array(classes);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    for (let w = 0; w < size; w++) {
      after.fill(0);
      before.fill(0);
      let self = 0;
      for (const [v, n] of followers[w]!) {
        if (v === w) self += n;
        else after[classOf[v]!]! += n;
      }
      for (const [v, n] of leaders[w]!) if (v !== w) before[classOf[v]!]! += n;
      const own = words[w]![1];
      const old = classOf[w]!;
      // Take the word out of its class.
      totals[old]! -= own;
      for (let c = 0; c < classes; c++) {
        pairs[old * classes + c]! -= after[c]!;
        pairs[c * classes + old]! -= before[c]!;
      }
      pairs[old * classes + old]! -= self;
      let t = 0;
      for (let c = 0; c < classes; c++) if (after[c]! > 0 || before[c]! > 0) touched[t++] = c;
      let best = old;
      let bestGain = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < count; c++) {
        let gain = 2 * (f(totals[c]!) - f(totals[c]! + own));
        for (let k = 0; k < t; k++) {
          const d = touched[k]!;
          if (d === c) continue;
          const out = pairs[c * classes + d]!;
          const into = pairs[d * classes + c]!;
          if (after[d]! > 0) gain += f(out + after[d]!) - f(out);
          if (before[d]! > 0) gain += f(into + before[d]!) - f(into);
        }
        const within = pairs[c * classes + c]!;
        gain += f(within + after[c]! + before[c]! + self) - f(within);
        if (gain > bestGain) {
          best = c;
          bestGain = gain;
        }
      }
      totals[best]! += own;
      for (let c = 0; c < classes; c++) {
        pairs[best * classes + c]! += after[c]!;
        pairs[c * classes + best]! += before[c]!;
      }
      pairs[best * classes + best]! += self;
      if (best !== old) moved++;
      classOf[w] = best;
    }
    if (moved < size / 200) break;
  }
  return new Map(words.map(([hash], w) => [hash, classOf[w]! + 1]));
}
