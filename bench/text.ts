import { existsSync } from "node:fs";
import { analyse } from "../src/text/analyse.ts";
import type { Base } from "../src/text/base.ts";
import { parse } from "../src/text/parse.ts";
import { tag } from "../src/text/tag.ts";
import { loadWeights } from "../src/weights/load.ts";
import { type GoldSentence, readConllu } from "../train/conllu.ts";
import { documentsOf } from "../train/documents.ts";
import { goldForms } from "../train/tagger.ts";
import type { Bench, Figures } from "./figures.ts";

const percent = (part: number, whole: number) => (100 * part) / whole;
const f1 = (hits: number, a: number, b: number) => (200 * hits) / (a + b);

/** Tags and trees over the corpus's own words and sentences. */
function onGoldWords(gold: readonly GoldSentence[], base: Base): Figures {
  let words = 0;
  let upos = 0;
  let xpos = 0;
  let uas = 0;
  let las = 0;
  for (const s of gold) {
    const n = s.words.length;
    const forms = goldForms(s, base.lexicon);
    const tags = new Uint8Array(n);
    const heads = new Int32Array(n);
    const deprels = new Uint8Array(n);
    tag(forms, 0, n, base, tags);
    parse(forms, 0, n, base, tags, heads, deprels);
    words += n;
    for (let i = 0; i < n; i++) {
      if (base.tagUpos[tags[i]!] === s.upos[i]) upos++;
      if (base.tagXpos[tags[i]!] === s.xpos[i]) xpos++;
      if (heads[i] !== s.heads[i]) continue;
      uas++;
      if (deprels[i] === s.deprels[i]) las++;
    }
  }
  return { UPOS: percent(upos, words), XPOS: percent(xpos, words), UAS: percent(uas, words), LAS: percent(las, words) };
}

/** Borders, tags and trees from running text: a word counts where its borders were found. */
function fromRawText(gold: readonly GoldSentence[], base: Base): Figures {
  let words = 0;
  let tokens = 0;
  let borders = 0;
  let upos = 0;
  let las = 0;
  let sentences = 0;
  let guessed = 0;
  let whole = 0;
  for (const doc of documentsOf(gold)) {
    const a = analyse(doc.text, base);
    const at = new Map<string, number>();
    for (let i = 0; i < a.length; i++) at.set(`${a.starts[i]} ${a.ends[i]}`, i);
    const spans = new Set(a.sentences.map((s) => `${s.start} ${s.end}`));
    tokens += a.length;
    guessed += a.sentences.length;
    for (const { start, end, gold: s, words: places } of doc.sentences) {
      sentences++;
      if (spans.has(`${start} ${end}`)) whole++;
      const token = s.words.map((_, i) => at.get(`${places[2 * i]} ${places[2 * i + 1]}`) ?? -2);
      words += token.length;
      token.forEach((t, i) => {
        if (t < 0) return;
        borders++;
        if (a.upos[t] === s.upos[i]) upos++;
        const head = s.heads[i]!;
        if (a.heads[t] === (head < 0 ? -1 : token[head]) && a.deprels[t] === s.deprels[i]) las++;
      });
    }
  }
  return {
    "words F1 (raw)": f1(borders, words, tokens),
    "sentences F1 (raw)": f1(whole, sentences, guessed),
    "UPOS F1 (raw)": f1(upos, words, tokens),
    "LAS F1 (raw)": f1(las, words, tokens),
  };
}

/** Tokens a second for split, tag and parse on one core: the best of five runs. */
function speed(gold: readonly GoldSentence[], base: Base): number {
  const texts = documentsOf(gold).map((d) => d.text);
  let best = 0;
  for (let run = 0; run < 5; run++) {
    const begun = performance.now();
    let tokens = 0;
    for (const text of texts) tokens += analyse(text, base).length;
    best = Math.max(best, (1000 * tokens) / (performance.now() - begun));
  }
  return Math.round(best);
}

/** The base layer on UD English: the dev sets, and with `--test` the test sets too. */
export const benchText: Bench = (corpora, options) => {
  const folder = `${corpora}/ud`;
  if (!existsSync(folder)) return null;
  const { base } = loadWeights();
  const figures: Figures = {};
  for (const split of options.includes("--test") ? ["dev", "test"] : ["dev"])
    for (const corpus of ["ewt", "gum"]) {
      const gold = readConllu(`${folder}/${corpus}-${split}.conllu`);
      for (const [name, value] of Object.entries({ ...onGoldWords(gold, base), ...fromRawText(gold, base) }))
        figures[`${corpus} ${split} ${name}`] = Math.round(100 * value) / 100;
    }
  figures["tokens a second"] = speed(readConllu(`${folder}/gum-dev.conllu`), base);
  return figures;
};
