import type { TextSpan } from "./span.ts";

export type PartyId = string;

export type PartyKind = "person" | "organization" | "government" | "group" | "document" | "unnamed";

/** Somebody or something that speaks, is spoken to or is spoken of in a report. */
export interface Party {
  readonly id: PartyId;
  readonly kind: PartyKind;
  /** The fullest name the report uses. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly PartyId[];
  readonly roles: readonly string[];
  readonly mentions: readonly TextSpan[];
}

/** A name a report uses for a party ("self-declared", "regime"), and in whose voice. */
export interface Label extends TextSpan {
  readonly party: PartyId;
  readonly voice: "outlet" | "reported" | "quoted";
}
