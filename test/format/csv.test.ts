import fc from "fast-check";
import { expect, test } from "vitest";
import { CSV_COLUMNS, cell, csvWriter } from "../../src/format/csv.ts";
import { reading, report, span, statement } from "./sample.ts";

/** RFC 4180, strictly: quotes only around whole cells, rows ended by CRLF. */
function parse(sheet: string): string[][] {
  const found: string[][] = [];
  let row: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = pattern.exec(sheet); match; match = pattern.exec(sheet)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2]!);
    if (match[3] === "\r\n") {
      found.push(row);
      row = [];
    }
    if (pattern.lastIndex === sheet.length) return found;
  }
  throw new Error("no RFC 4180");
}

const sheet = (one = reading()) => {
  const writer = csvWriter();
  return writer.head() + writer.reading(one) + writer.tail();
};

test("a row a statement under the documented headings, with a byte-order mark for Excel", () => {
  const text = sheet();
  expect(text.startsWith("\ufeffreport,statement,line,column,said_by,cue,exact_words,")).toBe(true);
  const [head, ...rows] = parse(text.slice(1));
  expect(head).toEqual(CSV_COLUMNS);
  expect(rows).toHaveLength(4);
  const first = Object.fromEntries(head!.map((heading, i) => [heading, rows[0]![i]]));
  expect(first).toMatchObject({
    report: "sample.txt",
    statement: "s1",
    line: "3",
    column: "1",
    said_by: "the minister, Ana Lisk",
    cue: "told",
    exact_words: '"We have no such plan," … "and we never had one."',
    speakers: "Ana Lisk",
    act: "denies",
    negated: "no",
    said_to: "reporters",
    statement_date: "2031-05-12",
    event_dates: "2031-05-12",
    confidence: "0.97",
    outlet: "Lakeside Wire",
    published: "2031-05-13",
    start: "39",
  });
});

test("what is not known is an empty cell, and the columns are always the same", () => {
  const bare = reading({
    parties: [],
    times: [],
    statements: [statement({})],
    report: report({ outlet: null, published: null }),
  });
  const [, row] = parse(sheet(bare).slice(1));
  expect(row).toHaveLength(CSV_COLUMNS.length);
  expect(row!.filter((one) => one !== "")).toEqual(expect.arrayContaining(["sample.txt", "s1", "indirect", "0.5"]));
});

test("a report that was kept unread has a row that says so", () => {
  const [head, row] = parse(sheet(reading({ statements: [], unread: { why: "no engine for Russian yet" } })).slice(1));
  expect(row![head!.indexOf("unread")]).toBe("no engine for Russian yet");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\uff1d1", "=\u00a0"])(
  "%j is no formula any more",
  (value) => {
    expect(parse(`${cell(value)}\r\n`)[0]![0]).toBe(`'${value}`);
  },
);

test("any words come back from a strict parser, and no cell begins like a formula", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^[ \t\r\n]*[=+\-@][",;\r\n]*\w*$/),
    fc.constantFrom('"', '""', ",", "\r\n", ";"),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (values) => {
      const [row, ...rest] = parse(`${values.map(cell).join(",")}\r\n`);
      expect(rest).toEqual([]);
      expect(row).toHaveLength(values.length);
      row!.forEach((value, i) => {
        expect(value).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(value.replace(/^'/, "").length).toBe(values[i]!.replace(/^'/, "").length);
      });
    }),
  );
});

test("a hostile report cannot put a formula into any cell", () => {
  const text = '=HYPERLINK("http://x")';
  const evil = { start: 0, end: text.length, text };
  const hostile = reading({
    id: text,
    report: report({ id: text, text, title: text, outlet: text, url: text }),
    parties: [{ id: "p1", kind: "person", name: text, aliases: [], members: [], roles: [], mentions: [evil] }],
    statements: [
      statement({ id: text, source: [evil], cue: [evil], content: [evil], speakers: ["p1"], saidWhy: text }),
    ],
  });
  for (const row of parse(sheet(hostile).slice(1))) for (const value of row) expect(value).not.toMatch(/^[=+\-@]/);
  expect(span(text, "HYPER").start).toBe(1);
});
