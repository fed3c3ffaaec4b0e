import type { Readable } from "node:stream";
import { HearsayError } from "../errors.ts";
import { gather, open, tooLarge } from "./bytes.ts";
import { binaryKind, decode } from "./decode.ts";
import { readDocx } from "./docx.ts";
import { readFeed } from "./feed.ts";
import type { Ingested, Overrides, Progress } from "./ingested.ts";
import { readJsonl } from "./jsonl.ts";
import { LARGEST_FILE } from "./limits.ts";
import { readPage } from "./page/page.ts";
import { readPdf } from "./pdf.ts";
import { sha256, toReport } from "./report.ts";
import { asFileError, expand, type Source } from "./sources.ts";
import { isTelegram, readTelegram } from "./telegram.ts";
import { readTranscript } from "./transcript.ts";

/**
 * Opens files, folders and standard input ("-") and gives their reports in order. A file that cannot be read is a
 * problem in its place; the others are read all the same. `progress` is kept up to date in bytes.
 */
export async function* ingest(
  inputs: readonly string[],
  stdin: Readable,
  overrides: Overrides,
  progress: Progress,
): AsyncGenerator<Ingested> {
  const sources = expand(inputs);
  progress.total = sources.reduce((sum, source) => sum + ("size" in source ? source.size : 0), 0);
  let before = 0;
  for (const source of sources) {
    if (source instanceof HearsayError) {
      yield { kind: "problem", error: source };
      continue;
    }
    try {
      yield* readSource(source, stdin, overrides, progress);
    } catch (error) {
      yield { kind: "problem", error: asFileError(error, source.where) };
    }
    before += source.size;
    progress.done = before;
  }
}

async function* readSource(
  source: Source,
  stdin: Readable,
  overrides: Overrides,
  progress: Progress,
): AsyncGenerator<Ingested> {
  const stream = open(source, stdin);
  const first = await stream.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const form = formOf(source, head);
  const kind = binaryKind(head);
  if (kind !== null && form !== "pdf" && form !== "docx") {
    await stream.return(undefined);
    const message = `${source.where} is ${kind}, not a text.`;
    throw new HearsayError("report-binary", message, "Save its text as .txt or .html first.");
  }
  if (form === "jsonl") {
    yield* readJsonl(source, ...asUtf8(head, stream), overrides, progress);
    return;
  }
  const most = LARGEST[form] ?? LARGEST_FILE;
  if (source.size > most) {
    await stream.return(undefined);
    throw tooLarge(source.where, most);
  }
  const bytes = await gather(head, stream, source.where, most);
  if (form === "pdf") {
    yield* readPdf(source, bytes, overrides);
    return;
  }
  if (form === "docx") {
    yield* readDocx(source, bytes, overrides);
    return;
  }
  const { text, encoding, from, damaged } = await decode(bytes);
  if (damaged > 0 || from === "detection") {
    const how = damaged > 0 ? `holds ${damaged} characters that are not valid ${encoding}, shown as \ufffd` : null;
    const doubt =
      how ??
      (from === "detection" && !encoding.startsWith("utf-16") ? `is not UTF-8 and was read as ${encoding}` : null);
    if (doubt) yield { kind: "note", message: `${source.where} ${doubt}.` };
  }
  if (form === "html") yield* readPage(source, bytes, text, overrides);
  else if (form === "feed") yield* readFeed(source, text, overrides);
  else if (form === "transcript") yield* readTranscript(source, bytes, text, overrides);
  else if (form === "telegram") yield* readTelegram(source, text, overrides);
  else {
    const original = { sha256: sha256(bytes), mime: "text/plain", retrieved: null };
    const nothing = { title: null, outlet: null, byline: null, url: null, published: null };
    yield* toReport(
      { id: source.id, text, ...nothing, publishedBy: "page", original, bytes, path: source.path },
      source.where,
      overrides,
    );
  }
}

type Form = "text" | "html" | "jsonl" | "pdf" | "docx" | "feed" | "transcript" | "telegram";

/** Forms that carry pictures or many reports may be larger than one report. */
const LARGEST: Partial<Record<Form, number>> = {
  pdf: 100_000_000,
  docx: 100_000_000,
  feed: 50_000_000,
  telegram: 200_000_000,
};

/** What kind of file it is: by its ending, else by how it begins. */
function formOf(source: Source, head: Buffer): Form {
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

/** JSONL in UTF-16, told by its mark, is turned into UTF-8 as it comes; everything else passes. */
function asUtf8(head: Buffer, rest: AsyncGenerator<Buffer>): [Buffer, AsyncIterator<Buffer>] {
  const label =
    head[0] === 0xff && head[1] === 0xfe ? "utf-16le" : head[0] === 0xfe && head[1] === 0xff ? "utf-16be" : "";
  if (!label) return [head, rest];
  const decoder = new TextDecoder(label);
  const turned = (async function* () {
    for await (const chunk of rest) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  })();
  return [Buffer.from(decoder.decode(head, { stream: true })), turned];
}
