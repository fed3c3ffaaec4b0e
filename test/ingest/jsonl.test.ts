import { expect, test } from "vitest";
import { lines } from "../../src/ingest/jsonl.ts";
import { folder } from "../folder.ts";
import { collect } from "./collect.ts";

const read = (text: string | Uint8Array) => collect([`${folder({ "in.jsonl": text })}/in.jsonl`]);

test("a line is a report with what it says of itself", async () => {
  const record = {
    id: "w1",
    title: "T",
    outlet: "O",
    byline: "B",
    published: "2031-05-12",
    url: "https://o.example/1",
  };
  const { reports } = await read(`${JSON.stringify({ ...record, text: "Ana said no." })}\n`);
  expect(reports[0]).toMatchObject({ ...record, published: { edtf: "2031-05-12", rule: "record" }, original: null });
});

test("a line without an id is called by its number; numbers become strings", async () => {
  const { reports } = await read('{"text":"a"}\r\n\n{"id":7,"text":"b"}');
  expect(reports.map(({ id }) => id)).toEqual(["in.jsonl:1", "7"]);
});

test("broken lines are named by number, and the others are read", async () => {
  const bad = [
    "{",
    "[1]",
    "null",
    "{}",
    '{"text":" "}',
    '{"text":1}',
    '{"text":"a","id":{}}',
    '{"text":"a","title":3}',
  ];
  const { reports, problems } = await read(`${bad.join("\n")}\n{"id":"last","text":"Ana said no."}`);
  expect(problems.map(({ code }) => code)).toEqual(bad.map(() => "line-broken"));
  for (const [i, { message }] of problems.entries()) expect(message).toMatch(new RegExp(`in\\.jsonl, line ${i + 1} `));
  expect(reports.map(({ id }) => id)).toEqual(["last"]);
});

test("a line that is not UTF-8 is broken", async () => {
  const { problems, reports } = await read(Buffer.from('{"text":"caf\u00e9"}\n{"text":"a"}\n', "latin1"));
  expect(problems[0]!.message).toContain("line 1 is not valid UTF-8");
  expect(reports).toHaveLength(1);
});

test("of very many broken lines twenty are named and the rest counted", async () => {
  const { problems } = await read("x\n".repeat(1000));
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)!.message).toContain("980 more lines");
});

test("a date that cannot be read is left out with a note", async () => {
  const { reports, notes } = await read('{"text":"a","published":"last week"}');
  expect(reports[0]!.published).toBeNull();
  expect(notes[0]).toContain("last week");
});

test("a file of blank lines is empty", async () => {
  expect((await read("\n \n\r\n")).problems.map(({ code }) => code)).toEqual(["report-empty"]);
});

test("UTF-16 with a mark is read", async () => {
  const { reports } = await read(Buffer.from('\ufeff{"text":"café"}\n{"text":"b"}\n', "utf16le"));
  expect(reports.map(({ text }) => text)).toEqual(["café", "b"]);
});

test("lines are cut the same wherever the chunks end", async () => {
  const whole = Buffer.from("one\n\ntwo é\nthree");
  for (let size = 1; size <= whole.length; size++) {
    const chunks = (async function* () {
      for (let at = size; at < whole.length; at += size) yield whole.subarray(at, at + size);
    })();
    const found: string[] = [];
    for await (const line of lines(whole.subarray(0, size), chunks, 100)) found.push(String(line));
    expect(found).toEqual(["one", "", "two é", "three"]);
  }
});

test("a line over the limit is passed over without being held", async () => {
  const chunks = (async function* () {
    for (let i = 0; i < 100; i++) yield Buffer.alloc(10, "x");
    yield Buffer.from("\nshort\n");
  })();
  const found: (string | null)[] = [];
  for await (const line of lines(Buffer.from("first\n"), chunks, 50)) found.push(line && String(line));
  expect(found).toEqual(["first", null, "short"]);
});
