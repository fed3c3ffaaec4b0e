import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { htmlWriter } from "../../src/format/html.ts";
import { paragraphs } from "../../src/format/page/paragraphs.ts";
import { reading, report, span, statement, TEXT } from "./sample.ts";

const write = (...readings: ReturnType<typeof reading>[]) => {
  const writer = htmlWriter();
  return writer.head() + readings.map((one) => writer.reading(one)).join("") + writer.tail();
};

const open = (html: string) => parseHTML(html).document;

/** The report's words as the page shows them, without the statements' numbers. */
const shown = (html: string) => {
  const page = open(html);
  for (const number of page.querySelectorAll(".n")) number.remove();
  return [...page.querySelectorAll(".words")].map((p) => p.textContent).join("\n\n");
};

test("the report stands on the page word for word", () => {
  expect(shown(write(reading()))).toBe(TEXT);
});

test("every statement is marked in place: its words carry its slot in the paragraph, innermost last", () => {
  const page = open(write(reading()));
  const words = (paragraph: number, slot: number) =>
    [...page.querySelectorAll(".group")[paragraph]!.querySelectorAll(`.g.s${slot}`)]
      .map((e) => e.textContent)
      .join("|");
  expect(words(1, 1)).toBe('"We have no such plan,"|the minister, Ana Lisk|told|"and we never had one."');
  expect(words(2, 2)).toBe("a spy|told|that the army might attack");
  expect(words(2, 1)).toContain("a spy");
  const inner = page.querySelector(".words .c2")!;
  expect([inner.textContent, inner.classList.contains("i2")]).toEqual(["that the army might attack", true]);
});

test("paragraphs over which a statement runs on are one group, others stand alone", () => {
  const text = "He said: “One.\n\n“Two.\n\n“Three.”\n\nNobody came.\n\nShe said no.";
  const on = (words: string) => span(text, words);
  const statements = [
    statement({ source: [on("He")], content: [on("“One."), on("“Two."), on("“Three.”")] }),
    statement({ id: "s2", source: [on("She")], cue: [on("said no")], content: [] }),
  ];
  const page = open(write(reading({ report: report({ text }), statements, parties: [], times: [] })));
  const groups = [...page.querySelectorAll(".group")];
  expect(groups.map((group) => group.querySelectorAll(".row").length)).toEqual([3, 1, 1]);
  expect(groups[2]!.querySelector(".note")!.className).toBe("note s1 i1");
});

test("each statement has a note with who, cue, what and confidence, reached from its number and back", () => {
  const page = open(write(reading()));
  const notes = [...page.querySelectorAll(".note")];
  expect(notes.map((note) => note.id)).toEqual(["r1-s1", "r1-s2", "r1-s3", "r1-s4"]);
  expect(notes[0]!.textContent).toMatch(/the minister, Ana Lisk told.*97 % sure.*quoted.*denies.*We have no such plan/);
  for (const link of page.querySelectorAll('a[href^="#"]'))
    expect(page.getElementById(link.getAttribute("href")!.slice(1)), link.outerHTML).toBeTruthy();
});

test("nothing is loaded and nothing runs", () => {
  const html = write(reading());
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
});

test("several reports have distinct anchors and a list", () => {
  const page = open(write(reading(), reading({ report: report({ title: "Second" }) })));
  const ids = [...page.querySelectorAll("[id]")].map((e) => e.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...page.querySelectorAll(".index a")].map((a) => a.textContent)).toEqual(["Quellin denies plan", "Second"]);
});

test("only web addresses become links", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "//x", "file:///etc/passwd"])
    expect(write(reading({ report: report({ url }) }))).not.toContain(url);
  expect(open(write(reading())).querySelector(".known a")!.getAttribute("href")).toBe("https://wire.example/vell");
});

test("no report can put markup on the page, and its words are all there", () => {
  const piece = fc.oneof(
    fc.constantFrom("<script>", "</style>", "&lt;", '"', "'", "\n", "\n\n", "]]>", "<!--", "</p>"),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      (pieces, ...cuts) => {
        const text = pieces.join("");
        const span = (a: number, b: number) => {
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          return { start, end, text: text.slice(start, end) };
        };
        const one = statement({ content: [span(cuts[0]!, cuts[1]!)], source: [span(cuts[2]!, cuts[3]!)] });
        const html = write(
          reading({ report: report({ text, title: text, url: null }), statements: [one], parties: [], times: [] }),
        );
        expect(html).not.toMatch(/<script|<!--/);
        const bare = (words: string) => words.replace(/[\s\p{Cc}\ufffd]/gu, "");
        expect(bare(shown(html))).toBe(bare(text));
      },
    ),
    { numRuns: 200 },
  );
});

test("paragraphs: blank lines cut, wrapped lines join, a paragraph a line stands alone", () => {
  const cut = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));
  expect(cut("One\ntwo three\nfour.\n\n\r\nFive")).toEqual(["One\ntwo three\nfour.", "Five"]);
  const long = "word ".repeat(40).trim();
  expect(cut(`${long}\r\n${long}\n`)).toEqual([long, long]);
  expect(cut("He left.\n“No,” she said.")).toEqual(["He left.", "“No,” she said."]);
  expect(cut(" \n\n ")).toEqual([]);
});
