import { decode } from "./decode.ts";
import { readDocx } from "./docx.ts";
import { readFeed } from "./feed.ts";
import type { Form } from "./form.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { readPage } from "./page/page.ts";
import { readPdf } from "./pdf.ts";
import { sha256, toReport } from "./report.ts";
import type { Source } from "./sources.ts";
import { readTelegram } from "./telegram.ts";
import { readTranscript } from "./transcript.ts";

/** Reads a file that is held in memory whole: everything but JSONL. */
export async function* readWhole(
  source: Source,
  form: Form,
  bytes: Buffer,
  overrides: Overrides,
): AsyncGenerator<Ingested> {
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
