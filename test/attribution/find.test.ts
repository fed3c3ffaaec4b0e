import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { find } from "../../src/attribution/find.ts";
import { statementsOf } from "../../src/attribution/statements.ts";
import type { Statement } from "../../src/model/statement.ts";
import { analyse } from "../../src/text/analyse.ts";
import { loadWeights } from "../../src/weights/load.ts";
import { CASES } from "./cases.ts";

const weights = loadWeights();

const statements = (text: string, least = 0.35): Statement[] => {
  const analysis = analyse(text, weights.base);
  return statementsOf(analysis, find(analysis, weights.attribution), least);
};
const words = (spans: readonly { text: string }[]) => spans.map((s) => s.text).join(" … ");
const plain = (s: Statement) => ({
  source: words(s.source),
  cue: words(s.cue),
  content: words(s.content),
  mode: s.mode,
});

describe("one statement in a short text", () => {
  for (const { text, ...expected } of CASES)
    test(text, () => {
      expect(statements(text).map(plain)).toContainEqual(expected);
    });
});

test("plain narration is nobody's statement", () => {
  expect(statements("The bridge is 300 metres long. It crosses the Senn at Quellin. Snow fell in the night.")).toEqual(
    [],
  );
});

test("a quotation over several paragraphs is one statement", () => {
  const text =
    "Orlan was blunt. “The dam is old,” he said. “It leaks, and nobody has paid for its repair.\n\n“We have asked the council for money four times.”";
  const found = statements(text);
  expect(found.some((s) => words(s.content).includes("It leaks") && words(s.source) === "he")).toBe(true);
  expect(found.some((s) => words(s.content).includes("four times"))).toBe(true);
});

test("a quotation that nobody is named for is kept, and its speaker is not made up", () => {
  const text =
    "The square was silent.\n\n“We did not come here to lose everything we have built.”\n\nThe lamps went out.";
  const [one] = statements(text, 0);
  expect(one?.content[0]?.text).toBe("“We did not come here to lose everything we have built.”");
  expect(one?.source).toEqual([]);
  expect(one?.mode).toBe("direct");
});

test("statements stand in order of the text and are numbered", () => {
  const found = statements(
    "Orlan said the road was open. Later, Petra Lund denied that it was safe. “Nobody told us,” she said.",
  );
  expect(found.map((s) => s.id)).toEqual(found.map((_, i) => `s${i + 1}`));
  const starts = found.map((s) => Math.min(...[...s.source, ...s.cue, ...s.content].map((x) => x.start)));
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

test("the same text gives the same statements", () => {
  const text = CASES.map((c) => c.text).join("\n\n");
  expect(JSON.stringify(statements(text))).toBe(JSON.stringify(statements(text)));
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Orlan said ",
        "“We will go,” ",
        '"No',
        "according to ",
        "\n\n",
        "\r\n",
        "\u0000",
        "\ud800",
        "\udc00",
        "\u200b",
        "é",
        "👩‍👩‍👧",
        "سَلام ",
        "שלום ",
        "’s ",
        "« oui » ",
        ". ",
        "― ",
        "the minister denied that ",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("he ", "she ", "told ", "reporters ", ": ", ", "),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

test("every span slices to its text and lies inside, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const s of statements(text, 0)) {
        expect(s.source.length + s.cue.length + s.content.length).toBeGreaterThan(0);
        for (const span of [...s.source, ...s.cue, ...s.content]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThan(span.end);
          expect(span.text).toBe(text.slice(span.start, span.end));
        }
        expect(s.confidence.statement).toBeGreaterThanOrEqual(0);
        expect(s.confidence.statement).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});

test("a megabyte of quotation marks takes no more than its length asks for", () => {
  expect(() => statements("“".repeat(200_000), 0)).not.toThrow();
});
