import { createHash } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder } from "../folder.ts";
import { collect } from "./collect.ts";

const hash = (of: string | Uint8Array) => createHash("sha256").update(of).digest("hex");
const SAID = "Ana Lisk said that it was late.\r\n";

test("a text file is a report word for word", async () => {
  const path = join(folder({ "a.txt": `\ufeff${SAID}` }), "a.txt");
  const { reports } = await collect([path]);
  expect(reports).toEqual([
    {
      id: "a.txt",
      text: SAID,
      title: null,
      outlet: null,
      byline: null,
      url: null,
      published: null,
      dateline: null,
      language: "en",
      sha256: hash(SAID),
      original: { sha256: hash(`\ufeff${SAID}`), mime: "text/plain", retrieved: null },
    },
  ]);
});

test("what the caller knows overrides what the file says", async () => {
  const record = { text: SAID, title: "Old", outlet: "Old", published: "2030-01-01" };
  const path = join(folder({ "a.jsonl": JSON.stringify(record) }), "a.jsonl");
  const { reports } = await collect([path], { title: "New", outlet: "Post", published: "2031-05-12" });
  expect(reports[0]).toMatchObject({ title: "New", outlet: "Post", published: { edtf: "2031-05-12", rule: "given" } });
});

test("a folder is walked in order, and only reports are opened", async () => {
  const files = { "b.txt": SAID, "a/z.html": `<p>${SAID}</p>`, "a/B.TXT": SAID, "x.png": "%PNG", ".hidden.txt": SAID };
  const { reports, problems } = await collect([folder({ ...files, "node_modules/m.txt": SAID })]);
  expect(reports.map(({ id }) => id)).toEqual(["a/B.TXT", "a/z.html", "b.txt"]);
  expect(problems).toEqual([]);
});

test("links in a ring end, and a dangling link is passed over", async () => {
  const path = folder({ "a.txt": SAID });
  symlinkSync(path, join(path, "ring"));
  symlinkSync(join(path, "none"), join(path, "dangling.txt"));
  expect((await collect([path])).reports).toHaveLength(1);
});

test("bad files are problems in their place, and the others are read", async () => {
  const path = folder({
    "a.txt": SAID,
    "none.txt": "",
    "white.txt": " \n\t\u00a0",
    "bin.txt": Buffer.alloc(500, 1),
    "c/x.png": "",
  });
  const names = ["a.txt", "missing.txt", "none.txt", "white.txt", "bin.txt", "c", "a.txt/x", "a.txt"];
  const { all } = await collect(names.map((name) => join(path, name)));
  expect(all.map((one) => (one.kind === "problem" ? one.error.code : one.kind))).toEqual([
    "report",
    "file-missing",
    "report-empty",
    "report-empty",
    "report-binary",
    "folder-empty",
    "file-missing",
    "report",
  ]);
});

test("a name with a NUL is a missing file", async () => {
  expect((await collect(["a\0b.txt"])).problems[0]?.code).toBe("file-missing");
});

test("every problem names its file and a remedy", async () => {
  const path = folder({ "none.txt": "", "bin.txt": Buffer.alloc(500, 1) });
  const { problems } = await collect([join(path, "none.txt"), join(path, "bin.txt"), join(path, "missing.txt")]);
  for (const { message, remedy } of problems) {
    expect(message).toContain(path);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  }
});

test("50 MB in one line is refused before it is read whole", async () => {
  const chunk = Buffer.alloc(1_000_000, "word ");
  let given = 0;
  const stdin = (function* () {
    for (; given < 50; given++) yield chunk;
  })();
  const { problems } = await collect(["-"], {}, stdin);
  expect(problems.map(({ code }) => code)).toEqual(["report-too-long"]);
  expect(given).toBeLessThan(25);
});

test("a report longer than the limit is refused by its length", async () => {
  const { problems } = await collect(["-"], {}, [Buffer.alloc(2_000_001, "a")]);
  expect(problems[0]).toMatchObject({ code: "report-too-long", message: expect.stringContaining("2000001") });
});

test("standard input is told apart by how it begins", async () => {
  const read = async (text: string) => (await collect(["-"], {}, [Buffer.from(text)])).reports[0]!;
  expect(await read(SAID)).toMatchObject({ id: "stdin", text: SAID });
  expect(await read(`<!DOCTYPE html>\n<title>T</title><p>${SAID}</p>`)).toMatchObject({
    title: "T",
    text: SAID.trim(),
  });
  expect(await read(`\ufeff${JSON.stringify({ id: "j", text: SAID })}`)).toMatchObject({ id: "j", text: SAID });
});

test("a file of another ending is told apart by how it begins", async () => {
  const path = join(folder({ page: `<html><body><p>${SAID}</p></body></html>` }), "page");
  expect((await collect([path])).reports[0]).toMatchObject({ id: "page", text: SAID.trim() });
});

test("bytes that are not UTF-8 are read with a note", async () => {
  const path = folder({ "a.txt": Buffer.from("The caf\u00e9 was closed, she said.", "latin1") });
  const { reports, notes } = await collect([join(path, "a.txt")]);
  expect(reports[0]!.text).toBe("The café was closed, she said.");
  expect(notes).toEqual([`${join(path, "a.txt")} is not UTF-8 and was read as windows-1252.`]);
});

test("progress ends at the number of bytes", async () => {
  const { progress } = await collect([folder({ "a.txt": SAID, "b.jsonl": `{"text":"Bo said no."}\n` })]);
  expect(progress.total).toBe(SAID.length + 23);
  expect(progress.done).toBe(progress.total);
});

test("a report in another language is kept and its language told", async () => {
  const { reports } = await collect(["-"], {}, [Buffer.from("Министр сказал, что решения пока нет, и ушёл.")]);
  expect(reports[0]!.language).toBe("ru");
});
