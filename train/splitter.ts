import { type Forms, formsOf } from "../src/text/forms.ts";
import type { Lexicon } from "../src/text/lexicon.ts";
import { paragraphsOf } from "../src/text/paragraphs.ts";
import { mayEnd } from "../src/text/sentences.ts";
import { SPLIT_FEATURES, splitFeatures } from "../src/text/split-features.ts";
import { tokenize } from "../src/text/tokenize.ts";
import type { GoldDocument } from "./documents.ts";
import { Perceptron } from "./perceptron.ts";
import { Random } from "./random.ts";

interface Border {
  readonly features: Int32Array;
  readonly ends: number;
}

/** Every place where the splitter is asked, with the corpus's answer (1: a sentence ends). */
export function bordersOf(documents: readonly GoldDocument[], lexicon: Lexicon): Border[] {
  const borders: Border[] = [];
  const out = new Int32Array(SPLIT_FEATURES);
  for (const doc of documents) {
    const { starts, ends } = tokenize(doc.text);
    const forms: Forms = formsOf(doc.text, starts, ends, lexicon);
    const gold = new Set(doc.sentences.map((s) => s.end));
    let token = 0;
    for (const { end } of paragraphsOf(doc.text)) {
      const first = token;
      while (token < starts.length && starts[token]! < end) token++;
      for (let i = first; i + 1 < token; i++) {
        if (!mayEnd(doc.text, starts, ends, first, i)) continue;
        const count = splitFeatures(doc.text, starts, ends, forms, first, token, i, out);
        borders.push({ features: out.slice(0, count), ends: gold.has(ends[i]!) ? 1 : 0 });
      }
    }
  }
  return borders;
}

export function trainSplitter(borders: readonly Border[], epochs: number, seed: number, least = 0): Perceptron {
  const model = new Perceptron(2, least);
  const random = new Random(seed);
  const order = borders.map((_, i) => i);
  const scores = new Float64Array(256);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const at of random.shuffle(order)) {
      const { features, ends } = borders[at]!;
      model.score(features, features.length, scores);
      if ((scores[1]! > scores[0]! ? 1 : 0) !== ends) {
        model.update(features, features.length, ends, 1);
        model.update(features, features.length, 1 - ends, -1);
      }
      model.clock++;
    }
  return model;
}
