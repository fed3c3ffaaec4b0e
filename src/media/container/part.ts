import type { Hint, MediaPart, StoredClock } from "../../model/media.ts";

/** Most clocks kept of one part; the rest are counted and named in a note. */
export const MOST_CLOCKS = 2000;

/** What a reader writes into while it walks: everything it finds in one part of a file. */
export interface Draft {
  kind: string;
  readonly start: number;
  readonly clocks: StoredClock[];
  readonly hints: Hint[];
  readonly notes: string[];
  broken: string | null;
  capped: boolean;
  leftOut: number;
}

export function draft(kind: string, start: number): Draft {
  return { kind, start, clocks: [], hints: [], notes: [], broken: null, capped: false, leftOut: 0 };
}

export type ClockInput = Pick<StoredClock, "field" | "raw" | "role"> & Partial<StoredClock>;

/** Adds a clock; what is not given is text of this file, without a zone, read by us. */
export function addClock(to: Draft, clock: ClockInput): void {
  if (to.clocks.length >= MOST_CLOCKS) {
    to.leftOut++;
    return;
  }
  to.clocks.push({
    tag: null,
    encoding: "text",
    zone: null,
    utc: false,
    offset: null,
    subject: "this file",
    reader: "hearsay",
    meaning: "",
    ...clock,
    raw: clock.raw.slice(0, 200),
  });
}

export function addHint(to: Draft, kind: Hint["kind"], value: string, field: string, offset: number | null): void {
  if (value !== "" && to.hints.length < 200) to.hints.push({ kind, value: value.slice(0, 400), field, offset });
}

/** Notes are said once. */
export function addNote(to: Draft, note: string): void {
  if (!to.notes.includes(note) && to.notes.length < 50) to.notes.push(note);
}

/** A limit was reached: says what was left out, and keeps other readers away from the file. */
export function addLimit(to: Draft, note: string): void {
  to.capped = true;
  addNote(to, note);
}

export function finished(d: Draft): MediaPart {
  if (d.leftOut > 0) addLimit(d, `${d.leftOut} more clocks are left out: only the first ${MOST_CLOCKS} are kept`);
  const { kind, start, clocks, hints, notes, broken, capped } = d;
  return { kind, start, clocks, hints, notes, broken, capped };
}
