import { ZONES } from "../language/en/places.ts";
import { dayOf, weekdayOf } from "./calendar.ts";

/** Standard offset in minutes east, and which rule moves the clocks in summer. */
export interface Zone {
  readonly standard: number;
  readonly summer: "none" | "eu" | "us" | "au" | "nz" | "cl";
}

/** The zone of a place named in a dateline ("KYIV", "New York", "Ukraine"); null when it is not in the table. */
export function zoneOf(place: string | null | undefined): Zone | null {
  if (place == null) return null;
  const offset = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(place.trim());
  if (offset !== null)
    return {
      standard: (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0)),
      summer: "none",
    };
  for (const part of [place, ...place.split(",")]) {
    const zone = ZONES.get(part.trim().toLowerCase().replace(/[.]/g, ""));
    if (zone !== undefined) return zone;
  }
  return null;
}

/** The nth Sunday of a month (1 first … 5 last), as a day number. */
function sunday(year: number, month: number, nth: number): number {
  if (nth === 5) {
    const last = dayOf(year, month + 1, 1) - 1;
    return last - (weekdayOf(last) % 7);
  }
  const first = dayOf(year, month, 1);
  return first + ((7 - weekdayOf(first)) % 7) + 7 * (nth - 1);
}

const yearOfDay = (day: number): number => Math.floor((day + 719468) / 365.2425);

/** Minutes east of Greenwich at noon-ish of a local day; `minute` is the local minute of that day. Rules as in force in 2024; Russia's of 2011–2014 is not kept. */
export function offsetAt(zone: Zone, day: number, minute: number): number {
  if (zone.summer === "none") return zone.standard;
  const around = yearOfDay(day);
  for (const year of [around - 1, around, around + 1]) {
    const [from, to, at, until] = bounds(zone, year);
    const now = day * 1440 + minute;
    if (now >= from! * 1440 + at! && now < to! * 1440 + until!) return zone.standard + 60;
  }
  return zone.standard;
}

/** First and last day of summer time that begins in a year, with the local minute of each change. */
function bounds(zone: Zone, year: number): readonly [number, number, number, number] {
  switch (zone.summer) {
    case "us":
      return year >= 2007
        ? [sunday(year, 3, 2), sunday(year, 11, 1), 120, 120]
        : [sunday(year, 4, 1), sunday(year, 10, 5), 120, 120];
    case "au":
      return [sunday(year, 10, 1), sunday(year + 1, 4, 1), 120, 180];
    case "nz":
      return [sunday(year, 9, 5), sunday(year + 1, 4, 1), 120, 180];
    case "cl":
      return [sunday(year, 9, 1), sunday(year + 1, 4, 1), 0, 0];
    default:
      return [sunday(year, 3, 5), sunday(year, 10, 5), zone.standard + 60, zone.standard + 120];
  }
}

/** Minutes since 1970 (UTC) of a local minute of a day. */
export function toUtc(zone: Zone, day: number, minute: number): number {
  return day * 1440 + minute - offsetAt(zone, day, minute);
}

/** The widest spread of civil days on Earth: a day begins at UTC+14 and ends at UTC-12. */
export const EARLIEST = 14 * 60;
export const LATEST = -12 * 60;
