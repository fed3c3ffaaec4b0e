import { cell } from "./csv.ts";
import { inert } from "./inert.ts";
import { escapeMarkdown } from "./markdown.ts";
import { endsOf, type TimelineRow } from "./timeline.ts";
import { ordinal, type PartialDate } from "./timeline-dates.ts";
import { PAPER, type Screen } from "./writer.ts";

/** The names of the forms a timeline is printed in. */
export const TIMELINE_FORMATS = ["text", "json", "csv", "markdown", "timelinejs"] as const;
export type TimelineFormat = (typeof TIMELINE_FORMATS)[number];

/** Prints a timeline. */
export function printTimeline(rows: readonly TimelineRow[], format: TimelineFormat, screen: Screen = PAPER): string {
  switch (format) {
    case "text":
      return asText(rows, screen);
    case "json":
      return `${JSON.stringify(rows, null, 2)}\n`;
    case "csv":
      return asCsv(rows);
    case "markdown":
      return asMarkdown(rows);
    case "timelinejs":
      return `${JSON.stringify(asTimelineJs(rows), null, 2)}\n`;
  }
}

const BAR = 20;

/** Draws each row's stretch on one scale: a point, an interval with both ends, an arrow where an end is open. */
export function bars(rows: readonly TimelineRow[]): string[] {
  const spans = rows.map((row) => {
    const { first, last } = endsOf(row);
    return { from: first === null ? null : ordinal(first, true), to: last === null ? null : ordinal(last, false) + 1 };
  });
  const known = spans.flatMap(({ from, to }) => [from, to]).filter((x): x is number => x !== null);
  const least = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const width = Math.max(1e-9, most - least);
  const column = (x: number): number => Math.min(BAR - 1, Math.max(0, Math.floor(((x - least) / width) * BAR)));
  return spans.map(({ from, to }, i) => {
    if (rows[i]!.date === null || (from === null && to === null)) return `${" ".repeat(BAR / 2 - 1)}?`.padEnd(BAR);
    const [start, stop] = [
      from === null ? 0 : column(from),
      to === null ? BAR - 1 : Math.max(from === null ? 0 : column(from), column(to - 1)),
    ];
    if (start === stop && from !== null && to !== null)
      return `${" ".repeat(start)}${to - from <= 1 ? "●" : "■"}`.padEnd(BAR);
    const left = from === null ? "←" : "├";
    const right = to === null ? "→" : "┤";
    return `${" ".repeat(start)}${left}${"─".repeat(Math.max(0, stop - start - 1))}${right}`.padEnd(BAR);
  });
}

function asText(rows: readonly TimelineRow[], screen: Screen): string {
  if (rows.length === 0) return "";
  const wide = Math.min(26, Math.max(8, ...rows.slice(0, 10_000).map((row) => (row.date ?? "no date").length)));
  const drawn = bars(rows);
  const room = Math.max(30, screen.width - wide - BAR - 4);
  const lines = rows.map((row, i) => {
    const who = row.statement === null ? "(the outlet)" : row.who || "(nobody named)";
    const words = inert(`${who}${row.cue ? ` · ${row.cue}` : ""} · ${row.what}`);
    const cut =
      words.length > room
        ? `${Array.from(words)
            .slice(0, room - 1)
            .join("")}…`
        : words;
    return `${inert(row.date ?? "no date").padEnd(wide)}  ${drawn[i]}  ${cut}`.trimEnd();
  });
  return `${lines.join("\n")}\n`;
}

const COLUMNS: readonly [heading: string, fill: (row: TimelineRow) => string][] = [
  ["date", (r) => r.date ?? ""],
  ["from", (r) => r.from ?? ""],
  ["to", (r) => r.to ?? ""],
  ["who", (r) => r.who],
  ["cue", (r) => r.cue],
  ["what", (r) => r.what],
  ["date_words", (r) => r.words],
  ["date_why", (r) => r.why],
  ["report", (r) => r.report],
  ["statement", (r) => r.statement ?? ""],
  ["outlet", (r) => r.outlet ?? ""],
  ["title", (r) => r.title ?? ""],
  ["published", (r) => r.published ?? ""],
];

/** The headings of a timeline's sheet, in order. */
export const TIMELINE_COLUMNS = COLUMNS.map(([heading]) => heading);

function asCsv(rows: readonly TimelineRow[]): string {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(",")}\r\n`;
  return `\ufeff${line(TIMELINE_COLUMNS)}${rows.map((row) => line(COLUMNS.map(([, fill]) => fill(row)))).join("")}`;
}

function asMarkdown(rows: readonly TimelineRow[]): string {
  const md = escapeMarkdown;
  const body = rows.map(
    (r) =>
      `| ${md(r.date ?? "no date")} | ${md(r.statement === null ? "the outlet" : r.who)} | ${md(r.cue)} | ${md(r.what)} | ${md(r.words)} | ${md(r.outlet ?? r.report)} |`,
  );
  return `${["| date | who | cue | what | date's words | report |", "| --- | --- | --- | --- | --- | --- |", ...body].join("\n")}\n`;
}

const dateJs = (date: PartialDate) => ({
  year: String(date.year),
  ...(date.month === undefined ? {} : { month: String(date.month) }),
  ...(date.day === undefined ? {} : { day: String(date.day) }),
});

/** TimelineJS reads its texts as HTML. */
const html = (words: string): string =>
  inert(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html); rows without a beginning are left out, as it cannot place them. */
export function asTimelineJs(rows: readonly TimelineRow[]): { readonly events: readonly object[] } {
  const events = rows.flatMap((row, index) => {
    const { first, last } = endsOf(row);
    const start = first ?? last;
    if (start === null) return [];
    const who = row.statement === null ? (row.outlet ?? row.report) : row.who || "nobody named";
    const same = last === null || JSON.stringify(start) === JSON.stringify(last);
    return [
      {
        unique_id: `${index}`,
        start_date: dateJs(start),
        ...(same ? {} : { end_date: dateJs(last) }),
        display_date: html(row.date ?? ""),
        group: html(row.outlet ?? row.report),
        text: {
          headline: html(`${who}${row.cue ? ` · ${row.cue}` : ""}`),
          text: `<p>${html(row.what)}</p><p>${html(row.why)}</p>`,
        },
      },
    ];
  });
  return { events };
}
