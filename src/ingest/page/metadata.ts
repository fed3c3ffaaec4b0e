import type { Draft } from "../report.ts";

/** What a page says about the article it holds. */
export type Metadata = Pick<Draft, "title" | "outlet" | "byline" | "url" | "published">;

/** As much of a parsed document as is asked here. */
export interface Page {
  querySelectorAll(selector: string): Iterable<Element>;
}

interface Element {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

type Json = Record<string, unknown>;

const tidy = (value: unknown): string | null =>
  typeof value === "string" ? value.replace(/\s+/g, " ").trim() || null : null;

/** The article among a page's JSON-LD blocks, looked for no deeper than a @graph. */
function linkedData(page: Page): Json {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const blocks = [parse(script.textContent ?? "")].flat() as (Json | null)[];
    const nodes = blocks.flatMap((block) => (block ? [block, ...([block["@graph"] ?? []].flat() as Json[])] : []));
    const article = nodes.find((node) =>
      [node?.["@type"]].flat().some((type) => typeof type === "string" && /(Article|Posting)$/.test(type)),
    );
    if (article) return article;
  }
  return {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** "name" of a person or organisation, of a list of them, or the plain string. */
const name = (value: unknown): string | null => {
  const names = [value].flat().map((one) => tidy((one as Json | null)?.name ?? one));
  return names.filter((one) => one !== null && !/^https?:/.test(one)).join(", ") || null;
};

/** Title, outlet, author, address and publication date of a page: JSON-LD first, then meta tags, then the page itself. */
export function metadata(page: Page): Metadata {
  const metas = new Map<string, string>();
  for (const tag of page.querySelectorAll("meta")) {
    const key = (
      tag.getAttribute("property") ??
      tag.getAttribute("name") ??
      tag.getAttribute("itemprop")
    )?.toLowerCase();
    const content = tidy(tag.getAttribute("content"));
    if (key && content && !metas.has(key)) metas.set(key, content);
  }
  const meta = (...keys: string[]) => keys.map((key) => metas.get(key)).find((value) => value) ?? null;
  const first = (selector: string, of: (element: Element) => string | null) => {
    for (const element of page.querySelectorAll(selector)) {
      const value = tidy(of(element));
      if (value) return value;
    }
    return null;
  };
  const attribute = (key: string) => (element: Element) => element.getAttribute(key);
  const text = (element: Element) => element.textContent;
  const article = linkedData(page);
  const author = meta("author", "article:author", "dc.creator", "parsely-author", "byl");
  return {
    title:
      tidy(article.headline) ??
      meta("og:title", "twitter:title", "dc.title") ??
      first("h1", text) ??
      first("title", text),
    outlet: name(article.publisher) ?? meta("og:site_name", "dc.publisher", "publisher", "application-name"),
    byline:
      name(article.author) ??
      (author && !/^https?:/.test(author) ? author : null) ??
      first('[rel="author"], [itemprop="author"], .byline', text),
    url:
      first('link[rel="canonical"]', attribute("href")) ??
      meta("og:url") ??
      tidy(article.url) ??
      tidy((article.mainEntityOfPage as Json | null)?.["@id"] ?? article.mainEntityOfPage),
    published:
      tidy(article.datePublished) ??
      meta(
        "article:published_time",
        "datepublished",
        "date",
        "dc.date",
        "dc.date.issued",
        "pubdate",
        "parsely-pub-date",
      ) ??
      first('time[itemprop="datePublished"], time[pubdate], time[datetime]', attribute("datetime")),
  };
}
