import type { Found } from "../meaning.ts";
import { capital, DIGITS, joined, LETTERS, type Words, word } from "../words.ts";
import { eraAt, fullYear, standsAlone, yearAt } from "./atoms.ts";

const BEFORE_YEAR = new Set([
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
  "or",
  "before",
  "after",
  "early",
  "late",
  "mid",
  "-",
  "–",
  "(",
  "the",
  "for",
  "throughout",
  "year",
  "back",
  "circa",
  "c",
  "ca",
  "around",
  "about",
  "pre",
  "post",
  "than",
  "a",
  "then",
  "around",
  "its",
  "their",
  "his",
  "her",
  "our",
  "second",
  "another",
  "summer",
  "spring",
  "fall",
  "autumn",
  "winter",
  "entire",
  "all",
  "into",
  "over",
  "season",
]);
const NOT_BEFORE = new Set([
  "$",
  "£",
  "€",
  "#",
  "no",
  "number",
  "page",
  "room",
  "flight",
  "route",
  "highway",
  "section",
  "article",
  "resolution",
  "some",
  "exactly",
  "nearly",
  "almost",
  "only",
  "least",
  "most",
  "up",
  "approximately",
  "roughly",
  "boeing",
  "model",
  "area",
  "channel",
  "apollo",
  "directive",
]);
const COUNTED =
  /^(people|percent|per|pct|%|million|billion|thousand|hundred|dozen|men|women|children|troops|soldiers|civilians|police|deaths|dead|points|shares|dollars|euros|pounds|cents|miles|km|kilometers|kilometres|meters|metres|feet|tons|tonnes|jobs|votes|members|workers|employees|barrels|cases|units|homes|cars|yards|acres|hectares|pages|words|times|of)$/;

/** A bare year: "1989", "493 BC", "the year 2000", "'98", "1957-60". */
export function year(w: Words, i: number): Found | null {
  let at = i;
  let named = false;
  if (word(w, at) === "the") {
    if (word(w, at + 1) !== "year" && word(w, at + 1) !== "years") return null;
    at += 2;
    named = true;
    if (yearAt(w, at) === null) return null;
  } else if (word(w, at) === "year" || word(w, at) === "ca" || word(w, at) === "circa") return null;
  if (
    w.kinds[at] === DIGITS &&
    word(w, at).length === 2 &&
    eraAt(w, at + 1).value !== -1 &&
    firstOfPair(w, at) === null
  )
    return secondOfRange(w, at);
  const pair = firstOfPair(w, at);
  if (pair !== null) return { first: i, last: at + 1, rule: "year-era", meaning: { kind: "date", year: pair } };
  const found = yearAt(w, at, { short: true });
  if (found === null) return null;
  if (w.kinds[at] !== DIGITS) {
    if (word(w, at) === "'" && !shortYear(w, at, found.next)) return null;
    return { first: i, last: found.next, rule: "year", meaning: { kind: "date", year: found.value } };
  }
  const era = found.next > at + 1;
  if (!era && !named && !reallyYear(w, at, found.value)) return null;
  return { first: i, last: found.next, rule: era ? "year-era" : "year", meaning: { kind: "date", year: found.value } };
}

function shortYear(w: Words, i: number, next: number): boolean {
  return !joined(w, i) && BEFORE_YEAR.has(word(w, i - 1)) && !(w.kinds[next] === LETTERS && joined(w, next));
}

/** "1957-60": the second year of a pair of years. */
function secondOfRange(w: Words, i: number): Found | null {
  const dash = word(w, i - 1);
  if (dash !== "-" && dash !== "–" && dash !== "/") return null;
  if (
    !joined(w, i) ||
    !joined(w, i - 1) ||
    !/^\d{4}$/.test(word(w, i - 2)) ||
    (joined(w, i + 1) && !/^[,.;:)'"”]$/.test(word(w, i + 1)))
  )
    return null;
  const first = Number(word(w, i - 2));
  const second = Math.floor(first / 100) * 100 + Number(word(w, i));
  if (first < 1000 || second <= first || !reallyYear(w, i - 2, first)) return null;
  return { first: i, last: i + 1, rule: "year-range", meaning: { kind: "date", year: second } };
}

/** "499-493 BC", "496 and 495 BC": the era stands after the second year only. */
function firstOfPair(w: Words, i: number): number | null {
  if (!/^\d{1,4}$/.test(word(w, i)) || !/^(-|–|to|and|or)$/.test(word(w, i + 1)) || !/^\d{1,4}$/.test(word(w, i + 2)))
    return null;
  const era = eraAt(w, i + 3);
  return era.value === -1 && Number(word(w, i)) > Number(word(w, i + 2)) ? 1 - Number(word(w, i)) : null;
}

function reallyYear(w: Words, i: number, value: number): boolean {
  if (value < 1500 || value > 2100 || !standsAlone(w, i)) return false;
  const before = word(w, i - 1);
  const after = word(w, i + 1);
  if (NOT_BEFORE.has(before)) return false;
  if (COUNTED.test(after) && !/^(in|since|by|until|during)$/.test(before)) return false;
  if (joined(w, i) && (before === "-" || before === "–")) {
    if (
      joined(w, i - 1) &&
      !/^(\d{4}|pre|post|mid|early|late|then)$/.test(word(w, i - 2)) &&
      w.lexemes[i - 2] === undefined
    )
      return false;
  }
  if (joined(w, i + 1) && (after === "-" || after === "–" || after === "/")) {
    if (w.kinds[i + 2] === DIGITS && joined(w, i + 2) && !/^\d{2}$|^\d{4}$/.test(word(w, i + 2))) return false;
    if (/^\d{4}$/.test(word(w, i + 2)) && joined(w, i + 2) && Number(word(w, i + 2)) < value) return false;
    if (after === "/" && w.kinds[i + 2] !== DIGITS) return false;
  }
  if (
    BEFORE_YEAR.has(before) &&
    before !== "and" &&
    before !== "about" &&
    before !== "around" &&
    before !== "for" &&
    before !== "over" &&
    before !== "than" &&
    before !== "or" &&
    before !== "to" &&
    before !== "a"
  )
    return !countedAfter(w, i, before);
  if (value < 1700 && before !== "(") return false;
  if (before === "" || w.breaks[i] > 0) return !capital(w, i + 1) || after === "";
  return !countedAfter(w, i, before);
}

/** "1989 cars": a plural right after, where no noun could follow a year that way. */
function countedAfter(w: Words, i: number, before: string): boolean {
  if (w.kinds[i + 1] !== LETTERS || i + 1 >= w.length || joined(w, i + 1)) return false;
  const after = word(w, i + 1);
  if (
    capital(w, i + 1) ||
    after.length < 4 ||
    !after.endsWith("s") ||
    /^(was|has|is|as|this|its|us|does|yes|plus|thus|ss)$|ss$/.test(after)
  )
    return false;
  return !/^(in|the|since|its|his|her|their|early|late|mid|during|a|of|for)$/.test(before);
}

/** "the 1990s", "'80s", "the nineties", "the late 1960s", "the 470s BC". */
export function decade(w: Words, i: number): Found | null {
  let at = word(w, i) === "the" ? i + 1 : i;
  const start = i;
  const lexeme = w.lexemes[at];
  if (lexeme?.decade !== undefined && at > i)
    return {
      first: start,
      last: at + 1,
      rule: "decade",
      meaning: { kind: "decade", year: 1900 + lexeme.decade, short: true },
    };
  const quote = word(w, at) === "'";
  if (quote) at++;
  if (w.kinds[at] !== DIGITS || at >= w.length) return null;
  const digits = word(w, at);
  let next = at + 1;
  if (word(w, next) === "'" && joined(w, next)) next++;
  if (word(w, next) !== "s" || !joined(w, next)) return null;
  if (digits.length === 4 && digits.endsWith("0") && !quote) {
    const value = Number(digits);
    if (value < 1000 || value > 2200 || !standsAlone(w, at)) return null;
    return { first: start, last: next + 1, rule: "decade", meaning: { kind: "decade", year: value } };
  }
  if (digits.length === 3 && digits.endsWith("0")) {
    const era = eraAt(w, next + 1);
    if (era.value === -1)
      return {
        first: start,
        last: era.next,
        rule: "decade-bc",
        meaning: { kind: "decade", year: Number(digits), bc: true },
      };
  }
  if (
    digits.length === 2 &&
    digits.endsWith("0") &&
    (quote || /^(late|early|mid|-)$/.test(word(w, i - 1)) || at > i) &&
    !(joined(w, at) && word(w, at - 1) === "$")
  ) {
    if (!quote && inTheTens(w, i)) return null;
    return {
      first: start,
      last: next + 1,
      rule: "decade",
      meaning: { kind: "decade", year: fullYear(Number(digits)), short: true },
    };
  }
  return null;
}

/** "in his 60s", "temperatures in the 70s": ages and degrees, not decades. */
function inTheTens(w: Words, i: number): boolean {
  return /^(his|her|their|its|mid|low|upper|high)$/.test(word(w, i - 1)) || /^(his|her|their)$/.test(word(w, i - 2));
}

/** "the 20th century", "the 4th century BC", "the twentieth century". */
export function century(w: Words, i: number): Found | null {
  let at = word(w, i) === "the" ? i + 1 : i;
  if (word(w, at) === "early" || word(w, at) === "late" || word(w, at) === "mid") at += word(w, at + 1) === "-" ? 2 : 1;
  const digits = w.kinds[at] === DIGITS && joined(w, at + 1) && /^(st|nd|rd|th)$/.test(word(w, at + 1));
  const ordinal = digits ? Number(word(w, at)) : centuryOrdinal(w, at);
  if (ordinal === null || ordinal < 1 || ordinal > 30) return null;
  let next = digits ? at + 2 : word(w, at + 1) === "-" && w.lexemes[at + 2]?.ordinal !== undefined ? at + 3 : at + 1;
  if (word(w, next) === "-") next++;
  if (word(w, next) !== "century") return null;
  const era = eraAt(w, next + 1);
  return {
    first: i,
    last: era.value === 0 ? next + 1 : era.next,
    rule: "century",
    meaning: { kind: "century", year: ordinal, ...(era.value === -1 ? { bc: true } : {}) },
  };
}

function centuryOrdinal(w: Words, i: number): number | null {
  const tens = w.lexemes[i]?.cardinal;
  if (tens === 20 && word(w, i + 1) === "-") return 20 + (w.lexemes[i + 2]?.ordinal ?? Number.NaN) || null;
  const direct = w.lexemes[i]?.ordinal;
  return direct !== undefined && direct >= 10 ? direct : direct !== undefined ? direct : null;
}
