import type { MediaCheck } from "../../model/media.ts";
import type { Screen } from "../writer.ts";
import { mediaHtml } from "./html.ts";
import { mediaMarkdown } from "./markdown.ts";
import { mediaText } from "./text.ts";

/** The names of the formats a media check can be printed in. */
export const MEDIA_FORMATS = ["text", "json", "html", "markdown"] as const;

export type MediaFormat = (typeof MEDIA_FORMATS)[number];

/** A media check in the named format; `screen` matters to text alone. */
export function writeMedia(check: MediaCheck, format: MediaFormat, screen: Screen): string {
  switch (format) {
    case "text":
      return mediaText(check, screen);
    case "json":
      return `${JSON.stringify(check, null, 2)}\n`;
    case "html":
      return mediaHtml(check);
    case "markdown":
      return mediaMarkdown(check);
  }
}
