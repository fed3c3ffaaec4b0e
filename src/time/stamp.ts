import type { DayPart, Season, Unit } from "../language/en/time-words.ts";
import { addMonths, civil, dayOf, mondayOf } from "./calendar.ts";
import type { Clock } from "./meaning.ts";

/** The grains a stretch of the calendar may have. */
export type Grain = Exclude<Unit, "second" | "minute" | "hour" | "fortnight">;

/** A known stretch of the calendar: one day, one week, one quarter … `day` is its first day (days since 1970). */
export interface Stamp {
  readonly grain: Grain;
  readonly day: number;
  readonly season?: Season;
  readonly part?: DayPart;
  readonly clock?: Clock;
}

const SEASON_MONTH: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** First day of a year's season (northern, by months; winter is that which begins in the year's December). */
export function seasonStamp(year: number, season: Season): Stamp {
  return { grain: "season", season, day: dayOf(year, SEASON_MONTH[season], 1) };
}

/** The stretch of that grain which holds a day. */
export function holding(grain: Grain, day: number): Stamp {
  const { year, month } = civil(day);
  switch (grain) {
    case "day":
      return { grain, day };
    case "week":
      return { grain, day: mondayOf(day) };
    case "weekend":
      return { grain, day: mondayOf(day) + 5 };
    case "month":
      return { grain, day: dayOf(year, month, 1) };
    case "quarter":
      return { grain, day: dayOf(year, Math.floor((month - 1) / 3) * 3 + 1, 1) };
    case "half":
      return { grain, day: dayOf(year, month > 6 ? 7 : 1, 1) };
    case "season": {
      const season: Season = month < 3 || month === 12 ? "WI" : month < 6 ? "SP" : month < 9 ? "SU" : "FA";
      return seasonStamp(month < 3 ? year - 1 : year, season);
    }
    case "year":
      return { grain, day: dayOf(year, 1, 1) };
    case "decade":
      return { grain, day: dayOf(Math.floor(year / 10) * 10, 1, 1) };
    case "century":
      return { grain, day: dayOf(Math.floor(year / 100) * 100, 1, 1) };
    case "millennium":
      return { grain, day: dayOf(Math.floor(year / 1000) * 1000, 1, 1) };
  }
}

const MONTHS: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12000,
};

/** A day so many grains away. */
export function shiftDay(day: number, grain: Grain, by: number): number {
  const months = MONTHS[grain];
  return months === undefined ? day + by * (grain === "day" ? 1 : 7) : addMonths(day, months * by);
}

/** The stamp so many grains before or after. */
export function shifted(stamp: Stamp, by: number): Stamp {
  return { ...stamp, day: shiftDay(stamp.day, stamp.grain, by) };
}

/** The first day after it. */
export function endOf(stamp: Stamp): number {
  if (stamp.grain === "weekend") return stamp.day + 2;
  return shiftDay(stamp.day, stamp.grain, 1);
}

const SIZE: readonly Grain[] = [
  "day",
  "weekend",
  "week",
  "month",
  "season",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
  "millennium",
];

/** True when `a` is a coarser grain than `b`. */
export function coarser(a: Grain, b: Grain): boolean {
  return SIZE.indexOf(a) > SIZE.indexOf(b);
}
