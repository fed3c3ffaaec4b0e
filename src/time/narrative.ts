import type { Found } from "./meaning.ts";

/** True for a history: dates with years of their own outnumber by far the words that count from a publication. */
export function isNarrative(found: readonly Found[]): boolean {
  let named = 0;
  let deictic = 0;
  for (const { meaning: m } of found) {
    if (m.kind === "date" && m.year !== undefined && !m.fiscal) named++;
    else if (m.kind === "unit" && m.from === "publication") deictic++;
    else if (m.kind === "date" && (m.weekday !== undefined || m.step?.from === "publication") && m.month === undefined)
      deictic++;
    else if (m.kind === "shift" && m.from === "publication") deictic++;
  }
  return named >= 6 && deictic * 6 <= named;
}
