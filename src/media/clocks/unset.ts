import { DAY, HOUR, utc } from "./date-text.ts";

/** Days on which clocks start that nobody has set: epochs of file formats and of devices. */
const EPOCHS: readonly { at: number; why: string }[] = [
  { at: utc(1904, 1, 1), why: "the zero of the QuickTime clock" },
  { at: utc(1970, 1, 1), why: "the zero of the Unix clock" },
  { at: utc(1980, 1, 1), why: "the zero of the DOS clock" },
  { at: utc(1980, 1, 6), why: "the zero of the GPS clock" },
  { at: utc(1601, 1, 1), why: "the zero of the Windows clock" },
  { at: utc(1900, 1, 1), why: "an empty date of older programs" },
  { at: utc(1899, 12, 30), why: "an empty date of older programs" },
  { at: utc(2000, 1, 1), why: "where many cameras begin after their battery was empty" },
];

/**
 * Why a wall clock looks like one that was never set, or null. A clock without a zone that shows the first
 * hours of a 1 January is what a camera writes after its battery was empty.
 */
export function whyUnset(ms: number, zoned: boolean): string | null {
  for (const e of EPOCHS) if (ms > e.at - (e.at < utc(1990, 1, 1) ? 15 * HOUR : 1) && ms < e.at + DAY) return e.why;
  if (ms === utc(2001, 1, 1)) return "the zero of the Matroska clock";
  if (zoned) return null;
  for (let year = 2001; year < 2040; year++) {
    const start = utc(year, 1, 1);
    if (ms >= start && ms < start + 6 * HOUR)
      return "the first hours of a 1 January, as cameras write after their battery was empty";
  }
  return null;
}
