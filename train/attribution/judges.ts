import { JUDGE_WIDTH, judgeRow, RIVALS, rivalry } from "../../src/attribution/judge-features.ts";
import type { Draft } from "../../src/attribution/link.ts";
import { type Forest, logOdds } from "../../src/attribution/trees.ts";
import { type TreeOptions, trainTrees } from "../trees.ts";
import type { Prepared } from "./dataset.ts";

/** The drafts of one report with their first rows and which of them are right. */
export interface Case {
  readonly report: Prepared;
  readonly drafts: readonly Draft[];
  readonly rows: readonly Float32Array[];
  readonly right: Uint8Array;
}

export const TREE_OPTIONS: TreeOptions = {
  trees: 300,
  depth: 6,
  rate: 0.04,
  least: 50,
  l2: 10,
  rows: 0.6,
  columns: 0.5,
  seed: 3,
};

export function caseOf(report: Prepared, marginals: Float64Array, drafts: readonly Draft[], right: Uint8Array): Case {
  const rows = drafts.map((draft) => {
    const row = new Float32Array(JUDGE_WIDTH);
    judgeRow(report.columns, report.context, marginals, draft, row);
    return row;
  });
  return { report, drafts, rows, right };
}

const forestOf = (cases: readonly Case[], o: TreeOptions): Forest => {
  const rows = cases.flatMap((c) => c.rows);
  const flat = new Float32Array(rows.length * JUDGE_WIDTH);
  rows.forEach((row, i) => {
    flat.set(row, i * JUDGE_WIDTH);
  });
  return trainTrees(flat, Uint8Array.from(cases.flatMap((c) => [...c.right])), JUDGE_WIDTH, o);
};

/** The two judges: the first sees each draft alone, the second also what the first thought of its rivals. */
export function trainJudges(cases: readonly Case[], o: TreeOptions, folds: number): { first: Forest; second: Forest } {
  for (let f = 0; f < folds; f++) {
    const judge = forestOf(
      cases.filter((_, i) => i % folds !== f),
      o,
    );
    cases.forEach((c, i) => {
      if (i % folds !== f) return;
      addRivals(judge, c);
    });
  }
  const second = forestOf(cases, o);
  for (const c of cases) for (const row of c.rows) row.fill(0, RIVALS);
  const first = forestOf(cases, o);
  return { first, second };
}

/** Writes the first judge's view of the rivals into the rows. */
export function addRivals(first: Forest, c: Case): void {
  const odds = Float64Array.from(c.rows, (row) => logOdds(first, row));
  c.rows.forEach((row, k) => {
    rivalry(c.report.columns, c.drafts, odds, k, row);
  });
}
