import { Worker } from "node:worker_threads";
import { HearsayError } from "../errors.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { sha256, toReport } from "./report.ts";
import type { Source } from "./sources.ts";

/** What the worker sends back: the text of each page, and the title the document gives itself. */
export type PdfAnswer =
  | { readonly pages: readonly string[]; readonly title: string | null }
  | { readonly failed: string };

const ENTRY = new URL(import.meta.url.endsWith(".ts") ? "./pdf-worker.ts" : "./pdf-worker.js", import.meta.url);
const PATIENCE = 60_000;

/** Takes the text layer out of a PDF, in a thread with a limit of time and memory: the parser is other people's. */
export async function* readPdf(source: Source, bytes: Uint8Array, overrides: Overrides): AsyncGenerator<Ingested> {
  const answer = await extract(bytes);
  if ("failed" in answer)
    throw new HearsayError(
      "document-broken",
      `${source.where} cannot be read as a PDF: ${answer.failed}.`,
      "Open it in a reader and save it again, or save its text as .txt.",
    );
  const text = answer.pages
    .map((page) => page.trim())
    .filter((page) => page !== "")
    .join("\n\n");
  if (text === "")
    throw new HearsayError(
      "document-without-text",
      `${source.where} has no text layer: its pages are pictures.`,
      "Run it through text recognition (OCR) first.",
    );
  const title = answer.title?.trim() ?? "";
  yield* toReport(
    {
      id: source.id,
      text,
      title:
        title === "" || /^(microsoft word|untitled|about:blank)|\.(docx?|indd|qxd|pdf|rtf|odt)$/i.test(title)
          ? null
          : title,
      outlet: null,
      byline: null,
      url: null,
      published: null,
      publishedBy: "page",
      original: { sha256: sha256(bytes), mime: "application/pdf", retrieved: null },
      bytes,
      path: source.path,
    },
    source.where,
    overrides,
  );
}

function extract(bytes: Uint8Array): Promise<PdfAnswer> {
  return new Promise((done) => {
    const copy = new Uint8Array(bytes);
    const worker = new Worker(ENTRY, {
      workerData: copy,
      transferList: [copy.buffer],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => finish({ failed: "it takes longer than a minute" }), PATIENCE);
    const finish = (answer: PdfAnswer) => {
      clearTimeout(timer);
      void worker.terminate();
      done(answer);
    };
    worker.once("message", finish);
    worker.once("error", (error: NodeJS.ErrnoException) =>
      finish({ failed: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "it needs too much memory" : "it is damaged" }),
    );
    worker.once("exit", () => finish({ failed: "it is damaged" }));
  });
}
