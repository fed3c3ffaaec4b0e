import { inert } from "../format/inert.ts";

/** One line to the user on stderr. File names and words of reports in it cannot steer the terminal. */
export function say(message: string): void {
  // A progress bar may stand in the line.
  const clear = process.stderr.isTTY ? "\r\u001b[K" : "";
  process.stderr.write(`${clear}hearsay: ${inert(message)}\n`);
}
