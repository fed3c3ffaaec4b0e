import type { Corrections, Entry, EntryStatus } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import type { Original, Report } from "../model/report.ts";
import type { LogRow } from "../model/row.ts";
import type { Span } from "../model/span.ts";
import type { LogLine } from "./log.ts";

/** What is handed in to be kept. */
export interface Kept {
  readonly report: Report;
  /** Null where it is not read (no engine for its language): it can be logged by hand. */
  readonly reading: Reading | null;
  /** The bytes the text was taken from: the page, the PDF, the export's message. */
  readonly original: Uint8Array | null;
  /** What makes it the same report when it is added again: its address, else where it came from. */
  readonly key: string;
}

/** How a report stands to what is kept: never seen, other words, other engine, or the same. */
export type Standing = "new" | "changed" | "unread" | "present";

export interface Added {
  readonly standing: Standing;
  readonly report: string;
  readonly version: number;
  readonly statements: number;
  /** Entries whose words cannot be found in what was added. */
  readonly orphaned: number;
}

/** A kept report in a list. Dates are instants; `statements` counts rows of the claim log, rejected ones left out. */
export interface ReportRow {
  readonly id: string;
  readonly version: number;
  readonly versions: number;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly archived: string | null;
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly language: string;
  readonly unread: string | null;
  readonly statements: number;
  readonly added: string;
  readonly addedBy: string;
  readonly confidential: boolean;
  readonly embargo: string | null;
  readonly notes: string | null;
}

/** One version of a kept report with what the machine reads in it now (older versions are kept without a reading). */
export interface KeptReport {
  readonly row: ReportRow;
  readonly report: Report;
  readonly reading: Reading | null;
  /** The ID in the investigation of each statement of the reading, by its ID there. */
  readonly ids: ReadonlyMap<string, string>;
}

/** Who writes, when, and why. */
export interface Author {
  readonly by: string;
  readonly why?: string | null;
  /** The entry this one is meant to replace; when another has come in between, the change is refused. */
  readonly replaces?: string | null;
}

/** A person's change to a statement or a report, as much of it as is given. */
export interface Change {
  readonly status?: EntryStatus;
  readonly fields?: Corrections;
  /** The words it should hold instead, in the present version. */
  readonly spans?: readonly Span[];
  readonly note?: string | null;
  readonly progress?: string | null;
  readonly confidential?: boolean;
  readonly embargo?: string | null;
}

/** What to look for; every part narrows. Dates are half-open intervals of instants; null is open. */
export interface Query {
  /** Words, "a phrase", a prefix*; stemmed. Empty: everything that the filters leave. */
  readonly words: string;
  readonly by?: string;
  readonly to?: string;
  readonly about?: string;
  readonly act?: string;
  readonly outlet?: string;
  readonly report?: string;
  readonly said?: readonly [string | null, string | null];
  readonly event?: readonly [string | null, string | null];
  readonly published?: readonly [string | null, string | null];
  readonly status?: EntryStatus;
  readonly orphaned?: boolean;
  readonly minConfidence?: number;
  readonly limit?: number;
  readonly offset?: number;
}

export interface Found {
  readonly total: number;
  /** False when counting stopped early: there are at least `total`. */
  readonly exact: boolean;
  readonly rows: readonly LogRow[];
}

/** Somebody across reports. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly statements: number;
  readonly reports: number;
  /** Persons that were merged into this one by hand. */
  readonly merged: readonly string[];
}

/** A merge or split of people, which can be undone. */
export interface Decision {
  readonly id: string;
  readonly kind: "merge" | "split";
  readonly from: string;
  readonly into: string;
  readonly alias: string | null;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  readonly undone: string | null;
}

/** The state of the log in one line: how many lines, and the hash of the last. */
export interface Fingerprint {
  readonly lines: number;
  readonly hash: string;
}

export interface Verification {
  readonly ok: boolean;
  readonly fingerprint: Fingerprint;
  /** The first thing that does not hold, in a sentence. */
  readonly broken: string | null;
  readonly reports: number;
  readonly entries: number;
  readonly removed: number;
  readonly stamps: readonly Stamp[];
}

/** An RFC 3161 time-stamp over a fingerprint. */
export interface Stamp {
  readonly lines: number;
  readonly hash: string;
  readonly time: string;
  readonly authority: string;
  readonly response: Uint8Array;
}

export interface Removed {
  readonly report: string | null;
  readonly entries: number;
  readonly lines: number;
  /** False while another program keeps the file's old pages in use; they go when the last one closes it. */
  readonly purged: boolean;
}

/**
 * One investigation: reports, readings and people's entries, kept together. Everything is asynchronous and nothing here
 * knows what it is kept in. Every write is whole or not at all, and stands in the log.
 */
export interface Investigation {
  readonly name: string;
  readonly readOnly: boolean;

  /** How a report stands to what is kept, by its key, text, metadata and the engine that would read it. */
  standing(report: Report, key: string, engine: string | null): Promise<Standing>;
  /** Keeps a report and its reading; a changed one becomes a new version, the same one again changes nothing. */
  add(kept: Kept, author: Author): Promise<Added>;

  reports(): AsyncIterable<ReportRow>;
  report(id: string, version?: number): Promise<KeptReport>;
  versions(id: string): Promise<readonly Version[]>;
  /** The bytes as they came, or null where none were handed in. */
  original(id: string, version?: number): Promise<{ original: Original; bytes: Uint8Array } | null>;

  /** The claim log in order of reports and text; rejected rows only when asked for. */
  rows(filter?: { report?: string; rejected?: boolean }): AsyncIterable<LogRow>;
  row(id: string): Promise<LogRow>;
  search(query: Query): Promise<Found>;

  /** Changes a statement ("R3.4") or a report ("R3") as a person. */
  change(id: string, change: Change, author: Author): Promise<Entry>;
  /** Adds a statement that was missed, by its words in the present version. */
  addStatement(report: string, spans: readonly Span[], change: Change, author: Author): Promise<Entry>;
  /** Goes back to what stood before the last entry on a statement or report; itself an entry. */
  undo(id: string, author: Author): Promise<Entry>;
  /** Every entry on a statement or report, oldest first. */
  history(id: string): Promise<readonly Entry[]>;
  entries(): AsyncIterable<Entry>;

  people(): Promise<readonly Person[]>;
  merge(from: string, into: string, author: Author): Promise<Decision>;
  /** Takes a name out of a person: those called so become another person. */
  split(person: string, alias: string, author: Author): Promise<Decision>;
  undoDecision(id: string, author: Author): Promise<Decision>;
  decisions(): Promise<readonly Decision[]>;

  /** Purges a report with all its versions and entries, or the entries on a statement; leaves commitments. */
  remove(id: string, author: Author): Promise<Removed>;
  log(): AsyncIterable<LogLine>;
  fingerprint(): Promise<Fingerprint>;
  /** Recomputes everything; with a fingerprint kept elsewhere, also that the log still leads through it. */
  verify(kept?: Fingerprint): Promise<Verification>;
  stamp(stamp: Omit<Stamp, "lines" | "hash">, over: Fingerprint, author: Author): Promise<void>;
  close(): Promise<void>;
}

/** One version of a report in its history. */
export interface Version {
  readonly version: number;
  readonly sha256: string;
  readonly added: string;
  readonly addedBy: string;
  readonly retrieved: string | null;
  readonly length: number;
}
