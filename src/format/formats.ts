import { annotationWriter } from "./annotation.ts";
import { csvWriter } from "./csv.ts";
import { htmlWriter } from "./html.ts";
import { jsonlWriter, jsonWriter } from "./json.ts";
import { markdownWriter } from "./markdown.ts";
import { textWriter } from "./text.ts";
import type { Screen, Writer } from "./writer.ts";

/** The names of the formats a reading can be printed in. */
export const FORMATS = ["text", "csv", "json", "jsonl", "html", "markdown", "annotation"] as const;

export type FormatName = (typeof FORMATS)[number];

/** Formats that list the sentences in the outlet's own voice when asked; json and jsonl always hold them. */
export const UNATTRIBUTED_FORMATS: readonly FormatName[] = ["text", "csv", "markdown", "json", "jsonl"];

/** A writer of the named format; `screen` matters to text alone, `unattributed` to text, csv and markdown. */
export function writerFor(name: FormatName, screen: Screen, unattributed = false): Writer {
  switch (name) {
    case "text":
      return textWriter(screen, unattributed);
    case "csv":
      return csvWriter(unattributed);
    case "json":
      return jsonWriter();
    case "jsonl":
      return jsonlWriter();
    case "html":
      return htmlWriter();
    case "markdown":
      return markdownWriter(unattributed);
    case "annotation":
      return annotationWriter();
  }
}
