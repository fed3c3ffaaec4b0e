import { csvWriter } from "./csv.ts";
import { htmlWriter } from "./html.ts";
import { jsonlWriter, jsonWriter } from "./json.ts";
import { markdownWriter } from "./markdown.ts";
import { textWriter } from "./text.ts";
import type { Screen, Writer } from "./writer.ts";

/** The names of the formats a reading can be printed in. */
export const FORMATS = ["text", "csv", "json", "jsonl", "html", "markdown"] as const;

export type FormatName = (typeof FORMATS)[number];

/** A writer of the named format; `screen` matters to text alone. */
export function writerFor(name: FormatName, screen: Screen): Writer {
  switch (name) {
    case "text":
      return textWriter(screen);
    case "csv":
      return csvWriter();
    case "json":
      return jsonWriter();
    case "jsonl":
      return jsonlWriter();
    case "html":
      return htmlWriter();
    case "markdown":
      return markdownWriter();
  }
}
