import type { Reading } from "../../model/reading.ts";
import { cell } from "../csv.ts";
import { heading } from "../heading.ts";
import { inert } from "../inert.ts";
import { escapeMarkdown } from "../markdown.ts";
import { type Piece, wrap } from "../wrap.ts";
import { PAPER, type Screen, type Writer } from "../writer.ts";
import { DISPUTES } from "./disputes.ts";
import { NAMES } from "./names.ts";
import { NUMBERS } from "./numbers.ts";
import { PEOPLE } from "./people.ts";
import { REQUESTS } from "./requests.ts";
import type { View } from "./view.ts";

/** The forms a view is printed in. */
export const VIEW_FORMATS = ["text", "json", "csv", "markdown"] as const;
export type ViewFormat = (typeof VIEW_FORMATS)[number];

/** The views by their commands. */
export const VIEWS = { requests: REQUESTS, disputes: DISPUTES, numbers: NUMBERS, people: PEOPLE, names: NAMES };
export type ViewName = keyof typeof VIEWS;

/** A writer of one view of readings; `screen` matters to text alone. */
export function viewWriter(name: ViewName, format: ViewFormat, screen: Screen = PAPER): Writer {
  const view = VIEWS[name] as View;
  switch (format) {
    case "text":
      return asText(view, screen);
    case "json":
      return asJson(view);
    case "csv":
      return asCsv(view);
    case "markdown":
      return asMarkdown(view);
  }
}

/** "1 request", "2 parties", or why there are none. */
function stateOf(view: View, reading: Reading, n: number): string {
  if (reading.unread) return heading(reading).state;
  const many = view.noun.endsWith("y") ? `${view.noun.slice(0, -1)}ies` : `${view.noun}s`;
  return n === 0 ? `no ${many} found` : `${n} ${n === 1 ? view.noun : many}`;
}

const MARGIN = 9;

function asText(view: View, { width: columns, style }: Screen): Writer {
  const width = Math.max(40, Math.min(columns, 120));
  const piece = (name: "title" | "who" | "quiet" | null, words: string): Piece => ({
    words: inert(words),
    paint: name === null ? (w) => w : (w) => style(name, w),
  });
  const indent = " ".repeat(MARGIN);
  let first = true;
  return {
    head: () => "",
    reading(reading) {
      const rows = view.rows(reading);
      const { title, known } = heading(reading);
      const lines = [
        ...(first ? [] : [""]),
        ...wrap([piece("title", title)], width),
        ...wrap([piece("quiet", [...known, stateOf(view, reading, rows.length)].join(" · "))], width),
        ...(rows.length > 0 ? [""] : []),
      ];
      first = false;
      for (const row of rows) {
        const { place, words, more } = view.entry(row);
        const main = wrap(
          words.flatMap((part, i) => [
            ...(i > 0 ? [piece("quiet", " · ")] : []),
            piece(i === 0 ? "who" : null, part || "(no words)"),
          ]),
          width - MARGIN,
        );
        const rest = more.flatMap(({ label, words: what }) =>
          wrap([piece("quiet", `${label}: `), piece(null, what)], width - MARGIN),
        );
        const head = inert(place)
          .padStart(MARGIN - 2)
          .padEnd(MARGIN);
        lines.push(...[...main, ...rest].map((line, i) => (i === 0 ? head : indent) + line));
      }
      return `${lines.join("\n")}\n`;
    },
    tail: () => "",
  };
}

const about = ({ id, report, unread }: Reading) => ({
  report: id,
  title: report.title,
  outlet: report.outlet,
  published: report.published?.edtf ?? null,
  unread: unread?.why ?? null,
});

/** An array with an object a report, its rows under the name of the view. */
function asJson(view: View): Writer {
  let any = false;
  return {
    head: () => "[",
    reading(reading) {
      const json = JSON.stringify({ ...about(reading), [view.name]: view.rows(reading) }, null, 2);
      const before = any ? ",\n" : "\n";
      any = true;
      return `${before}  ${json.replaceAll("\n", "\n  ")}`;
    },
    tail: () => "\n]\n",
  };
}

const REPORT_COLUMNS = ["report", "outlet", "title", "published", "unread"] as const;

/** The headings of a view's sheet, in order. */
export const viewColumns = (name: ViewName): readonly string[] => [
  "report",
  ...(VIEWS[name] as View).columns.map(([title]) => title),
  ...REPORT_COLUMNS.slice(1),
];

function asCsv(view: View): Writer {
  const line = (cells: readonly string[]) => `${cells.map(cell).join(",")}\r\n`;
  return {
    head: () => `\ufeff${line(viewColumns(view.name as ViewName))}`,
    reading(reading) {
      const { report, ...rest } = about(reading);
      const after = [rest.outlet ?? "", rest.title ?? "", rest.published ?? "", rest.unread ?? ""];
      if (reading.unread) return line([report, ...view.columns.map(() => ""), ...after]);
      return view
        .rows(reading)
        .map((row) => line([report, ...view.columns.map(([, fill]) => fill(row)), ...after]))
        .join("");
    },
    tail: () => "",
  };
}

function asMarkdown(view: View): Writer {
  const md = escapeMarkdown;
  let first = true;
  return {
    head: () => "",
    reading(reading) {
      const rows = view.rows(reading);
      const { title, known } = heading(reading);
      const gap = first ? "" : "\n";
      first = false;
      const head = `${gap}## ${md(title)}\n\n${[...known, stateOf(view, reading, rows.length)].map(md).join(" · ")}\n`;
      if (rows.length === 0) return head;
      const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
      const table = [
        line(view.columns.map(([title]) => title.replaceAll("_", " "))),
        line(view.columns.map(() => "---")),
        ...rows.map((row) => line(view.columns.map(([, fill]) => md(fill(row))))),
      ];
      return `${head}\n${table.join("\n")}\n`;
    },
    tail: () => "",
  };
}
