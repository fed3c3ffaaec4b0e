import { find } from "./attribution/find.ts";
import { LEAST_SURE, statementsOf } from "./attribution/statements.ts";
import type { AttributionWeights } from "./attribution/weights.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import { analyse } from "./text/analyse.ts";
import type { Base } from "./text/base.ts";

/** Every learned parameter a reading needs, decoded. */
export interface Weights {
  readonly base: Base;
  readonly attribution: AttributionWeights;
  readonly sha256: readonly string[];
}

export interface ReadOptions {
  /** Statements less sure than this are left out (0..1); never below what is put on record at all. */
  readonly minConfidence: number;
}

/** The version of the Reading's shape and rules. */
export const READING_VERSION = "0.1.0";

const LANGUAGES: Record<string, string> = { ru: "Russian", uk: "Ukrainian", und: "this language" };

/** Reads one report. The same report, weights and options give the same Reading, byte for byte. */
export function read(report: Report, weights: Weights, options: ReadOptions = { minConfidence: 0 }): Reading {
  const language = LANGUAGES[report.language];
  const nothing = {
    id: report.id,
    report,
    unread: language ? { why: `no engine for ${language} yet` } : null,
    parties: [],
    statements: [],
    times: [],
    quantities: [],
    labels: [],
    disputes: [],
    outletVoice: [],
    version: READING_VERSION,
    weights: weights.sha256,
  };
  if (language) return nothing;
  const analysis = analyse(report.text, weights.base);
  const found = find(analysis, weights.attribution);
  const statements = statementsOf(analysis, found, Math.max(LEAST_SURE, options.minConfidence));
  return { ...nothing, statements };
}
