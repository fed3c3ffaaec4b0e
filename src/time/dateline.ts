import { dayOf, daysIn } from "./calendar.ts";
import type { Found } from "./meaning.ts";
import { type Words, word } from "./words.ts";

/** The report's own date line: the day it gives, and the place before it. */
export interface DateLine {
  readonly day: number;
  readonly found: Found;
}

/**
 * Finds a date in full that stands alone on a line near the top ("Friday, July 21, 2017") or closes a dateline
 * ("PORT ELLAN, Nov. 23, 2024 (Unity Press) --"); a dateline without a year takes the published one when that is near.
 */
export function dateLine(
  w: Words,
  found: readonly Found[],
  published: number | null,
  yearOf: (day: number) => number,
): DateLine | null {
  for (const f of found) {
    if (w.starts[f.first]! > 600) return null;
    const m = f.meaning;
    if (m.kind !== "date" || m.month === undefined || m.day === undefined || m.clock !== undefined) continue;
    const year = m.year ?? (published === null ? null : yearOf(published));
    if (year === null || m.day > daysIn(year, m.month)) continue;
    const opens = f.first === 0 || w.breaks[f.first]! > 0;
    const closes = f.last >= w.length || w.breaks[f.last]! > 0;
    const own = opens && closes && m.year !== undefined;
    const line = !own && isDatelinePlace(w, f.first) && endsDateline(w, f.last);
    if (!own && !line) continue;
    const day = dayOf(year, m.month, m.day);
    if (m.year === undefined && published !== null && Math.abs(day - published) > 10) continue;
    return { day, found: f };
  }
  return null;
}

/** The place that opens a dateline near the top of a text ("PORT ELLAN, Tarvos (AWP) -"); null without one. */
export function datelinePlace(text: string): string | null {
  for (const line of text.slice(0, 1200).split("\n").slice(0, 12)) {
    const match =
      /^\s*(\p{Lu}[\p{Lu}.' -]{2,30})(?:,\s+(\p{Lu}[\p{L}. ]{1,20}))?(?:,\s+[^()\n]{3,22})?\s*(?:\([^()\n]{2,30}\)\s*)?(?:[—–_]|--?\s)/u.exec(
        line,
      );
    if (match !== null && /\p{Lu}{3}/u.test(match[1]!)) return match[1]!.trim();
  }
  return null;
}

/** Capitals and commas from the start of the line: "PORT ELLAN, Tarvos,". */
function isDatelinePlace(w: Words, i: number): boolean {
  let seen = false;
  for (let k = i - 1; k >= 0 && k > i - 9; k--) {
    const text = w.text.slice(w.starts[k]!, w.ends[k]!);
    if (!/^[,.'()]$/.test(text) && !/^\p{Lu}/u.test(text)) return false;
    if (text.length > 2 && text === text.toUpperCase() && /\p{Lu}/u.test(text)) seen = true;
    if (k === 0 || w.breaks[k]! > 0) return seen;
  }
  return false;
}

function endsDateline(w: Words, i: number): boolean {
  if (/^[–(]$/.test(word(w, i)) || (word(w, i) === "-" && w.starts[i] !== w.ends[i - 1])) return true;
  return word(w, i) === ","
    ? word(w, i + 1) === "("
    : word(w, i) === "_" || (word(w, i) === "." && word(w, i + 1) === "–");
}
