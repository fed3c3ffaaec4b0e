import type { DayPart } from "../../language/en/time-words.ts";
import type { Modifier } from "../meaning.ts";
import { cardinalAt } from "../number.ts";
import { capital, DIGITS, joined, type Words, word } from "../words.ts";

/** A value read at some word, and the word after it. */
export interface At<T> {
  readonly value: T;
  readonly next: number;
}

const LOWER_MONTHS = new Set([1, 2, 7, 9, 10, 11, 12]);

/** A month's name, its full stop included when it is a short form. */
export function monthAt(w: Words, i: number): At<number> | null {
  const lexeme = w.lexemes[i];
  if (lexeme?.month === undefined) return null;
  if (!capital(w, i) && !LOWER_MONTHS.has(lexeme.month)) return null;
  if (lexeme.short && !capital(w, i)) return null;
  const dot = word(w, i + 1) === "." && joined(w, i + 1) && (lexeme.short || monthDotted(w, i + 2));
  return { value: lexeme.month, next: dot ? i + 2 : i + 1 };
}

const monthDotted = (w: Words, i: number): boolean => w.kinds[i] === DIGITS && i < w.length;

/** A weekday's name; short forms only with a full stop or before a month or a number ("Sat., March 3"). */
export function weekdayAt(w: Words, i: number): At<number> | null {
  const lexeme = w.lexemes[i];
  if (lexeme?.weekday === undefined || lexeme.plural) return null;
  if (!lexeme.short) return { value: lexeme.weekday, next: i + 1 };
  if (!capital(w, i)) return null;
  const dotted = word(w, i + 1) === "." && joined(w, i + 1);
  const after = dotted ? i + 2 : i + 1;
  const beyond = word(w, after) === "," ? after + 1 : after;
  if (monthAt(w, beyond) !== null) return { value: lexeme.weekday, next: after };
  if (
    w.kinds[beyond] === DIGITS &&
    beyond < w.length &&
    dayNumberAt(w, beyond) !== null &&
    monthAt(w, beyond + 1) !== null
  )
    return { value: lexeme.weekday, next: after };
  return null;
}

/** A day of the month in digits, "3" or "3rd", 1 to 31. */
export function dayNumberAt(w: Words, i: number): At<number> | null {
  if (i >= w.length || w.kinds[i] !== DIGITS || word(w, i).length > 2) return null;
  const value = Number(word(w, i));
  if (value < 1 || value > 31) return null;
  const suffix = joined(w, i + 1) && /^(st|nd|rd|th)$/.test(word(w, i + 1));
  const next = suffix ? i + 2 : i + 1;
  if (joined(w, next) && /^[/%]$/.test(word(w, next))) return null;
  if (joined(w, next) && word(w, next) === ":" && joined(w, next + 1) && w.kinds[next + 1] === DIGITS) return null;
  if (
    joined(w, next) &&
    (word(w, next) === "," || word(w, next) === ".") &&
    joined(w, next + 1) &&
    w.kinds[next + 1] === DIGITS
  )
    return null;
  return { value, next };
}

/** "BC", "B.C.", "BCE", "AD" after a year: -1, 1, or 0 with none. */
export function eraAt(w: Words, i: number): At<-1 | 0 | 1> {
  const first = w.text.slice(w.starts[i] ?? 0, w.ends[i] ?? 0);
  if (first === "BC" || first === "BCE") return { value: -1, next: i + 1 };
  if (first === "AD" || first === "CE") return { value: 1, next: i + 1 };
  if ((first === "B" || first === "A") && word(w, i + 1) === "." && joined(w, i + 2)) {
    const second = w.text.slice(w.starts[i + 2] ?? 0, w.ends[i + 2] ?? 0);
    if ((first === "B" && second === "C") || (first === "A" && second === "D"))
      return { value: first === "B" ? -1 : 1, next: word(w, i + 3) === "." && joined(w, i + 3) ? i + 4 : i + 3 };
  }
  return { value: 0, next: i };
}

/** The digits that stand alone as a number: not part of "1,989", "$1989", "19.89", "1989-0312". */
export function standsAlone(w: Words, i: number): boolean {
  const before = joined(w, i) ? word(w, i - 1) : "";
  if (/^[$£€#.,:/%+=@_\p{L}]/u.test(before) && !(before === "." && w.kinds[i - 2] !== DIGITS)) return false;
  if (joined(w, i + 1)) {
    const after = word(w, i + 1);
    if (after === "%" || after === "_" || after === "@") return false;
    if ((after === "," || after === "." || after === ":") && joined(w, i + 2) && w.kinds[i + 2] === DIGITS)
      return false;
    if (w.kinds[i + 1] === 0 && after !== "s") return false;
  }
  return true;
}

/** A year: "1989", "493 BC", "AD 70", "nineteen ninety-six", "'98" (with `short`). Astronomical number (1 BC is 0). */
export function yearAt(w: Words, i: number, options: { readonly short?: boolean } = {}): At<number> | null {
  const kind = w.kinds[i];
  if (i >= w.length) return null;
  if (kind === DIGITS) {
    const digits = word(w, i);
    if (digits.length > 4 || digits === "") return null;
    const era = eraAt(w, i + 1);
    if (era.value === -1) return { value: 1 - Number(digits), next: era.next };
    if (era.value === 1) return { value: Number(digits), next: era.next };
    if (digits.length !== 4 || digits[0] === "0") return null;
    return Number(digits) <= 2999 && standsAlone(w, i) ? { value: Number(digits), next: i + 1 } : null;
  }
  if (word(w, i) === "'" && options.short && joined(w, i + 1) && /^\d\d$/.test(word(w, i + 1)))
    return joined(w, i + 2) && word(w, i + 2) === "s" ? null : { value: fullYear(Number(word(w, i + 1))), next: i + 2 };
  const era = eraAt(w, i);
  if (era.value === 1 && era.next > i && /^\d{1,4}$/.test(word(w, era.next)))
    return { value: Number(word(w, era.next)), next: era.next + 1 };
  return spokenYearAt(w, i);
}

/** Two digits of a year as written after 1970: 70..99 the last century, 00..69 this one. */
export function fullYear(two: number): number {
  return two >= 40 ? 1900 + two : 2000 + two;
}

function spokenYearAt(w: Words, i: number): At<number> | null {
  const head = w.lexemes[i]?.cardinal;
  if (head === undefined) return null;
  if (head === 2 && w.lexemes[i + 1]?.cardinal === 1000) {
    const rest = cardinalAt(w, i);
    return rest?.value != null && rest.value >= 2000 && rest.value < 2100
      ? { value: rest.value, next: rest.next }
      : null;
  }
  if (head < 17 || head > 20) return null;
  const rest = cardinalAt(w, i + 1);
  if (rest?.value == null || rest.value < 10 || rest.value > 99) return null;
  return { value: head * 100 + rest.value, next: rest.next };
}

/** "morning", "early morning hours", "night": a part of the day. */
export function partAt(w: Words, i: number): At<DayPart> | null {
  const lexeme = w.lexemes[i];
  if (lexeme?.part === undefined || lexeme.plural || lexeme.dayOffset !== undefined) return null;
  const next = word(w, i + 1) === "hours" || word(w, i + 1) === "time" ? i + 2 : i + 1;
  return { value: lexeme.part, next };
}

const OF_WORDS: Readonly<Record<string, Modifier>> = {
  beginning: "start",
  start: "start",
  outset: "start",
  dawn: "start",
  end: "end",
  close: "end",
  finish: "end",
  middle: "mid",
  midst: "mid",
  rest: "rest",
  remainder: "rest",
  turn: "start",
};

/** "early", "late in", "mid-", "the end of", "earlier": which part of what follows is meant. */
export function modifierAt(w: Words, i: number): At<Modifier> | null {
  const one = word(w, i);
  const link = (next: number): number => {
    const at = word(w, next);
    return at === "in" || at === "on" || at === "during" ? next + 1 : next;
  };
  if (one === "early" || one === "late") {
    const dash = word(w, i + 1) === "-" ? i + 2 : i + 1;
    return { value: one, next: link(dash) };
  }
  if (one === "earlier" || one === "later") return { value: one, next: link(i + 1) };
  if (one === "mid") return { value: "mid", next: word(w, i + 1) === "-" || word(w, i + 1) === "–" ? i + 2 : i + 1 };
  const the = one === "the" ? i + 1 : i;
  if (one === "the" && /^(early|late|mid)$/.test(word(w, the)))
    return { value: word(w, the) as Modifier, next: word(w, the + 1) === "-" ? the + 2 : the + 1 };
  const very = word(w, the) === "very" ? the + 1 : the;
  if (
    one === "the" &&
    (word(w, very) === "early" || word(w, very) === "latter" || word(w, very) === "late") &&
    word(w, very + 1) === "part" &&
    word(w, very + 2) === "of"
  )
    return { value: word(w, very) === "early" ? "early" : "late", next: very + 3 };
  const value = OF_WORDS[word(w, very)];
  if (value !== undefined && word(w, very + 1) === "of" && (one === "the" || value !== "rest"))
    return { value, next: very + 2 };
  return null;
}
