import { parentPort, workerData } from "node:worker_threads";
import { extractText, getDocumentProxy } from "unpdf";
import type { PdfAnswer } from "./pdf.ts";

/** A thread that reads one PDF: its bytes come in, the text of its pages goes out. */
async function answer(): Promise<PdfAnswer> {
  try {
    const pdf = await getDocumentProxy(workerData as Uint8Array, { verbosity: 0 });
    const { text } = await extractText(pdf, { mergePages: false });
    const about = await pdf.getMetadata().catch(() => null);
    const title = (about?.info as { Title?: unknown } | undefined)?.Title;
    return { pages: text, title: typeof title === "string" ? title : null };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return { failed: name === "PasswordException" ? "it is locked with a password" : "it is damaged or no PDF" };
  }
}

parentPort!.postMessage(await answer());
