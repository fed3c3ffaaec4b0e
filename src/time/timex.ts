import { civil, isoWeek } from "./calendar.ts";
import type { Clock } from "./meaning.ts";
import type { Stamp } from "./stamp.ts";

/** Two digits. */
export const two = (n: number): string => String(n).padStart(2, "0");

/** A year as TIMEX3 writes it: "1989", "BC0493". */
export function timexYear(year: number): string {
  return year > 0 ? String(year).padStart(4, "0") : `BC${String(1 - year).padStart(4, "0")}`;
}

/** "T17:00", "T12:00Z", "T21:34-05" after a day. */
export function timexClock(clock: Clock): string {
  const second = clock.second === null ? "" : `:${two(clock.second)}`;
  return `T${two(clock.hour)}:${two(clock.minute ?? 0)}${second}`;
}

/** The TIMEX3 `value` of a stretch of the calendar. */
export function timexOf(stamp: Stamp): string {
  const { year, month, day } = civil(stamp.day);
  const y = timexYear(year);
  const part = stamp.clock !== undefined ? timexClock(stamp.clock) : stamp.part !== undefined ? `T${stamp.part}` : "";
  switch (stamp.grain) {
    case "day":
      return `${y}-${two(month)}-${two(day)}${part}`;
    case "week":
    case "weekend": {
      const iso = isoWeek(stamp.day);
      return `${timexYear(iso.year)}-W${two(iso.week)}${stamp.grain === "weekend" ? "-WE" : ""}`;
    }
    case "month":
      return `${y}-${two(month)}`;
    case "quarter":
      return `${y}-Q${Math.floor((month - 1) / 3) + 1}`;
    case "half":
      return `${y}-H${month > 6 ? 2 : 1}`;
    case "season":
      return `${y}-${stamp.season}`;
    case "year":
      return y;
    case "decade":
      return year > 0 ? y.slice(0, 3) : y.slice(0, 5);
    case "century":
      return year > 0 ? y.slice(0, 2) : y.slice(0, 4);
    case "millennium":
      return year > 0 ? y.slice(0, 1) : y.slice(0, 3);
  }
}

const DATE =
  /^(?:BC)?(?:[\dX]{1,4}|[\dX]{4}-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:WE|[1-7X]))?|(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?))(?:T(?:MO|MI|AF|EV|NI|DT|(?:[01]\d|2[0-4]):[0-5]\d(?::[0-6]\d)?))?$/;
const DURATION = /^P(?:T?(?:X|\d+(?:\.\d+)?)(?:D|W|M|Y|Q|DE|CE|ML|WE|H|S)|\d+Y\d+M|T\d+H\d+M|XX)$/;

/** True when a string is a TIMEX3 value that this engine may print: a date, time, duration, set or reference. */
export function isTimex(value: string): boolean {
  return /^(PRESENT|PAST|FUTURE)_REF$/.test(value) || DATE.test(value) || DURATION.test(value);
}
