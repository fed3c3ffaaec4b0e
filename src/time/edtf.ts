import { civil, dayOf, daysIn } from "./calendar.ts";
import type { Modifier } from "./meaning.ts";
import { endOf, type Stamp } from "./stamp.ts";
import { two } from "./timex.ts";

/** A year as EDTF writes it: "1989", "-0492" (493 BC). */
export function edtfYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0");
}

/** A day as EDTF. */
export function edtfDay(days: number): string {
  const { year, month, day } = civil(days);
  return `${edtfYear(year)}-${two(month)}-${two(day)}`;
}

const SEASONS = { SP: "21", SU: "22", FA: "23", WI: "24" } as const;

/**
 * The EDTF of a stretch of the calendar: days, months and years as they are, weeks, weekends and halves as intervals,
 * seasons and quarters by their codes (21–24, 33–36), decades and centuries with X. "The end of the year" is its December.
 */
export function edtfOf(stamp: Stamp, modifier?: Modifier): string {
  const { year, month } = civil(stamp.day);
  const y = edtfYear(year);
  switch (stamp.grain) {
    case "day": {
      const clock = stamp.clock;
      if (clock === undefined) return edtfDay(stamp.day);
      const day = clock.hour === 24 ? stamp.day + 1 : stamp.day;
      const zone = clock.offset === null ? "" : offsetText(clock.offset);
      return `${edtfDay(day)}T${two(clock.hour % 24)}:${two(clock.minute ?? 0)}:${two(Math.min(clock.second ?? 0, 59))}${zone}`;
    }
    case "week":
    case "weekend":
      return `${edtfDay(stamp.day)}/${edtfDay(endOf(stamp) - 1)}`;
    case "month":
      return `${y}-${two(month)}`;
    case "quarter":
      return `${y}-${33 + Math.floor((month - 1) / 3)}`;
    case "half":
      return month > 6 ? `${y}-07/${y}-12` : `${y}-01/${y}-06`;
    case "season":
      return `${y}-${SEASONS[stamp.season ?? "SP"]}`;
    case "year":
      return modifier === "end" ? `${y}-12` : modifier === "start" ? `${y}-01` : y;
    case "decade":
    case "century":
    case "millennium": {
      const unknown = stamp.grain === "decade" ? 1 : stamp.grain === "century" ? 2 : 3;
      if (year >= 0) return y.slice(0, 4 - unknown) + "X".repeat(unknown);
      return `${y}/${edtfYear(civil(endOf(stamp) - 1).year)}`;
    }
  }
}

const offsetText = (minutes: number): string =>
  minutes === 0
    ? "Z"
    : `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

const TIME = /T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?$/;

/** One date without brackets or bounds. */
function isDate(text: string): boolean {
  const timed = TIME.test(text);
  const bare = (timed ? text.slice(0, text.indexOf("T")) : text).replace(/[~?%]$/, "");
  const match = /^(-?)([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(bare);
  if (match === null || (timed && match[4] === undefined)) return false;
  if (match[3] === undefined || match[3].includes("X"))
    return match[4] === undefined || /^(XX|0[1-9]|[12]\d|3[01])$/.test(match[4]);
  const month = Number(match[3]);
  if (match[4] === undefined) return (month >= 1 && month <= 12) || (month >= 21 && month <= 41);
  if (month < 1 || month > 12) return false;
  if (match[4].includes("X")) return match[4] === "XX";
  const year = match[2]!.includes("X") ? 2000 : Number(match[2]) * (match[1] ? -1 : 1);
  return Number(match[4]) >= 1 && Number(match[4]) <= daysIn(year, month);
}

/** True when a string is EDTF (ISO 8601-2:2019) as far as this engine prints it: dates, intervals, sets, open ends. */
export function isEdtf(text: string): boolean {
  const set = /^([[{])(.+)([\]}])$/.exec(text);
  if (set !== null)
    return set[2]!.split(",").every((part) => isDate(part) || part.split("..").every((x) => x === "" || isDate(x)));
  const parts = text.split("/");
  if (parts.length === 1) return isDate(text);
  return parts.length === 2 && parts.every((part) => part === ".." || part === "" || isDate(part));
}

/** First day and day after the last of one EDTF date, or null bounds where it is open; null when it says no days ("XXXX-09"). */
export function edtfDays(text: string): { readonly from: number | null; readonly to: number | null } | null {
  const set = /^[[{](.+)[\]}]$/.exec(text);
  const parts = set === null ? text.split("/") : set[1]!.split(/,|\.\./);
  const bounds = parts.map((part) => (part === ".." || part === "" ? { from: null, to: null } : dateDays(part)));
  if (bounds.some((b) => b === null)) return null;
  const [first, last] = [bounds[0]!, bounds[bounds.length - 1]!];
  return { from: first.from, to: last.to };
}

function dateDays(text: string): { readonly from: number; readonly to: number } | null {
  const match = /^(-?)(\d{1,4}X{0,3})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (match === null || match[2]!.length !== 4) return null;
  const sign = match[1] ? -1 : 1;
  const [low, high] = [Number(match[2]!.replace(/X/g, "0")) * sign, Number(match[2]!.replace(/X/g, "9")) * sign];
  if (match[3] === undefined)
    return { from: dayOf(Math.min(low, high), 1, 1), to: dayOf(Math.max(low, high) + 1, 1, 1) };
  const month = Number(match[3]);
  if (month >= 33 && month <= 36)
    return { from: dayOf(low, (month - 33) * 3 + 1, 1), to: dayOf(low, (month - 32) * 3 + 1, 1) };
  if (month >= 21 && month <= 24) return { from: dayOf(low, (month - 20) * 3, 1), to: dayOf(low, (month - 19) * 3, 1) };
  if (month < 1 || month > 12) return null;
  if (match[4] === undefined) return { from: dayOf(low, month, 1), to: dayOf(low, month + 1, 1) };
  const day = dayOf(low, month, Number(match[4]));
  return { from: day, to: day + 1 };
}
