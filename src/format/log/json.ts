import type { LogWriter } from "./writer.ts";

/** The claim log as one JSON array of rows, every field present. */
export function logJson(): LogWriter {
  let first = true;
  return {
    head: () => "[",
    row(row) {
      const gap = first ? "\n" : ",\n";
      first = false;
      return gap + JSON.stringify(row);
    },
    tail: () => "\n]\n",
  };
}
