import type { Found, Meaning, Which } from "../meaning.ts";
import { ordinalAt } from "../number.ts";
import { capital, DIGITS, joined, LETTERS, type Words, word } from "../words.ts";
import { type At, dayNumberAt, monthAt, weekdayAt, yearAt } from "./atoms.ts";

type DateMeaning = Extract<Meaning, { kind: "date" }>;

/** ", 1989", "1989", "of 1989", "of that year", "this year", "last year": which year a month or day belongs to. */
export function yearAfter(w: Words, i: number): At<{ readonly year?: number; readonly which?: Which }> | null {
  let at = i;
  if (word(w, at) === "," || word(w, at) === "of" || word(w, at) === "in") at++;
  const comma = word(w, i) === ",";
  const year = yearAt(w, at, { short: !comma });
  if (year !== null) {
    if (comma && joined(w, year.next) && word(w, year.next) === "-") return null;
    return { value: { year: year.value }, next: year.next };
  }
  if (comma || word(w, i) === "in") return null;
  if (word(w, at) === "the") at++;
  const lexeme = w.lexemes[at];
  let next = at + 1;
  if (lexeme?.step === undefined) return null;
  if (word(w, next) === "same") next++;
  if (word(w, next) !== "year") return null;
  if (joined(w, next + 1) && word(w, next + 1) === "'") return null;
  return { value: { which: { step: lexeme.step, from: lexeme.from! } }, next: next + 1 };
}

/** A date with a month's name: "September 17, 1939", "20 July 1956", "Thursday, April 6", "Oct. 3", "the 3rd of March". */
export function monthDay(w: Words, i: number): Found | null {
  let at = i;
  let named: number | undefined;
  const weekday = weekdayAt(w, at);
  if (weekday !== null) {
    named = weekday.value;
    at = weekday.next;
    if (word(w, at) === ",") at++;
    if (word(w, at) === "the") at++;
  }
  let month: At<number> | null = monthAt(w, at);
  let day: At<number> | null = null;
  let next: number;
  if (month !== null) {
    const the = word(w, month.next) === "the" ? month.next + 1 : month.next;
    day = the > month.next ? ordinalDay(w, the) : (dayNumberAt(w, month.next) ?? null);
    if (day === null) return null;
    if (w.breaks[month.next] === 2) return null;
    next = day.next;
  } else {
    const the = word(w, at) === "the" ? at + 1 : at;
    day = dayNumberAt(w, the) ?? ordinalDay(w, the);
    if (day === null) return null;
    const of = word(w, day.next) === "of" ? day.next + 1 : day.next;
    month = monthAt(w, of);
    if (month === null || (!capital(w, of) && of === day.next && the === at)) return null;
    if (day.value > 31 || !standsBefore(w, the)) return null;
    next = month.next;
  }
  const year = yearAfter(w, next);
  const meaning: DateMeaning = {
    kind: "date",
    month: month.value,
    day: day.value,
    ...(named === undefined ? {} : { weekday: named }),
    ...(year?.value ?? {}),
  };
  return {
    first: i,
    last: year?.next ?? next,
    rule: year?.value.year === undefined ? "month-day" : "full-date",
    meaning,
  };
}

/** "May 4 and 5", "Oct. 5-7": a second day of the month just named; its year, when one follows, is the pair's. */
export function secondDay(w: Words, before: Found): Found | null {
  const m = before.meaning;
  if (
    m.kind !== "date" ||
    m.month === undefined ||
    m.day === undefined ||
    m.year !== undefined ||
    m.clock !== undefined
  )
    return null;
  const link = word(w, before.last);
  if (!/^(and|or|to|-|–|through|until)$/.test(link)) return null;
  const day = dayNumberAt(w, before.last + 1);
  if (day === null || day.value <= m.day || w.lexemes[day.next]?.unit !== undefined) return null;
  if (
    monthAt(w, day.next) !== null ||
    /^(people|of|percent|%|million|a|p|am|pm|other|others|more)$/.test(word(w, day.next))
  )
    return null;
  if (
    link !== "-" &&
    link !== "–" &&
    w.kinds[day.next] === LETTERS &&
    /s$/.test(word(w, day.next)) &&
    !/^(as|was|is|this|his|its)$/.test(word(w, day.next))
  )
    return null;
  const year = yearAfter(w, day.next);
  return {
    first: before.last + 1,
    last: year?.next ?? day.next,
    rule: "second-day",
    meaning: {
      kind: "date",
      month: m.month,
      day: day.value,
      ...(year?.value ?? {}),
      ...(m.which === undefined ? {} : { which: m.which }),
    },
  };
}

/** "between 3 and 5 May", "3-5 May 2014": the first day of a pair whose month stands after the second. */
export function firstDay(w: Words, i: number): Found | null {
  const day = dayNumberAt(w, i);
  if (day === null || !standsBefore(w, i) || !/^(and|or|to|-|–)$/.test(word(w, day.next))) return null;
  const second = dayNumberAt(w, day.next + 1);
  if (second === null || second.value <= day.value) return null;
  const rest = monthDay(w, day.next + 1);
  if (rest === null || rest.meaning.kind !== "date" || monthAt(w, second.next) === null) return null;
  const { month, year, which } = rest.meaning;
  return {
    first: i,
    last: day.next,
    rule: "first-day",
    meaning: {
      kind: "date",
      month: month!,
      day: day.value,
      ...(year === undefined ? {} : { year }),
      ...(which === undefined ? {} : { which }),
    },
  };
}

const standsBefore = (w: Words, i: number): boolean => !(joined(w, i) && /^[$£€.,:/]$/.test(word(w, i - 1)));

const ordinalDay = (w: Words, i: number): At<number> | null => {
  const ordinal = ordinalAt(w, i);
  return ordinal !== null && ordinal.value >= 1 && ordinal.value <= 31 ? ordinal : null;
};

/** A month, with or without its year: "November 1995", "October of that year", "last June", "April". */
export function month(w: Words, i: number): Found | null {
  const lexeme = w.lexemes[i];
  let at = i;
  let step: Which | undefined;
  if (lexeme?.month === undefined) {
    if (word(w, i) === "the" && w.lexemes[i + 1]?.step !== undefined) at = i + 1;
    const which = w.lexemes[at];
    if (which?.step === undefined) return null;
    step = { step: which.step, from: which.from! };
    at++;
  }
  const name = monthAt(w, at);
  if (name === null) return null;
  const year = step === undefined ? yearAfter(w, name.next) : null;
  if (year === null && step === undefined && !reallyMonth(w, at, name.next)) return null;
  const meaning: DateMeaning = {
    kind: "date",
    month: name.value,
    ...(step === undefined ? {} : { step }),
    ...(year?.value ?? {}),
  };
  let last = year?.next ?? name.next;
  if (
    year === null &&
    word(w, last - 1) === "." &&
    !(word(w, last) !== "" && !capital(w, last) && w.breaks[last] === 0)
  )
    last--;
  return {
    first: i,
    last,
    rule: year?.value.year === undefined ? (step ? "month-step" : "month") : "month-year",
    meaning,
  };
}

const BEFORE_MONTH = new Set([
  "in",
  "since",
  "by",
  "until",
  "till",
  "from",
  "to",
  "through",
  "of",
  "during",
  "between",
  "and",
  "for",
  "before",
  "after",
  "early",
  "late",
  "mid",
  "last",
  "next",
  "this",
  "or",
  "around",
  "about",
  "every",
  "each",
  "-",
  "–",
  "(",
  "on",
  "throughout",
  "past",
  "the",
  "as",
  "its",
  "begin",
  "beginning",
  "starting",
  "start",
  "ending",
  "ends",
]);

/** Keeps out the modal, the walk, the adjective and the given names: "May I", "March on", "April Jones". */
function reallyMonth(w: Words, i: number, next: number): boolean {
  const name = word(w, i);
  const before = word(w, i - 1);
  if (joined(w, i) && (before === "." || before === "@" || before === "#" || before === "/")) return false;
  const clear = BEFORE_MONTH.has(before) && !(i > 0 && w.breaks[i] === 2);
  if (name === "may" || name === "march" || name === "august") {
    if (!clear || before === "the") return false;
    return name === "may" || !capital(w, next) || /^(and|or|to)$/.test(word(w, next));
  }
  if (w.lexemes[i]?.short) return clear;
  if (/^(april|june|jan|may)$/.test(name) && !clear) return false;
  if (/^(april|june)$/.test(name) && capital(w, next) && before !== "in" && w.lexemes[next] === undefined) return false;
  return true;
}

/** A date in digits: "2024-11-23", "11/23/2024", "23.11.2024". */
export function numericDate(w: Words, i: number): Found | null {
  if (w.kinds[i] !== DIGITS) return null;
  const [a, mark, b, mark2, c] = [word(w, i), word(w, i + 1), word(w, i + 2), word(w, i + 3), word(w, i + 4)];
  if (!/^[-/.]$/.test(mark) || mark2 !== mark || w.kinds[i + 2] !== DIGITS || w.kinds[i + 4] !== DIGITS) return null;
  for (let k = 1; k <= 4; k++) if (!joined(w, i + k)) return null;
  if (joined(w, i) && /^[-/.\d\p{L}]$/u.test(word(w, i - 1))) return null;
  if (joined(w, i + 5) && /^[-/\d]|^\p{L}/u.test(word(w, i + 5)) && word(w, i + 5) !== "t") return null;
  if (joined(w, i + 5) && word(w, i + 5) === "." && joined(w, i + 6) && w.kinds[i + 6] === DIGITS) return null;
  const [x, y, z] = [Number(a), Number(b), Number(c)];
  const make = (year: number, month: number, day: number, swapped = false): Found | null =>
    month >= 1 && month <= 12 && day >= 1 && day <= 31
      ? {
          first: i,
          last: i + 5,
          rule: swapped ? "numeric-ambiguous" : "numeric",
          meaning: { kind: "date", year, month, day, ...(swapped ? { swapped } : {}) },
        }
      : null;
  if (a.length === 4) return b.length <= 2 && c.length <= 2 ? make(x, y, z) : null;
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  if (c.length === 2 && mark !== "/") return null;
  const year = c.length === 4 ? z : z >= 40 ? 1900 + z : 2000 + z;
  if (mark === ".") return make(year, y, x);
  if (x > 12) return make(year, y, x);
  return y > 12 || x === y ? make(year, x, y) : make(year, x, y, true);
}
