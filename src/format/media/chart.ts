import type { ClaimedTime, Clock } from "../../model/media.ts";
import { escapeHtml } from "../page/escape.ts";
import { clockRole, clockRows, clockValue } from "./rows.ts";

const WIDTH = 720;
const LEFT = 190;
const RIGHT = 20;
const ROW = 22;
const MOST_ROWS = 12;

/** A drawing of the claim and the file's usable clocks, each with its uncertainty; "" when there is nothing to draw. */
export function mediaChart(
  clocks: readonly Clock[],
  shown: ClaimedTime | null,
  published: ClaimedTime | null,
  id: string,
): string {
  const rows = clockRows(
    clocks.filter((c) => c.state === "usable" && c.subject === "this file" && c.from && c.to),
  ).slice(0, MOST_ROWS);
  const bands = [
    ...(shown ? [{ words: "time shown", from: at(shown.from), to: at(shown.to), mark: "shown" }] : []),
    ...(published ? [{ words: "published", from: at(published.to), to: at(published.to), mark: "published" }] : []),
  ];
  if (rows.length === 0 || bands.length === 0) return "";
  const ends = [
    ...bands.flatMap((b) => [b.from, b.to]),
    ...rows.flatMap(({ clock }) => [at(clock.from!), at(clock.to!)]),
  ];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const pad = Math.max(3_600_000, (high - low) * 0.04);
  const x = (ms: number): number =>
    Math.round((LEFT + ((ms - low + pad) / (high - low + 2 * pad)) * (WIDTH - LEFT - RIGHT)) * 10) / 10;
  const height = 30 + (rows.length + bands.length) * ROW + 24;
  const floor = height - 24;
  const claim = bands.map((b, i) => {
    const y = 14 + i * ROW;
    const wide = Math.max(2, x(b.to) - x(b.from));
    const right = x(b.from) > WIDTH - 120;
    return `<rect class="band ${b.mark}" x="${x(b.from)}" y="8" width="${wide}" height="${floor - 8}"/><text class="bandname" x="${right ? x(b.to) : x(b.from) + 4}" y="${y + 8}" text-anchor="${right ? "end" : "start"}"${right ? ' dx="-6"' : ""}>${b.words}</text>`;
  });
  const lines = rows.map(({ clock }, i) => {
    const y = 18 + (i + bands.length) * ROW;
    const [a, b] = [x(at(clock.from!)), x(at(clock.to!))];
    const open = clock.zone === null;
    const middle = open ? x(at(clock.from!) + 14 * 3_600_000) : a;
    return `<g><title>${escapeHtml(`${clock.field}: ${clockValue(clock)}, from ${clock.from} to ${clock.to}`)}</title><text class="name" x="${LEFT - 8}" y="${y + 4}">${escapeHtml(clockRole(clock))}</text><line class="reach" x1="${a}" x2="${Math.max(b, a + 1)}" y1="${y}" y2="${y}"/><circle class="${open ? "open" : "known"}" cx="${middle}" cy="${y}" r="5"/></g>`;
  });
  const ticks = [low, high].map(
    (ms, i) =>
      `<text class="tick" x="${x(ms)}" y="${height - 6}" text-anchor="${i === 0 ? "start" : "end"}">${new Date(ms).toISOString().slice(0, 16)}Z</text>`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-title"><title id="${id}-title">The claimed time as a band, the file's clocks as dots with lines for what a missing zone leaves open</title>${claim.join("")}${lines.join("")}<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${floor}" y2="${floor}"/>${ticks.join("")}</svg>`;
}

const at = (instant: string): number => Date.parse(instant);
