import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { HearsayError } from "../errors.ts";
import { LARGEST_FILE } from "./limits.ts";
import { asFileError, type Source } from "./sources.ts";

/** Opens a source as a stream of byte chunks. File errors come as HearsayError; leaving the loop closes the file. */
export async function* open(source: Source, stdin: Readable): AsyncGenerator<Buffer> {
  const stream = source.path === null ? stdin : createReadStream(source.path, { highWaterMark: 1 << 18 });
  try {
    for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
  } catch (error) {
    throw asFileError(error, source.where);
  }
}

/** Everything that is left of a stream, together with what was taken from it already; refused beyond the limit. */
export async function gather(
  head: Buffer,
  rest: AsyncIterator<Buffer>,
  where: string,
  most = LARGEST_FILE,
): Promise<Buffer> {
  const chunks = [head];
  let size = head.length;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    size += next.value.length;
    if (size > most) {
      await rest.return?.();
      throw tooLarge(where, most);
    }
    chunks.push(next.value);
  }
  return chunks.length === 1 ? head : Buffer.concat(chunks, size);
}

/** The error for a file that is larger than one report can be. */
export const tooLarge = (where: string, most = LARGEST_FILE) =>
  new HearsayError(
    "report-too-long",
    `${where} is larger than ${most / 1_000_000} MB, too large for one report.`,
    "Split it, or put one report a line into a .jsonl file.",
  );
