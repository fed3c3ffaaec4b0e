import { resolve } from "node:path";
import { trainAttribution } from "./attribution.ts";
import { trainBase } from "./base.ts";
import { trainMeaning } from "./meaning.ts";

const CORPORA = resolve(process.env.HEARSAY_CORPORA ?? resolve(import.meta.dirname, "../../shared/corpora"));
const WEIGHTS = resolve(import.meta.dirname, "../weights/en");

/** What can be trained, in the order in which all of it is. */
const TRAINERS: Record<string, (corpora: string, weights: string, log: (line: string) => void) => void> = {
  base: trainBase,
  meaning: trainMeaning,
  attribution: trainAttribution,
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in TRAINERS));
if (unknown !== undefined) {
  console.error(`No such trainer: ${unknown}. Known: ${Object.keys(TRAINERS).join(", ")}.`);
  process.exitCode = 2;
} else {
  const begun = performance.now();
  const log = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  for (const name of names.length > 0 ? names : Object.keys(TRAINERS)) TRAINERS[name]!(CORPORA, WEIGHTS, log);
}
