import type { LogRow } from "../../model/row.ts";
import type { Screen } from "../writer.ts";
import { logCsv } from "./csv.ts";
import { logHtml } from "./html.ts";
import { logJson } from "./json.ts";
import { logMarkdown } from "./markdown.ts";
import { logText } from "./text.ts";

/** Turns rows into one stream of text: head, each row in order, tail. */
export interface LogWriter {
  head(): string;
  row(row: LogRow): string;
  tail(): string;
}

/** The formats of the claim log that are text; xlsx is bytes and has a writer of its own. */
export const LOG_FORMATS = ["text", "csv", "xlsx", "json", "markdown", "html"] as const;

export type LogFormat = (typeof LOG_FORMATS)[number];

/** A writer of the named text format. */
export function logWriter(format: Exclude<LogFormat, "xlsx">, screen: Screen): LogWriter {
  switch (format) {
    case "text":
      return logText(screen);
    case "csv":
      return logCsv();
    case "json":
      return logJson();
    case "markdown":
      return logMarkdown();
    case "html":
      return logHtml();
  }
}
