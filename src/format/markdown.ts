import { details, percent } from "./details.ts";
import { heading } from "./heading.ts";
import { inert } from "./inert.ts";
import { type OutletSentence, withOutletVoice } from "./outlet.ts";
import { type Row, rows } from "./row.ts";
import type { Writer } from "./writer.ts";

/** Words that mean only themselves in Markdown (CommonMark and GitHub's tables) and in the HTML it may hold. */
export const escapeMarkdown = (words: string) =>
  inert(words)
    .replace(/[\\`*_{}[\]()#+\-.!|~>$:@/]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");

/** A section a report, a table row a statement, what else is known in its last cell. */
export function markdownWriter(unattributed = false): Writer {
  const md = escapeMarkdown;
  let first = true;
  return {
    head: () => "",
    reading(reading) {
      const { title, known, state } = heading(reading);
      const gap = first ? "" : "\n";
      first = false;
      const line = (row: Row) => {
        const more = details(row).map(({ label, words }) => `${label}: ${md(words)}`);
        const what = `${row.depth > 0 ? "↳ ".repeat(row.depth) : ""}${md(row.what)}`;
        const place = `${row.place.line}:${row.place.column}`;
        const sure = percent(row.statement.confidence.statement);
        return `| ${place} | ${md(row.who)} | ${md(row.cue)} | ${what} | ${more.join("; ")} | ${sure} |`;
      };
      const outlet = ({ span, place }: OutletSentence) =>
        `| ${place.line}:${place.column} | the outlet |  | ${md(span.text)} |  |  |`;
      const table = unattributed
        ? withOutletVoice(reading, rows(reading)).map((one) => (one.row ? line(one.row) : outlet(one.outlet!)))
        : rows(reading).map(line);
      const top = ["| place | who | cue | what | more | confidence |", "| --- | --- | --- | --- | --- | --- |"];
      const head = `${gap}## ${md(title)}\n\n${[...known, state].map(md).join(" · ")}\n`;
      return table.length === 0 ? head : `${head}\n${[...top, ...table].join("\n")}\n`;
    },
    tail: () => "",
  };
}
