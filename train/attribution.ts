import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beliefsOf, candidates } from "../src/attribution/candidates.ts";
import { type Crf, Scores } from "../src/attribution/crf.ts";
import { LEAST_CUE } from "../src/attribution/find.ts";
import { type Draft, link } from "../src/attribution/link.ts";
import { buildTable } from "../src/attribution/table.ts";
import type { Forest } from "../src/attribution/trees.ts";
import { decodeBase } from "../src/text/base.ts";
import { encodeSections } from "../src/text/sections.ts";
import { polnear, records } from "./attribution/corpus.ts";
import { type Prepared, prepare } from "./attribution/dataset.ts";
import { caseOf, TREE_OPTIONS, trainJudges } from "./attribution/judges.ts";
import { trainLabeller } from "./attribution/labeller.ts";
import { LINK_OPTIONS, rawLinks } from "./attribution/links.ts";
import { rightDrafts } from "./attribution/match.ts";
import type { Packed } from "./attribution/pack.ts";
import { ROLE_OPTIONS, rawRoles, roleMarginals } from "./attribution/roles.ts";
import { wordnetBits } from "./attribution/wordnet.ts";

const FOLDS = 3;

const scores = new Scores();
const draftsOf = (d: Prepared, marginals: Float64Array, crf: Crf): Draft[] => {
  const n = d.columns.analysis.length;
  const beliefs = beliefsOf(marginals, n);
  return candidates(d.columns, marginals, LEAST_CUE)
    .map((cue) => link(crf, scores, d.columns, d.context, beliefs, cue))
    .filter((draft) => draft.content.length > 0);
};

/**
 * Builds weights/en/attribution.bin. Each later step learns from what the earlier one says of reports it has not seen:
 * the reports are dealt into folds, and every fold is labelled by models trained on the others.
 */
export function trainAttribution(corpora: string, weights: string, log: (line: string) => void): void {
  const base = decodeBase(readFileSync(join(weights, "base.bin")), "");
  const wordnet = buildTable(wordnetBits());
  const { taught, rates } = prepare([...polnear(corpora, "train"), ...records(corpora, "newswire")], [], base, wordnet);
  log(`${taught.length} reports analysed`);
  const raws = taught.map(rawRoles);
  const marginals: Float64Array[] = [];
  for (let f = 0; f < FOLDS; f++) {
    const { crf } = trainLabeller(raws.filter((_, i) => i % FOLDS !== f).flat(), ROLE_OPTIONS);
    taught.forEach((d, i) => {
      if (i % FOLDS === f) marginals[i] = roleMarginals(crf, d);
    });
    log(`role tagger, fold ${f + 1} of ${FOLDS}`);
  }
  log("role tagger");
  const roles = trainLabeller(raws.flat(), { ...ROLE_OPTIONS, log });
  raws.length = 0;
  const links = taught.map((d, i) => rawLinks(d, beliefsOf(marginals[i]!, d.columns.analysis.length), false));
  const cases: ReturnType<typeof caseOf>[] = [];
  for (let f = 0; f < FOLDS; f++) {
    const { crf } = trainLabeller(
      links.flatMap((r, i) => (i % FOLDS === f ? [] : r)),
      LINK_OPTIONS,
    );
    taught.forEach((d, i) => {
      if (i % FOLDS !== f) return;
      const drafts = draftsOf(d, marginals[i]!, crf);
      const outermost = d.gold.filter((g) => !g.nested);
      cases[i] = caseOf(d, marginals[i]!, drafts, rightDrafts(d.columns, outermost, drafts));
    });
    log(`linker, fold ${f + 1} of ${FOLDS}`);
  }
  log("linker");
  const linker = trainLabeller(links.flat(), { ...LINK_OPTIONS, drop: 4, log });
  const judges = trainJudges(cases, TREE_OPTIONS, FOLDS);
  const sections = new Map<string, ArrayBufferView>([
    ["rates", rates.slots],
    ["wordnet", wordnet.slots],
    ...crfSections("roles", roles),
    ...crfSections("links", linker),
    ...forestSections("first", judges.first),
    ...forestSections("second", judges.second),
  ]);
  const bytes = encodeSections(sections);
  writeFileSync(join(weights, "attribution.bin"), bytes);
  log(`attribution.bin ${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
}

const crfSections = (name: string, { keys, rows, crf }: Packed): [string, ArrayBufferView][] => [
  [`${name}.shape`, Int32Array.of(crf.labels)],
  [`${name}.keys`, keys],
  [`${name}.rows`, rows],
  [`${name}.transitions`, crf.transitions],
  [`${name}.unit`, Float32Array.of(crf.unit)],
];

const forestSections = (name: string, forest: Forest): [string, ArrayBufferView][] => [
  [`${name}.depth`, Int32Array.of(forest.depth)],
  [`${name}.bias`, Float32Array.of(forest.bias)],
  [`${name}.columns`, forest.columns],
  [`${name}.thresholds`, forest.thresholds],
  [`${name}.values`, forest.values],
];
