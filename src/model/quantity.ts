import type { TextSpan } from "./span.ts";
import type { StatementId } from "./statement.ts";

/** A number with what it counts, how it is bounded, and on whose authority. */
export interface Quantity extends TextSpan {
  readonly value: number;
  readonly upper: number | null;
  readonly unit: string;
  readonly bound: "exact" | "over" | "under" | "about" | "between";
  readonly authority: StatementId | null;
}
