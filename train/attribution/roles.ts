import type { Crf } from "../../src/attribution/crf.ts";
import { addScores, marginals, Scores } from "../../src/attribution/crf.ts";
import { ROLE_FEATURES, roleFeatures } from "../../src/attribution/role-features.ts";
import { mayFollow } from "../../src/attribution/roles.ts";
import { type Prepared, roleLabels } from "./dataset.ts";
import type { LabellerOptions } from "./labeller.ts";
import { collect, cut, type Raw } from "./sequences.ts";

export const ROLE_OPTIONS: LabellerOptions = {
  labels: 7,
  epochs: 10,
  rate: 0.02,
  dropout: 0.3,
  start: 1,
  least: 3,
  unit: 0.01,
  drop: 3,
  seed: 7,
};

/** One report as pieces of some paragraphs each, so that the steps of the descent stay small. */
export const rawRoles = (d: Prepared): Raw[] =>
  cut(
    whole(d),
    d.columns.analysis.paragraphs.map((p) => d.columns.analysis.sentences[p.first]!.first),
    60,
  );

const whole = (d: Prepared): Raw =>
  collect(
    d.columns.analysis.length,
    ROLE_FEATURES,
    (i, out) => roleFeatures(d.columns, d.context, i, out),
    roleLabels(d),
  );

const scores = new Scores();
const row = new Int32Array(ROLE_FEATURES);

/** Role probabilities of every token (copied). */
export function roleMarginals(crf: Crf, d: Prepared): Float64Array {
  const n = d.columns.analysis.length;
  scores.fit(n * 7);
  scores.emission.fill(0, 0, n * 7);
  for (let i = 0; i < n; i++) addScores(crf, row, roleFeatures(d.columns, d.context, i, row), scores.emission, i * 7);
  return marginals(crf, scores, n, mayFollow).slice(0, n * 7);
}
