import type { Analysis } from "../model/analysis.ts";
import type { Dateline } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { TimeExpression, TimeValue } from "../model/time.ts";
import { civil, dayOf, parseDay } from "./calendar.ts";
import { dateLine, datelinePlace } from "./dateline.ts";
import { edtfOf } from "./edtf.ts";
import { findExpressions } from "./find/find.ts";
import { interval } from "./interval.ts";
import type { Found } from "./meaning.ts";
import { isNarrative } from "./narrative.ts";
import { resolve } from "./resolve.ts";
import { endOf, holding } from "./stamp.ts";
import type { Settled, State } from "./state.ts";
import { isTagged, tenseAt } from "./tense.ts";
import { timexOf } from "./timex.ts";
import { splitWords } from "./words.ts";
import { zoneOf } from "./zone.ts";

/** What is known of a report beside its text. All may be missing. */
export interface TimeContext {
  /** ISO date or date and time of publication. */
  readonly published: string | null;
  readonly dateline?: Dateline | null;
  /** A place or an offset ("Kyiv", "+02:00") whose days are meant where nothing else is said. */
  readonly zone?: string | null;
  /** Stretches of quoted speech whose own day is known (days since 1970): "tomorrow" in them counts from that day. In order, apart. */
  readonly utterances?: readonly Utterance[];
  /** Stretches (contents of statements, in order, apart) in which "after the vote" is put on record too. */
  readonly events?: readonly Span[];
}

export interface Utterance extends Span {
  readonly day: number;
}

/** The day of publication as a time, the report's own date line first; null when unknown. */
export function publicationDay(text: string, context: TimeContext): TimeValue | null {
  const own = context.dateline?.date == null ? null : parseDay(context.dateline.date);
  const page = context.published === null ? null : parseDay(context.published);
  const w = splitWords(text.slice(0, 700));
  const line = own === null ? dateLine(w, findExpressions(w), page, (day) => civil(day).year) : null;
  const day = own ?? line?.day ?? page;
  if (day === null) return null;
  const zone = zoneHere(text, context);
  const settled: Settled = {
    stamp: holding("day", day),
    anchor: "publication",
    rule: "publication",
    basis: "inferred",
    why: "the day of publication",
  };
  return {
    edtf: edtfOf(settled.stamp!),
    ...spanOf(settled, zone),
    anchor: "publication",
    rule: "publication",
    basis: "inferred",
  };
}

/** The zone whose days are meant: what the caller says, the dateline's zone, or that of the place it names. */
const zoneHere = (text: string, { zone, dateline }: TimeContext): State["zone"] =>
  zoneOf(zone) ?? zoneOf(dateline?.zone) ?? zoneOf(dateline?.place) ?? zoneOf(datelinePlace(text));

const spanOf = (settled: Settled, zone: State["zone"]): { from: string | null; to: string | null } => {
  const bounds = interval(settled, edtfOf(settled.stamp!), zone);
  return { from: bounds?.from ?? null, to: bounds?.to ?? null };
};

/** Finds every expression of time in a text and resolves it. Works with or without tags and heads. */
export function findTimes(analysis: Analysis, context: TimeContext): TimeExpression[] {
  const { text } = analysis;
  const w = splitWords(text);
  const all = findExpressions(w, (context.events?.length ?? 0) > 0);
  const tagged = isTagged(analysis);
  const found = all.filter(
    (f) => f.meaning.kind !== "event" || isInside(w.starts[f.first]!, w.ends[f.last - 1]!, context.events ?? []),
  );
  const own = context.dateline?.date == null ? null : parseDay(context.dateline.date);
  const page = context.published === null ? null : parseDay(context.published);
  const line = own === null ? dateLine(w, found, page, (day) => civil(day).year) : null;
  const published = own ?? line?.day ?? page;
  const state: State = {
    published,
    anchor: own !== null || (line !== null && line.day !== page) ? "the date line" : "publication",
    narrative: isNarrative(found),
    zone: zoneHere(text, context),
    last: null,
    lastYear: null,
    lastMonth: null,
    aside: null,
    lastQuarter: null,
    lastQuarterEnd: 0,
    lastEnd: 0,
    tenseOf: (offset) => tenseAt(analysis, tagged, offset),
    possessive: (offset) => /^[A-Za-z]+['’]s\b/.test(text.slice(offset, offset + 14)),
  };
  const times: TimeExpression[] = [];
  const utterances = context.utterances ?? [];
  let spoken = 0;
  for (const f of found) {
    const start = w.starts[f.first]!;
    while (spoken < utterances.length && utterances[spoken]!.end <= start) spoken++;
    const speech = utterances[spoken];
    const end = w.ends[f.last - 1]!;
    if (f.meaning.kind === "reference" && w.lower[f.first] === "soon" && state.tenseOf(start) !== "future") continue;
    const quoted =
      speech !== undefined && speech.start <= start ? { ...state, published: speech.day, anchor: "utterance" } : state;
    const settled = withinYears(resolve(f, start, quoted));
    times.push(expression(f, settled, { start, end, text: text.slice(start, end) }, state));
    remember(f, settled, start, end, state, line?.found === f, text[start - 1] === "(");
  }
  return times;
}

/** True when a stretch lies in one of some spans, which are in order and apart. */
function isInside(start: number, end: number, spans: readonly Span[]): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spans[mid]!.end < end) low = mid + 1;
    else high = mid;
  }
  return low < spans.length && spans[low]!.start <= start && end <= spans[low]!.end;
}

const [FIRST, LAST] = [dayOf(-9998, 1, 1), dayOf(9999, 12, 31)];

/** Keeps to the years that EDTF and TIMEX3 write with four digits; what falls outside is only past or future. */
function withinYears(settled: Settled): Settled {
  const { stamp, bounds } = settled;
  const days = [stamp?.day, stamp === null ? undefined : endOf(stamp) - 1, bounds?.from, bounds?.to].filter(
    (d) => d != null,
  );
  if (days.every((d) => d >= FIRST && d <= LAST)) return settled;
  const value = days.some((d) => d > LAST) ? "FUTURE_REF" : "PAST_REF";
  const { anchor, rule, basis } = settled;
  return {
    stamp: null,
    value: settled.stamp === null ? (settled.value ?? value) : value,
    edtf: null,
    anchor,
    rule,
    basis,
    why: "outside the years a calendar writes",
  };
}

/** What later expressions may count from. */
function remember(
  f: Found,
  settled: Settled,
  start: number,
  end: number,
  state: State,
  isLine: boolean,
  bracketed: boolean,
): void {
  const stamp = settled.stamp;
  if (stamp === null || isLine) return;
  const m = f.meaning;
  const compared = m.kind === "shift" && m.unit === "year" && m.amount === 1 && !state.narrative;
  if (compared) return;
  const year = civil(stamp.day).year;
  // In a history what is counted from the publication, put in brackets or placed ahead is a glance aside.
  if (state.narrative && settled.anchor === state.anchor) return;
  if (
    state.narrative &&
    m.kind === "date" &&
    m.year !== undefined &&
    m.month === undefined &&
    (bracketed || state.tenseOf(start) === "future")
  )
    return;
  if (
    state.narrative &&
    m.kind === "date" &&
    m.year !== undefined &&
    state.lastYear !== null &&
    Math.abs(year - state.lastYear) > 12 &&
    state.aside !== year
  ) {
    if (state.aside === null || Math.abs(state.aside - year) > 12) {
      state.aside = year;
      return;
    }
  }
  state.aside = null;
  state.last = stamp;
  state.lastEnd = end;
  if (stamp.grain === "decade" || stamp.grain === "century" || stamp.grain === "millennium") return;
  if (stamp.grain === "month" || stamp.grain === "day") state.lastMonth = stamp.day;
  else if (year !== state.lastYear) state.lastMonth = null;
  state.lastYear = year;
  if (stamp.grain === "quarter" && f.rule !== "quarter-other-year") {
    state.lastQuarter = holding("quarter", stamp.day);
    state.lastQuarterEnd = end;
  }
}

function expression(
  f: Found,
  settled: Settled,
  span: { start: number; end: number; text: string },
  state: State,
): TimeExpression {
  const { stamp } = settled;
  const m = f.meaning;
  const value = settled.value ?? (stamp === null ? "XXXX" : timexOf(stamp));
  const edtf = settled.edtf !== undefined ? settled.edtf : stamp === null ? null : edtfOf(stamp, m.modifier);
  const type =
    m.kind === "duration"
      ? "DURATION"
      : m.kind === "set"
        ? "SET"
        : value.includes("T") && !value.endsWith("_REF")
          ? "TIME"
          : "DATE";
  return { ...span, type, value, edtf, time: timeValue(settled, edtf, state), why: settled.why };
}

function timeValue(settled: Settled, edtf: string | null, state: State): TimeValue | null {
  const bounds = interval(settled, edtf, state.zone);
  if (bounds === null && settled.anchor === null) return null;
  if (bounds === null && (edtf === null || settled.stamp === null)) {
    if (settled.rule !== "event" && settled.rule !== "duration-event") return null;
    return { edtf: "../..", from: null, to: null, anchor: settled.anchor, rule: settled.rule, basis: settled.basis };
  }
  return {
    edtf: edtf ?? bounds?.edtf ?? "../..",
    from: bounds?.from ?? null,
    to: bounds?.to ?? null,
    anchor: settled.anchor,
    rule: settled.rule,
    basis: settled.basis,
  };
}
