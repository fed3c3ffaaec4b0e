import { inert } from "../format/inert.ts";

/** One line to the user on stderr. File names and words of reports in it cannot steer the terminal. */
export function say(message: string): void {
  process.stderr.write(`hearsay: ${inert(message)}\n`);
}
