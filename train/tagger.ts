import { XPOS } from "../src/model/tags.ts";
import { type Forms, formsOf, normOf } from "../src/text/forms.ts";
import { buildLexicon, type Lexicon } from "../src/text/lexicon.ts";
import { TAG_FEATURES, tagFeatures } from "../src/text/tag-features.ts";
import type { GoldSentence } from "./conllu.ts";
import { Perceptron } from "./perceptron.ts";
import { Random } from "./random.ts";

/** Joint tags: every pair of UPOS and XPOS seen in training, most frequent first. */
export interface TagSet {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly code: ReadonlyMap<number, number>;
}

export function tagSetOf(gold: readonly GoldSentence[]): TagSet {
  const counts = new Map<number, number>();
  for (const s of gold)
    for (let i = 0; i < s.words.length; i++) {
      const pair = s.upos[i]! * 256 + s.xpos[i]!;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  const pairs = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 249);
  return {
    upos: Uint8Array.from(pairs, ([p]) => p >> 8),
    xpos: Uint8Array.from(pairs, ([p]) => p & 255),
    code: new Map(pairs.map(([p], i) => [p, i])),
  };
}

export const jointTags = (s: GoldSentence, set: TagSet): Uint8Array =>
  Uint8Array.from(s.words, (_, i) => set.code.get(s.upos[i]! * 256 + s.xpos[i]!) ?? 0);

/** Words seen at least `least` times, with the set of tags they bear, and the clusters of any. */
export function learnLexicon(
  gold: readonly GoldSentence[],
  clusters: ReadonlyMap<number, number>,
  least = 3,
): { hashes: Int32Array; values: Uint16Array; lexicon: Lexicon } {
  const seen = new Map<number, Map<number, number>>();
  for (const s of gold)
    s.words.forEach((word, i) => {
      const hash = normOf(word);
      const tags = seen.get(hash) ?? new Map<number, number>();
      tags.set(s.xpos[i]!, (tags.get(s.xpos[i]!) ?? 0) + 1);
      seen.set(hash, tags);
    });
  const classOfWord = new Map<number, string>();
  const sizes = new Map<string, number>();
  for (const [hash, tags] of seen) {
    const total = [...tags.values()].reduce((a, b) => a + b, 0);
    if (total < least) continue;
    const kept = [...tags].filter(([, n]) => n >= 0.02 * total).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const name = `${XPOS[kept[0]![0]]}|${kept
      .map(([t]) => XPOS[t])
      .sort()
      .join(" ")}`;
    classOfWord.set(hash, name);
    sizes.set(name, (sizes.get(name) ?? 0) + total);
  }
  const names = [...sizes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const id = new Map(names.slice(0, 248).map((name, i) => [name, i + 1]));
  const all = [...new Set([...classOfWord.keys(), ...clusters.keys()])].sort((a, b) => (a >>> 0) - (b >>> 0));
  const hashes = Int32Array.from(all);
  const values = Uint16Array.from(all, (hash) => {
    const name = classOfWord.get(hash);
    return (name === undefined ? 0 : (id.get(name) ?? 249)) + 256 * (clusters.get(hash) ?? 0);
  });
  return { hashes, values, lexicon: buildLexicon(hashes, values) };
}

/** The word hashes of a gold sentence. */
export function goldForms(s: GoldSentence, lexicon: Lexicon): Forms {
  const starts = new Int32Array(s.words.length);
  const ends = new Int32Array(s.words.length);
  let at = 0;
  s.words.forEach((word, i) => {
    starts[i] = at;
    ends[i] = at + word.length;
    at += word.length + 1;
  });
  return formsOf(s.words.join(" "), starts, ends, lexicon);
}

export interface TaggedSentence {
  readonly forms: Forms;
  readonly tags: Uint8Array;
}

/** By how much the right tag must win, or training goes on: about a third of what one update changes. */
const MARGIN = 60;

/** Trains one tagger; its history holds the tags that it predicts itself. */
export function trainTagger(
  data: readonly TaggedSentence[],
  classes: number,
  epochs: number,
  seed: number,
  least = 0,
): Perceptron {
  const model = new Perceptron(classes, least);
  const random = new Random(seed);
  const order = data.map((_, i) => i);
  const features = new Int32Array(TAG_FEATURES);
  const scores = new Float64Array(256);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of random.shuffle(order)) {
      const { forms, tags } = data[at]!;
      const guess = new Uint8Array(forms.count);
      for (let i = 0; i < forms.count; i++) {
        const count = tagFeatures(forms, 0, forms.count, i, guess, features);
        model.score(features, count, scores);
        const gold = tags[i]!;
        let best = 0;
        let rival = gold === 0 ? 1 : 0;
        for (let c = 1; c < classes; c++) {
          if (scores[c]! > scores[best]!) best = c;
          if (c !== gold && scores[c]! > scores[rival]!) rival = c;
        }
        if (scores[gold]! - scores[rival]! <= MARGIN) {
          model.update(features, count, gold, 1);
          model.update(features, count, rival, -1);
        }
        model.clock++;
        guess[i] = best;
      }
    }
  }
  return model;
}
