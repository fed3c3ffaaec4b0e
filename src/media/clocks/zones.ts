import { HOUR } from "./date-text.ts";
import type { Reading } from "./reading.ts";

/** Two programs writing the same moment may be this far apart, in ms. */
const NEAR = 120_000;
/** Offsets in minutes that are no multiple of half an hour: Nepal, Eucla, Chatham (standard and summer). */
const ODD = [345, 525, 765, 825];

/**
 * Finds the zone of clocks that store none, from a second clock of the same file:
 * the same moment with a zone, the same wall clock with a zone, or a satellite's UTC.
 */
export function inferZones(all: readonly Reading[]): void {
  const zoned = all.filter((r) => r.zone !== null && r.basis === "stored" && r.wall!.length === 0);
  const counts = all.filter((r) => r.zone === null && r.stored.encoding === "seconds since 1904");
  const pair = headerZone(counts, zoned);
  if (pair !== null) for (const r of counts) settle(r, pair.zone, pair.why);
  for (const r of all) {
    if (r.zone !== null || r.wall!.length > 60_000 || r.stored.encoding !== "text") continue;
    // Editors put their own computer's zone on a capture time that has none: that is no evidence of where it was taken.
    const capture = /^(captured|digitised)$/.test(r.stored.role);
    const same = zoned.find(
      (z) => Math.abs(z.wall!.ms - r.wall!.ms) <= 1000 && !(capture && /^(XMP|IPTC|PNG)/.test(z.stored.field)),
    );
    if (same) settle(r, same.zone!, `zone from ${same.stored.field}, which shows the same wall clock`);
  }
  const fix = all.find((r) => r.stored.field.startsWith("Exif GPS") && r.zone === 0 && r.wall!.length === 0);
  if (!fix) return;
  for (const r of all) {
    if (r.zone !== null || r.wall!.length > 0 || !/^(captured|digitised)$/.test(r.stored.role)) continue;
    const apart = r.wall!.ms - fix.wall!.ms;
    const minutes = Math.round(apart / 60_000);
    const rounded = ODD.includes(minutes) ? minutes : Math.round(minutes / 30) * 30;
    if (Math.abs(apart - rounded * 60_000) <= 60_000 && Math.abs(rounded) * 60_000 <= 14 * HOUR)
      settle(r, rounded, "zone from the satellite fix beside it");
  }
}

function settle(r: Reading, zone: number, why: string): void {
  r.zone = zone;
  r.basis = "inferred";
  r.meaning = r.meaning === "" ? why : `${r.meaning}; ${why}`;
}

/** Container headers should count UTC, and many cameras count local time: a clock with a zone beside them tells which. */
function headerZone(counts: readonly Reading[], zoned: readonly Reading[]): { zone: number; why: string } | null {
  for (const c of counts)
    for (const z of zoned)
      if (Math.abs(z.wall!.ms - z.zone! * 60_000 - c.wall!.ms) <= NEAR)
        return { zone: 0, why: `UTC, because ${z.stored.field} names the same moment with its zone` };
  for (const c of counts)
    for (const z of zoned)
      if (z.zone !== 0 && Math.abs(z.wall!.ms - c.wall!.ms) <= NEAR)
        return { zone: z.zone!, why: `local time, because ${z.stored.field} shows the same wall clock with its zone` };
  return null;
}
