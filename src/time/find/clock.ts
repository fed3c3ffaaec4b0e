import type { Clock, Found } from "../meaning.ts";
import { DIGITS, joined, type Words, word } from "../words.ts";
import { type At, partAt } from "./atoms.ts";

const HALF = /^(a|p)$/;

/** "a.m.", "pm": 0 or 12, and the word after it. */
function halfDay(w: Words, i: number): At<0 | 12> | null {
  const first = word(w, i);
  if (first === "am" || first === "pm") return { value: first === "am" ? 0 : 12, next: i + 1 };
  if (!HALF.test(first) || word(w, i + 1) !== "." || word(w, i + 2) !== "m" || !joined(w, i + 2)) return null;
  return { value: first === "a" ? 0 : 12, next: word(w, i + 3) === "." && joined(w, i + 3) ? i + 4 : i + 3 };
}

/** A zone's name after a time of day: "EST", "GMT", "(CET)", "local time". Minutes east, null when not known. */
function zoneAt(w: Words, i: number): At<number | null> {
  const at = word(w, i) === "(" ? i + 1 : i;
  const name = w.text.slice(w.starts[at] ?? 0, w.ends[at] ?? 0);
  const zone = w.lexemes[at]?.zone;
  if (zone !== undefined && name === name.toUpperCase() && at < w.length)
    return { value: zone, next: at > i && word(w, at + 1) === ")" ? at + 2 : at + 1 };
  if (/^(local|eastern|central|mountain|pacific)$/.test(word(w, i)) && word(w, i + 1) === "time")
    return { value: null, next: i + 2 };
  return { value: null, next: i };
}

const NUMBERS = new Map<string, number>(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((n, i) => [n, i + 1]),
);

/** A time of day: "10:35 a.m.", "5 p.m. EST", "0300 GMT", "four o'clock", "noon", "4 in the morning", "14:30". */
export function clockAt(w: Words, i: number): At<Clock> | null {
  const start = word(w, i);
  const make = (
    hour: number,
    minute: number | null,
    second: number | null,
    next: number,
    zoned = true,
  ): At<Clock> | null => {
    if (hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 60) return null;
    const zone = zoned ? zoneAt(w, next) : { value: null, next };
    return { value: { hour, minute, second, offset: zone.value }, next: zone.next };
  };
  if (start === "noon" || start === "midday")
    return start === "midday" && word(w, i - 1) !== "by" && word(w, i - 1) !== "at" ? null : make(12, 0, null, i + 1);
  if (start === "midnight") return make(24, 0, null, i + 1);
  const spoken = NUMBERS.get(start);
  if (w.kinds[i] !== DIGITS && spoken === undefined) return null;
  if (joined(w, i) && /^[$£€.,:/\d-]$/.test(word(w, i - 1)) && word(w, i - 1) !== "-") return null;
  let hour = spoken ?? Number(start);
  let next = i + 1;
  let minute: number | null = null;
  let second: number | null = null;
  if (spoken === undefined && start.length > 2) {
    if (start.length !== 4 || zoneAt(w, next).next === next) return null;
    const value = Number(start);
    return make(Math.floor(value / 100), value % 100, null, next);
  }
  const colon = word(w, next);
  if (
    spoken === undefined &&
    (colon === ":" || colon === ".") &&
    joined(w, next) &&
    joined(w, next + 1) &&
    /^\d\d$/.test(word(w, next + 1))
  ) {
    minute = Number(word(w, next + 1));
    next += 2;
    if (word(w, next) === ":" && joined(w, next) && /^\d\d$/.test(word(w, next + 1)) && joined(w, next + 1)) {
      second = Number(word(w, next + 1));
      next += 2;
    }
    const half = halfDay(w, next);
    if (colon === "." && half === null) return null;
    if (half !== null) return hour > 12 ? null : make((hour % 12) + half.value, minute, second, half.next);
    if (joined(w, next) && /^[:\d]|^\p{L}/u.test(word(w, next)) && word(w, next) !== "z") return null;
    if (
      zoneAt(w, next).next === next &&
      !/^(at|by|around|about|until|till|from|since|after|before|to|between)$/.test(word(w, i - 1)) &&
      word(w, next) !== "hours" &&
      start.length < 2
    )
      return null;
    return make(hour, minute, second, word(w, next) === "hours" ? next + 1 : next);
  }
  const half = halfDay(w, next);
  if (half !== null) return hour > 12 || hour === 0 ? null : make((hour % 12) + half.value, null, null, half.next);
  if (word(w, next) === "o" && word(w, next + 1) === "'" && word(w, next + 2) === "clock") next += 3;
  else if (!(word(w, next) === "in" && word(w, next + 1) === "the" && partAt(w, next + 2) !== null && hour <= 12))
    return null;
  if (word(w, next) === "in" && word(w, next + 1) === "the") {
    const part = partAt(w, next + 2);
    if (part !== null) {
      if (part.value !== "MO" && hour < 12) hour += 12;
      next = part.next;
    }
  }
  return hour > 24 ? null : make(hour, minute, second, next);
}

/** A time of day by itself; `dated.ts` joins it to a day beside it. */
export function clock(w: Words, i: number): Found | null {
  const found = clockAt(w, i);
  return found === null
    ? null
    : { first: i, last: found.next, rule: "clock", meaning: { kind: "clock", clock: found.value } };
}
