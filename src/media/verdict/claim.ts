import type { ClaimedTime } from "../../model/media.ts";
import { DAY, instant, readDate, zoneMinutes } from "../clocks/date-text.ts";
import { EARLIEST, LATEST } from "../clocks/interpret.ts";

/** A claim as read, or in one sentence why it could not be. */
export type ClaimText =
  | { readonly ok: true; readonly claim: ClaimedTime }
  | { readonly ok: false; readonly why: string };

interface Side {
  readonly from: number;
  readonly to: number;
  readonly zone: number | null;
}

/**
 * Reads a day, an instant with its zone, or FROM/TO of either. `zone` ("+03:00") is for days and instants that name none;
 * without it they are taken in every zone of the world at once.
 */
export function readClaim(text: string, zone: string | null): ClaimText {
  const minutes = zone === null ? null : zoneMinutes(zone);
  if (zone !== null && minutes === null) return { ok: false, why: `"${zone}" is no zone: write it as +03:00 or Z` };
  const sides = text.split("/");
  if (sides.length > 2) return { ok: false, why: `"${text}" has more than one slash: write FROM/TO` };
  const read = sides.map((s) => side(s.trim(), minutes));
  const bad = read.indexOf(null);
  if (bad >= 0)
    return {
      ok: false,
      why: `"${sides[bad]}" is no time: write a day (2022-02-18) or an instant with its zone (2022-02-18T14:30:00+03:00)`,
    };
  const [first, last] = [read[0]!, read[read.length - 1]!];
  if (last.to < first.from) return { ok: false, why: `"${text}" ends before it begins` };
  return {
    ok: true,
    claim: { from: instant(first.from), to: instant(last.to), zone: first.zone ?? last.zone, given: text },
  };
}

function side(text: string, fallback: number | null): Side | null {
  if (!/^\d{4}(-\d\d){0,2}(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)?)?$/.test(text)) return null;
  const read = readDate(text.replace(/([+-]\d\d)$/, (m, z: string) => (text.includes("T") ? `${z}:00` : m)));
  if (read.kind !== "date") return null;
  const { wall } = read;
  const zone = wall.zone ?? fallback;
  const end = wall.ms + Math.max(0, wall.length >= DAY ? wall.length - 1000 : wall.length);
  return {
    zone,
    from: wall.ms - (zone === null ? EARLIEST : zone * 60_000),
    to: end + (zone === null ? LATEST : -zone * 60_000),
  };
}
