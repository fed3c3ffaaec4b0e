import { civil, weekdayOf } from "./calendar.ts";
import type { Grain, Stamp } from "./stamp.ts";
import { endOf } from "./stamp.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

const yearText = (year: number): string => (year > 0 ? String(year) : `${1 - year} BC`);

/** "Monday 21 February 2022". */
export function sayDay(day: number): string {
  const { year, month, day: d } = civil(day);
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${d} ${MONTHS[month - 1]} ${yearText(year)}`;
}

/** The name of a weekday, 1 Monday. */
export const sayWeekday = (weekday: number): string => WEEKDAYS[weekday - 1] ?? "";
/** The name of a month, 1 January. */
export const sayMonth = (month: number): string => MONTHS[month - 1] ?? "";

/** A stretch of the calendar in words: "February 2022", "the week of Monday 14 February 2022". */
export function sayStamp(stamp: Stamp): string {
  const { year, month } = civil(stamp.day);
  const say: Readonly<Record<Grain, () => string>> = {
    day: () => sayDay(stamp.day),
    week: () => `the week of ${sayDay(stamp.day)}`,
    weekend: () => `the weekend of ${sayDay(stamp.day)}`,
    month: () => `${MONTHS[month - 1]} ${yearText(year)}`,
    quarter: () => `the quarter from ${MONTHS[month - 1]} to ${MONTHS[month + 1]} ${yearText(year)}`,
    half: () => `the ${month > 6 ? "second" : "first"} half of ${yearText(year)}`,
    season: () =>
      `${{ SP: "spring", SU: "summer", FA: "autumn", WI: "winter" }[stamp.season ?? "SP"]} ${yearText(year)}`,
    year: () => yearText(year),
    decade: () => `the years ${yearText(year)} to ${yearText(civil(endOf(stamp) - 1).year)}`,
    century: () => `the years ${yearText(year)} to ${yearText(civil(endOf(stamp) - 1).year)}`,
    millennium: () => `the years ${yearText(year)} to ${yearText(civil(endOf(stamp) - 1).year)}`,
  };
  return say[stamp.grain]();
}
