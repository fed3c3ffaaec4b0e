import { randomBytes } from "node:crypto";
import { canonical, sha256 } from "./canonical.ts";

export const LOG_KINDS = ["opened", "report", "read", "entry", "people", "removed", "stamped"] as const;

/** What happened: a report kept, a reading made, a person's entry, a merge or split, a removal, a time-stamp. */
export type LogKind = (typeof LOG_KINDS)[number];

/**
 * A line of the append-only log. `hash` covers the line and, by `prev`, all before it. The body is held by a salted
 * commitment, so that a removal can take body and salt away while the chain still closes.
 */
export interface LogLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: LogKind;
  readonly subject: string;
  readonly salt: string | null;
  readonly body: string | null;
  readonly commitment: string;
  readonly prev: string;
  readonly hash: string;
}

/** `prev` of the first line. */
export const GENESIS = "0".repeat(64);

/** The hash of a line: SHA-256 over the canonical JSON array of its fields, body and salt by their commitment. */
export const hashLine = (line: Omit<LogLine, "hash" | "salt" | "body">): string =>
  sha256(canonical([line.seq, line.at, line.by, line.kind, line.subject, line.commitment, line.prev]));

/** What a line promises about its body. */
export const commit = (salt: string, body: string): string => sha256(`${salt}\n${body}`);

/** Makes the next line. */
export function nextLine(
  last: { seq: number; hash: string } | null,
  what: { at: string; by: string; kind: LogKind; subject: string; body: unknown },
): LogLine {
  const salt = randomBytes(16).toString("hex");
  const body = canonical(what.body);
  const line = {
    seq: (last?.seq ?? 0) + 1,
    at: what.at,
    by: what.by,
    kind: what.kind,
    subject: what.subject,
    commitment: commit(salt, body),
    prev: last?.hash ?? GENESIS,
  };
  return { ...line, salt, body, hash: hashLine(line) };
}

/** Why a line does not follow from the one before; null when it does. */
export function lineBreak(line: LogLine, last: { seq: number; hash: string } | null): string | null {
  if (line.seq !== (last?.seq ?? 0) + 1) return `line ${(last?.seq ?? 0) + 1} of the log is missing`;
  if (line.prev !== (last?.hash ?? GENESIS)) return `line ${line.seq} does not follow line ${line.seq - 1}`;
  if (hashLine(line) !== line.hash) return `line ${line.seq} was changed`;
  if ((line.body === null) !== (line.salt === null)) return `line ${line.seq} lost half of its contents`;
  if (line.body !== null && commit(line.salt!, line.body) !== line.commitment)
    return `the contents of line ${line.seq} were changed`;
  return null;
}
