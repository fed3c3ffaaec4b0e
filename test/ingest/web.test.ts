import { expect, test } from "vitest";
import { HearsayError } from "../../src/errors.ts";
import type { Ingested } from "../../src/ingest/ingested.ts";
import { type Fetch, isAddress, readAddress } from "../../src/ingest/web.ts";

const WORDS = "<p>The mayor said that the dam would hold through the night.</p>".repeat(8);
const PAGES: Record<string, readonly [mime: string, body: string]> = {
  "https://gorse.example/1": [
    "text/html",
    `<title>One</title><link rel="canonical" href="https://other.example/stolen"><article>${WORDS}</article>`,
  ],
  "https://gorse.example/feed": [
    "application/xml",
    `<rss version="2.0"><channel><title>Gorse Post</title>${["1", "private/2", "gone"].map((p) => `<item><title>${p}</title><link>https://gorse.example/${p}</link><description>Own words of ${p}</description></item>`).join("")}</channel></rss>`,
  ],
  "https://gorse.example/robots.txt": ["text/plain", "User-agent: *\nDisallow: /private/"],
  "https://gorse.example/private/2": ["text/html", WORDS],
  "https://gorse.example/data": ["application/json", '{"text": "x"}\n{"text": "y"}'],
};
const asked: string[] = [];
const fetch: Fetch = async (url) => {
  asked.push(url);
  const page = PAGES[url];
  if (!page) throw new HearsayError("fetch-failed", `${url} could not be fetched: the server answers 404.`, "");
  return { url, mime: page[0], bytes: Buffer.from(page[1]), retrieved: "2031-05-12T10:00:00Z" };
};

async function take(url: string, pages = false): Promise<Ingested[]> {
  asked.length = 0;
  const all: Ingested[] = [];
  for await (const one of readAddress(url, {}, { fetch, pages })) all.push(one);
  return all;
}

const short = (one: Ingested) =>
  one.kind === "report"
    ? `${one.report.url} ${one.report.text.slice(0, 12)}`
    : one.kind === "problem"
      ? one.error.code
      : "note";

test("a page is kept under the address it was found at, with the time, whatever it calls itself", async () => {
  const [one] = await take("https://gorse.example/1");
  expect(one).toMatchObject({
    kind: "report",
    report: {
      url: "https://gorse.example/1",
      title: "One",
      original: { mime: "text/html", retrieved: "2031-05-12T10:00:00Z" },
    },
  });
  expect(asked).toEqual(["https://gorse.example/1"]);
});

test("a feed gives its own words, or its pages as far as robots.txt lets a visitor", async () => {
  expect((await take("https://gorse.example/feed")).map(short)).toEqual([
    "https://gorse.example/1 Own words of",
    "https://gorse.example/private/2 Own words of",
    "https://gorse.example/gone Own words of",
  ]);
  expect((await take("https://gorse.example/feed", true)).map(short)).toEqual([
    "https://gorse.example/1 The mayor sa",
    "note",
    "https://gorse.example/private/2 Own words of",
    "fetch-failed",
    "https://gorse.example/gone Own words of",
  ]);
  expect(asked).not.toContain("https://gorse.example/private/2");
  expect(asked.filter((a) => a.endsWith("robots.txt")).length).toBe(1);
});

test("data files and pages that are not there are one clear problem", async () => {
  expect((await take("https://gorse.example/data")).map(short)).toEqual(["report-binary"]);
  expect((await take("https://gorse.example/none")).map(short)).toEqual(["fetch-failed"]);
  expect(["http://x", "HTTPS://x", "http.txt", "./http://x", "ftp://x"].map(isAddress)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
