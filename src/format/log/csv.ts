import { cell } from "../csv.ts";
import { LOG_COLUMNS } from "./columns.ts";
import type { LogWriter } from "./writer.ts";

const line = (cells: readonly string[]) => `${cells.map(cell).join(",")}\r\n`;

/** The claim log as RFC 4180 with a byte-order mark; cells a spreadsheet would take for formulas are made inert. */
export const logCsv = (): LogWriter => ({
  head: () => `\ufeff${line(LOG_COLUMNS.map((c) => c.heading))}`,
  row: (row) => line(LOG_COLUMNS.map((c) => c.cell(row).text)),
  tail: () => "",
});
