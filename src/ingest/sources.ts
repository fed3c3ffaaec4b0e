import { statSync } from "node:fs";
import { basename, join } from "node:path";
import { HearsayError } from "../errors.ts";
import { walk } from "./folder.ts";

/** One file to open: where it is, what its report is called, and its size in bytes. `path` null is standard input. */
export interface Source {
  readonly path: string | null;
  readonly id: string;
  readonly where: string;
  readonly size: number;
}

/** Finds the files behind the names a user gave, folders opened, in the order given; what cannot be found is an error in its place. */
export function expand(inputs: readonly string[]): (Source | HearsayError)[] {
  return inputs.flatMap((input): (Source | HearsayError)[] => {
    if (input === "-") return [{ path: null, id: "stdin", where: "standard input", size: 0 }];
    try {
      const stat = statSync(input);
      if (!stat.isDirectory()) return [{ path: input, id: basename(input), where: input, size: stat.size }];
      return walk(input).map((inside) => {
        const path = join(input, inside);
        return { path, id: inside, where: path, size: statSync(path).size };
      });
    } catch (error) {
      return [asFileError(error, input)];
    }
  });
}

/** A failed look at the disk in plain words. Anything that is no file error is thrown on. */
export function asFileError(error: unknown, where: string): HearsayError {
  if (error instanceof HearsayError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== "string" || code.startsWith("ERR_")) {
    if (code !== "ERR_INVALID_ARG_VALUE") throw error;
    return new HearsayError("file-missing", "A file name holds a NUL character.", "Check the name.", { cause: error });
  }
  if (code === "ENOENT" || code === "ENOTDIR")
    return new HearsayError("file-missing", `${where} does not exist.`, "Check the name and the folder.", {
      cause: error,
    });
  const why: Record<string, string> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ELOOP: "links in a ring",
  };
  return new HearsayError(
    "file-unreadable",
    `${where} cannot be read: ${why[code] ?? code}.`,
    "Check its permissions.",
    {
      cause: error,
    },
  );
}
