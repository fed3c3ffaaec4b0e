import { TextDecoder } from "node:util";
import { HearsayError } from "../errors.ts";
import type { Ingested, Overrides, Progress } from "./ingested.ts";
import { LONGEST_LINE } from "./limits.ts";
import { type Draft, toReport } from "./report.ts";
import type { Source } from "./sources.ts";

/** A line as bytes, without its end; null when it was longer than the limit and has been passed over. */
type Line = Buffer | null;

/** Cuts a stream of bytes into lines in flat memory: no more than one line is held. */
export async function* lines(head: Buffer, rest: AsyncIterator<Buffer>, limit: number): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let size = 0;
  let over = false;
  const keep = (part: Buffer) => {
    size += part.length;
    if (size > limit) {
      over = true;
      held = [];
    } else if (part.length) held.push(part);
  };
  const take = (): Line => {
    const line = over ? null : held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    size = 0;
    over = false;
    return line;
  };
  for (let chunk: Buffer = head; ; ) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(chunk.subarray(from));
    const next = await rest.next();
    if (next.done) break;
    chunk = next.value;
  }
  if (size > 0) yield take();
}

/** So many broken lines of a file are named one by one; the rest are counted. */
const NAMED = 20;

const WORDS = ["title", "outlet", "published", "url", "byline"] as const;

/** Reads a JSONL file line by line; a broken line is a problem with its number, and the others are read. */
export async function* readJsonl(
  source: Source,
  head: Buffer,
  rest: AsyncIterator<Buffer>,
  overrides: Overrides,
  progress: Progress,
): AsyncGenerator<Ingested> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let number = 0;
  let filled = 0;
  const problem = (message: string): Ingested => ({
    kind: "problem",
    error: new HearsayError("line-broken", message, "The other lines were read."),
  });
  let broken = 0;
  for await (const bytes of lines(head, rest, LONGEST_LINE)) {
    number++;
    const where = `${source.where}, line ${number}`;
    progress.done += (bytes?.length ?? 0) + 1;
    if (bytes !== null && isBlank(bytes)) continue;
    filled++;
    const draft = bytes === null ? `is longer than ${LONGEST_LINE / 1_000_000} MB` : parse(bytes, utf8, source, number);
    if (typeof draft !== "string") yield* toReport(draft, where, overrides);
    else if (++broken <= NAMED) yield problem(`${where} ${draft}.`);
  }
  if (broken > NAMED) yield problem(`${source.where}: ${broken - NAMED} more lines are broken.`);
  if (filled === 0) yield* toReport({ ...EMPTY, id: source.id, path: source.path }, source.where, overrides);
}

const EMPTY: Omit<Draft, "id" | "path"> = {
  text: "",
  title: null,
  outlet: null,
  byline: null,
  url: null,
  published: null,
  publishedBy: "record",
  original: null,
  bytes: new Uint8Array(),
};

const isBlank = (bytes: Buffer) => {
  for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  return true;
};

/** The draft of one line, or what is wrong with the line. */
function parse(bytes: Buffer, utf8: TextDecoder, source: Source, number: number): Draft | string {
  let record: unknown;
  try {
    record = JSON.parse(utf8.decode(bytes));
  } catch (error) {
    return error instanceof SyntaxError ? "is no JSON" : "is not valid UTF-8";
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "is no JSON object";
  const given = record as Record<string, unknown>;
  if (typeof given.text !== "string") return 'has no "text"';
  if (!/\S/.test(given.text)) return 'has an empty "text"';
  const { id } = given;
  if (id != null && typeof id !== "string" && typeof id !== "number") return 'has an "id" that is no string';
  const wrong = WORDS.find((word) => given[word] != null && typeof given[word] !== "string");
  if (wrong) return `has a "${wrong}" that is no string`;
  const word = (name: (typeof WORDS)[number]) => (given[name] as string | null | undefined) || null;
  return {
    id: id == null ? `${source.id}:${number}` : String(id),
    text: given.text,
    title: word("title"),
    outlet: word("outlet"),
    byline: word("byline"),
    url: word("url"),
    published: word("published"),
    publishedBy: "record",
    original: null,
    bytes,
    path: source.path,
  };
}
