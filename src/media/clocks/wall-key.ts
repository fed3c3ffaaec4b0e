import type { StoredClock } from "../../model/media.ts";
import { readDate, utc, wallOf } from "./date-text.ts";

/** A stored value as digits of its wall clock, to the second: what two readers must agree on. Null: it is no date. */
export function wallKey(c: Pick<StoredClock, "raw" | "encoding">): string | null {
  if (c.encoding === "text") {
    const d = readDate(c.raw);
    return d.kind === "date" ? d.wall.iso.slice(0, 19) : null;
  }
  const n = Number(c.raw);
  if (n === 0 || !Number.isFinite(n)) return null;
  // ExifTool reads an old count from 1904 as one from 1970.
  const ms =
    c.encoding === "nanoseconds since 2001"
      ? utc(2001, 1, 1) + Math.floor(n / 1e6)
      : n * 1000 +
        (c.encoding === "seconds since 1904" && n * 1000 + utc(1904, 1, 1) >= utc(1990, 1, 1) ? utc(1904, 1, 1) : 0);
  return ms < utc(9999, 1, 1) ? wallOf(ms, null).iso : null;
}
