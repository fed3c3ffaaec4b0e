import type { Reading } from "../model/reading.ts";
import type { TextSpan } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { TimeExpression, TimeValue } from "../model/time.ts";
import { edtfEnds, ordinal, type PartialDate } from "./timeline-dates.ts";

/** Which of the three dates a timeline goes by. */
export const TIMELINE_ORDERS = ["event", "statement", "publication"] as const;
export type TimelineOrder = (typeof TIMELINE_ORDERS)[number];

/** One line of a timeline: a statement, or something dated that the report tells in its own voice. */
export interface TimelineRow {
  readonly report: string;
  readonly outlet: string | null;
  readonly title: string | null;
  /** Id of the statement; null where the outlet itself tells. */
  readonly statement: string | null;
  readonly who: string;
  readonly cue: string;
  readonly what: string;
  /** EDTF of the date the timeline goes by; null: not dated. */
  readonly date: string | null;
  /** UTC bounds, as in the Reading; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  /** The words the date stands on, and what they were counted from. */
  readonly words: string;
  readonly why: string;
  readonly published: string | null;
}

const phrase = (spans: readonly TextSpan[]): string => spans.map((span) => span.text.replace(/\s+/g, " ")).join(" … ");

/** Statements and dated events of readings as rows in order of one of the three dates; what has no such date comes last. */
export function timeline(readings: readonly Reading[], by: TimelineOrder): TimelineRow[] {
  const rows = readings.flatMap((reading) => (by === "event" ? eventRows(reading) : statementRows(reading, by)));
  const keys = new Map(rows.map((row) => [row, keyOf(row)]));
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => {
      const [x, y] = [keys.get(a.row)!, keys.get(b.row)!];
      return x[0] - y[0] || x[1] - y[1] || a.index - b.index;
    })
    .map(({ row }) => row);
}

const LAST = 1e12;

function keyOf(row: TimelineRow): readonly [number, number] {
  if (row.date === null) return [LAST, LAST];
  const { first, last } = edtfEnds(row.date);
  const to = last === null ? LAST / 2 : ordinal(last, false);
  return [first === null ? (last === null ? LAST / 2 : to - 0.5) : ordinal(first, true), to];
}

const shared = (reading: Reading) => ({
  report: reading.id,
  outlet: reading.report.outlet,
  title: reading.report.title,
  published: reading.report.published?.edtf ?? null,
});

function statementRows(reading: Reading, by: "statement" | "publication"): TimelineRow[] {
  return reading.statements.map((s) => {
    const time: TimeValue | null = by === "statement" ? s.said : reading.report.published;
    return {
      ...shared(reading),
      statement: s.id,
      who: phrase(s.source),
      cue: phrase(s.cue),
      what: phrase(s.content),
      date: time?.edtf ?? null,
      from: time?.from ?? null,
      to: time?.to ?? null,
      words: "",
      why: by === "statement" ? s.saidWhy : "when the report was published",
    };
  });
}

function eventRows(reading: Reading): TimelineRow[] {
  const rows: TimelineRow[] = [];
  const told = new Set<number>();
  const dated = (t: TimeExpression | undefined): t is TimeExpression =>
    t !== undefined && t.time !== null && t.type !== "SET";
  for (const s of reading.statements)
    for (const index of s.about) {
      const t = reading.times[index];
      told.add(index);
      if (dated(t))
        rows.push({
          ...shared(reading),
          statement: s.id,
          who: phrase(s.source),
          cue: phrase(s.cue),
          what: phrase(s.content),
          ...dateOf(t),
        });
    }
  for (const s of reading.statements) {
    const index = saidBy(s, reading.times);
    if (index >= 0) told.add(index);
  }
  reading.times.forEach((t, index) => {
    if (told.has(index) || !dated(t)) return;
    rows.push({
      ...shared(reading),
      statement: null,
      who: "",
      cue: "",
      what: around(reading.report.text, t),
      ...dateOf(t),
    });
  });
  return rows;
}

/** The time that dates the words of saying themselves, which is no event; -1 without one. */
function saidBy(s: Statement, times: readonly TimeExpression[]): number {
  const cue = s.cue[0];
  if (cue === undefined || s.said?.rule !== "said-explicit") return -1;
  const distance = (t: TimeExpression) => Math.abs(t.start - cue.start);
  let low = 0;
  for (let high = times.length; low < high; ) {
    const mid = (low + high) >> 1;
    if (times[mid]!.start < cue.start - REACH) low = mid + 1;
    else high = mid;
  }
  let best = -1;
  for (let i = low; i < times.length && times[i]!.start <= cue.start + REACH; i++) {
    const t = times[i]!;
    if (t.edtf?.replace(/T.*$/, "") !== s.said?.edtf) continue;
    if (best < 0 || distance(t) < distance(times[best]!)) best = i;
  }
  return best;
}

const dateOf = (t: TimeExpression) => ({
  date: t.time!.edtf,
  from: t.time!.from,
  to: t.time!.to,
  words: t.text,
  why: t.why,
});

const REACH = 160;

/** The sentence around a time in the outlet's own telling, held to so many characters each way. */
function around(text: string, t: TimeExpression): string {
  const before = text.slice(Math.max(0, t.start - REACH), t.start);
  const after = text.slice(t.end, t.end + REACH);
  const opens = before.search(/[^.!?\n]*$/);
  const cut = opens === 0 && t.start > REACH;
  const from = cut ? before.indexOf(" ") + 1 : opens;
  const stop = after.search(/[.!?](?=\s|$)|\n/);
  return `${cut ? "… " : ""}${before.slice(from)}${t.text}${stop < 0 ? after : after.slice(0, stop + 1)}`
    .replace(/\s+/g, " ")
    .trim();
}

/** First and last date of a row, for drawing; null at an open end. */
export function endsOf(row: TimelineRow): { readonly first: PartialDate | null; readonly last: PartialDate | null } {
  return row.date === null ? { first: null, last: null } : edtfEnds(row.date);
}
