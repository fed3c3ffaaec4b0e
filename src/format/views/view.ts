import type { Reading } from "../../model/reading.ts";
import type { StatementId } from "../../model/statement.ts";
import { type Row, rows } from "../row.ts";

/** One way of looking at readings: what its rows are, and how a row is put into words. */
export interface View<R = unknown> {
  /** Its command. */
  readonly name: string;
  /** What one row is called: "request". */
  readonly noun: string;
  readonly rows: (reading: Reading) => readonly R[];
  /** Cells of the sheet, in order: heading and how a cell is filled. */
  readonly columns: readonly (readonly [heading: string, cell: (row: R) => string])[];
  /** Line of the log: where, the words in front, and what else is known. */
  readonly entry: (row: R) => Entry;
}

export interface Entry {
  /** "12:3", or empty where a row has no one place. */
  readonly place: string;
  /** Joined by " · "; the first one is the one who acts. */
  readonly words: readonly string[];
  readonly more: readonly { readonly label: string; readonly words: string }[];
}

/** A statement told in short, as other rows point to it. */
export interface Brief {
  readonly statement: StatementId;
  readonly line: number;
  readonly column: number;
  readonly who: string;
  readonly act: string | null;
  readonly what: string;
}

/** The rows of a reading by the id of their statement. */
export const rowsById = (reading: Reading): Map<StatementId, Row> =>
  new Map(rows(reading).map((row) => [row.statement.id, row]));

/** Who makes a statement, in words: the parties, else the words of its source. */
export const whoOf = (row: Row): string => row.speakers.join(", ") || row.who || "(nobody named)";

export const briefOf = (row: Row): Brief => ({
  statement: row.statement.id,
  line: row.place.line,
  column: row.place.column,
  who: whoOf(row),
  act: row.statement.act,
  what: row.what,
});

export const placeOf = (at: { readonly line: number; readonly column: number }): string => `${at.line}:${at.column}`;

/** A statement in one phrase: "Ana Lisk denies: that there is a plan (3:1)". */
export const told = (b: Brief): string => `${b.who} ${b.act ?? "says"}: ${b.what} (${placeOf(b)})`;

/** Labelled words without those that are empty. */
export const known = (all: readonly (readonly [label: string, words: string])[]) =>
  all.filter(([, words]) => words !== "").map(([label, words]) => ({ label, words }));

export const list = (items: readonly string[]): string => items.join("; ");
