import type { Readable } from "node:stream";
import { HearsayError } from "./errors.ts";
import { type AddOutcome, type AddRequest, addAll } from "./hearsay/add.ts";
import { type CheckOptions, checkFiles } from "./hearsay/check.ts";
import type { ExportRequest } from "./hearsay/export.ts";
import type { Imported, ImportRequest } from "./hearsay/import-log.ts";
import { keptReadings, type View } from "./hearsay/kept.ts";
import { pooledReader } from "./hearsay/pool.ts";
import { localReader } from "./hearsay/reader.ts";
import { ingest } from "./ingest/ingest.ts";
import type { Overrides, Progress } from "./ingest/ingested.ts";
import { readPublished } from "./ingest/published.ts";
import type { Author, Investigation, Stamp } from "./investigation/investigation.ts";
import type { InvestigationOptions } from "./investigation/store.ts";

export type { AddOutcome, AddRequest } from "./hearsay/add.ts";
export { IMPORT_HEADINGS, type Imported, type ImportRequest } from "./hearsay/import-log.ts";
export { locate } from "./hearsay/locate.ts";
export type * from "./investigation/investigation.ts";
export { type Corrections, ENTRY_STATUSES, type Entry, type EntryStatus } from "./model/entry.ts";
export type { LogRow } from "./model/row.ts";
export { ACTS } from "./model/statement.ts";

import { type ClaimText, readClaim } from "./media/verdict/claim.ts";
import type { MediaCheck } from "./model/media.ts";
import type { Reading } from "./model/reading.ts";

export type { CheckOptions } from "./hearsay/check.ts";
export type { ClaimText } from "./media/verdict/claim.ts";

/** What to read and how. */
export interface ReadRequest {
  /** Files and folders, in order; "-" is `stdin`. */
  readonly inputs: readonly string[];
  readonly stdin: Readable;
  /** Title, outlet and publication date that the caller knows better than the files. */
  readonly overrides: Overrides;
  /** Statements less sure than this are left out (0..1). */
  readonly minConfidence: number;
  /** Worker threads; 1 reads in this one. The readings are the same. */
  readonly jobs: number;
  /** Kept up to date while reading, in bytes. */
  readonly progress?: Progress;
}

/** What reading gives, in the order of the inputs: a reading, a problem that cost a report, a note about one that was read. */
export type Outcome =
  | { readonly kind: "reading"; readonly reading: Reading }
  | { readonly kind: "problem"; readonly error: HearsayError }
  | { readonly kind: "note"; readonly message: string };

/** The use cases: all that the command line, and later a server or a page, can ask for. */
export interface Hearsay {
  read(request: ReadRequest): AsyncIterable<Outcome>;
  /** Opens an investigation; throws HearsayError. */
  open(path: string, options?: InvestigationOptions): Promise<Investigation>;
  /** Keeps reports in an investigation, read on `jobs` threads. */
  add(request: AddRequest & { readonly jobs: number }): AsyncIterable<AddOutcome>;
  /** The kept reports as readings, as people left them: for every view that works on readings. */
  readings(investigation: Investigation, view: View): AsyncIterable<Reading>;
  /** The page for an editor, piece by piece. */
  page(investigation: Investigation, request: ExportRequest): AsyncIterable<string>;
  /** Writes a folder that can be checked without Hearsay; says how many rows were withheld. */
  bundle(investigation: Investigation, folder: string, request: ExportRequest): Promise<number>;
  /** Takes an RFC 3161 time-stamp over the fingerprint from a named server. */
  stamp(
    investigation: Investigation,
    server: string,
    author: Author,
    allowPrivate: boolean,
  ): Promise<Omit<Stamp, "response">>;
  /** Takes an edited claim log, or a reporter's own old one, back from a CSV or XLSX file. */
  importLog(investigation: Investigation, path: string, request: Omit<ImportRequest, "sheet">): AsyncIterable<Imported>;
  /** Compares the clocks of media files with a claim: one entry for every file named. */
  check(files: readonly string[], options: CheckOptions): Promise<MediaCheck>;
  /** Reads the time of a claim: a day, an instant with its zone, FROM/TO of either. */
  claim(text: string, zone: string | null): ClaimText;
}

/** Hearsay over the files of this machine. */
export function openHearsay(): Hearsay {
  return {
    read: readAll,
    check: checkFiles,
    claim: readClaim,
    open: async (path, options) => (await import("./investigation/store.ts")).openInvestigation(path, options),
    add,
    readings: keptReadings,
    async *page(investigation, request) {
      yield* (await import("./hearsay/export.ts")).exportPage(investigation, request);
    },
    bundle: async (...given) => (await import("./hearsay/export.ts")).exportBundle(...given),
    stamp: async (investigation, server, author, allowPrivate) =>
      (await import("./hearsay/timestamp.ts")).takeStamp(investigation, server, author, { allowPrivate }),
    async *importLog(investigation, path, request) {
      const [{ readSheet }, { importLog }] = await Promise.all([
        import("./ingest/sheet/sheet.ts"),
        import("./hearsay/import-log.ts"),
      ]);
      yield* importLog(investigation, { ...request, sheet: await readSheet(path) });
    },
  };
}

async function* add(request: AddRequest & { readonly jobs: number }): AsyncGenerator<AddOutcome> {
  checkDate(request.overrides);
  const reader = request.jobs > 1 ? pooledReader(request.jobs, 0) : localReader(0);
  try {
    yield* addAll(request, reader);
  } finally {
    await reader.close();
  }
}

function checkDate({ published }: Overrides): void {
  if (published !== undefined && !isPublicationDate(published))
    throw new HearsayError(
      "date-malformed",
      `"${published}" is no publication date.`,
      "A date is written 2031-05-12 or 2031-05-12T09:30:00Z.",
    );
}

/** Reads ahead as far as the reader has threads, and no further, so that memory stays flat. */
async function* readAll(request: ReadRequest): AsyncGenerator<Outcome> {
  const { inputs, stdin, overrides, minConfidence, jobs } = request;
  checkDate(overrides);
  const reader = jobs > 1 ? pooledReader(jobs, minConfidence) : localReader(minConfidence);
  const underWay: Promise<Outcome>[] = [];
  try {
    for await (const found of ingest(inputs, stdin, overrides, request.progress ?? { done: 0, total: 0 })) {
      const outcome: Promise<Outcome> =
        found.kind === "report"
          ? reader.read(found.report).then((reading) => ({ kind: "reading", reading }))
          : Promise.resolve(found);
      outcome.catch(() => {});
      underWay.push(outcome);
      if (underWay.length >= reader.ahead) yield await underWay.shift()!;
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    await reader.close();
  }
}

/** Whether a publication date is written in a way Hearsay reads: ISO 8601, a day or an instant. */
export const isPublicationDate = (value: string): boolean => readPublished(value, "given") !== null;
