import fc from "fast-check";
import { expect, test } from "vitest";
import { requestsOf } from "../../../src/format/views/requests.ts";
import { type VIEW_FORMATS, VIEWS, type ViewName, viewColumns, viewWriter } from "../../../src/format/views/writer.ts";
import { columns } from "../../../src/format/wrap.ts";
import { PAPER } from "../../../src/format/writer.ts";
import type { Reading } from "../../../src/model/reading.ts";
import { reading, report, span, statement } from "../sample.ts";

const NAMES = Object.keys(VIEWS) as ViewName[];
const print = (name: ViewName, format: (typeof VIEW_FORMATS)[number], all: readonly Reading[], width = 100) => {
  const writer = viewWriter(name, format, { ...PAPER, width });
  return writer.head() + all.map((one) => writer.reading(one)).join("") + writer.tail();
};

const PLEA = `Neda Corvane asked Brandek to recognise the valley's independence.
The council urged Brandek to grant recognition and independence to the valley.
Corvane again asked him for recognition of the valley's independence.
Corvane asked the doctors for more medicine and blankets.
Brandek said he was in no hurry.`;
const on = (words: string, nth = 0) => span(PLEA, words, nth);
const party = (id: string, name: string) => ({
  id,
  kind: "person" as const,
  name,
  aliases: [],
  members: [],
  roles: [],
  mentions: [on(name)],
});
const ask = (id: string, source: string, cue: string, content: string, over = {}) =>
  statement({ id, source: [on(source)], cue: [on(cue)], content: [on(content)], act: "asks", negated: false, ...over });

const plea = reading({
  report: report({ text: PLEA }),
  parties: [
    party("p1", "Neda Corvane"),
    party("p2", "Brandek"),
    party("p3", "The council"),
    party("p4", "the doctors"),
  ],
  statements: [
    ask("s1", "Neda Corvane", "asked", "to recognise the valley's independence", {
      speakers: ["p1"],
      addressees: ["p2"],
      performers: ["p2"],
    }),
    ask("s2", "The council", "urged", "to grant recognition and independence to the valley", {
      speakers: ["p3"],
      performers: ["p2"],
    }),
    ask("s3", "Corvane again", "again asked", "for recognition of the valley's independence", {
      speakers: ["p1"],
      addressees: ["p2"],
    }),
    ask("s4", "Corvane asked the", "asked", "for more medicine and blankets", { speakers: ["p1"], addressees: ["p4"] }),
    statement({
      id: "s5",
      source: [on("Brandek", 2)],
      cue: [on("said")],
      content: [on("he was in no hurry")],
      act: "says",
      speakers: ["p2"],
    }),
  ],
});

test("a request says who asks whom, where it is told again, who backs it and what the asked say since", () => {
  const found = requestsOf(plea);
  expect(found.map((r) => r.statement)).toEqual(["s1", "s2", "s4"]);
  const [first, second, other] = found;
  expect(first).toMatchObject({ askedBy: "Neda Corvane", askedOf: ["Brandek"], act: "asks", negated: false });
  expect(first!.again.map((b) => b.statement)).toEqual(["s3"]);
  expect(first!.backedBy.map((b) => b.statement)).toEqual(["s2"]);
  expect(first!.since.map((b) => b.statement)).toEqual(["s5"]);
  expect(second!.backedBy.map((b) => b.statement)).toContain("s1");
  expect(other).toMatchObject({ askedOf: ["the doctors"], backedBy: [], again: [], since: [] });
});

test("what is not asked backs nothing", () => {
  const [first, ...rest] = plea.statements;
  const found = requestsOf({ ...plea, statements: [{ ...first!, negated: true }, ...rest] });
  expect(found[0]).toMatchObject({ negated: true, backedBy: [], again: [] });
});

test("the log of requests", () => {
  expect(print("requests", "text", [plea])).toContain(
    `    1:1  Neda Corvane · asks Brandek · to recognise the valley's independence
         told again at: 3:1
         backed by: The council asks: to grant recognition and independence to the valley (2:1)
         those asked say further on: Brandek says: he was in no hurry (5:1)`,
  );
});

test("disputes name both sides and the rule", () => {
  const text = print("disputes", "text", [reading()]);
  expect(text).toContain("denial · Neda Corvane accuses: that a spy");
  expect(text).toContain("against: Ana Lisk denies:");
  expect(text).toContain("joined because: denies-plan");
});

test("numbers say on whose word they stand, people what they are, names in whose voice", () => {
  expect(print("numbers", "text", [reading()])).toContain("1 plan · Ana Lisk");
  expect(print("people", "text", [reading()])).toContain("a spy · unnamed source · 1 statement, named once");
  expect(print("names", "text", [reading()])).toContain("Ana Lisk · “the army” · in reported words");
});

test.each(NAMES)("%s: JSON holds every report, read or not, under the view's name", (name) => {
  const unread = reading({
    id: "x",
    unread: { why: "no engine for Russian yet" },
    statements: [],
    parties: [],
    quantities: [],
    labels: [],
    disputes: [],
  });
  const found: Record<string, unknown>[] = JSON.parse(print(name, "json", [reading(), unread]));
  expect(found.map((one) => [one.report, one.unread])).toEqual([
    ["sample.txt", null],
    ["x", "no engine for Russian yet"],
  ]);
  expect(Array.isArray(found[0]![name])).toBe(true);
  expect(print(name, "csv", [unread])).toContain("no engine for Russian yet\r\n");
  expect(print(name, "text", [unread])).toContain("kept, not read: no engine for Russian yet");
});

const piece = fc.constantFrom(
  "=1+1",
  "@x",
  "\u001b[31m",
  "\r\n",
  "\u202e",
  "\ud800",
  "|",
  '"',
  ",",
  "<b>",
  "漢字",
  "a",
);

test("no words of a report can steer a terminal, a sheet or a page", () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), fc.array(piece, { minLength: 1, maxLength: 5 }), (name, pieces) => {
      const text = pieces.join("");
      const words = { start: 0, end: text.length, text };
      const bad = reading({
        id: text,
        report: report({ text, title: text, outlet: text, byline: text, id: text }),
        parties: [
          { id: "p1", kind: "person", name: text, aliases: [text], members: [], roles: [text], mentions: [words] },
        ],
        statements: [statement({ source: [words], cue: [words], content: [words], speakers: ["p1"], act: "asks" })],
        quantities: [{ ...words, value: -1, upper: null, unit: text, bound: "exact", authority: "s1" }],
        labels: [{ ...words, party: "p1", voice: "outlet" }],
        disputes: [{ id: "d1", kind: "denial", a: "s1", b: null, rule: text }],
      });
      const log = print(name, "text", [bad], 60);
      expect(log).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u);
      for (const line of log.split("\n")) expect(columns(line)).toBeLessThanOrEqual(60);
      const cells = print(name, "csv", [bad])
        .slice(1)
        .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g);
      for (const [, quoted, bare] of cells) expect(quoted ?? bare).not.toMatch(/^\s*[=+\-@]/);
      const page = print(name, "markdown", [bad]);
      expect(page).not.toContain("<b>");
      for (const line of page.split("\n").filter((l) => l.startsWith("| ")))
        expect(line.match(/(?<!\\)\|/g)).toHaveLength(viewColumns(name).length - 5 + 1);
    }),
    { numRuns: 200 },
  );
});

test("ten thousand requests for one thing take no time to speak of", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({ ...plea.statements[i % 4]!, id: `s${i}` }));
  expect(requestsOf({ ...plea, statements: many }).length).toBeGreaterThan(0);
});
