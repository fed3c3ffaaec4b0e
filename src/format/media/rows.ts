import type { Clock, Exhibit, MediaCheck } from "../../model/media.ts";

/** Clocks that say the same, in one row: `times` fields, the first of them named. */
export interface ClockRow {
  readonly clock: Clock;
  readonly times: number;
}

/** One row for clocks of one value, role, zone and state; in the order of the file. */
export function clockRows(clocks: readonly Clock[]): ClockRow[] {
  const rows = new Map<string, { clock: Clock; times: number }>();
  for (const clock of clocks) {
    const key = [clock.value ?? clock.raw, clock.role, clock.zone, clock.state, clock.subject].join("|");
    const row = rows.get(key);
    if (row) row.times++;
    else rows.set(key, { clock, times: 1 });
  }
  return [...rows.values()];
}

/** A clock's value and zone for people; what cannot be used says why. */
export function clockValue(c: Clock): string {
  if (c.state === "not set") return "clock not set";
  if (c.value === null) return `no date: ${c.raw.slice(0, 40)}`;
  const value = c.value.replace("T", " ").replace(/\.\d+$/, "");
  const zone = c.zone === null ? "no zone" : c.zone === "+00:00" ? "UTC" : c.zone;
  return `${value} ${zone}${c.zoneBasis === "inferred" ? " (inferred)" : ""}${c.state === "in the future" ? " (in the future)" : ""}`;
}

/** Where a clock stands and who read it. */
export function clockPlace(c: Clock): string {
  const readers = c.readers.length > 1 ? "two readers" : c.readers[0] === "exiftool" ? "ExifTool" : "our reader";
  return `${c.field}${c.offset === null ? "" : `, byte ${c.offset}`}, ${readers}`;
}

/** Whose time it is, where it is not the file's own. */
export const clockRole = (c: Clock): string =>
  c.subject === "this file" || c.subject === "software" ? c.role : `${c.role} (${c.subject})`;

/** What is known of a file before any clock: format, size, hash. */
export function known(e: Exhibit): string[] {
  return [
    ...(e.kind === null ? [] : [e.kind]),
    ...(e.size === null ? [] : [`${String(e.size).replace(/\B(?=(\d{3})+$)/g, ",")} bytes`]),
    ...(e.sha256 === null ? [] : [`sha256 ${e.sha256}`]),
  ];
}

/** The claim, the day taken as today and the readers, one sentence each. */
export function settings(check: MediaCheck): string[] {
  const { claim } = check;
  return [
    ...(claim?.shownAt ? [`Time shown: ${claim.shownAt.given} (${claim.shownAt.from} to ${claim.shownAt.to}).`] : []),
    ...(claim?.publishedAt ? [`Published: ${claim.publishedAt.given} (${claim.publishedAt.to} at the latest).`] : []),
    `Today is taken as ${check.now}. Read by ${check.readers}.`,
  ];
}
