import { civil, dayOf, daysIn, mondayOf, weekdayOf } from "./calendar.ts";
import { edtfDay } from "./edtf.ts";
import { holidayDay } from "./holiday.ts";
import type { Meaning, Which } from "./meaning.ts";
import { sayDay, sayMonth, sayWeekday } from "./say.ts";
import { holding, type Stamp, seasonStamp, shifted } from "./stamp.ts";
import type { Settled, State } from "./state.ts";
import { timexClock, two } from "./timex.ts";

type DateMeaning = Extract<Meaning, { kind: "date" }>;

export const UNANCHORED = "no publication date is known, so nothing relative is counted; pass --published";

const explicit = (stamp: Stamp, rule: string, why: string): Settled => ({
  stamp,
  anchor: null,
  rule,
  basis: "explicit",
  why,
});
const relative = (stamp: Stamp, anchor: string, rule: string, why: string): Settled => ({
  stamp,
  anchor,
  rule,
  basis: "inferred",
  why,
});

/** Resolves an expression that names fields of the calendar. */
export function resolveDate(m: DateMeaning, rule: string, offset: number, state: State): Settled {
  const extras = {
    ...(m.part === undefined ? {} : { part: m.part }),
    ...(m.clock === undefined ? {} : { clock: m.clock }),
  };
  const settled = fields(m, rule, offset, state);
  return settled.stamp === null ? settled : { ...settled, stamp: { ...settled.stamp, ...extras } };
}

function fields(m: DateMeaning, rule: string, offset: number, state: State): Settled {
  if (m.holiday !== undefined) return resolveHoliday(m, m.holiday, rule, offset, state);
  if (m.quarter !== undefined || m.half !== undefined) return resolveQuarter(m, rule, offset, state);
  if (m.season !== undefined) return resolveSeason(m, rule, offset, state);
  if (m.month !== undefined) return resolveMonth(m, rule, offset, state);
  if (m.weekday !== undefined) return resolveWeekday(m, m.weekday, rule, offset, state);
  if (m.year !== undefined)
    return explicit(
      holding("year", dayOf(m.year, 1, 1)),
      rule,
      m.fiscal ? "the fiscal year named, taken as the calendar year" : "the year named",
    );
  return {
    stamp: null,
    value: "XXXX",
    edtf: null,
    anchor: null,
    rule,
    basis: "inferred",
    why: "no part of the calendar is named",
  };
}

/** The year a step or "of that year" points to; null without an anchor. */
function yearOfWhich(which: Which, state: State): { readonly year: number; readonly anchor: string } | null {
  const text = which.from !== "publication" && state.lastYear !== null && (which.from === "text" || state.narrative);
  if (text) return { year: state.lastYear! + which.step, anchor: "text" };
  if (state.published !== null) return { year: civil(state.published).year + which.step, anchor: state.anchor };
  return state.lastYear === null ? null : { year: state.lastYear + which.step, anchor: "text" };
}

function resolveMonth(m: DateMeaning, rule: string, offset: number, state: State): Settled {
  const month = m.month!;
  const make = (year: number): Stamp | null => {
    if (m.day === undefined) return holding("month", dayOf(year, month, 1));
    return m.day <= daysIn(year, month) ? holding("day", dayOf(year, month, m.day)) : null;
  };
  const name = m.day === undefined ? sayMonth(month) : `${m.day} ${sayMonth(month)}`;
  const unknown = (why: string): Settled => {
    const exists = m.day !== undefined && m.day <= daysIn(2000, month);
    const text = `XXXX-${two(month)}${exists ? `-${two(m.day!)}` : ""}`;
    return { stamp: null, value: text, edtf: text, anchor: null, rule, basis: "explicit", why };
  };
  if (m.year !== undefined) {
    const stamp = make(m.year);
    if (stamp === null) return unknown(`${name} does not exist in ${m.year}`);
    if (m.swapped && m.day! <= 12) {
      const other = dayOf(m.year, m.day!, month);
      const [a, b] = [Math.min(stamp.day, other), Math.max(stamp.day, other)];
      return {
        ...explicit(stamp, rule, "day and month may be meant either way round"),
        edtf: `[${edtfDay(a)},${edtfDay(b)}]`,
        bounds: { from: a, to: b + 1 },
      };
    }
    return explicit(stamp, rule, "the date is given in full");
  }
  if (m.which !== undefined) {
    const which = yearOfWhich(m.which, state);
    if (which === null) return unknown(UNANCHORED);
    const stamp = make(which.year);
    return stamp === null
      ? unknown(`${name} does not exist in ${which.year}`)
      : relative(stamp, which.anchor, rule, `${name} of the year ${which.year}, counted from ${which.anchor}`);
  }
  if (state.narrative && state.lastYear !== null && m.step === undefined) {
    const stamp = make(narrativeYear(month, state)) ?? make(state.lastYear);
    if (stamp !== null)
      return relative(stamp, "text", `${rule}-narrative`, `${name} of the year the text last spoke of`);
  }
  if (state.published === null) {
    if (state.lastYear !== null && m.step === undefined) {
      const stamp = make(state.lastYear);
      if (stamp !== null) return relative(stamp, "text", rule, `${name} of the year named before`);
    }
    return unknown(UNANCHORED);
  }
  const now = civil(state.published);
  const here = m.day === undefined ? dayOf(now.year, now.month, 1) : state.published;
  const candidates = [-1, 0, 1].map((by) => make(now.year + by)).filter((s): s is Stamp => s !== null);
  if (candidates.length === 0) {
    for (let by = 2; by < 9; by++) {
      const stamp = make(now.year - by) ?? make(now.year + by);
      if (stamp !== null) return relative(stamp, state.anchor, rule, `the nearest ${name} there is`);
    }
    return unknown(`${name} does not exist`);
  }
  const past = candidates.filter((s) => s.day <= here);
  const ahead = candidates.filter((s) => s.day >= here);
  const before = `${name} before ${state.anchor} on ${sayDay(state.published)}`;
  const after = `${name} after ${state.anchor} on ${sayDay(state.published)}`;
  if (m.step !== undefined && m.step.step !== 0) {
    const strict = m.step.step < 0 ? candidates.filter((s) => s.day < here) : candidates.filter((s) => s.day > here);
    const stamp = m.step.step < 0 ? strict[strict.length - 1] : strict[0];
    if (stamp !== undefined)
      return relative(stamp, state.anchor, rule, m.step.step < 0 ? `the last ${before}` : `the next ${after}`);
  }
  if (m.step?.step === 0)
    return relative(make(now.year) ?? candidates[0]!, state.anchor, rule, `${name} of the year of ${state.anchor}`);
  const tense = state.tenseOf(offset);
  const gap = (s: Stamp | undefined): number => (s === undefined ? Number.POSITIVE_INFINITY : Math.abs(s.day - here));
  const [last, next] = [past[past.length - 1], ahead[0]];
  // Nobody writes "Dec. 15" in October for the one ten months back: tense decides only between dates not too unlike in distance.
  const weight = m.day === undefined ? 5 : 2.5;
  if (last !== undefined && (tense === "past" ? gap(last) <= gap(next) * weight : false))
    return relative(last, state.anchor, rule, `the clause looks back: the last ${before}`);
  if (next !== undefined && (tense === "future" ? gap(next) <= gap(last) * weight + 30 : false))
    return relative(next, state.anchor, rule, `the clause looks ahead: the next ${after}`);
  const near = gap(next) < gap(last) ? next! : last!;
  return relative(near, state.anchor, rule, `the ${name} nearest to ${state.anchor} on ${sayDay(state.published)}`);
}

/** In a history a month follows the last one named: after October comes the next year's January. */
function narrativeYear(month: number, state: State): number {
  const year = state.lastYear!;
  if (state.lastMonth === null) return year;
  const at = civil(state.lastMonth);
  return at.year === year && at.month >= 10 && month <= 2 ? year + 1 : year;
}

function resolveWeekday(m: DateMeaning, weekday: number, rule: string, offset: number, state: State): Settled {
  const name = sayWeekday(weekday);
  const inText = m.step !== undefined && m.step.from !== "publication" && state.last !== null;
  const anchor = inText ? state.last!.day : state.published;
  if (anchor === null) {
    const tail = m.part !== undefined ? `T${m.part}` : m.clock !== undefined ? timexClock(m.clock) : "";
    return {
      stamp: null,
      value: tail === "" ? `XXXX-WXX-${weekday}` : `XXXX-WXX-${weekday}${tail}`,
      edtf: null,
      anchor: null,
      rule,
      basis: "inferred",
      why: UNANCHORED,
    };
  }
  const from = inText ? "text" : state.anchor;
  const on = `${inText ? "the date named before," : from === "publication" ? "publication on" : `${from},`} ${sayDay(anchor)}`;
  const back = (weekdayOf(anchor) - weekday + 7) % 7;
  const make = (day: number, why: string): Settled => relative(holding("day", day), from, rule, why);
  if (m.step !== undefined) {
    if (m.step.step < 0) return make(anchor - (back || 7), `the ${name} before ${on}`);
    if (m.step.step > 0) return make(anchor + ((weekday - weekdayOf(anchor) + 7) % 7 || 7), `the ${name} after ${on}`);
    return make(mondayOf(anchor) + weekday - 1, `the ${name} in the week of ${on}`);
  }
  const possessive = state.possessive(offset);
  if (back === 0) return make(anchor, `the day of ${on}`);
  const tense = possessive ? "past" : state.tenseOf(offset);
  if (tense === "future") return make(anchor + 7 - back, `the clause looks ahead: the ${name} after ${on}`);
  return make(anchor - back, `${name} before ${on}`);
}

function resolveSeason(m: DateMeaning, rule: string, offset: number, state: State): Settled {
  const season = m.season!;
  if (m.year !== undefined) return explicit(seasonStamp(m.year, season), rule, "the season and its year are named");
  const said = m.which ?? (m.step?.from === "text" ? m.step : undefined);
  const which = said === undefined ? null : yearOfWhich(said, state);
  if (which !== null)
    return relative(seasonStamp(which.year, season), which.anchor, rule, `the season of ${which.year}`);
  if (state.narrative && state.lastYear !== null && m.step === undefined)
    return relative(seasonStamp(state.lastYear, season), "text", rule, "the season of the year the text last spoke of");
  if (state.published === null)
    return { stamp: null, value: `XXXX-${season}`, edtf: null, anchor: null, rule, basis: "inferred", why: UNANCHORED };
  const { year } = civil(state.published);
  const why = (text: string): string => `${text}, counted from ${state.anchor} on ${sayDay(state.published!)}`;
  const current = holding("season", state.published);
  const starts = (y: number): Stamp => seasonStamp(y, season);
  if (m.step !== undefined && m.step.step < 0) {
    const stamp = [starts(year), starts(year - 1), starts(year - 2)].find((s) => s.day < current.day)!;
    return relative(stamp, state.anchor, rule, why("the last one that is over"));
  }
  if (m.step !== undefined && m.step.step > 0)
    return relative(
      [starts(year - 1), starts(year), starts(year + 1)].find((s) => s.day > current.day)!,
      state.anchor,
      rule,
      why("the next one"),
    );
  if (m.step === undefined && state.tenseOf(offset) === "past") {
    const stamp = [starts(year), starts(year - 1), starts(year - 2)].find((s) => s.day <= state.published!)!;
    return relative(stamp, state.anchor, rule, why("the last one that has begun"));
  }
  return relative(starts(year), state.anchor, rule, why("the one of this year"));
}

function resolveQuarter(m: DateMeaning, rule: string, offset: number, state: State): Settled {
  const at = (year: number): Stamp =>
    m.half !== undefined
      ? holding("half", dayOf(year, m.half === 1 ? 1 : 7, 1))
      : holding("quarter", dayOf(year, m.quarter! * 3 - 2, 1));
  if (m.quarter === 0) return otherYearsQuarter(m, rule, state);
  const note = m.fiscal ? "; the fiscal year is taken as the calendar year" : "";
  if (m.year !== undefined) return explicit(at(m.year), rule, `the quarter and its year are named${note}`);
  const which = m.which === undefined ? null : yearOfWhich(m.which, state);
  if (which !== null) return relative(at(which.year), which.anchor, rule, `of the year ${which.year}${note}`);
  if (state.published === null) {
    const value = m.half !== undefined ? `XXXX-H${m.half}` : `XXXX-Q${m.quarter}`;
    return { stamp: null, value, edtf: null, anchor: null, rule, basis: "inferred", why: UNANCHORED };
  }
  const { year } = civil(state.published);
  const tense = state.tenseOf(offset);
  const candidates = [at(year - 1), at(year), at(year + 1)];
  const why = (text: string): string => `${text}, counted from ${state.anchor} on ${sayDay(state.published!)}${note}`;
  const begun = candidates.filter((s) => s.day <= state.published!).pop()!;
  const age = state.published - begun.day;
  if (age < 190 || tense === "past" || (tense === null && age < 300))
    return relative(begun, state.anchor, rule, why("the last one that has begun"));
  const ahead = candidates.find((s) => s.day + 92 > state.published!)!;
  return relative(ahead, state.anchor, rule, why("the one now running or to come"));
}

/** "the year-ago quarter", "the 1988 period": the quarter spoken of, in another year. */
function otherYearsQuarter(m: DateMeaning, rule: string, state: State): Settled {
  const base = state.lastQuarter ?? (state.published === null ? null : holding("quarter", state.published - 80));
  if (base === null)
    return {
      stamp: null,
      value: m.year === undefined ? "XXXX" : String(m.year).padStart(4, "0"),
      edtf: null,
      anchor: null,
      rule,
      basis: "inferred",
      why: UNANCHORED,
    };
  if (m.latest && state.published !== null)
    return relative(
      shifted(holding("quarter", state.published), -1),
      state.anchor,
      rule,
      "the last quarter that is over",
    );
  if (m.year === undefined && m.which === undefined)
    return relative(base, state.lastQuarter === null ? state.anchor : "text", rule, "the quarter spoken of");
  const at = civil(base.day);
  const year = m.year ?? at.year + (m.which?.step ?? -1);
  const same = holding(base.grain, dayOf(year, at.month, 1));
  return relative(same, "text", rule, "the quarter spoken of before, in that year");
}

function resolveHoliday(m: DateMeaning, name: string, rule: string, offset: number, state: State): Settled {
  const on = (year: number): Stamp => holding("day", holidayDay(name, year) ?? dayOf(year, 1, 1));
  if (m.year !== undefined) return explicit(on(m.year), rule, "the holiday and its year are named");
  const which = m.which === undefined ? null : yearOfWhich(m.which, state);
  if (which !== null) return relative(on(which.year), which.anchor, rule, `that holiday in ${which.year}`);
  if (state.narrative && state.lastYear !== null && m.step === undefined)
    return relative(on(state.lastYear), "text", rule, "that holiday in the year the text last spoke of");
  if (state.published === null)
    return { stamp: null, value: "XXXX-XX-XX", edtf: null, anchor: null, rule, basis: "inferred", why: UNANCHORED };
  const { year } = civil(state.published);
  const all = [on(year - 1), on(year), on(year + 1)];
  const past = all.filter((s) => s.day <= state.published!);
  const why = (text: string): string => `the ${text} one, counted from ${state.anchor} on ${sayDay(state.published!)}`;
  const tense =
    m.step === undefined ? state.tenseOf(offset) : m.step.step < 0 ? "past" : m.step.step > 0 ? "future" : null;
  if (tense === "future") return relative(all.find((s) => s.day >= state.published!)!, state.anchor, rule, why("next"));
  const last = past[past.length - 1]!;
  const next = all.find((s) => s.day > state.published!)!;
  if (tense === "past" || state.published - last.day <= next.day - state.published)
    return relative(last, state.anchor, rule, why("last"));
  return relative(next, state.anchor, rule, why("nearest"));
}
