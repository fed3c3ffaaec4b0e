import type { Readable } from "node:stream";
import { HearsayError } from "../errors.ts";
import { gather, open, tooLarge } from "./bytes.ts";
import { binaryKind } from "./decode.ts";
import { formOf, LARGEST } from "./form.ts";
import type { Ingested, Overrides, Progress } from "./ingested.ts";
import { readJsonl } from "./jsonl.ts";
import { LARGEST_FILE } from "./limits.ts";
import { asFileError, expand, type Source } from "./sources.ts";
import { readWhole } from "./whole.ts";

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
  yield* readWhole(source, form, bytes, overrides);
}

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
