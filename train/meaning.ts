import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spread } from "../src/meaning/weights.ts";
import { ACTS } from "../src/model/statement.ts";
import { decodeBase } from "../src/text/base.ts";
import { hashText } from "../src/text/hash.ts";
import { encodeSections } from "../src/text/sections.ts";
import { actCases, hedgeCases, nestCases, pronounChoices } from "./meaning/examples.ts";
import { goldRecords, heldOut, prepare } from "./meaning/gold.ts";
import { type Learned, type LearnOptions, learnChoices, learnClasses } from "./meaning/learn.ts";
import { wordBits } from "./meaning/words.ts";

const ACT_OPTIONS: LearnOptions = { epochs: 24, rate: 0.1, l2: 0.004, least: 2, unit: 0.03, seed: 11 };
const HEDGE_OPTIONS: LearnOptions = { epochs: 20, rate: 0.1, l2: 0.01, least: 2, unit: 0.03, seed: 12 };
const NEST_OPTIONS: LearnOptions = { epochs: 20, rate: 0.1, l2: 0.01, least: 2, unit: 0.03, seed: 14 };
const RANK_OPTIONS: LearnOptions = { epochs: 20, rate: 0.05, l2: 0.003, least: 3, unit: 0.02, seed: 13 };

/** Trains acts, hedges and the ranking of pronouns' parties; with HEARSAY_HOLD_OUT=1 every fifth report is left out, to measure on. */
export function trainMeaning(
  corpora: string,
  weights: string,
  log: (line: string) => void,
  all = !process.env.HEARSAY_HOLD_OUT,
): void {
  const base = decodeBase(readFileSync(join(weights, "base.bin")), "");
  const shared = join(corpora, "..");
  const reports = ["slots", "newswire"]
    .flatMap((f) => goldRecords(join(shared, f)).filter((_, k) => all || !heldOut(k)))
    .map((r) => prepare(r, base));
  log(`${reports.length} reports, ${reports.reduce((n, d) => n + d.statements.length, 0)} statements`);
  const words = wordBits();
  const table = new Map(Array.from(words.keys, (key, k) => [key, words.bits[k]!]));
  const bits = (word: string) => table.get(hashText(word)) ?? 0;
  const verbClass = (stem: string) => bits(stem) & 15;
  const nounKinds = (noun: string) => (bits(noun) || bits(noun.endsWith("s") ? noun.slice(0, -1) : noun)) >> 4;
  const acts = learnClasses(
    reports.flatMap((d) => actCases(d, verbClass)),
    ACTS.length,
    ACT_OPTIONS,
  );
  const hedges = learnClasses(reports.flatMap(hedgeCases), 1, HEDGE_OPTIONS);
  const nested = learnClasses(
    reports.flatMap((d) => nestCases(d, verbClass)),
    1,
    NEST_OPTIONS,
  );
  // the ranker is taught twice: the second time on what its first self makes of the other pronouns
  let ranker: Learned = {
    keys: new Int32Array(0),
    rows: new Int8Array(0),
    unit: 0.02,
    linear: spread(new Int32Array(0), new Int8Array(0), 0.02),
  };
  for (let round = 0; round < 2; round++) {
    const taught = reports.map((d) => pronounChoices(d, { ranker: ranker.linear, nounKinds }));
    ranker = learnChoices(
      taught.flatMap((t) => t.choices),
      RANK_OPTIONS,
    );
    log(
      `pronouns: ${taught.reduce((n, t) => n + t.choices.length, 0)} taught, ${taught.reduce((n, t) => n + t.missed, 0)} without their party among the candidates`,
    );
  }
  const sections = new Map<string, ArrayBufferView>();
  for (const [name, learned] of Object.entries({ acts, hedges, nested, ranker })) {
    sections.set(`${name}.keys`, learned.keys);
    sections.set(`${name}.rows`, learned.rows);
    sections.set(`${name}.unit`, Float32Array.of(learned.unit));
    log(`${name}: ${learned.keys.length} features`);
  }
  sections.set("words.keys", words.keys);
  sections.set("words.bits", words.bits);
  const bytes = encodeSections(sections);
  writeFileSync(join(weights, "meaning.bin"), bytes);
  log(`meaning.bin: ${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex")}`);
}
