import { HearsayError } from "../../errors.ts";
import type { Ingested, Overrides } from "../ingested.ts";
import { DEEPEST_PAGE, LONGEST_REPORT, MOST_ATTRIBUTES, MOST_PIECES } from "../limits.ts";
import { type Draft, sha256, toReport } from "../report.ts";
import type { Source } from "../sources.ts";
import { type Metadata, metadata, type Page } from "./metadata.ts";
import { measure, words } from "./words.ts";

const NOTHING: Metadata = { title: null, outlet: null, byline: null, url: null, published: null };

/** Takes the article out of a page: its words, and what the page says of title, outlet, author, date and address. */
export async function* readPage(
  source: Source,
  bytes: Uint8Array,
  html: string,
  overrides: Overrides,
): AsyncGenerator<Ingested> {
  const { depth, pieces, attributes } = measure(html);
  const odd = depth > DEEPEST_PAGE || pieces > MOST_PIECES || attributes > MOST_ATTRIBUTES;
  const plain = odd || html.length > 2 * LONGEST_REPORT;
  const article = plain ? { text: "", about: NOTHING } : await extract(html);
  const text = article.text || words(html) || words(html, true);
  if (text === "") {
    const message = `${source.where} is a page in which no text was found.`;
    const remedy = "Save the page once its text can be seen, or save the text alone.";
    yield { kind: "problem", error: new HearsayError("page-without-text", message, remedy) };
    return;
  }
  if (plain)
    yield {
      kind: "note",
      message: `${source.where} is too large or too deeply nested to parse; all of its text was taken.`,
    };
  const original = { sha256: sha256(bytes), mime: "text/html", retrieved: null };
  const draft: Draft = {
    id: source.id,
    text,
    ...article.about,
    publishedBy: "page",
    original,
    bytes,
    path: source.path,
  };
  yield* toReport(draft, source.where, overrides);
}

/** The wall around the two parsers: whatever they throw at, the words of the page can still be had without them. */
async function extract(html: string): Promise<{ text: string; about: Metadata }> {
  let about = NOTHING;
  try {
    const [{ parseHTML }, { Readability }] = await Promise.all([import("linkedom"), import("@mozilla/readability")]);
    const { document } = parseHTML(html);
    about = metadata(document as unknown as Page);
    // With an author in JSON-LD the parser leaves the byline standing as the first paragraph.
    for (const line of document.querySelectorAll('.byline, [itemprop="author"], [rel="author"]'))
      if ((line.textContent ?? "").length < 100) line.remove();
    const found = new Readability(document as never, { charThreshold: 200 }).parse();
    return { text: words(found?.content ?? "", true), about };
  } catch {
    return { text: "", about };
  }
}
