import { once } from "node:events";
import { createWriteStream, renameSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { HearsayError } from "../errors.ts";

/** Where the output goes: written piece by piece, and finished once. */
export interface Output {
  write(piece: string | Uint8Array): Promise<void>;
  /** Makes what was written the file; without it a file is left as it was. */
  finish(): Promise<void>;
  discard(): void;
}

/** `| head -1` closes the pipe when it has seen enough: that is no failure. */
export function quitOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      process.stderr.write(`hearsay: standard output cannot be written: ${WHY[error.code ?? ""] ?? error.message}.\n`);
      process.exit(1);
    });
}

/** Standard output, as fast as its reader takes it. */
export function standardOutput(): Output {
  return {
    async write(text) {
      if (text.length > 0 && !process.stdout.write(text)) await once(process.stdout, "drain");
    },
    async finish() {},
    discard() {},
  };
}

/** A file that appears whole or not at all: written beside itself, then renamed. Devices and pipes are written to as they are. */
export async function fileOutput(path: string, inputs: readonly string[]): Promise<Output> {
  if (inputs.some((input) => resolve(input) === resolve(path)))
    throw unwritable(path, "it is one of the files to be read");
  const direct = isSpecial(path);
  const beside = direct ? path : `${path}.${process.pid}.part`;
  const stream = createWriteStream(beside);
  const clear = () => {
    if (!direct) rmSync(beside, { force: true });
  };
  const interrupted = () => {
    clear();
    process.exit(130);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  const broken = new Promise<never>((_, reject) => {
    stream.on("error", (error: NodeJS.ErrnoException) => reject(unwritable(path, error.code ?? error.message, error)));
  });
  broken.catch(() => {});
  await Promise.race([once(stream, "open"), broken]);
  return {
    async write(text) {
      if (!stream.write(text)) await Promise.race([once(stream, "drain"), broken]);
    },
    async finish() {
      stream.end();
      await Promise.race([once(stream, "close"), broken]);
      try {
        if (!direct) renameSync(beside, path);
      } catch (error) {
        clear();
        throw unwritable(path, (error as NodeJS.ErrnoException).code ?? "", error);
      }
    },
    discard() {
      stream.destroy();
      clear();
    },
  };
}

const isSpecial = (path: string) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
};

const WHY: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOENT: "its folder does not exist",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

const unwritable = (path: string, why: string, cause?: unknown) =>
  new HearsayError("output-unwritable", `${path} cannot be written: ${WHY[why] ?? why}.`, "Name another output file.", {
    cause,
  });
