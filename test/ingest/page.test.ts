import fc from "fast-check";
import { expect, test } from "vitest";
import { measure, words } from "../../src/ingest/page/words.ts";
import { collect } from "./collect.ts";

const page = async (html: string) => {
  const { reports, notes, problems } = await collect(["-"], {}, [Buffer.from(`<!doctype html>${html}`)]);
  return { report: reports[0]!, notes, problems };
};

const BODY = `<article>${"<p>The minister, Ana Lisk, said that the bridge, the road and the ferry would stay shut, and that nobody knew for how long.</p>".repeat(4)}</article>`;

test("an example page gives its title, outlet, authors, date, address and body", async () => {
  const { reports } = await collect(["examples/quellin-courier.html"]);
  const { text, ...about } = reports[0]!;
  expect(about).toMatchObject({
    id: "quellin-courier.html",
    title: `Two speeches, one date: separatists' "urgent" videos may be days old`,
    outlet: "The Quellin Courier",
    byline: "Milo Harrand, Sefa Orlin",
    url: "https://courier.example/2031/05/13/two-speeches-one-date",
    published: { edtf: "2031-05-13T07:40:00+02:00", from: "2031-05-13T05:40:00Z", rule: "page" },
    original: { mime: "text/html" },
  });
  expect(text).toMatch(/^The videos in which[\s\S]*originals," he said\.$/);
  expect(text).not.toMatch(/Subscribe|Most read|rights reserved/);
  expect(text.split("\n\n").length).toBeGreaterThan(6);
});

test("meta tags speak where there is no JSON-LD, and the page itself where there are none", async () => {
  const metas = `<meta property="og:title" content="Og"><meta name="author" content="Bo Fell"><meta property="og:site_name" content="Post"><meta property="article:published_time" content="2031-05-12"><meta property="og:url" content="https://p.example/1">`;
  expect((await page(`<head>${metas}</head>${BODY}`)).report).toMatchObject({
    title: "Og",
    byline: "Bo Fell",
    outlet: "Post",
    url: "https://p.example/1",
    published: { edtf: "2031-05-12" },
  });
  const bare = `<title>Tab</title><h1>Head</h1><time datetime="2031-05-11">11 May</time>${BODY}`;
  expect((await page(bare)).report).toMatchObject({ title: "Head", outlet: null, published: { edtf: "2031-05-11" } });
});

test("JSON-LD is found in lists and graphs, and broken JSON-LD does no harm", async () => {
  const ld = (json: string) => `<script type="application/ld+json">${json}</script>`;
  const article = {
    "@type": ["Thing", "ReportageNewsArticle"],
    headline: "Ld",
    author: "Bo Fell",
    publisher: { name: "Post" },
  };
  for (const json of [article, [article], { "@graph": [{ "@type": "WebSite" }, article] }])
    expect((await page(ld(JSON.stringify(json)) + BODY)).report).toMatchObject({
      title: "Ld",
      byline: "Bo Fell",
      outlet: "Post",
    });
  for (const json of ["{", "null", "[null]", '{"@type":"NewsArticle","author":{"name":3}}', '"x"'])
    expect((await page(ld(json) + BODY)).report.text).toContain("Ana Lisk");
});

test("words: paragraphs stand apart, line breaks stay, the rest of white space closes up", () => {
  const html =
    "<div>One  \n two<p>three<br>four</p><ul><li>five<li>six</ul>se<b>ve</b>n &amp; &quot;eight&quot;&nbsp;&#8212;</div>";
  expect(words(html)).toBe('One two\n\nthree\nfour\n\nfive\n\nsix\n\nseven & "eight"\u00a0—');
});

test("words: scripts, styles and titles are no text; navigation only where there is nothing else", () => {
  const html =
    "<head><title>T</title></head><script>var a='<p>'</script><style>p{}</style><nav>Menu</nav><p>Text</p><template>x</template>";
  expect(words(html)).toBe("Text");
  expect(words("<nav>Menu</nav>")).toBe("");
  expect(words("<nav>Menu</nav>", true)).toBe("Menu");
});

test.each([
  ["div", "<div>".repeat(100_000)],
  ["b, never closed", "<b>".repeat(100_000)],
  ["lists", "<ul><li>".repeat(100_000)],
  ["tables", "<table><tr><td>".repeat(100_000)],
])("100,000 nested tags (%s) are read as plain text", async (_, tags) => {
  const { report, notes } = await page(`<body>${tags}Ana Lisk said that it was late.`);
  expect(report.text).toBe("Ana Lisk said that it was late.");
  expect(notes).toHaveLength(1);
});

test("a page without text is a problem", async () => {
  for (const html of ["", "<html></html>", "<script>x</script><img alt='a'>", "<p> &nbsp; </p>"])
    expect((await page(html)).problems.map(({ code }) => code)).toEqual(["page-without-text"]);
});

test.each([
  ["two million opening brackets", `${"<".repeat(1_900_000)}Ana`],
  ["200,000 attributes in one tag", `<div ${Array.from({ length: 200_000 }, (_, i) => `a${i}='x'`).join(" ")}>Ana`],
  ["a million entities", "&amp;".repeat(1_000_000)],
])("%s are read as plain text", async (_, html) => {
  expect((await page(`<body>${html}`)).notes).toHaveLength(1);
});

test("depth counts what nests and not what closes itself", () => {
  expect(measure("<p>a<p>b<br><img alt=c><li>c<li>d")).toEqual({ depth: 0, pieces: 10, attributes: 1 });
  expect(measure("<div><b></b><i></i></div><div a b>")).toEqual({ depth: 2, pieces: 4, attributes: 2 });
});

test("any HTML gives a report or one problem", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "<p>",
      "</p>",
      "<div ",
      ">",
      "<!--",
      "-->",
      "<script>",
      "</script",
      "<svg/>",
      "&amp",
      "&#xd800;",
      "<![CDATA[",
      "<table>",
      "<td>",
      "<template>",
    ),
    fc.string({ maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const { report, problems } = await page(pieces.join(""));
      expect(report === undefined).toBe(problems.length === 1);
    }),
    { numRuns: 60 },
  );
});
