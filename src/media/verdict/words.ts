import type { Clock } from "../../model/media.ts";

/** Said once in every result. */
export const CAVEAT =
  "Metadata can be edited, a camera's clock is often wrong, and missing dates say nothing either way: this is a lead for a person to follow.";

/** A length of time in days, hours and minutes: "2 d 10 h 30 m". */
export function span(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (d >= 366) return `${d} d`;
  return [d > 0 ? `${d} d` : "", d > 0 || h > 0 ? `${h} h` : "", `${m} m`].filter((x) => x !== "").join(" ");
}

/** A clock as people read it: "2022-02-16 13:22:45, no time zone stored". */
export function reading(c: Clock): string {
  const value = (c.value ?? "").replace("T", " ");
  if (c.zone === null) return `${value}, no time zone stored`;
  return `${value} ${c.zone === "+00:00" ? "UTC" : c.zone}${c.zoneBasis === "inferred" ? ", zone inferred" : ""}`;
}

/** Text out of a file, made inert: control characters and direction marks are shown, not obeyed. */
export function inert(text: string, most = 120): string {
  const shown = text.replace(
    /[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu,
    "\ufffd",
  );
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}
