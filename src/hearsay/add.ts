import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import type { Readable } from "node:stream";
import type { HearsayError } from "../errors.ts";
import { ingest } from "../ingest/ingest.ts";
import type { Overrides, Progress } from "../ingest/ingested.ts";
import { isAddress, readAddress, type WebOptions } from "../ingest/web.ts";
import type { Added, Author, Investigation } from "../investigation/investigation.ts";
import { engineOf } from "../investigation/pack.ts";
import type { Report } from "../model/report.ts";
import type { Reader } from "./reader.ts";

/** What to keep and where. */
export interface AddRequest {
  readonly inputs: readonly string[];
  readonly stdin: Readable;
  readonly overrides: Overrides;
  readonly investigation: Investigation;
  readonly author: Author;
  readonly progress?: Progress;
  readonly web?: WebOptions;
}

/** What adding gives, in the order of the inputs. */
export type AddOutcome =
  | { readonly kind: "added"; readonly added: Added; readonly report: Report; readonly unread: string | null }
  | { readonly kind: "problem"; readonly error: HearsayError }
  | { readonly kind: "note"; readonly message: string };

/** Keeps reports one by one as they are read: stopped at any moment, what was said to be kept is kept. */
export async function* addAll(request: AddRequest, reader: Reader): AsyncGenerator<AddOutcome> {
  const { inputs, stdin, overrides, investigation, author, progress } = request;
  const gather = async function* () {
    const files = inputs.filter((input) => !isAddress(input));
    if (files.length > 0) yield* ingest(files, stdin, overrides, progress ?? { done: 0, total: 0 });
    for (const address of inputs.filter(isAddress)) yield* readAddress(address, overrides, request.web ?? {});
  };
  const underWay: Promise<() => Promise<AddOutcome>>[] = [];
  for await (const found of gather()) {
    const outcome =
      found.kind === "report" ? keep(found, investigation, author, reader) : async () => async () => found;
    const started = outcome();
    started.catch(() => {});
    underWay.push(started);
    if (underWay.length >= reader.ahead) yield await (await underWay.shift()!)();
  }
  while (underWay.length > 0) yield await (await underWay.shift()!)();
}

/** Reads a report unless it is there already; what it gives keeps it, in its turn. */
const keep =
  (
    found: { readonly report: Report; readonly bytes: Uint8Array; readonly path: string | null },
    investigation: Investigation,
    author: Author,
    reader: Reader,
  ) =>
  async () => {
    const report = withOriginal(found.report, found.bytes);
    const key = keyOf(report, found.path);
    const standing = await investigation.standing(report, key, engineOf(await reader.engine()));
    const reading = standing === "present" ? null : await reader.read(report);
    return async (): Promise<AddOutcome> => {
      const added = await investigation.add({ report, reading, original: found.bytes, key }, author);
      return { kind: "added", added, report, unread: reading?.unread?.why ?? null };
    };
  };

/** A line of an export has no file of its own: it is its own original. */
const withOriginal = (report: Report, bytes: Uint8Array): Report =>
  report.original
    ? report
    : {
        ...report,
        original: {
          sha256: createHash("sha256").update(bytes).digest("hex"),
          mime: "application/json",
          retrieved: null,
        },
      };

/** The address without what changes from visit to visit, else the file and the report's place in it. */
function keyOf(report: Report, path: string | null): string {
  if (report.url && URL.canParse(report.url)) {
    const url = new URL(report.url);
    url.hash = "";
    for (const name of [...url.searchParams.keys()])
      if (/^(utm_\w+|fbclid|gclid|dclid|mc_[ce]id|igshid|yclid)$/i.test(name)) url.searchParams.delete(name);
    return url.href;
  }
  return `${path === null ? "stdin" : realpathSync(path)}#${report.id}`;
}
