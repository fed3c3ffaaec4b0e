import { Unzip, UnzipInflate } from "fflate";
import { HearsayError } from "../errors.ts";

/** How far an office document may unfold, in bytes; a thousand pages of text are a few megabytes. */
const MOST = 64_000_000;
const MOST_PARTS = 20_000;

/**
 * Takes the wanted parts out of a zip, inflating nothing else, and stops as soon as they grow beyond what a document
 * can hold: a zip bomb costs no more than that.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean, where: string): Map<string, Buffer> {
  const found = new Map<string, Uint8Array[]>();
  let size = 0;
  let parts = 0;
  let broken: unknown = null;
  const zip = new Unzip((file) => {
    if (++parts > MOST_PARTS) throw bomb(where);
    if (!wanted(file.name) || found.has(file.name)) return;
    const pieces: Uint8Array[] = [];
    found.set(file.name, pieces);
    file.ondata = (error, piece) => {
      if (error) broken = error;
      size += piece?.length ?? 0;
      if (size > MOST) throw bomb(where);
      if (piece) pieces.push(piece);
    };
    file.start();
  });
  zip.register(UnzipInflate);
  try {
    // In small steps, so that a bomb is seen before it is unfolded.
    for (let at = 0; at < bytes.length; at += 16_384)
      zip.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    broken = cause;
  }
  if (broken)
    throw new HearsayError("document-broken", `${where} is damaged.`, "Open it in its own program and save it again.", {
      cause: broken,
    });
  return new Map([...found].map(([name, pieces]) => [name, Buffer.concat(pieces)]));
}

const bomb = (where: string) =>
  new HearsayError(
    "document-too-large",
    `${where} unfolds to more than a document can hold.`,
    "If it is a real document, save its text as .txt.",
  );
