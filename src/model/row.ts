import type { EntryId, EntryStatus } from "./entry.ts";
import type { PartyKind } from "./party.ts";
import type { Span } from "./span.ts";
import type { Act, Mode } from "./statement.ts";

/** Somebody in the claim log: as the report names them, and which person of the investigation they are. */
export interface RowParty {
  readonly name: string;
  /** "P7"; null for unnamed sources, which are never merged. */
  readonly person: string | null;
  readonly kind: PartyKind;
  readonly role: string | null;
}

/** A date in the claim log: EDTF, its half-open interval in UTC, and why it was so resolved. */
export interface RowDate {
  readonly edtf: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
}

/** A row of the claim log: a statement as the machine read it and people left it, with the report it stands in. */
export interface LogRow {
  /** "R12.3": third statement of the twelfth report. Stays with its words when the report is read again. */
  readonly id: string;
  readonly report: string;
  readonly version: number;
  readonly within: string | null;
  readonly saidBy: readonly RowParty[];
  /** Why nobody is given; null when somebody is. */
  readonly unknown: string | null;
  readonly act: Act | null;
  readonly mode: Mode;
  readonly negated: boolean | null;
  readonly words: string;
  readonly spans: readonly Span[];
  readonly source: string;
  readonly cue: string;
  readonly channel: string | null;
  readonly saidTo: readonly RowParty[];
  readonly about: readonly RowParty[];
  readonly performers: readonly RowParty[];
  readonly disputedBy: readonly { readonly id: string; readonly kind: string }[];
  readonly event: readonly RowDate[];
  readonly said: RowDate | null;
  /** Why there is no statement date, where there is none. */
  readonly saidWhy: string;
  readonly published: RowDate | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly archived: string | null;
  readonly retrieved: string | null;
  readonly hedges: readonly string[];
  readonly numbers: readonly string[];
  /** 0..1; null for what a person added. */
  readonly confidence: number | null;
  readonly status: EntryStatus;
  /** Why its words cannot be found in the present version; null: they can. */
  readonly orphaned: string | null;
  readonly progress: string | null;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly notes: string | null;
  readonly confidential: boolean;
  readonly embargo: string | null;
  readonly entry: EntryId | null;
}
