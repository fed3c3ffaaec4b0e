import type { Analysis } from "../model/analysis.ts";
import { beliefsOf, candidates } from "./candidates.ts";
import { addRates, columnsOf } from "./columns.ts";
import { contextOf } from "./context.ts";
import { addScores, marginals, Scores } from "./crf.ts";
import { JUDGE_WIDTH, judgeRow, rivalry } from "./judge-features.ts";
import { rateOf } from "./lexicon.ts";
import { link, type Range } from "./link.ts";
import { ROLE_FEATURES, roleFeatures } from "./role-features.ts";
import { mayFollow, ROLES } from "./roles.ts";
import { structure } from "./structure.ts";
import { logOdds, probability } from "./trees.ts";
import type { AttributionWeights } from "./weights.ts";

/** A statement found, in token ranges [first, last). */
export interface Found {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** The token that governs the cue. */
  readonly heart: number;
  /** 0..1, calibrated. */
  readonly confidence: number;
}

/** Below this no cue is looked at: of such candidates hardly one in twenty is right. */
export const LEAST_CUE = 0.07;

/** What stands inside a statement that the layout makes is no outermost statement. */
const WITHIN = 0.1;

const scores = new Scores();
const row = new Int32Array(ROLE_FEATURES);
const L = ROLES.length;

/**
 * Finds who is given as saying what, in three steps: a tagger marks likely sources, cues and contents; a linker looks at
 * the text again from each likely cue; a judge says how likely each drafted statement is right beside its rivals.
 * Linear in the length of the text. Returns drafts in order of their cues, unlikely ones included.
 */
export function find(analysis: Analysis, weights: AttributionWeights): Found[] {
  const n = analysis.length;
  const columns = columnsOf(analysis, weights.lexicon.wordnet);
  addRates(columns, (key) => rateOf(weights.lexicon, key));
  const context = contextOf(columns);
  scores.fit(n * L);
  scores.emission.fill(0, 0, n * L);
  for (let i = 0; i < n; i++)
    addScores(weights.roles, row, roleFeatures(columns, context, i, row), scores.emission, i * L);
  const roles = marginals(weights.roles, scores, n, mayFollow).slice(0, n * L);
  const beliefs = beliefsOf(roles, n);
  const drafts = candidates(columns, roles, LEAST_CUE)
    .map((cue) => link(weights.links, scores, columns, context, beliefs, cue))
    .filter((draft) => draft.content.length > 0);
  const rows = drafts.map((draft) => {
    const values = new Float32Array(JUDGE_WIDTH);
    judgeRow(columns, context, roles, draft, values);
    return values;
  });
  const first = Float64Array.from(rows, (r) => logOdds(weights.first, r));
  const laidOut = structure(columns);
  const held = new Uint8Array(n);
  for (const f of laidOut) for (const [a, b] of [...f.source, ...f.cue, ...f.content]) held.fill(1, a, b);
  const judged = drafts.map((draft, k): Found => {
    rivalry(columns, drafts, first, k, rows[k]!);
    const sure = probability(logOdds(weights.second, rows[k]!));
    return {
      source: draft.source,
      cue: [[draft.frame.first, draft.frame.last]],
      content: draft.content,
      heart: draft.frame.heart,
      confidence: held[draft.frame.heart] ? Math.min(sure, WITHIN) : sure,
    };
  });
  return [...laidOut, ...judged].sort((a, b) => a.heart - b.heart);
}
