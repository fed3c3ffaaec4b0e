import fc from "fast-check";
import { expect, test } from "vitest";
import { inert } from "../../src/format/inert.ts";
import { textWriter } from "../../src/format/text.ts";
import { columns } from "../../src/format/wrap.ts";
import { PAPER } from "../../src/format/writer.ts";
import { reading, report, statement } from "./sample.ts";

const print = (one = reading(), width = 100) => textWriter({ ...PAPER, width }).reading(one);

test("grouped by report: place, confidence, who · cue · what, and what else is known", () => {
  expect(print()).toBe(`Quellin denies plan
Lakeside Wire · Runa Tesk · published 2031-05-13 · sample.txt · 4 statements

    3:1   97 %  the minister, Ana Lisk · told · "We have no such plan," … "and we never had one."
                said by: Ana Lisk · kind: denies · said to: reporters · statement date: 2031-05-12 ·
                event date: 2031-05-12
    5:1   88 %  Neda Corvane · claimed · that a spy had told her service that the army might attack
                kind: accuses · hedged: “claimed” · about: Ana Lisk
   5:27   71 %    a spy · told · that the army might attack
                  kind: warns · hedged: “might” · through: her service
   5:82   42 %  She · did not say · who the spy was
                kind: says · negated: the attribution itself · asked of: Ana Lisk · nobody named:
                two women are named before
`);
});

test("a report without statements and one that was not read say so", () => {
  expect(print(reading({ statements: [] }))).toContain("no statements found");
  expect(print(reading({ statements: [], unread: { why: "no engine for Russian yet" } }))).toContain(
    "kept, not read: no engine for Russian yet",
  );
});

test("missing parts are named, not left blank", () => {
  expect(print(reading({ statements: [statement({})] }))).toContain("(nobody named) · (no verb) · (nothing quoted)");
});

const hostile = (text: string) => {
  const words = { start: 0, end: text.length, text };
  const all = { title: text, outlet: text, byline: text };
  return reading({
    id: text,
    report: report({ ...all, id: text, text }),
    parties: [{ id: "p1", kind: "person", name: text, aliases: [], members: [], roles: [], mentions: [] }],
    statements: [
      statement({
        source: [words],
        cue: [words],
        content: [words],
        speakers: ["p1"],
        hedges: [{ ...words, by: "speaker" }],
      }),
    ],
  });
};

test("no report can steer the terminal or break the layout", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "\u001b[31m",
      "\u001b]0;x\u0007",
      "\r",
      "\b",
      "\u009b2J",
      "\u202e",
      "\u2066",
      "\ud800",
      "\u2028",
      "\0",
      "\u0085",
      "漢字",
      "👩‍👩‍👧",
      "é",
    ),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.integer({ min: 20, max: 200 }), (pieces, width) => {
      const printed = print(hostile(pieces.join("")), width);
      expect(printed).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/u);
      for (const line of printed.split("\n"))
        expect(columns(line)).toBeLessThanOrEqual(Math.max(40, Math.min(120, width)));
    }),
    { numRuns: 200 },
  );
});

test("control characters show as their pictures, white space closes up", () => {
  expect(inert("a\u001b[31m\r\n\tb\0\u007f\u202e\ud800 c")).toBe("a␛[31m b␀␡�� c");
});

test("a long word without a break is broken at the edge", () => {
  const printed = print(hostile("x".repeat(500)), 60);
  expect(printed.match(/x/g)!.length).toBeGreaterThanOrEqual(2500);
});

test("styles lie on words, never on the spaces between", () => {
  const painted = textWriter({ width: 60, style: (name, words) => `<${name}>${words}</${name}>` }).reading(reading());
  expect(painted).toContain("<who>Neda</who> <who>Corvane</who>");
});
