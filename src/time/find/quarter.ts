import type { Found, Meaning, Which } from "../meaning.ts";
import { ordinalAt } from "../number.ts";
import { DIGITS, joined, type Words, word } from "../words.ts";
import { monthAt, yearAt } from "./atoms.ts";

type Year = { readonly year?: number; readonly which?: Which };

/** "of 1990", "this year", "of last year", "a year ago": the year after a quarter, half or season. */
function yearOf(w: Words, i: number): { readonly value: Year; readonly next: number } | null {
  let at = /^(of|in)$/.test(word(w, i)) ? i + 1 : i;
  if (word(w, at) === "fiscal" || (word(w, at) === "fiscal" && word(w, at + 1) === "year")) at++;
  const year = yearAt(w, at);
  if (year !== null) return { value: { year: year.value }, next: year.next };
  const the = word(w, at) === "the";
  if (the) at++;
  const lexeme = w.lexemes[at];
  if (the && word(w, at) === "year" && /^(of|in)$/.test(word(w, i)))
    return { value: { which: { step: 0, from: "either" } }, next: at + 1 };
  if (lexeme?.step !== undefined) {
    const unit = word(w, at + 1) === "fiscal" ? at + 2 : at + 1;
    if (word(w, unit) === "year")
      return { value: { which: { step: lexeme.step, from: lexeme.from! } }, next: unit + 1 };
  }
  return null;
}

/** "this year's", "last year's", "the 1988", "next year's" before a quarter or a period. */
function yearBefore(w: Words, i: number): { readonly value: Year; readonly next: number } | null {
  const the = word(w, i) === "the" ? i + 1 : i;
  const year = w.kinds[the] === DIGITS ? yearAt(w, the) : null;
  if (year !== null) return { value: { year: year.value }, next: skipS(w, year.next) };
  const lexeme = w.lexemes[i];
  if (lexeme?.step !== undefined && word(w, i + 1) === "year" && word(w, i + 2) === "'")
    return { value: { which: { step: lexeme.step, from: lexeme.from! } }, next: skipS(w, i + 2) };
  for (const words of [
    ["year", "ago"],
    ["year", "earlier"],
  ]) {
    let at = the;
    if (word(w, at) === "a") at++;
    if (word(w, at) === words[0] && word(w, at + 1) === "-" && word(w, at + 2) === words[1])
      return { value: { which: { step: -1, from: "either" } }, next: at + 3 };
  }
  return null;
}

const skipS = (w: Words, i: number): number =>
  word(w, i) === "'" && joined(w, i) && word(w, i + 1) === "s" ? i + 2 : i;

/** "the third quarter", "third-quarter", "Q3 2010", "the first quarter of last year", "the year-ago quarter". */
export function quarter(w: Words, i: number): Found | null {
  if (
    /^q$/.test(word(w, i)) &&
    joined(w, i + 1) &&
    /^[1-4]$/.test(word(w, i + 1)) &&
    !(joined(w, i + 2) && w.kinds[i + 2] !== 2)
  ) {
    const year = yearOf(w, i + 2);
    return build(i, year?.next ?? i + 2, { quarter: Number(word(w, i + 1)) }, year?.value);
  }
  let at = i;
  const lead = yearBefore(w, i);
  if (lead !== null) at = lead.next;
  else if (/^(the|its|their|our|a)$/.test(word(w, i))) at = i + 1;
  if (word(w, at) === "the") at++;
  const hyphened =
    word(w, at + 1) === "-" &&
    joined(w, at + 1) &&
    word(w, at + 2) === "quarter" &&
    w.lexemes[at]?.ordinal !== undefined;
  const includes = (word(w, i) === "the" && !hyphened) || lead !== null ? i : at;
  let fiscal = false;
  const skipFiscal = (k: number): number => {
    if (word(w, k) !== "fiscal") return k;
    fiscal = true;
    return word(w, k + 1) === "-" ? k + 2 : k + 1;
  };
  at = skipFiscal(at);
  const stepped = w.lexemes[at];
  const ordinal = stepped?.step === undefined ? ordinalAt(w, at) : null;
  if (ordinal !== null && ordinal.value <= 4) {
    let next = skipFiscal(word(w, ordinal.next) === "-" ? ordinal.next + 1 : ordinal.next);
    if (word(w, next) === "-") next++;
    const half = word(w, next) === "half";
    if ((word(w, next) !== "quarter" && !half) || (half && ordinal.value > 2)) return null;
    if (half && word(w, next - 1) === "-") return null;
    const year = yearOf(w, next + 1);
    if (half && year === null && word(w, next + 1) === "of" && monthAt(w, next + 2) === null) return null;
    if (half && year === null && word(w, includes) !== "the") return null;
    return build(
      includes,
      year?.next ?? next + 1,
      half ? { half: ordinal.value } : { quarter: ordinal.value },
      { ...lead?.value, ...year?.value },
      fiscal,
    );
  }
  const latest = word(w, at) === "latest" && (word(w, at + 1) === "quarter" || word(w, at + 1) === "period");
  if (
    lead === null &&
    word(w, i) === "the" &&
    !fiscal &&
    (latest ||
      (word(w, at) === "quarter" && !w.lexemes[at]?.plural && !joined(w, at + 1)) ||
      (word(w, at) === "quarter" && /^[,.;]$/.test(word(w, at + 1))))
  )
    return {
      first: i,
      last: latest ? at + 2 : at + 1,
      rule: "the-quarter",
      meaning: { kind: "date", quarter: 0, ...(latest ? { latest } : {}) },
    };
  if (lead !== null && (word(w, at) === "quarter" || word(w, at) === "period"))
    return {
      first: i,
      last: at + 1,
      rule: "quarter-other-year",
      meaning: { kind: "date", quarter: 0, ...lead.value },
    };
  if (lead !== null && lead.value.which !== undefined && word(w, lead.next - 2) === "-")
    return {
      first: lead.next - 3,
      last: lead.next,
      rule: "year-earlier",
      meaning: { kind: "shift", unit: "year", amount: 1, direction: -1, from: "either" },
    };
  return null;
}

function build(
  first: number,
  last: number,
  part: { quarter?: number; half?: number },
  year: Year | undefined,
  fiscal = false,
): Found {
  const meaning: Meaning = { kind: "date", ...part, ...(year ?? {}), ...(fiscal ? { fiscal } : {}) };
  return {
    first,
    last,
    rule: part.half === undefined ? (fiscal ? "fiscal-quarter" : "quarter") : "half-year",
    meaning,
  };
}

/** "fiscal 1989", "fiscal year 1989", "FY2010", "the fiscal year". */
export function fiscalYear(w: Words, i: number): Found | null {
  const the = word(w, i) === "the" ? i + 1 : i;
  if (word(w, the) === "fy" && the === i) {
    const short = /^\d\d$/.test(word(w, i + 1))
      ? { value: 2000 + Number(word(w, i + 1)), next: i + 2 }
      : yearAt(w, i + 1);
    return short === null
      ? null
      : { first: i, last: short.next, rule: "fiscal-year", meaning: { kind: "date", year: short.value, fiscal: true } };
  }
  if (word(w, the) !== "fiscal" && word(w, the) !== "financial") return null;
  const at = word(w, the + 1) === "year" ? the + 2 : the + 1;
  const year = yearAt(w, at, { short: true });
  if (year !== null)
    return {
      first: i,
      last: year.next,
      rule: "fiscal-year",
      meaning: { kind: "date", year: year.value, fiscal: true },
    };
  if (at === the + 2 && the > i)
    return { first: i, last: at, rule: "duration", meaning: { kind: "duration", value: "P1Y" } };
  return null;
}
