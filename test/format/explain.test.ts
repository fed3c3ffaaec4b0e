import { expect, test } from "vitest";
import { csvWriter } from "../../src/format/csv.ts";
import { explainWriter } from "../../src/format/explain.ts";
import { markdownWriter } from "../../src/format/markdown.ts";
import { textWriter } from "../../src/format/text.ts";
import { PAPER } from "../../src/format/writer.ts";
import { reading, span, statement, TEXT } from "./sample.ts";

const explain = (id: string, format: "text" | "json" = "text") => {
  const writer = explainWriter(id, format);
  return writer.head() + writer.reading(reading()) + writer.tail();
};

test("spans, evidence with its words, and dates with why", () => {
  const text = explain("s1");
  expect(text).toContain("who             “the minister, Ana Lisk” (3:25, characters");
  expect(text).toContain("evidence        quotation — “");
  expect(text).toContain("statement date  2031-05-12 (inferred, rule weekday, counted from publication): on Monday");
  expect(text).toContain("event dates     “Monday”");
  expect(text).toContain("disputes        d1, denial, s2 against s1: denies-plan");
});

test("who else it might be, and what stands in what", () => {
  expect(explain("s4")).toMatch(/candidates +Ana Lisk \(p1\)\n +Neda Corvane \(p3\)/);
  expect(explain("s4")).toMatch(/speaker +unknown: two women are named before/);
  expect(explain("s3")).toMatch(/stands inside +s2/);
  expect(explain("s2")).toMatch(/holds +s3/);
});

test("the JSON holds the statement itself; an id that is not there prints nothing", () => {
  expect(JSON.parse(explain("s1", "json"))).toMatchObject([{ report: "sample.txt", statement: { id: "s1" } }]);
  const writer = explainWriter("s99", "json");
  expect(writer.head() + writer.reading(reading()) + writer.tail()).toBe("");
  expect(writer.met()).toBe(0);
});

test("a time that names no day is not shown as a date", () => {
  const now = {
    ...span(TEXT, "Monday"),
    type: "DATE" as const,
    value: "PRESENT_REF",
    edtf: null,
    time: null,
    why: "the present: no day is named",
  };
  const one = reading({ times: [now], statements: [statement({ about: [0] })] });
  for (const writer of [textWriter(), csvWriter(), markdownWriter()]) expect(writer.reading(one)).not.toContain("_REF");
});

test("--unattributed puts the outlet's own sentences in their place", () => {
  const text = textWriter(PAPER, true).reading(reading());
  expect(text).toContain("    7:1         (the outlet) · The valley was quiet on Tuesday.\n");
  expect(textWriter().reading(reading())).not.toContain("quiet on Tuesday");
  expect(csvWriter(true).reading(reading())).toMatch(/sample\.txt,,7,1,,,The valley was quiet on Tuesday\.,outlet,/);
  expect(markdownWriter(true).reading(reading())).toContain("| 7:1 | the outlet |  | The valley was quiet");
});
