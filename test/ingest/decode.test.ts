import { expect, test } from "vitest";
import { binaryKind, decode } from "../../src/ingest/decode.ts";

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, "utf16le");
  return big ? bytes.swap16() : bytes;
};
const latin1 = (text: string) => Buffer.from(text, "latin1");
/** windows-1251: Cyrillic А–я stand at 0xC0–0xFF. */
const cp1251 = (text: string) =>
  Buffer.from([...text].map((c) => (c >= "А" && c <= "я" ? c.charCodeAt(0) - 0x410 + 0xc0 : c.charCodeAt(0))));

const WORDS = "The café at Senn was “quiet”, she said — 😀.";

test.each([
  ["UTF-8", Buffer.from(WORDS), "utf-8", "utf-8"],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${WORDS}`), "utf-8", "bom"],
  ["UTF-16 with a mark", utf16(`\ufeff${WORDS}`, false), "utf-16le", "bom"],
  ["big-endian UTF-16 with a mark", utf16(`\ufeff${WORDS}`, true), "utf-16be", "bom"],
  ["UTF-16 without a mark", utf16(WORDS, false), "utf-16le", "detection"],
  ["big-endian UTF-16 without a mark", utf16(WORDS, true), "utf-16be", "detection"],
])("%s decodes to the same words", async (_, bytes, encoding, from) => {
  expect(await decode(bytes)).toEqual({ text: WORDS, encoding, from, damaged: 0 });
});

const RUSSIAN = "Министр сказал, что решения ещё нет, и что оно будет принято позже.".replaceAll("ё", "е");

test("a declared encoding is used, in HTML and in XML", async () => {
  for (const head of ['<meta charset="windows-1251">', '<?xml version="1.0" encoding="windows-1251"?>']) {
    const bytes = Buffer.concat([latin1(head), cp1251(RUSSIAN)]);
    expect(await decode(bytes)).toMatchObject({ text: head + RUSSIAN, encoding: "windows-1251", from: "declaration" });
  }
});

test("a page that claims UTF-8 and is not is read by detection", async () => {
  const head = '<meta charset="utf-8">';
  const decoded = await decode(Buffer.concat([latin1(head), cp1251(RUSSIAN)]));
  expect(decoded).toMatchObject({ text: head + RUSSIAN, encoding: "windows-1251", from: "detection" });
});

test("a page that claims windows-1252 and is UTF-8 is read as UTF-8", async () => {
  const page = `<meta charset="windows-1252">${WORDS}`;
  expect((await decode(Buffer.from(page))).text).toBe(page);
});

test("an unknown declaration is passed over", async () => {
  expect((await decode(Buffer.from('<meta charset="klingon">so'))).encoding).toBe("utf-8");
});

test("Latin-1 without a word about it is detected", async () => {
  const words = "The owner of the café said that it was late. Naïve, he added.";
  expect(await decode(latin1(words))).toMatchObject({ text: words, from: "detection" });
});

test("UTF-8 with a few bad bytes keeps its good characters", async () => {
  const decoded = await decode(
    Buffer.concat([Buffer.from(WORDS), Buffer.from([0xff, 0x20, 0xc3]), Buffer.from(" end")]),
  );
  expect(decoded).toEqual({ text: `${WORDS}\ufffd \ufffd end`, encoding: "utf-8", from: "utf-8", damaged: 2 });
});

test("line ends and odd characters are left alone", async () => {
  const words = "a\r\nb\rc\n\0\u200b\u202e d";
  expect((await decode(Buffer.from(words))).text).toBe(words);
});

test.each([
  ["a PDF", latin1("%PDF-1.7 ...")],
  ["a PNG picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])],
  ["an archive or an office document", Buffer.from("PK\u0003\u0004....")],
  ["binary data", Buffer.from(Array.from({ length: 1000 }, (_, i) => (i * 7919) % 256))],
])("%s is told from text", (kind, bytes) => {
  expect(binaryKind(bytes)).toBe(kind);
});

test("text with a stray control character is text", () => {
  expect(binaryKind(Buffer.from("He said\0 that it was late.\u001b[31m"))).toBeNull();
  expect(binaryKind(utf16("plain words", true))).toBeNull();
});
