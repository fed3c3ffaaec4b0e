import type { Unit } from "../language/en/time-words.ts";
import { civil, dayOf } from "./calendar.ts";
import { edtfDay } from "./edtf.ts";
import type { Found, Meaning } from "./meaning.ts";
import { resolveDate, UNANCHORED } from "./resolve-date.ts";
import { sayDay, sayStamp } from "./say.ts";
import { coarser, endOf, type Grain, holding, type Stamp, shiftDay } from "./stamp.ts";
import type { Settled, State } from "./state.ts";
import { timexClock } from "./timex.ts";

/** Resolves one expression against what is known so far. */
export function resolve(found: Found, offset: number, state: State): Settled {
  const m = found.meaning;
  switch (m.kind) {
    case "date":
      return resolveDate(m, found.rule, offset, state);
    case "unit":
      return resolveUnit(m, found.rule, offset, state);
    case "shift":
      return resolveShift(m, found.rule, offset, state);
    case "decade":
    case "century":
      return resolveAge(m, found.rule);
    case "clock":
      return resolveClock(m, found.rule, state);
    case "duration":
      return resolveDuration(m, found.rule, state);
    case "set":
      return {
        stamp: null,
        value: m.value,
        edtf: null,
        anchor: null,
        rule: found.rule,
        basis: "explicit",
        why: "it repeats: no single time",
      };
    case "reference":
      return {
        stamp: null,
        value: m.value,
        edtf: null,
        anchor: null,
        rule: found.rule,
        basis: "inferred",
        why: `${{ PRESENT_REF: "the present", PAST_REF: "the past", FUTURE_REF: "the future" }[m.value]}: no day is named`,
      };
    case "event":
      return {
        stamp: null,
        value: m.direction < 0 ? "PAST_REF" : "FUTURE_REF",
        edtf: null,
        anchor: m.event,
        rule: found.rule,
        basis: "inferred",
        why: `counted from "${m.event}", which has no date here`,
      };
  }
}

/** How far back, in characters, a quarter still is what "a year earlier" compares. */
const NEAR = 400;

/** And how far a date named before is what "the next day" counts from. */
const CLOSE_BY = 250;

const GRAIN: Partial<Record<Unit, Grain>> = {
  day: "day",
  weekend: "weekend",
  week: "week",
  fortnight: "week",
  month: "month",
  quarter: "quarter",
  half: "half",
  year: "year",
  decade: "decade",
  century: "century",
  millennium: "millennium",
};

const X_VALUE: Partial<Record<Grain, string>> = {
  day: "XXXX-XX-XX",
  weekend: "XXXX-WXX-WE",
  week: "XXXX-WXX",
  month: "XXXX-XX",
  quarter: "XXXX-QX",
  year: "XXXX",
  decade: "XXX",
  century: "XX",
};

const unanchored = (grain: Grain, rule: string, tail = ""): Settled => ({
  stamp: null,
  value: `${X_VALUE[grain] ?? "XXXX"}${grain === "day" ? tail : ""}`,
  edtf: null,
  anchor: null,
  rule,
  basis: "inferred",
  why: UNANCHORED,
});

/** The date an expression counts from: an earlier one in the text where it asks for that, else the publication. */
function baseOf(
  from: "publication" | "text" | "either",
  grain: Grain,
  state: State,
  counted = false,
  offset = Number.POSITIVE_INFINITY,
): { readonly day: number; readonly anchor: string; readonly stamp: Stamp | null } | null {
  const last = state.last;
  const usable = last !== null && !coarser(last.grain, grain === "day" ? "month" : grain);
  if (
    from === "text" ||
    (from === "either" && (state.narrative || (usable && offset - state.lastEnd < CLOSE_BY))) ||
    (counted && state.narrative && last !== null)
  ) {
    if (usable || (last !== null && from === "text" && grain !== "day"))
      return { day: last.day, anchor: "text", stamp: last };
    if (last !== null && grain === "day" && state.narrative) return { day: last.day, anchor: "text", stamp: last };
  }
  if (state.published !== null) return { day: state.published, anchor: state.anchor, stamp: null };
  return last === null ? null : { day: last.day, anchor: "text", stamp: last };
}

function resolveUnit(m: Extract<Meaning, { kind: "unit" }>, rule: string, offset: number, state: State): Settled {
  const grain = GRAIN[m.unit] ?? "day";
  const tail = m.part !== undefined ? `T${m.part}` : m.clock !== undefined ? timexClock(m.clock) : "";
  const near = rule === "unit-text" ? offset : Number.POSITIVE_INFINITY;
  const base = baseOf(m.from, grain, state, false, near);
  if (base === null) return unanchored(grain, rule, tail);
  let held = holding(grain, base.day);
  if (grain === "weekend" && m.step === 0 && m.from === "either") held = nearestWeekend(base.day);
  const stamp: Stamp = {
    ...held,
    day: shiftDay(held.day, grain, m.step),
    ...(m.part === undefined ? {} : { part: m.part }),
    ...(m.clock === undefined ? {} : { clock: m.clock }),
  };
  const on =
    base.anchor === "text"
      ? `the date named before (${base.stamp === null ? sayDay(base.day) : sayStamp(base.stamp)})`
      : `${base.anchor} on ${sayDay(base.day)}`;
  const where = m.step === 0 ? "of" : m.step < 0 ? "before that of" : "after that of";
  return {
    stamp,
    ...vague(base.stamp, grain, stamp.day),
    anchor: base.anchor,
    rule,
    basis: "inferred",
    why:
      grain === "day" && m.step === 0
        ? `the day of ${on}`
        : grain === "day"
          ? `${Math.abs(m.step) === 1 ? "the day" : `${Math.abs(m.step)} days`} ${m.step < 0 ? "before" : "after"} ${on}`
          : `the ${grain} ${where} ${on}`,
  };
}

/** Days counted from a week or a month are as uncertain as that was: a stretch, never one day. */
function vague(base: Stamp | null, grain: Grain, day: number): Pick<Settled, "edtf" | "bounds"> {
  if (base === null || grain !== "day" || base.grain === "day") return {};
  const to = day + endOf(base) - base.day;
  return { edtf: `${edtfDay(day)}/${edtfDay(to - 1)}`, bounds: { from: day, to } };
}

/** "the weekend": the last one when the day is early in its week, else that of the week. */
function nearestWeekend(day: number): Stamp {
  const held = holding("weekend", day);
  return day >= held.day || day - held.day >= -2 ? held : { ...held, day: held.day - 7 };
}

function resolveShift(m: Extract<Meaning, { kind: "shift" }>, rule: string, offset: number, state: State): Settled {
  const back = m.direction < 0;
  if (m.unit === "hour" || m.unit === "minute" || m.unit === "second") return resolveHours(m, rule, state);
  const grain = GRAIN[m.unit] ?? "day";
  const base = baseOf(m.from, grain, state, true);
  if (m.amount === null || base === null || !Number.isFinite(m.amount) || m.amount > 1_000_000)
    return {
      stamp: null,
      value: back ? "PAST_REF" : "FUTURE_REF",
      edtf: null,
      anchor: base?.anchor ?? null,
      rule,
      basis: "inferred",
      why: base === null ? UNANCHORED : `${back ? "before" : "after"} ${base.anchor}, but not said how long`,
    };
  const whole = Math.trunc(m.amount) * (m.unit === "fortnight" ? 2 : 1);
  let stampGrain = grain;
  let day: number;
  if (m.amount % 1 !== 0 && grain === "year") {
    stampGrain = "month";
    day = shiftDay(base.day, "month", Math.round(m.amount * 12) * m.direction);
  } else day = shiftDay(base.day, grain, whole * m.direction);
  // "a year earlier" beside a quarter is that quarter of the year before.
  if (
    grain === "year" &&
    whole === 1 &&
    back &&
    !state.narrative &&
    state.lastQuarter !== null &&
    offset - state.lastQuarterEnd < NEAR
  ) {
    const quarter = { ...state.lastQuarter, day: shiftDay(state.lastQuarter.day, "year", -1) };
    return {
      stamp: quarter,
      anchor: "text",
      rule,
      basis: "inferred",
      why: `one year before ${sayStamp(state.lastQuarter)}, spoken of before`,
    };
  }
  if (grain === "year" && m.from === "text" && state.narrative === false && base.stamp?.grain === "month")
    stampGrain = "month";
  const year = civil(day).year;
  if (year < -9998 || year > 9998)
    return {
      stamp: null,
      value: back ? "PAST_REF" : "FUTURE_REF",
      edtf: null,
      anchor: base.anchor,
      rule,
      basis: "inferred",
      why: "too far from any calendar",
    };
  const on =
    base.anchor === "text"
      ? `the date named before (${base.stamp === null ? sayDay(base.day) : sayStamp(base.stamp)})`
      : `${base.anchor} on ${sayDay(base.day)}`;
  return {
    stamp: holding(stampGrain, day),
    ...vague(base.stamp, grain, day),
    anchor: base.anchor,
    rule,
    basis: "inferred",
    why: `${m.amount} ${m.unit}${m.amount === 1 ? "" : "s"} ${back ? "before" : "after"} ${on}`,
  };
}

/** "six hours ago": no clock of the report is known, so the day it falls on may be that day or the one beside it. */
function resolveHours(m: Extract<Meaning, { kind: "shift" }>, rule: string, state: State): Settled {
  const base = baseOf(m.from, "day", state);
  if (base === null || m.amount === null)
    return {
      stamp: null,
      value: m.direction < 0 ? "PAST_REF" : "FUTURE_REF",
      edtf: null,
      anchor: null,
      rule,
      basis: "inferred",
      why: base === null ? UNANCHORED : "not said how long",
    };
  const days = Math.min(100_000, Math.ceil(m.amount / (m.unit === "hour" ? 24 : m.unit === "minute" ? 1440 : 86400)));
  const [from, to] = m.direction < 0 ? [base.day - days, base.day + 1] : [base.day, base.day + days + 1];
  return {
    stamp: null,
    value: m.direction < 0 ? "PAST_REF" : "FUTURE_REF",
    edtf: null,
    anchor: base.anchor,
    rule,
    basis: "inferred",
    why: `${m.amount} ${m.unit}${m.amount === 1 ? "" : "s"} ${m.direction < 0 ? "before" : "after"} a time of day that is not known`,
    bounds: { from, to },
  };
}

function resolveAge(m: Extract<Meaning, { kind: "decade" | "century" }>, rule: string): Settled {
  if (m.kind === "decade") {
    const start = m.bc ? 1 - m.year - 9 : m.year;
    const stamp: Stamp = { grain: "decade", day: dayOf(start, 1, 1) };
    return {
      stamp,
      ...(m.bc ? { value: `BC${String(m.year).padStart(4, "0").slice(0, 3)}` } : {}),
      anchor: null,
      rule,
      basis: "explicit",
      why: "the decade named",
    };
  }
  const first = m.bc ? -m.year * 100 + 1 : (m.year - 1) * 100;
  const stamp: Stamp = { grain: "century", day: dayOf(first, 1, 1) };
  return {
    stamp,
    ...(m.bc ? { value: `BC${String(m.year - 1).padStart(2, "0")}` } : {}),
    anchor: null,
    rule,
    basis: "explicit",
    why: "the century named",
  };
}

/** A time of day alone belongs to the day spoken of last, else to the day of publication. */
function resolveClock(m: Extract<Meaning, { kind: "clock" }>, rule: string, state: State): Settled {
  const tail = m.clock !== undefined ? timexClock(m.clock) : `T${m.part}`;
  const base =
    state.last !== null &&
    state.last.grain === "day" &&
    (state.narrative || state.published === null || Math.abs(state.last.day - state.published) <= 7)
      ? { day: state.last.day, anchor: "text" }
      : state.published === null
        ? null
        : { day: state.published, anchor: state.anchor };
  if (base === null)
    return {
      stamp: null,
      value: `XXXX-XX-XX${tail}`,
      edtf: null,
      anchor: null,
      rule,
      basis: "inferred",
      why: UNANCHORED,
    };
  const stamp: Stamp = {
    grain: "day",
    day: base.day,
    ...(m.clock === undefined ? {} : { clock: m.clock }),
    ...(m.part === undefined ? {} : { part: m.part }),
  };
  return {
    stamp,
    anchor: base.anchor,
    rule,
    basis: "inferred",
    why:
      base.anchor === "text"
        ? `the time of day, on the day named before (${sayDay(base.day)})`
        : `the time of day, on the day of ${base.anchor} (${sayDay(base.day)})`,
  };
}

/** A length; with "past" or "next" also the stretch it covers up to or from the publication. */
function resolveDuration(m: Extract<Meaning, { kind: "duration" }>, rule: string, state: State): Settled {
  const plain: Settled = {
    stamp: null,
    value: m.value,
    edtf: null,
    anchor: null,
    rule,
    basis: "explicit",
    why: "a length of time",
  };
  if (m.event !== undefined)
    return {
      ...plain,
      anchor: m.event,
      basis: "inferred",
      why: `a length of time counted from "${m.event}", which has no date here`,
    };
  const span = m.span;
  const hours = span?.unit === "hour" || span?.unit === "minute" || span?.unit === "second";
  const grain = span === undefined ? undefined : hours ? "day" : GRAIN[span.unit];
  if (span === undefined || grain === undefined || state.published === null || state.narrative) return plain;
  const by =
    span.amount === null || !Number.isFinite(span.amount) || span.amount > 100_000
      ? null
      : Math.ceil(
          span.amount /
            (span.unit === "hour" ? 24 : span.unit === "minute" ? 1440 : span.unit === "second" ? 86400 : 1),
        );
  const other = by === null ? null : shiftDay(state.published, grain, by * span.direction);
  const bounds =
    span.direction < 0
      ? { from: other, to: state.published + 1 }
      : { from: state.published, to: other === null ? null : other + 1 };
  return {
    ...plain,
    anchor: state.anchor,
    basis: "inferred",
    bounds,
    why: `a length of time ${span.direction < 0 ? "up to" : "from"} ${state.anchor} on ${sayDay(state.published)}`,
  };
}
