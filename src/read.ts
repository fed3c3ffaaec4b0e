import type { Analysis } from "./model/analysis.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import type { Statement } from "./model/statement.ts";
import { analyse } from "./text/analyse.ts";
import type { Base } from "./text/base.ts";

/** Every learned parameter a reading needs, decoded. */
export interface Weights {
  readonly base: Base;
  readonly sha256: readonly string[];
}

export interface ReadOptions {
  /** Statements less sure than this are left out (0..1). */
  readonly minConfidence: number;
}

/** The version of the Reading's shape and rules. */
export const READING_VERSION = "0.1.0";

/** Reads one report. The same report, weights and options give the same Reading, byte for byte. */
export function read(report: Report, weights: Weights, options: ReadOptions = { minConfidence: 0 }): Reading {
  const analysis: Analysis = analyse(report.text, weights.base);
  const statements: Statement[] = [];
  void analysis;
  return {
    id: report.id,
    report,
    unread: null,
    parties: [],
    statements: statements.filter((s) => s.confidence.statement >= options.minConfidence),
    times: [],
    quantities: [],
    labels: [],
    disputes: [],
    outletVoice: [],
    version: READING_VERSION,
    weights: weights.sha256,
  };
}
