import type { Instant } from "./time.ts";

/** What a clock says was done at its time, in the words shown to people. */
export type ClockRole =
  | "captured"
  | "digitised"
  | "written"
  | "edited"
  | "exported"
  | "downloaded"
  | "posted"
  | "software built"
  | "typed by a person";

/** Whose time it is: only clocks of "this file" can carry a verdict; the rest are leads or background. */
export type ClockSubject = "this file" | "ingredient" | "name" | "software" | "file system";

/** How a stored value is to be read. Counts are decimal text in `raw`. */
export type ClockEncoding = "text" | "seconds since 1904" | "nanoseconds since 2001" | "seconds since 1970";

/** A clock as a reader found it, before anything is made of it. */
export interface StoredClock {
  /** Where it stands, in the format's own words: "moov/mvhd creation_time". */
  readonly field: string;
  /** ExifTool's name for the same field ("QuickTime:CreateDate"), for comparing the two readers; null: it has none. */
  readonly tag: string | null;
  /** As stored; never trusted: control characters and markup may stand in it. */
  readonly raw: string;
  readonly encoding: ClockEncoding;
  /** The zone stored beside the value ("+03:00"), where the format keeps it in another field. */
  readonly zone: string | null;
  /** True where the format says UTC and its writers keep to it (Matroska DateUTC, GPS); false elsewhere. */
  readonly utc: boolean;
  /** Byte offset in the whole file; null when the reader does not tell. */
  readonly offset: number | null;
  readonly role: ClockRole;
  readonly subject: ClockSubject;
  readonly reader: MediaReader;
  /** One phrase about what this clock means, or "". */
  readonly meaning: string;
}

export type MediaReader = "hearsay" | "exiftool" | "both";

/** Something that is not a clock but bears on one: a program's name, a position, a file name inside the file. */
export interface Hint {
  readonly kind: "software" | "device" | "longitude" | "ingredient name" | "project path";
  readonly value: string;
  readonly field: string;
  readonly offset: number | null;
}

/** One file inside a file: the file itself, or what stands behind its end. Offsets are of the whole file. */
export interface MediaPart {
  readonly kind: string;
  readonly start: number;
  readonly clocks: readonly StoredClock[];
  readonly hints: readonly Hint[];
  /** What the reader saw and could not use, one sentence each ("the text chunk is left out"). */
  readonly notes: readonly string[];
  /** Why nothing could be read, or null. */
  readonly broken: string | null;
  /** True when a limit was reached: such a file is not handed to another reader. */
  readonly capped: boolean;
}

export type ClockState = "usable" | "not set" | "not a date" | "in the future" | "shown only";

export type ZoneBasis = "stored" | "specification" | "inferred" | "unknown";

/** A clock with its meaning. `from` and `to` bound the instant in UTC; null when the value is no usable time. */
export interface Clock {
  readonly field: string;
  readonly raw: string;
  /** The wall clock as read, ISO 8601 as far as it goes; null when it is no date. */
  readonly value: string | null;
  readonly offset: number | null;
  readonly readers: readonly ("hearsay" | "exiftool")[];
  readonly role: ClockRole;
  readonly subject: ClockSubject;
  readonly state: ClockState;
  /** "+03:00", or null. */
  readonly zone: string | null;
  readonly zoneBasis: ZoneBasis;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Every reading of an ambiguous value; empty when there is one. */
  readonly readings: readonly string[];
  readonly meaning: string;
}

export const VERDICTS = [
  "predates",
  "consistent",
  "postdates",
  "conflict",
  "inconclusive",
  "no-evidence",
  "unreadable",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What a verdict is called for people; the codes are for programs. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  predates: "the file's clock reads earlier",
  consistent: "the file's clock fits",
  postdates: "this copy was written later",
  conflict: "the file's clocks disagree with one another",
  inconclusive: "the file's clocks do not settle it",
  "no-evidence": "no usable dates in this copy",
  unreadable: "this file could not be read",
};

export type Strength = "strong" | "moderate" | "weak" | "lead" | "-";

/** Every rule that can speak in a result; docs/media.md says what each rests on. */
export const MEDIA_RULES = [
  "making-clock-before",
  "making-clock-after",
  "making-clock-fits",
  "begun-then-saved",
  "reset-day",
  "zone-could-explain",
  "clock-drift",
  "clocks-around",
  "older-than-publication",
  "much-older",
  "written-after-publication",
  "edited-later",
  "software-built-later",
  "order-of-steps",
  "capture-clocks-apart",
  "no-usable-dates",
  "unset",
  "future",
  "two-readings",
  "no-zone",
  "zone-inferred",
  "editor-zone",
  "template",
  "position",
  "name",
  "ingredient-names",
  "ingredient-clocks",
  "project-path",
  "typed",
  "two-files",
  "no-claim",
  "unreadable",
] as const;

export type MediaRule = (typeof MEDIA_RULES)[number];

/** Why, by a rule named in docs/media.md; `clocks` are indices into the clocks beside it. */
export interface Reason {
  readonly rule: MediaRule;
  readonly text: string;
  readonly clocks: readonly number[];
}

/** A time somebody claims: an interval in UTC with the zone it was given in (minutes east; null: none was given). */
export interface ClaimedTime {
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: number | null;
  readonly given: string;
}

/** What the file is said to show, or when it is said to have been published. */
export interface MediaClaim {
  readonly shownAt: ClaimedTime | null;
  readonly publishedAt: ClaimedTime | null;
}

/** What one set of clocks says to the claim. */
export interface Finding {
  readonly verdict: Verdict;
  readonly strength: Strength;
  readonly reasons: readonly Reason[];
}

/** One file inside the file with its own finding. */
export interface CheckedPart extends Finding {
  readonly kind: string;
  readonly start: number;
  readonly clocks: readonly Clock[];
}

/** One named file, checked. `clocks` are those of all parts in order; `parts` has more than one entry when two files stand in one. */
export interface Exhibit extends Finding {
  readonly file: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly kind: string | null;
  readonly clocks: readonly Clock[];
  readonly parts: readonly CheckedPart[];
  readonly notes: readonly string[];
  readonly error?: string;
}

/** The result of `hearsay check`: the claim, the day taken as today, and one entry for every file named. */
export interface MediaCheck {
  /** What the files were checked against; null when their clocks were only listed. */
  readonly claim: MediaClaim | null;
  readonly now: Instant;
  readonly readers: string;
  readonly caveat: string;
  readonly exhibits: readonly Exhibit[];
  readonly version: string;
}
