import type { Source } from "./sources.ts";
import { isTelegram } from "./telegram.ts";

/** The kinds of file that are told apart. */
export type Form = "text" | "html" | "jsonl" | "pdf" | "docx" | "feed" | "transcript" | "telegram";

/** Forms that carry pictures or many reports may be larger than one report. */
export const LARGEST: Partial<Record<Form, number>> = {
  pdf: 100_000_000,
  docx: 100_000_000,
  feed: 50_000_000,
  telegram: 200_000_000,
};

/** What kind of file it is: by its ending, else by how it begins. */
export function formOf(source: Pick<Source, "path">, head: Buffer): Form {
  const ending = /\.[^./\\]+$/.exec(source.path ?? "")?.[0].toLowerCase() ?? "";
  if (head.toString("latin1", 0, 1024).trimStart().startsWith("%PDF-")) return "pdf";
  if (ending === ".pdf") return "pdf";
  if (ending === ".docx" || (ending === "" && isDocx(head))) return "docx";
  if (ending === ".srt" || ending === ".vtt") return "transcript";
  if (ending === ".rss" || ending === ".atom") return "feed";
  if (ending === ".jsonl" || ending === ".ndjson") return "jsonl";
  if (ending === ".html" || ending === ".htm" || ending === ".xhtml") return "html";
  if (ending === ".txt" || ending === ".text") return "text";
  const start = head
    .toString("latin1", 0, 2048)
    .replaceAll("\0", "")
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "");
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(start))
    return "html";
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(start))
    return "feed";
  if (/^\s*WEBVTT\b/.test(start)) return "transcript";
  if (ending === ".json" || ending === "") {
    if (isTelegram(start)) return "telegram";
    if (ending === ".json" && /"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(start)) return "feed";
  }
  return /^\s*\{\s*"/.test(start) ? "jsonl" : "text";
}

const isDocx = (head: Buffer) => head.toString("latin1", 0, 4) === "PK\u0003\u0004" && head.includes("word/");
