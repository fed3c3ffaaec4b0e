import { HearsayError } from "../errors.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { words } from "./page/words.ts";
import { type Draft, toReport } from "./report.ts";
import type { Source } from "./sources.ts";

/** So many items of one feed are taken. */
const MOST_ITEMS = 10_000;

/** An item as feeds give it: RSS and RDF, Atom, JSON Feed. */
interface Item {
  readonly title?: Worded;
  readonly link?: string;
  readonly url?: string;
  readonly links?: readonly { readonly href?: string; readonly rel?: string }[];
  readonly id?: string;
  readonly guid?: { readonly value?: string };
  readonly pubDate?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly date_published?: string;
  readonly description?: string;
  readonly summary?: Worded;
  readonly content?: { readonly encoded?: string; readonly value?: string };
  readonly content_html?: string;
  readonly content_text?: string;
  readonly dc?: { readonly creators?: readonly string[]; readonly dates?: readonly string[] };
  readonly authors?: readonly ({ readonly name?: string } | string)[];
}

type Worded = string | { readonly value?: string };

/** An item of a feed with what its address leads to, should its page be fetched. */
export interface FeedItem {
  readonly draft: Draft;
  readonly where: string;
}

const plain = (value: Worded | undefined): string | null =>
  (typeof value === "string" ? value : value?.value)
    ?.replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim() || null;

/** Reads an RSS, RDF, Atom or JSON feed: an item a draft, its text as far as the feed carries it. */
export async function feedItems(source: Source, text: string): Promise<FeedItem[]> {
  const { parseFeed } = await import("feedsmith");
  const take = (xml: string) => parseFeed(xml, { maxItems: MOST_ITEMS }).feed as unknown as Feed;
  let feed: Feed;
  try {
    feed = take(text);
  } catch {
    try {
      feed = take(closed(text));
    } catch (cause) {
      throw new HearsayError(
        "feed-broken",
        `${source.where} is no feed that can be read.`,
        "Open its address in a browser: it should be RSS or Atom.",
        { cause },
      );
    }
  }
  const outlet = plain(feed.title);
  return (feed.items ?? feed.entries ?? []).map((item, i) => {
    const url = item.link ?? item.url ?? item.links?.find((l) => !l.rel || l.rel === "alternate")?.href ?? null;
    const html = item.content?.encoded ?? item.content?.value ?? item.content_html ?? plainOr(item);
    const author = item.authors?.map((a) => (typeof a === "string" ? a : (a.name ?? ""))).filter((a) => a !== "");
    const bytes = Buffer.from(JSON.stringify(item));
    return {
      where: `${source.where}, item ${i + 1}`,
      draft: {
        id: item.guid?.value ?? item.id ?? url ?? `${source.id}:${i + 1}`,
        text: /<[a-z/!]/i.test(html) ? words(html, true) || words(html) : html,
        title: plain(item.title),
        outlet,
        byline: item.dc?.creators?.join(", ") || author?.join(", ") || null,
        url: url && URL.canParse(url) ? url : null,
        published: item.pubDate ?? item.published ?? item.date_published ?? item.dc?.dates?.[0] ?? item.updated ?? null,
        publishedBy: "record",
        original: null,
        bytes,
        path: source.path,
      },
    };
  });
}

interface Feed {
  readonly title?: Worded;
  readonly items?: readonly Item[];
  readonly entries?: readonly Item[];
}

/** A feed that breaks off, cut behind its last whole item and closed. */
function closed(xml: string): string {
  const entry = xml.lastIndexOf("</entry>");
  if (entry >= 0) return `${xml.slice(0, entry)}</entry></feed>`;
  const item = xml.lastIndexOf("</item>");
  return `${xml.slice(0, Math.max(0, item))}</item>${/<rdf:RDF/i.test(xml.slice(0, 2000)) ? "</rdf:RDF>" : "</channel></rss>"}`;
}

const plainOr = (item: Item): string =>
  item.content_text ??
  item.description ??
  (typeof item.summary === "string" ? item.summary : (item.summary?.value ?? ""));

/** A feed's items as reports; an item without words of its own is told. */
export async function* readFeed(source: Source, text: string, overrides: Overrides): AsyncGenerator<Ingested> {
  const items = await feedItems(source, text);
  if (items.length === 0) yield { kind: "note", message: `${source.where} is a feed without items.` };
  let empty = 0;
  for (const { draft, where } of items) {
    if (/\S/.test(draft.text)) yield* toReport(draft, where, overrides);
    else empty++;
  }
  if (empty > 0)
    yield { kind: "note", message: `${source.where}: ${empty} items carry no words; add their pages by address.` };
}
