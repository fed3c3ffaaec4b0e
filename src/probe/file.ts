import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import type { ByteSource } from "../media/container/source.ts";
import { inert } from "../media/verdict/words.ts";

/** A regular file, opened for reading. */
export interface OpenFile extends ByteSource {
  readonly fd: number;
  /** Last change by the file system, in ms; shown, never used. */
  readonly changed: number;
  close(): void;
}

const WHY: Record<string, string> = {
  ENOENT: "there is no such file",
  ELOOP: "it is a link that leads to itself",
  EACCES: "reading it is not permitted",
  EPERM: "reading it is not permitted",
  ENAMETOOLONG: "its name is too long",
  ENOTDIR: "there is no such file",
  EINVAL: "its name cannot be used",
};

/** Opens a file without waiting for pipes or touching devices; a sentence says why it cannot be. */
export function openFile(path: string): OpenFile | string {
  try {
    const kind = refused(statSync(path));
    if (kind) return kind;
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    const stat = fstatSync(fd);
    const now = refused(stat);
    if (now) {
      closeSync(fd);
      return now;
    }
    const size = stat.size;
    return {
      fd,
      size,
      changed: stat.mtimeMs,
      close: () => closeSync(fd),
      read(at, length) {
        const room = Math.min(length, size - at);
        if (at < 0 || room <= 0) return new Uint8Array(0);
        const bytes = new Uint8Array(room);
        let got = 0;
        while (got < room) {
          const n = readSync(fd, bytes, got, room - got, at + got);
          if (n === 0) break;
          got += n;
        }
        return bytes.subarray(0, got);
      },
    };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ERR_INVALID_ARG_VALUE") return "its name cannot be used";
    return WHY[code] ?? `it cannot be opened (${inert(code || "unknown reason", 40)})`;
  }
}

function refused(stat: ReturnType<typeof statSync> & object): string | null {
  if (stat.isDirectory()) return "it is a folder: name the files in it";
  if (stat.isFIFO()) return "it is a pipe, not a file";
  if (stat.isSocket()) return "it is a socket, not a file";
  if (stat.isCharacterDevice() || stat.isBlockDevice()) return "it is a device, not a file";
  return stat.isFile() ? null : "it is not a regular file";
}
