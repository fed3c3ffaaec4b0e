import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FORMATS } from "../../src/format/formats.ts";
import type { Reading } from "../../src/model/reading.ts";
import { folder } from "../folder.ts";
import { hearsay } from "./run.ts";

const SAID = "“The bridge is shut,” Ana Lisk said.\n";

const readings = (jsonl: string): Reading[] =>
  jsonl
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** One line on stderr in our own form: no stack trace, no file of ours. */
const oneLine = (err: string) => {
  expect(err).toMatch(/^hearsay: .*\n$/);
  expect(err).not.toMatch(/\n.*\n|at .*\(|node:|\.ts:/);
};

test("reads the examples in order, and every span slices to its words", async () => {
  const { code, out, err } = await hearsay(["read", "examples", "--format", "jsonl"]);
  expect(code).toBe(0);
  expect(err).toMatch(/^hearsay: 3 reports have no publication date: .*--published.*\n$/);
  const all = readings(out);
  expect(all.map(({ id }) => id)).toEqual([
    "carrow-ledger-1",
    "carrow-ledger-2",
    "harsk-evening.txt",
    "lakeside-wire.txt",
    "osmar-today.txt",
    "quellin-courier.html",
  ]);
  for (const { report, statements } of all) {
    expect(statements.length).toBeGreaterThan(0);
    for (const { source, cue, content } of statements)
      for (const { start, end, text } of [...source, ...cue, ...content])
        expect(report.text.slice(start, end)).toBe(text);
  }
});

test("any number of worker threads gives the same bytes in every format", async () => {
  const path = folder({
    "in.jsonl": Array.from({ length: 60 }, (_, i) => `${JSON.stringify({ text: SAID.repeat(1 + (i % 7)) })}\n`).join(
      "",
    ),
  });
  const run = (format: string, jobs: number) =>
    hearsay(["read", path, "missing", "examples", "--format", format, "--jobs", `${jobs}`]);
  for (const format of FORMATS) {
    const [one, three] = await Promise.all([run(format, 1), run(format, 3)]);
    expect(one.out.length).toBeGreaterThan(1000);
    expect(three).toEqual(one);
  }
});

test("title, outlet and date can be given", async () => {
  const args = ["read", "--title", "T", "--outlet", "O", "--published", "2031-05-12", "--format", "json"];
  const { out } = await hearsay(args, SAID);
  expect(JSON.parse(out).report).toMatchObject({
    id: "stdin",
    title: "T",
    outlet: "O",
    published: { edtf: "2031-05-12" },
  });
});

test("statements less sure than --min-confidence are left out", async () => {
  const count = async (least: string) =>
    JSON.parse(
      (await hearsay(["read", "examples/lakeside-wire.txt", "--format", "json", "--min-confidence", least])).out,
    ).statements.length;
  expect(await count("0")).toBeGreaterThan(0);
  expect(await count("1")).toBe(0);
});

test("--output writes a whole file or none, and nothing beside it", async () => {
  const path = folder({ "a.txt": SAID, "out.csv": "old" });
  const ok = await hearsay(["read", join(path, "a.txt"), "--format", "csv", "--output", join(path, "out.csv")]);
  expect(ok).toEqual({ code: 0, out: "", err: "" });
  expect(readFileSync(join(path, "out.csv"), "utf8")).toContain("Ana Lisk");
  const bad = await hearsay(["read", join(path, "none.txt"), "--output", join(path, "new.txt")]);
  expect(bad.code).toBe(1);
  expect(existsSync(join(path, "new.txt"))).toBe(false);
  expect(readdirSync(path).sort()).toEqual(["a.txt", "out.csv"]);
});

test("a report is never written over, and an output that cannot be is one line", async () => {
  const path = folder({ "a.txt": SAID });
  for (const output of [join(path, "a.txt"), path, join(path, "none/x")]) {
    const { code, err, out } = await hearsay(["read", join(path, "a.txt"), "--output", output]);
    expect([code, out]).toEqual([1, ""]);
    oneLine(err);
  }
  expect(readFileSync(join(path, "a.txt"), "utf8")).toBe(SAID);
});

test.each([
  ["a missing file", ["missing.txt"], "missing.txt does not exist"],
  ["a folder without reports", ["sub"], "holds no reports"],
  ["a binary", ["bin"], "binary data"],
  ["an empty file", ["empty.txt"], "is empty"],
  ["white space", ["white.txt"], "white space"],
  ["a broken line", ["broken.jsonl"], "broken.jsonl, line 2 is no JSON"],
])("%s: one clear line, exit 1, and the others are read", async (_, names, words) => {
  const path = folder({
    "good.txt": SAID,
    "sub/x.png": "x",
    bin: Buffer.from(Array.from({ length: 600 }, (_, i) => (i * 31) % 256)),
    "empty.txt": "",
    "white.txt": " \n ",
    "broken.jsonl": `{"text":${JSON.stringify(SAID)}}\n{"text":\n`,
  });
  const { code, out, err } = await hearsay(["read", ...names.map((n) => join(path, n)), join(path, "good.txt")]);
  expect(code).toBe(1);
  oneLine(err);
  expect(err).toContain(words);
  expect(out).toContain("good.txt");
});

test.each([
  [["read", "--frmat", "csv"], "unknown option '--frmat'"],
  [["read", "--format", "yaml"], "Allowed choices are text, csv"],
  [["read", "--published", "last week"], "2031-05-12"],
  [["read", "--min-confidence", "2"], "from 0 to 1"],
  [["read", "--jobs", "0"], "whole number"],
  [["reed"], "unknown command 'reed'"],
])("wrong usage %j: one line and exit 2", async (args, words) => {
  const { code, out, err } = await hearsay(args);
  expect([code, out]).toEqual([2, ""]);
  oneLine(err);
  expect(err).toContain(words);
});

test("help and version go to standard output with exit 0", async () => {
  expect(await hearsay(["--version"])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: "",
  });
  expect(await hearsay(["read", "--help"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("Examples:"),
    err: "",
  });
});

test("nothing at all shows the help with exit 2", async () => {
  expect(await hearsay([])).toMatchObject({ code: 2, err: expect.stringContaining("Usage: hearsay") });
});

test("a report in another language is kept, said to be unread, and no failure", async () => {
  const text = "Министр сказал, что решения пока нет, и ушёл. Больше он ничего не сказал журналистам.";
  const { code, out, err } = await hearsay(["read"], text);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("kept, not read: no engine for Russian yet");
  const [reading] = readings((await hearsay(["read", "--format", "jsonl"], text)).out);
  expect(reading).toMatchObject({ unread: { why: "no engine for Russian yet" }, statements: [], report: { text } });
});

test.each([["text"], ["jsonl"]])("a closed pipe ends %s quietly", async (format) => {
  const { spawn } = await import("node:child_process");
  const many = folder({ "in.jsonl": `${JSON.stringify({ text: SAID.repeat(200) })}\n`.repeat(300) });
  const child = spawn(process.execPath, ["src/cli/main.ts", "read", many, "--format", format]);
  let err = "";
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((done) => child.on("close", done));
  expect([code, err]).toEqual([0, ""]);
});

test("1 MB of opening quotation marks, and long lines, are read in linear time", async () => {
  const said = "The minister said that it was late. ";
  const files = {
    "quotes.txt": "“".repeat(350_000),
    "said.txt": said + "“".repeat(350_000),
    "line.txt": said.repeat(5000),
  };
  const { code, err } = await hearsay(["read", folder(files), "--format", "jsonl"]);
  expect([code, err]).toEqual([0, ""]);
});
