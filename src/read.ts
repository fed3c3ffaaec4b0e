import { find } from "./attribution/find.ts";
import { nest } from "./attribution/nest.ts";
import { LEAST_SURE, statementsOf } from "./attribution/statements.ts";
import type { AttributionWeights } from "./attribution/weights.ts";
import { interpret } from "./meaning/interpret.ts";
import type { MeaningWeights } from "./meaning/weights.ts";
import type { Reading } from "./model/reading.ts";
import type { Report } from "./model/report.ts";
import { analyse } from "./text/analyse.ts";
import type { Base } from "./text/base.ts";
import { languageName } from "./text/language.ts";
import { readClocks } from "./time/clocks.ts";

/** Every learned parameter a reading needs, decoded. */
export interface Weights {
  readonly base: Base;
  readonly attribution: AttributionWeights;
  readonly meaning: MeaningWeights;
  readonly sha256: readonly string[];
}

export interface ReadOptions {
  /** Statements less sure than this are left out (0..1); never below what is put on record at all. */
  readonly minConfidence: number;
}

/** The version of the Reading's shape and rules. */
export const READING_VERSION = "0.1.0";

/** Why a report in this language is kept but not read; null for English. */
function whyUnread(language: string): string | null {
  if (language === "en") return null;
  return language === "und" ? "its language cannot be told" : `no engine for ${languageName(language)} yet`;
}

/** Reads one report. The same report, weights and options give the same Reading, byte for byte. */
export function read(report: Report, weights: Weights, options: ReadOptions = { minConfidence: 0 }): Reading {
  const why = whyUnread(report.language);
  const nothing = {
    id: report.id,
    report,
    unread: why === null ? null : { why },
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
  if (why !== null) return nothing;
  const analysis = analyse(report.text, weights.base);
  const found = find(analysis, weights.attribution);
  const outer = statementsOf(analysis, found, Math.max(LEAST_SURE, options.minConfidence));
  const nested = nest(analysis, outer, { model: weights.meaning.nested, verbClass: weights.meaning.verbClass });
  const meaning = interpret(analysis, nested, weights.meaning);
  const { times, clocks } = readClocks(meaning.statements, analysis, {
    published: report.published?.edtf ?? null,
    dateline: report.dateline,
  });
  return { ...nothing, ...meaning, statements: meaning.statements.map((s, i) => ({ ...s, ...clocks[i]! })), times };
}
