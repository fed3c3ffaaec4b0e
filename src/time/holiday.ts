import { HOLIDAYS } from "../language/en/time-words.ts";
import { dayOf, weekdayOf } from "./calendar.ts";

/** Easter Sunday of a year, Gregorian. Source: the anonymous algorithm (Nature, 1876). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

const nth = (year: number, month: number, weekday: number, n: number): number => {
  if (n < 0) {
    const last = dayOf(year, month + 1, 1) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
};

/** The day a named holiday falls on in a year; null when the name is not known. */
export function holidayDay(name: string, year: number): number | null {
  const rule = HOLIDAYS[name];
  if (rule === undefined) return null;
  if (typeof rule !== "string") return dayOf(year, rule[0], rule[1]);
  switch (rule) {
    case "us-independence":
      return dayOf(year, 7, 4);
    case "thanksgiving":
      return nth(year, 11, 4, 4);
    case "labor":
      return nth(year, 9, 1, 1);
    case "memorial":
      return nth(year, 5, 1, -1);
    case "presidents":
      return nth(year, 2, 1, 3);
    case "easter":
      return easter(year);
    case "easter-monday":
      return easter(year) + 1;
    case "good-friday":
      return easter(year) - 2;
    case "palm":
      return easter(year) - 7;
    case "ash":
      return easter(year) - 46;
    default:
      return null;
  }
}
