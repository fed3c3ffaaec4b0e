import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { cite } from "../../src/format/log/cite.ts";
import { LOG_COLUMNS } from "../../src/format/log/columns.ts";
import { isWithheld } from "../../src/format/log/withheld.ts";
import { LOG_FORMATS, logWriter } from "../../src/format/log/writer.ts";
import { LogXlsx, serialDay } from "../../src/format/log/xlsx.ts";
import { PAPER } from "../../src/format/writer.ts";
import { parseCsv } from "../../src/ingest/sheet/csv.ts";
import { parseXlsx } from "../../src/ingest/sheet/xlsx.ts";
import type { LogRow } from "../../src/model/row.ts";

const ROW: LogRow = {
  id: "R1.2",
  report: "R1",
  version: 1,
  within: null,
  saidBy: [{ name: "Ona Brill", person: "P1", kind: "person", role: "mayor" }],
  unknown: null,
  act: "denies",
  mode: "direct",
  negated: false,
  words: "Nobody opened the gates",
  spans: [{ start: 0, end: 23 }],
  source: "Brill",
  cue: "said",
  channel: null,
  saidTo: [{ name: "reporters", person: null, kind: "group", role: null }],
  about: [],
  performers: [],
  disputedBy: [{ id: "R1.3", kind: "denial" }],
  event: [{ edtf: "2031-05", from: "2031-05-01T00:00:00Z", to: "2031-06-01T00:00:00Z", why: "the month is named" }],
  said: { edtf: "2031-05-12", from: "2031-05-12T00:00:00Z", to: "2031-05-13T00:00:00Z", why: "the day is named" },
  saidWhy: "the day is named",
  published: { edtf: "2031-05-13", from: "2031-05-13T00:00:00Z", to: "2031-05-14T00:00:00Z", why: "page" },
  outlet: "Gorse Post",
  title: "The dam",
  url: "https://gorse.example/1",
  archived: "https://archive.example/9",
  retrieved: "2031-05-14T08:00:00Z",
  hedges: ["may"],
  numbers: ["40 houses"],
  confidence: 0.8125,
  status: "checked",
  orphaned: null,
  progress: null,
  checkedBy: "ona.lim",
  checkedAt: "2031-05-15T00:00:00Z",
  notes: null,
  confidential: false,
  embargo: null,
  entry: "E1",
};

function xlsx(...rows: LogRow[]): Buffer {
  const pieces: Uint8Array[] = [];
  const sheet = new LogXlsx((piece) => pieces.push(piece));
  for (const row of rows) sheet.row(row);
  sheet.end();
  return Buffer.concat(pieces);
}

const printed = (format: "csv" | "json" | "markdown" | "html" | "text", ...rows: LogRow[]) => {
  const writer = logWriter(format, PAPER);
  return writer.head() + rows.map((r) => writer.row(r)).join("") + writer.tail();
};

test("the workbook has real dates, a frozen head and filters, and comes back as it was", () => {
  const bytes = xlsx(ROW, { ...ROW, id: "R1.3", said: null, published: null });
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toContain('<autoFilter ref="A1:AB3"/>');
  expect(sheet).toContain(`<c r="L2" s="1"><v>${serialDay("2031-05-12")}</v></c>`);
  expect(serialDay("2031-05-12")).toBe(47_980);
  expect(serialDay("1900-02-28")).toBeNull();
  const [head, first, second] = parseXlsx(bytes, "x.xlsx");
  expect(head).toEqual(LOG_COLUMNS.map((c) => c.heading));
  const cells = Object.fromEntries(head!.map((h, i) => [h, first![i] ?? ""]));
  expect(cells).toMatchObject({
    ID: "R1.2",
    "Said by": "Ona Brill",
    "Statement date": "2031-05-12",
    "Event date": "2031-05",
    Confidence: "0.8125",
    "Publication date": "2031-05-13",
    Retrieved: "2031-05-14",
  });
  expect(second![0]).toBe("R1.3");
  expect(xlsx(ROW).equals(xlsx(ROW))).toBe(true);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", '=HYPERLINK("http://x","y")', "'=1"])(
  "%j is never a formula",
  (words) => {
    const sheet = strFromU8(unzipSync(xlsx({ ...ROW, notes: words }))["xl/worksheets/sheet1.xml"]!);
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain('t="inlineStr"');
    const csv = parseCsv(printed("csv", { ...ROW, notes: words }));
    const note = csv[1]![csv[0]!.indexOf("Notes")]!;
    expect(note).toMatch(/^'/);
  },
);

test("any words survive the workbook and the CSV", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (words) => {
      const row = { ...ROW, notes: words };
      const at = LOG_COLUMNS.findIndex((c) => c.heading === "Notes");
      const seen = words.replace(/\p{Cs}|[\ufffe\uffff]/gu, "\ufffd");
      expect(parseXlsx(xlsx(row), "x")[1]![at] ?? "").toBe(seen);
      const cell = parseCsv(printed("csv", row))[1]![at]!;
      expect(cell.replace(/^'(?=\s*[=+\-@＋－＝＠]|[\t\r\n])/, "")).toBe(
        words.replaceAll("\0", "\u2400").replace(/\p{Cs}/gu, "\ufffd"),
      );
    }),
    { numRuns: 60 },
  );
});

test("a sheet of another hand is read: semicolons, tabs, quotes, shared strings, 1904 dates", () => {
  expect(parseCsv('a;b\r\n"x;1";"say ""no"""\n;\n')).toEqual([
    ["a", "b"],
    ["x;1", 'say "no"'],
  ]);
  expect(parseCsv("a\tb\n1\t2")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(parseCsv('a,b\n"open,1')).toEqual([["a", "b"], ["open,1"]]);
  expect(parseCsv("")).toEqual([]);
});

test("markup and escapes stay words in every format", () => {
  const evil = "<script>alert(1)</script>\u001b[31m|a`b";
  for (const format of LOG_FORMATS) {
    if (format === "xlsx") continue;
    const out = printed(format, { ...ROW, words: evil, notes: evil, title: evil, url: "javascript:alert(1)" });
    if (format === "html") expect(out).not.toMatch(/<script|href="javascript/);
    if (format === "html" || format === "text" || format === "markdown") expect(out).not.toContain("\u001b[31m");
  }
});

test("json is one array with every field", () => {
  expect(JSON.parse(printed("json", ROW, ROW))).toEqual([ROW, ROW]);
  expect(JSON.parse(printed("json"))).toEqual([]);
});

test("a citation has words, speaker, role, date, outlet, address and archive in one line", () => {
  expect(cite(ROW)).toBe(
    "“Nobody opened the gates” — Ona Brill (mayor), denies, statement date 2031-05-12; Gorse Post, “The dam”, published 2031-05-13, https://gorse.example/1, archived at https://archive.example/9, retrieved 2031-05-14 [R1.2, checked by ona.lim]",
  );
  expect(
    cite({ ...ROW, words: "a\nb", saidBy: [], source: "", status: "unchecked", said: null, outlet: null }),
  ).not.toContain("\n");
});

test("confidential rows and running embargoes are withheld", () => {
  const now = "2031-05-15T12:00:00Z";
  expect(isWithheld(ROW, now)).toBe(false);
  expect(isWithheld({ ...ROW, confidential: true }, now)).toBe(true);
  expect(isWithheld({ ...ROW, embargo: "2031-05-15T12:00:00.000Z" }, now)).toBe(false);
  expect(isWithheld({ ...ROW, embargo: "2031-05-15T12:00:01Z" }, now)).toBe(true);
});
