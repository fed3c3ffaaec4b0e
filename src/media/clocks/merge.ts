import type { MediaPart, StoredClock } from "../../model/media.ts";
import { wallKey } from "./wall-key.ts";

/**
 * Joins what two independent readers found. A value both read under the same name stands once, read by both;
 * what only one of them read stays, and a field read differently is said.
 */
export function mergeReaders(
  own: readonly MediaPart[],
  second: MediaPart | null,
): (MediaPart & { readonly clocks: readonly StoredClock[] })[] {
  if (!second) return [...own];
  if (own.length === 0) return second.broken !== null && second.clocks.length === 0 ? [{ ...second }] : [second];
  const main = own[0]!;
  const seen = new Map<string, number>();
  const values = new Set<string>();
  main.clocks.forEach((c, i) => {
    const key = wallKey(c);
    if (c.tag !== null) seen.set(`${c.tag}|${key}`, i);
    if (key !== null) values.add(key);
  });
  const both = new Set<number>();
  const extra: StoredClock[] = [];
  const differ: string[] = [];
  for (const c of second.clocks) {
    const key = wallKey(c);
    const same = seen.get(`${c.tag}|${key}`);
    if (same !== undefined) both.add(same);
    else if (key === null && main.clocks.some((o) => o.tag === c.tag)) continue;
    else if (key === null || !values.has(key)) {
      extra.push(c);
      const named =
        c.tag === null ? undefined : main.clocks.find((o) => o.tag === c.tag && o.encoding !== "seconds since 1904");
      if (named && key !== null && wallKey(named) !== null) differ.push(named.field);
    }
  }
  const clocks = main.clocks.map((c, i): StoredClock => (both.has(i) ? { ...c, reader: "both" } : c));
  const notes =
    differ.length > 0
      ? [`the two readers read ${[...new Set(differ)].slice(0, 5).join(", ")} differently: both are shown`]
      : [];
  const broken = main.broken !== null && extra.length > 0 ? null : main.broken;
  return [
    {
      ...main,
      broken,
      clocks: [...clocks, ...extra],
      hints: main.hints.length > 0 ? main.hints : second.hints,
      notes: [...main.notes, ...second.notes, ...notes],
    },
    ...own.slice(1),
  ];
}
