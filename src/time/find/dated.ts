import type { Found, Meaning } from "../meaning.ts";
import { type Words, word } from "../words.ts";
import { partAt } from "./atoms.ts";

/** Joins a time of day to the day beside it: "10 p.m. Wednesday", "noon on Thursday", "5 p.m. EST, Nov. 6", "the night of 3 May". */
export function dated(
  w: Words,
  i: number,
  dayAt: (w: Words, i: number) => Found | null,
  clockAt: (w: Words, i: number) => Found | null,
): Found | null {
  const clock = clockAt(w, i);
  const carrier = clock ?? partOf(w, i);
  if (carrier === null || carrier.meaning.kind !== "clock") return null;
  let at = carrier.last;
  if (word(w, at) === "," || word(w, at) === "on" || word(w, at) === "of") at++;
  const day = dayAt(w, at);
  if (day === null) return clock;
  const time = carrier.meaning;
  const join = time.clock === undefined ? { part: time.part! } : { clock: time.clock };
  const meaning = day.meaning;
  const isDay =
    (meaning.kind === "date" &&
      (meaning.day !== undefined || meaning.weekday !== undefined || meaning.holiday !== undefined) &&
      meaning.clock === undefined) ||
    (meaning.kind === "unit" && meaning.unit === "day");
  if (!isDay || (meaning as { part?: string }).part !== undefined) return clock;
  return { first: i, last: day.last, rule: `${day.rule}+time`, meaning: { ...meaning, ...join } as Meaning };
}

/** "the night of", "the early morning hours of", "mid-afternoon", "late afternoon". */
function partOf(w: Words, i: number): Found | null {
  let at = word(w, i) === "the" ? i + 1 : i;
  const early = /^(early|late|mid)$/.test(word(w, at));
  if (early) at += word(w, at + 1) === "-" ? 2 : 1;
  const part = partAt(w, at);
  if (part === null) return null;
  if (word(w, part.next) !== "of" && !early) return null;
  return { first: i, last: part.next, rule: "part", meaning: { kind: "clock", part: part.value } };
}
