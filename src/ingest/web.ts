import robotsParser from "robots-parser";
import { HearsayError } from "../errors.ts";
import { binaryKind, decode } from "./decode.ts";
import { feedItems } from "./feed.ts";
import { AGENT, type Fetched, type FetchOptions, fetchPage } from "./fetch.ts";
import { formOf } from "./form.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { sha256, toReport } from "./report.ts";
import { readWhole } from "./whole.ts";

/** Fetches a page; tests put their own in its place. */
export type Fetch = (address: string, options: FetchOptions) => Promise<Fetched>;

export interface WebOptions extends FetchOptions {
  /** Fetches the pages of a feed's items too, as far as robots.txt lets a visitor. */
  readonly pages?: boolean;
  readonly fetch?: Fetch;
}

/** Whether an input is an address rather than a file. */
export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);

/** Fetches an address a person asked to keep: a page, a PDF, a feed. */
export async function* readAddress(
  address: string,
  overrides: Overrides,
  options: WebOptions,
): AsyncGenerator<Ingested> {
  const fetch = options.fetch ?? fetchPage;
  try {
    const page = await fetch(address, options);
    const form = formOf({ path: pathOf(page) }, page.bytes);
    if (form === "feed" && options.pages) yield* feedPages(page, overrides, options, fetch);
    else yield* asKept(page, overrides);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    yield { kind: "problem", error };
  }
}

/** What the reading of files makes of fetched bytes, with their address, kind and time of retrieval. */
async function* asKept(page: Fetched, overrides: Overrides): AsyncGenerator<Ingested> {
  const source = { path: pathOf(page), id: page.url, where: page.url, size: page.bytes.length };
  const form = formOf(source, page.bytes);
  const kind = binaryKind(page.bytes);
  if (form === "jsonl" || (kind !== null && form !== "pdf" && form !== "docx"))
    throw new HearsayError(
      "report-binary",
      `${page.url} is ${kind ?? "a data file"}, not a page.`,
      "Save it and add the file.",
    );
  const many = form === "feed" || form === "telegram";
  for await (const one of readWhole(source, form, page.bytes, overrides)) {
    if (one.kind !== "report") yield one;
    else if (many) yield { ...one, path: null };
    else {
      // The page may call itself what it likes: it is kept under the address it was found at.
      const original = { sha256: sha256(page.bytes), mime: page.mime, retrieved: page.retrieved };
      yield { ...one, path: null, report: { ...one.report, id: page.url, url: page.url, original } };
    }
  }
}

/** A name by whose ending the kind of file is told, where the server says it. */
function pathOf({ mime, url }: Fetched): string {
  const ending: Record<string, string> = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "text/vtt": ".vtt",
    "text/plain": ".txt",
  };
  return ending[mime] ? `page${ending[mime]}` : new URL(url).pathname.replace(/^.*\//, "");
}

/** So many pages of one feed are fetched. */
const MOST_PAGES = 500;

async function* feedPages(
  feed: Fetched,
  overrides: Overrides,
  options: WebOptions,
  fetch: Fetch,
): AsyncGenerator<Ingested> {
  const { text } = await decode(feed.bytes);
  const items = await feedItems({ path: null, id: feed.url, where: feed.url, size: feed.bytes.length }, text);
  const rules = new Map<string, Promise<(url: string) => boolean>>();
  for (const { draft, where } of items.slice(0, MOST_PAGES)) {
    const ownWords = async function* () {
      if (/\S/.test(draft.text)) yield* toReport({ ...draft, path: null }, where, overrides);
    };
    if (!draft.url) {
      yield* ownWords();
      continue;
    }
    const { origin } = new URL(draft.url);
    let allowed = rules.get(origin);
    if (!allowed) {
      allowed = robots(origin, options, fetch);
      rules.set(origin, allowed);
    }
    if (!(await allowed)(draft.url)) {
      yield {
        kind: "note",
        message: `${draft.url} asks not to be visited by programs; the feed's own words were kept.`,
      };
      yield* ownWords();
      continue;
    }
    try {
      for await (const one of asKept(await fetch(draft.url, options), overrides))
        yield one.kind === "report"
          ? { ...one, report: { ...one.report, outlet: one.report.outlet ?? draft.outlet } }
          : one;
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      yield { kind: "problem", error };
      yield* ownWords();
    }
  }
  if (items.length > MOST_PAGES)
    yield { kind: "note", message: `${feed.url}: the pages of the first ${MOST_PAGES} items were fetched.` };
}

/** What a site's robots.txt lets us visit; without one, everything; when it cannot be asked, nothing (RFC 9309). */
async function robots(origin: string, options: WebOptions, fetch: Fetch): Promise<(url: string) => boolean> {
  const address = `${origin}/robots.txt`;
  try {
    const { bytes } = await fetch(address, { ...options, most: 512_000 });
    const rules = (robotsParser as unknown as typeof robotsParser.default)(address, bytes.toString("utf8"));
    return (url) => rules.isAllowed(url, AGENT) !== false;
  } catch (error) {
    const none = error instanceof HearsayError && / answers 4\d\d\./.test(error.message);
    return () => none;
  }
}
