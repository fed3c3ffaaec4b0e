import type { Clock, StoredClock, ZoneBasis } from "../../model/media.ts";
import { DAY, HOUR, instant, readDate, utc, type Wall, wallOf, zoneMinutes, zoneText } from "./date-text.ts";
import type { Reading } from "./reading.ts";
import { whyUnset } from "./unset.ts";
import { inferZones } from "./zones.ts";

const EPOCH_1904 = utc(1904, 1, 1);
const EPOCH_2001 = utc(2001, 1, 1);
/** No QuickTime or MP4 file is older. */
const FIRST_MOVIES = utc(1990, 1, 1);
/** No photograph is older. */
const FIRST_PHOTOGRAPH = utc(1826, 1, 1);

/** The earliest and the latest zone of the world: a wall clock L without one lies in [L - 14 h, L + 12 h] of UTC. */
export const EARLIEST = 14 * HOUR;
export const LATEST = 12 * HOUR;

/** Gives each stored clock its meaning, its zone and its interval. `now` in ms since 1970. */
export function interpret(stored: readonly StoredClock[], now: number): Clock[] {
  const readings = stored.map((s) => read(s));
  inferZones(readings.filter((r) => r.state === "usable" && r.stored.subject === "this file"));
  return readings.map((r) => finish(r, now));
}

function read(stored: StoredClock): Reading {
  const base = { stored, readings: [], zone: null, basis: "unknown" as ZoneBasis, meaning: stored.meaning };
  const unset = (wall: Wall | null, why: string): Reading => ({
    ...base,
    wall,
    state: "not set",
    meaning: `clock not set: ${why}`,
  });
  const shown = stored.subject === "file system";
  if (stored.encoding !== "text") return count(stored, base, unset);
  const text = readDate(stored.raw);
  if (text.kind === "unset") return unset(null, "the field is empty or zero");
  if (text.kind === "none") return { ...base, wall: null, state: "not a date", meaning: "no such date" };
  const wall = text.wall;
  const beside = stored.zone === null ? null : zoneMinutes(stored.zone);
  const zone = wall.zone ?? beside ?? (stored.utc ? 0 : null);
  const why = wall.length < DAY ? whyUnset(wall.ms, zone !== null && zone !== 0) : whyUnset(wall.ms, true);
  if (why && stored.subject !== "software") return unset(wall, why);
  const basis: ZoneBasis = wall.zone !== null || beside !== null ? "stored" : stored.utc ? "specification" : "unknown";
  const old = wall.ms < FIRST_PHOTOGRAPH;
  return { ...base, wall, zone, basis, state: shown || old ? "shown only" : "usable" };
}

/** Counts of seconds or nanoseconds. One that makes sense only from another zero has two readings. */
function count(
  stored: StoredClock,
  base: Omit<Reading, "wall" | "state">,
  unset: (wall: Wall | null, why: string) => Reading,
): Reading {
  const n = Number(stored.raw);
  if (n === 0) return unset(null, "zero is not a date");
  const ms =
    stored.encoding === "seconds since 1904"
      ? EPOCH_1904 + n * 1000
      : stored.encoding === "seconds since 1970"
        ? n * 1000
        : EPOCH_2001 + Math.floor(n / 1e6);
  if (!Number.isFinite(ms) || ms > utc(9999, 1, 1) || ms < utc(1, 1, 1))
    return { ...base, wall: null, state: "not a date", meaning: "no such date" };
  const zone = stored.utc ? 0 : null;
  const basis: ZoneBasis = stored.utc ? "specification" : "unknown";
  const why = whyUnset(ms, stored.utc);
  if (why) return unset(wallOf(ms, null), why);
  if (stored.encoding === "seconds since 1904" && ms < FIRST_MOVIES) {
    const other = n * 1000;
    if (other < FIRST_MOVIES || whyUnset(other, false))
      return unset(wallOf(ms, null), "a date before such files existed");
    const wall = wallOf(other, null);
    return {
      ...base,
      wall,
      zone,
      basis,
      state: "usable",
      readings: [wallOf(ms, null).iso, wall.iso],
      meaning: `${stored.meaning}; the number has two readings, and only the one counted from 1970 is of a time when such files existed`,
    };
  }
  return { ...base, wall: wallOf(ms, null), zone, basis, state: "usable" };
}

function finish(r: Reading, now: number): Clock {
  const { stored, wall } = r;
  const bounded = r.state === "usable" && wall !== null;
  const from = bounded ? wall.ms - (r.zone === null ? EARLIEST : r.zone * 60_000) : 0;
  const to = bounded ? wall.ms + wall.length + (r.zone === null ? LATEST : -r.zone * 60_000) : 0;
  const future = bounded && from > now;
  return {
    field: stored.field,
    raw: stored.raw,
    value: wall?.iso ?? null,
    offset: stored.offset,
    readers: stored.reader === "both" ? ["hearsay", "exiftool"] : [stored.reader],
    role: stored.role,
    subject: stored.subject,
    state: future ? "in the future" : r.state,
    zone: r.zone === null || !wall ? null : zoneText(r.zone),
    zoneBasis: wall ? r.basis : "unknown",
    from: bounded && !future ? instant(from) : null,
    to: bounded && !future ? instant(to) : null,
    readings: r.readings,
    meaning: future ? "a time in the future: not a usable clock" : r.meaning,
  };
}
