import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Bytes } from "../src/text/bytes.ts";
import { decodeLinear, type Linear } from "../src/text/linear.ts";
import { tag } from "../src/text/tag.ts";
import { clusterWords, streamOf } from "./clusters.ts";
import { type GoldSentence, readConllu } from "./conllu.ts";
import { documentsOf } from "./documents.ts";
import { encodeLinear, type Quantized, quantize, summed, Writer } from "./encode.ts";
import { movesOf, trainParser } from "./parser.ts";
import type { Perceptron } from "./perceptron.ts";
import { bordersOf, trainSplitter } from "./splitter.ts";
import { goldForms, jointTags, learnLexicon, tagSetOf, trainTagger } from "./tagger.ts";

/** How the base layer was trained: change a number and the weights change with it. */
const RECIPE = {
  seeds: [1, 2, 3],
  clusters: { count: 128, rounds: 12 },
  tagger: { epochs: 8, least: 12, steps: 1.5, room: 1_450_000 },
  jackknife: { folds: 6, epochs: 5, least: 8 },
  parser: { epochs: 12, least: 45, steps: 1.5, room: 3_750_000 },
  splitter: { epochs: 20, least: 0, steps: 8 },
};

/** Running text for the word clusters: the treebanks and the news of PolNeAR train. */
function runningTexts(corpora: string, gold: readonly GoldSentence[]): string[] {
  const news = readFileSync(`${corpora}/polnear-train.jsonl`, "utf8").trim().split("\n");
  return [gold.map((s) => s.text).join(" "), ...news.map((line) => (JSON.parse(line) as { text: string }).text)];
}

const asLinear = (model: Quantized): Linear => {
  const writer = new Writer();
  encodeLinear(writer, model);
  return decodeLinear(new Bytes(writer.done()));
};

/** Builds weights/en/base.bin from the UD English treebanks in `corpora`/ud. */
export function trainBase(corpora: string, weights: string, log: (line: string) => void): void {
  const gold = ["ewt", "gum"].flatMap((name) => readConllu(`${corpora}/ud/${name}-train.conllu`));
  const set = tagSetOf(gold);
  const columns = { tagUpos: set.upos, tagXpos: set.xpos };
  log("clusters");
  const clusters = clusterWords(streamOf(runningTexts(corpora, gold)), RECIPE.clusters.count, RECIPE.clusters.rounds);
  const { hashes, values, lexicon } = learnLexicon(gold, clusters);
  const data = gold.map((s) => ({ forms: goldForms(s, lexicon), tags: jointTags(s, set) }));
  const classes = set.upos.length;

  const sum = (part: string, train: (seed: number) => Perceptron) =>
    summed(
      RECIPE.seeds.map((seed) => {
        log(`${part}, seed ${seed}`);
        return train(seed);
      }),
    );
  const tagger = quantize(
    sum("tagger", (seed) => trainTagger(data, classes, RECIPE.tagger.epochs, seed, RECIPE.tagger.least)),
    RECIPE.tagger.steps,
    RECIPE.tagger.room,
  );

  const { folds } = RECIPE.jackknife;
  const guesses: Uint8Array[] = [];
  for (let fold = 0; fold < folds; fold++) {
    log(`tags for the parser, fold ${fold + 1} of ${folds}`);
    const others = gold.filter((_, i) => i % folds !== fold);
    const foldLexicon = learnLexicon(others, clusters).lexicon;
    const model = trainTagger(
      others.map((s) => ({ forms: goldForms(s, foldLexicon), tags: jointTags(s, set) })),
      classes,
      RECIPE.jackknife.epochs,
      fold + 1,
      RECIPE.jackknife.least,
    );
    const base = { ...columns, tagger: asLinear(quantize(model, RECIPE.tagger.steps)) };
    gold.forEach((s, i) => {
      if (i % folds !== fold) return;
      guesses[i] = new Uint8Array(s.words.length);
      tag(goldForms(s, foldLexicon), 0, s.words.length, base, guesses[i]!);
    });
  }
  const trees = gold.map((s, i) => ({ forms: data[i]!.forms, tags: guesses[i]!, heads: s.heads, deprels: s.deprels }));
  const moves = movesOf(trees);
  const parser = quantize(
    sum("parser", (seed) => trainParser(trees, columns, moves, RECIPE.parser.epochs, seed, RECIPE.parser.least)),
    RECIPE.parser.steps,
    RECIPE.parser.room,
  );
  const borders = bordersOf(documentsOf(gold), lexicon);
  const splitter = quantize(
    sum("splitter", (seed) => trainSplitter(borders, RECIPE.splitter.epochs, seed, RECIPE.splitter.least)),
    RECIPE.splitter.steps,
  );

  const writer = new Writer();
  writer.varint(hashes.length);
  let last = 0;
  hashes.forEach((hash, i) => {
    writer.varint((hash >>> 0) - last);
    last = hash >>> 0;
    writer.byte(values[i]! & 255);
    writer.byte(values[i]! >> 8);
  });
  writer.varint(classes);
  writer.raw(set.upos);
  writer.raw(set.xpos);
  encodeLinear(writer, tagger);
  writer.varint(moves.kind.length);
  writer.raw(moves.kind);
  writer.raw(moves.label);
  encodeLinear(writer, parser);
  encodeLinear(writer, splitter);
  const bytes = writer.done();
  writeFileSync(`${weights}/base.bin`, bytes);
  for (const [name, part] of Object.entries({ tagger, parser, splitter }))
    log(`${name}: ${part.rows.size} features, ${part.entries} weights`);
  log(`base.bin: ${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
}
