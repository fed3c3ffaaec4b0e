import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { folder } from "../folder.ts";
import { collect } from "./collect.ts";

/** A Word document of these parts. */
const docx = (document: string, more: Record<string, string> = {}) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries({ "[Content_Types].xml": "<Types/>", "word/document.xml": document, ...more }).map(
          ([name, xml]) => [name, strToU8(xml)],
        ),
      ),
    ),
  );

/** A PDF with one line of text a page. */
function pdf(...pages: string[]): Buffer {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((words, i) => {
      const content = `BT /F1 12 Tf 72 700 Td (${words}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((p) => `${String(p).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(
    `${file}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`,
    "latin1",
  );
}

const take = async (files: Record<string, string | Uint8Array>, name = Object.keys(files)[0]!) => {
  const { reports, notes, problems } = await collect([`${folder(files)}/${name}`]);
  return { reports, notes, problems: problems.map((p) => p.code) };
};

const P = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

test("a Word document gives its paragraphs, without what was struck out, and its title", async () => {
  const body = `<w:document>${P("First &amp; <w:tab/>foremost")}<w:p><w:r><w:t>Second</w:t></w:r><w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> one</w:t></w:r></w:ins></w:p></w:document>`;
  const { reports } = await take({
    "a.docx": docx(body, {
      "docProps/core.xml": "<cp><dc:title>The dam</dc:title><dc:creator>Bo</dc:creator></cp>",
      "word/footnotes.xml": P("A note"),
    }),
  });
  expect(reports[0]).toMatchObject({ title: "The dam", byline: "Bo" });
  expect(reports[0]!.text).toMatch(/^First & \s*foremost\n\nSecond one\n\nA note$/);
  expect(reports[0]!.original!.mime).toContain("wordprocessingml");
});

test("external entities in a Word document draw nothing in", async () => {
  const evil = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "${"b".repeat(1000)}"><!ENTITY c "&a;&a;&a;">]><w:document>${P("before &f;&c; after")}</w:document>`;
  const { reports } = await take({ "a.docx": docx(evil) });
  expect(reports[0]!.text).not.toContain("root:");
  expect(reports[0]!.text.length).toBeLessThan(100);
});

test("a zip bomb is refused before it unfolds", async () => {
  const bomb = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(200_000_000) }, { level: 9 }));
  const started = process.memoryUsage().arrayBuffers;
  expect((await take({ "a.docx": bomb })).problems).toEqual(["document-too-large"]);
  expect(process.memoryUsage().arrayBuffers - started).toBeLessThan(300_000_000);
});

test.each([
  ["a.docx", Buffer.from("PK\u0003\u0004 cut short")],
  ["a.docx", Buffer.from("no zip at all")],
  ["a.docx", docx("x").subarray(0, 60)],
  ["a.docx", Buffer.from(zipSync({ "xl/workbook.xml": strToU8("<x/>") }))],
  ["a.pdf", Buffer.from("just some text that is no PDF")],
  ["a.pdf", Buffer.from("%PDF-1.7\n%%EOF")],
  ["a.pdf", Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(5000, 0xee)])],
  ["a.rss", Buffer.from("<html>no feed</html>")],
  ["a.srt", Buffer.from("no cues here")],
])("%s that is none is one clear problem", async (name, bytes) => {
  const { reports, problems } = await take({ [name]: bytes });
  expect(reports).toEqual([]);
  expect(problems.length).toBe(1);
  expect(problems[0]).toMatch(/^(document|feed)-/);
});

test("a PDF gives the text layer of its pages; one without any says so", async () => {
  const { reports } = await take({ "a.pdf": pdf("The mayor said no.", "The dam held.") });
  expect(reports[0]!.text).toBe("The mayor said no.\n\nThe dam held.");
  expect((await take({ "b.pdf": pdf("") })).problems).toEqual(["document-without-text"]);
  expect((await take({ "no-ending": pdf("Told by its first bytes.") })).reports.length).toBe(1);
});

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gorse Post</title>
<item><title>Dam &lt;b&gt;holds&lt;/b&gt;</title><link>https://gorse.example/1</link><guid>g1</guid><pubDate>Mon, 12 May 2031 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>The mayor said no.</p><script>alert(1)</script><p>It rained.</p>]]></content:encoded></item>
<item><title>Empty</title><link>javascript:alert(1)</link></item>
<item><title>Cut`;

test("a feed gives an item a report, a broken end notwithstanding", async () => {
  const { reports, notes } = await take({ "feed.xml": RSS });
  expect(reports).toMatchObject([
    {
      id: "g1",
      title: "Dam <b>holds</b>".replace(/<[^>]*>/g, ""),
      outlet: "Gorse Post",
      url: "https://gorse.example/1",
      text: "The mayor said no.\n\nIt rained.",
      published: { from: "2031-05-12T10:00:00Z" },
    },
  ]);
  expect(notes[0]).toContain("carry no words");
});

test("an Atom feed too", async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>e1</id><title>T</title><link rel="alternate" href="https://x.example/1"/><updated>2031-05-12T10:00:00Z</updated><author><name>Bo</name></author><content type="html">&lt;p&gt;Hi there&lt;/p&gt;</content></entry></feed>`;
  expect((await take({ "a.atom": atom })).reports).toMatchObject([
    { id: "e1", byline: "Bo", text: "Hi there", outlet: "Post" },
  ]);
});

test("a Telegram export gives a message a report, with its instant", async () => {
  const chat = {
    name: "Dam watch",
    id: 77,
    messages: [
      { id: 1, type: "service", text: "" },
      {
        id: 2,
        type: "message",
        date: "2031-05-12T13:00:00",
        date_unixtime: "1936000800",
        from: "Dam watch",
        text: ["The mayor said ", { type: "bold", text: "no" }, "."],
        forwarded_from: "Gorse",
      },
      { id: 3, type: "message", text: [null, 7, { text: {} }] },
    ],
  };
  const { reports, notes } = await take({ "result.json": JSON.stringify(chat) });
  expect(reports).toMatchObject([
    {
      id: "77/2",
      outlet: "Dam watch",
      byline: null,
      text: "The mayor said no.",
      published: { from: "2031-05-08T10:00:00Z" },
    },
  ]);
  expect(notes.join()).toMatch(/forwarded from Gorse[\s\S]*2 messages without words/);
  expect((await take({ "result.json": '{"messages": [' })).problems).toEqual(["export-broken"]);
  expect((await take({ "result.json": '{"chats": {"list": [{}]}}' })).problems).toEqual(["export-broken"]);
});

test("subtitles give their words; speakers and pauses begin paragraphs", async () => {
  const vtt =
    "WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:03.000\n<v Ona Brill>The dam <i>holds</i>,\n\n00:03.100 --> 00:04.000\nshe said.\n\n1\n00:05.000 --> 00:06.000\n<v Bo>No.\n\n00:30.000 --> 00:31.000\nLater.";
  expect((await take({ "a.vtt": vtt })).reports[0]!.text).toBe(
    "Ona Brill: The dam holds, she said.\n\nBo: No.\n\nLater.",
  );
  const srt =
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}It held.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n- Did it?\r\n";
  expect((await take({ "a.srt": srt })).reports[0]!.text).toBe("It held.\n\n- Did it?");
});

test("a page in windows-1251 that claims UTF-8 is read as what it is, and said so", async () => {
  const words = Buffer.from([
    0xcc, 0xfd, 0xf0, 0x20, 0xf1, 0xea, 0xe0, 0xe7, 0xe0, 0xeb, 0x2c, 0x20, 0xf7, 0xf2, 0xee, 0x20, 0xef, 0xeb, 0xee,
    0xf2, 0xe8, 0xed, 0xe0, 0x20, 0xe2, 0xfb, 0xe4, 0xe5, 0xf0, 0xe6, 0xe8, 0xf2, 0x2e, 0x20,
  ]);
  const page = Buffer.concat([
    Buffer.from('<!doctype html><meta charset="utf-8"><title>x</title><article><p>'),
    ...Array(20).fill(words),
    Buffer.from("</p></article>"),
  ]);
  const { reports, notes } = await take({ "a.html": page });
  expect(reports[0]!.text).toContain("Мэр сказал, что плотина выдержит.");
  expect(notes[0]).toContain("windows-1251");
});
