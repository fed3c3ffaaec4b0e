import type { PartyKind } from "./party.ts";
import type { Act, Mode } from "./statement.ts";
import type { Instant } from "./time.ts";

export type EntryId = string;

/**
 * Words held by quotation, not by place (W3C TextQuoteSelector with a TextPositionSelector as a hint):
 * `prefix` and `suffix` are up to 32 UTF-16 code units on either side.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

export const ENTRY_STATUSES = ["unchecked", "checked", "corrected", "added", "rejected"] as const;

/** How far people have come with a statement; "unchecked" until somebody looked. */
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** What a person says instead of the machine; a field that is absent leaves the machine's reading as it is. Dates are EDTF. */
export interface Corrections {
  readonly speakers?: readonly string[];
  readonly role?: string | null;
  readonly kind?: PartyKind;
  readonly act?: Act | null;
  readonly mode?: Mode;
  readonly negated?: boolean;
  readonly said?: string | null;
  readonly event?: readonly string[];
  readonly addressees?: readonly string[];
  readonly targets?: readonly string[];
  /** Of a whole report: the address under which a copy is archived. */
  readonly archived?: string | null;
}

/**
 * A person's row in the claim log, whole: what was known after this step. It is never overwritten; the next one
 * `replaces` it. It finds its words again in any version of the text, or says that it is orphaned.
 */
export interface Entry {
  readonly id: EntryId;
  readonly report: string;
  /** The statement's ID in the investigation ("R12.3"); null: the entry is about the whole report. */
  readonly statement: string | null;
  /** The words as a person holds them, one quotation a stretch. */
  readonly quote: readonly Quote[];
  /** The words the machine had read, by which its statement is found again; empty when a person added it. */
  readonly read: readonly Quote[];
  readonly fields: Corrections;
  readonly status: EntryStatus;
  readonly note: string | null;
  /** A free label for the desk's own steps ("call back", "legal"). */
  readonly progress: string | null;
  readonly confidential: boolean;
  /** Until when every export leaves it out; null: no embargo. */
  readonly embargo: Instant | null;
  readonly why: string | null;
  readonly by: string;
  readonly at: Instant;
  readonly replaces: EntryId | null;
}
