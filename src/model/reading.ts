import type { Dispute } from "./dispute.ts";
import type { Label, Party } from "./party.ts";
import type { Quantity } from "./quantity.ts";
import type { Report } from "./report.ts";
import type { TextSpan } from "./span.ts";
import type { Statement } from "./statement.ts";
import type { TimeExpression } from "./time.ts";

/** Why a report was kept but not read ("no engine for Russian yet"). */
export interface Unread {
  readonly why: string;
}

/**
 * What the machine read in one report. A pure function of text, metadata, weights and version:
 * the same input gives the same Reading, byte for byte.
 */
export interface Reading {
  readonly id: string;
  readonly report: Report;
  readonly unread: Unread | null;
  readonly parties: readonly Party[];
  readonly statements: readonly Statement[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly labels: readonly Label[];
  readonly disputes: readonly Dispute[];
  readonly outletVoice: readonly TextSpan[];
  readonly version: string;
  readonly weights: readonly string[];
}
