import type { TextSpan } from "./span.ts";

/** An instant as ISO 8601 in UTC ("2022-02-18T00:00:00Z"). */
export type Instant = string;

/** A time with its uncertainty: EDTF (ISO 8601-2) and a half-open UTC interval; a null bound is open. */
export interface TimeValue {
  readonly edtf: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** What it was counted from: "publication", "utterance", "text", or the words of an event. */
  readonly anchor: string | null;
  readonly rule: string;
  readonly basis: "explicit" | "inferred";
}

/** A time expression in the text: TIMEX3 `type` and `value`, EDTF where the expression is a date. */
export interface TimeExpression extends TextSpan {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
  readonly edtf: string | null;
  readonly time: TimeValue | null;
  readonly why: string;
}
