import { Parser } from "htmlparser2";
import { HearsayError } from "../errors.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { sha256, toReport } from "./report.ts";
import type { Source } from "./sources.ts";
import { unzip } from "./unzip.ts";

const BODY = "word/document.xml";
const ABOUT = "docProps/core.xml";
const NOTES = ["word/footnotes.xml", "word/endnotes.xml"];
const MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * Takes the running text out of a Word document: paragraphs, tabs, line breaks, tables row by row, notes at the end;
 * what was deleted under tracked changes is left out. The XML is read as a stream that knows no entities but the five
 * of XML itself, so nothing outside can be drawn in.
 */
export async function* readDocx(source: Source, bytes: Uint8Array, overrides: Overrides): AsyncGenerator<Ingested> {
  const wanted = new Set([BODY, ABOUT, ...NOTES]);
  const parts = unzip(bytes, (name) => wanted.has(name), source.where);
  const body = parts.get(BODY);
  if (!body)
    throw new HearsayError(
      "document-broken",
      `${source.where} is no Word document.`,
      "Save its text as .txt or .docx.",
    );
  const text = [body, ...NOTES.map((n) => parts.get(n))]
    .flatMap((part) => (part ? [words(part.toString("utf8"))] : []))
    .filter((t) => t !== "")
    .join("\n\n");
  const about = parts.has(ABOUT) ? properties(parts.get(ABOUT)!.toString("utf8")) : {};
  yield* toReport(
    {
      id: source.id,
      text,
      title: about["dc:title"] || null,
      outlet: null,
      byline: about["dc:creator"] || null,
      url: null,
      published: null,
      publishedBy: "page",
      original: { sha256: sha256(bytes), mime: MIME, retrieved: null },
      bytes,
      path: source.path,
    },
    source.where,
    overrides,
  );
}

/** Elements whose text is no running text: deleted words, fields' instructions, drawings' fall-backs. */
const SILENT = new Set(["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:pPr", "w:rPr"]);

function words(xml: string): string {
  let text = "";
  let silent = 0;
  let inText = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (SILENT.has(name)) silent++;
        if (name === "w:t") inText++;
        if (silent > 0) return;
        if (name === "w:tab") text += "\t";
        else if (name === "w:br" || name === "w:cr") text += "\n";
        else if (name === "w:noBreakHyphen") text += "\u2011";
      },
      ontext(data) {
        if (inText > 0 && silent === 0) text += data;
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent--;
        if (name === "w:t") inText--;
        if (name === "w:p") text += "\n\n";
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function properties(xml: string): Record<string, string> {
  const found: Record<string, string> = {};
  let name = "";
  const parser = new Parser(
    {
      onopentag: (tag) => {
        name = tag;
      },
      ontext: (data) => {
        if (name === "dc:title" || name === "dc:creator")
          found[name] = ((found[name] ?? "") + data).trim().slice(0, 500);
      },
      onclosetag: () => {
        name = "";
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}
