import { resolve } from "node:path";
import { check, type Evidence, unreadable } from "../media/check.ts";
import { instant } from "../media/clocks/date-text.ts";
import { readContainers } from "../media/container/read.ts";
import { CAVEAT, inert } from "../media/verdict/words.ts";
import type { Exhibit, MediaCheck, MediaClaim, MediaPart, StoredClock } from "../model/media.ts";
import { type SecondReader, startExifTool } from "../probe/exiftool.ts";
import { type OpenFile, openFile } from "../probe/file.ts";
import { sha256Of } from "../probe/hash.ts";

export const MEDIA_VERSION = "1";

export interface CheckOptions {
  /** Null: the clocks are only listed. */
  readonly claim: MediaClaim | null;
  /** The latest instant a clock may show, ms since 1970. */
  readonly now: number;
  readonly hash: boolean;
  /** Files looked at side by side. */
  readonly jobs: number;
  /** False: our own readers alone. */
  readonly exiftool: boolean;
  readonly progress?: (done: number, all: number) => void;
}

/** Checks files against a claim: one entry for every name, in their order, whatever happens to the others. */
export async function checkFiles(files: readonly string[], options: CheckOptions): Promise<MediaCheck> {
  const second = options.exiftool ? await startExifTool(options.jobs) : null;
  const exhibits: Exhibit[] = [];
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < files.length; i = next++) {
      exhibits[i] = await checkOne(files[i]!, options, second);
      options.progress?.(++done, files.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, Math.min(options.jobs, files.length)) }, worker));
  } finally {
    await second?.end();
  }
  const readers = second
    ? second.works()
      ? "our own and ExifTool"
      : "our own (ExifTool does not start here)"
    : options.exiftool
      ? "our own (ExifTool needs perl, which is not here)"
      : "our own";
  return { claim: options.claim, now: instant(options.now), readers, caveat: CAVEAT, exhibits, version: MEDIA_VERSION };
}

async function checkOne(file: string, options: CheckOptions, second: SecondReader | null): Promise<Exhibit> {
  const open = openFile(file);
  if (typeof open === "string") return unreadable(inert(file, 1000), open);
  try {
    return check(await look(file, open, options, second), options.claim, options.now);
  } catch (error) {
    // A file that changes or vanishes under our hands, or a reader's own fault: the other files go on.
    const why = error instanceof Error ? error.message.split("\n")[0]! : "unknown reason";
    return unreadable(inert(file, 1000), `it could not be read to its end (${inert(why)})`, open.size);
  } finally {
    open.close();
  }
}

async function look(
  file: string,
  open: OpenFile,
  options: CheckOptions,
  second: SecondReader | null,
): Promise<Evidence> {
  const name = inert(file, 1000);
  const { size } = open;
  const sha256 = options.hash ? await sha256Of(open.fd) : null;
  const base = { file: name, sha256, size, notes: [] as string[], shown: [fileTime(open.changed)] };
  if (size < 12) {
    const why =
      size === 0
        ? "the file is empty"
        : `the file has ${size} byte${size === 1 ? "" : "s"}: no media file is that small`;
    return { ...base, parts: [nothing(why)], second: null };
  }
  const parts = readContainers(open);
  const capped = parts.some((p) => p.capped);
  if (!second || capped) {
    if (capped && second) base.notes.push("ExifTool was not asked: a limit was reached on this file");
    if (parts.length === 0) base.notes.push("only ExifTool reads this format, and it was not asked");
    return { ...base, parts, second: null };
  }
  const answer = await second.read(resolve(file));
  if (typeof answer !== "string") return { ...base, parts, second: answer };
  return { ...base, parts, second: null, notes: [...base.notes, answer] };
}

const nothing = (why: string): MediaPart => ({
  kind: "unknown",
  start: 0,
  clocks: [],
  hints: [],
  notes: [],
  broken: why,
  capped: false,
});

function fileTime(ms: number): StoredClock {
  return {
    field: "file system: last change",
    tag: null,
    raw: instant(ms).slice(0, -1),
    encoding: "text",
    zone: "Z",
    utc: true,
    offset: null,
    role: "edited",
    subject: "file system",
    reader: "hearsay",
    meaning: "shown, never used: every copy sets it anew",
  };
}
