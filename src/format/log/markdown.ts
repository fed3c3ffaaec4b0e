import { escapeMarkdown } from "../markdown.ts";
import { LOG_COLUMNS } from "./columns.ts";
import type { LogWriter } from "./writer.ts";

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;

/** The claim log as one Markdown table. */
export const logMarkdown = (): LogWriter => ({
  head: () => line(LOG_COLUMNS.map((c) => c.heading)) + line(LOG_COLUMNS.map(() => "---")),
  row: (row) => line(LOG_COLUMNS.map((c) => escapeMarkdown(c.cell(row).text))),
  tail: () => "",
});
