import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { find } from "../src/attribution/find.ts";
import { LEAST_SURE, statementsOf } from "../src/attribution/statements.ts";
import { analyse } from "../src/text/analyse.ts";
import { loadWeights } from "../src/weights/load.ts";
import type { Figures } from "./figures.ts";

interface Score {
  readonly F1: number;
  readonly P: number;
  readonly R: number;
}

/** Attribution on PolNeAR dev, by the scorer that stands beside the corpora; `--table` prints its reliability table too. */
export function benchAttribution(corpora: string, options: readonly string[]): Figures | null {
  const gold = resolve(corpora, "polnear-dev.jsonl");
  const scorer = resolve(corpora, "../eval/attribution.mjs");
  if (!existsSync(gold) || !existsSync(scorer)) return null;
  const weights = loadWeights();
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
  const found = readFileSync(gold, "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as { id: string; text: string })
    .map(({ id, text }) => {
      const analysis = analyse(text, weights.base);
      return { id, analysis, found: find(analysis, weights.attribution) };
    });
  const score = (least: number, ...more: string[]): string => {
    const file = join(folder, `at-${least}.jsonl`);
    const lines = found.map((d) => JSON.stringify({ id: d.id, statements: statementsOf(d.analysis, d.found, least) }));
    writeFileSync(file, lines.join("\n"));
    return execFileSync(process.execPath, [scorer, gold, file, ...more], { encoding: "utf8" });
  };
  const all = JSON.parse(score(LEAST_SURE, "--json")) as Record<string, Score> & Record<string, number>;
  const sure = JSON.parse(score(0.7, "--json")) as Record<string, Score>;
  if (options.includes("--table")) console.log(score(LEAST_SURE));
  rmSync(folder, { recursive: true });
  return {
    "linked F1": all.linked!.F1,
    "linked~ F1": all["linked~"]!.F1,
    "linked~ precision": all["linked~"]!.P,
    "linked~ recall": all["linked~"]!.R,
    "tokens source F1": all.tokens_source!.F1,
    "tokens cue F1": all.tokens_cue!.F1,
    "tokens content F1": all.tokens_content!.F1,
    "recall of direct": all.recall_direct as number,
    "recall of mixed": all.recall_mixed as number,
    "recall of indirect": all.recall_indirect as number,
    "at 0.7: linked~ precision": sure["linked~"]!.P,
    "at 0.7: linked~ recall": sure["linked~"]!.R,
  };
}
