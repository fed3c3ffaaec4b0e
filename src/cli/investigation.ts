import { userInfo } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import { type Author, type Investigation, isPublicationDate, openHearsay } from "../hearsay.ts";

/** Options of every command on an investigation. */
export interface Kept {
  readonly investigation: string;
  readonly as?: string;
  readonly why?: string;
}

/** Adds `--investigation`, and for commands that write `--as` and `--why`. */
export function onInvestigation(command: Command, writes = false): Command {
  command.option("-I, --investigation <file>", "the investigation's file", "investigation.hearsay");
  if (writes)
    command
      .option("--as <name>", "who you are, for the record (default: your name on this machine)")
      .option("-w, --why <reason>", "why, for the record");
  return command;
}

/** Who writes: `--as`, else HEARSAY_USER, else the name on this machine. */
export function author({ as, why }: Kept): Author {
  return { by: as ?? process.env.HEARSAY_USER ?? loginName(), why: why ?? null };
}

function loginName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

/** Opens the investigation, does something with it, and closes it again. */
export async function within<T>(
  options: Kept,
  work: (investigation: Investigation) => Promise<T>,
  open: { create?: boolean } = {},
): Promise<T> {
  const investigation = await openHearsay().open(options.investigation, { ...open, by: author(options).by });
  try {
    return await work(investigation);
  } finally {
    await investigation.close();
  }
}

/** Now, as exports and entries write it. */
export const now = () => new Date().toISOString();

/** An interval given as FROM..TO, either side open, or one day, month or year; as instants in UTC. */
export function interval(value: string): readonly [string | null, string | null] {
  const [from = "", to = from] = value.split("..");
  if (value.trim() === "" || value === "..") throw new InvalidArgumentError("It is written 2031-05-01..2031-05-12.");
  const edge = (part: string, after: 0 | 1) => (part === "" ? null : instant(part, after));
  return [edge(from, 0), edge(to, 1)];
}

/** The beginning of a day, month or year, or of the next; an instant is itself. */
export function instant(part: string, after: 0 | 1): string {
  if (!isPublicationDate(part)) throw new InvalidArgumentError("A date is written 2031, 2031-05 or 2031-05-12.");
  const [y, m, d] = part.split("-").map(Number) as [number, number?, number?];
  if (part.includes("T")) return new Date(part).toISOString();
  const date = new Date(0);
  if (d) date.setUTCFullYear(y, m! - 1, d + after);
  else if (m) date.setUTCFullYear(y, m - 1 + after, 1);
  else date.setUTCFullYear(y + after, 0, 1);
  return date.toISOString().replace(".000Z", "Z");
}

/** A whole number of at least one. */
export function counted(value: string): number {
  if (!/^\d{1,6}$/.test(value) || Number(value) < 1) throw new InvalidArgumentError("It is a whole number from 1.");
  return Number(value);
}

/** Collects an option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
