import type { PartyId } from "./party.ts";
import type { Evidence, TextSpan } from "./span.ts";
import type { TimeValue } from "./time.ts";

export type StatementId = string;

/** All content in quotation marks, none of it, or part of it. */
export type Mode = "direct" | "indirect" | "mixed";

export const ACTS = [
  "says",
  "denies",
  "accuses",
  "asks",
  "orders",
  "promises",
  "warns",
  "estimates",
  "announces",
  "questions",
  "thinks",
  "judges",
] as const;

/** What a speaker does by saying it. */
export type Act = (typeof ACTS)[number];

/** Doubt about the content, marked by the speaker ("may") or by the reporter ("what they claim is"). */
export interface Hedge extends TextSpan {
  readonly by: "speaker" | "reporter";
}

/** Why no speaker is given, and who it might be. */
export interface UnknownSpeaker {
  readonly why: string;
  readonly candidates: readonly PartyId[];
}

/** Each 0..1 and calibrated: of those at 0.8, 80 % are right. Null where nothing has been judged. */
export interface Confidence {
  readonly statement: number;
  readonly speaker: number | null;
  readonly act: number | null;
  readonly said: number | null;
}

/**
 * Somebody's statement in somebody's report: source, cue and content as in PARC and PolNeAR.
 * Spans may be discontinuous; any of the three may be empty. Fields no stage has filled are null or empty.
 */
export interface Statement {
  readonly id: StatementId;
  readonly source: readonly TextSpan[];
  readonly cue: readonly TextSpan[];
  readonly content: readonly TextSpan[];
  readonly mode: Mode;
  readonly speakers: readonly PartyId[];
  readonly unknownSpeaker: UnknownSpeaker | null;
  readonly act: Act | null;
  readonly negated: boolean | null;
  readonly hedges: readonly Hedge[];
  readonly addressees: readonly PartyId[];
  readonly targets: readonly PartyId[];
  readonly performers: readonly PartyId[];
  readonly channel: TextSpan | null;
  readonly said: TimeValue | null;
  readonly saidWhy: string;
  /** Indices into `Reading.times`: when what it tells of is said to have happened. */
  readonly about: readonly number[];
  /** The statement whose content this one stands in; null: the outlet's own report. */
  readonly within: StatementId | null;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}
