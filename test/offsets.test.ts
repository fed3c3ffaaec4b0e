import fc from "fast-check";
import { expect, test } from "vitest";
import { localReader } from "../src/hearsay/reader.ts";
import type { Reading } from "../src/model/reading.ts";
import type { Span, TextSpan } from "../src/model/span.ts";
import { report } from "./format/sample.ts";

const reader = localReader(0);

/** Every span of a reading, wherever it is kept. */
function spans(value: unknown): (Span | TextSpan)[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(spans);
  return "start" in value && "end" in value ? [value as Span, ...inner] : inner;
}

const hold = ({ report, ...read }: Reading) => {
  for (const span of spans(read)) {
    expect(Number.isInteger(span.start) && Number.isInteger(span.end)).toBe(true);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(report.text.length);
    if ("text" in span) expect(span.text).toBe(report.text.slice(span.start, span.end));
  }
};

const words = fc.constantFrom(
  ..."The minister said that told reporters “ ” \" ' ’ « » „ , . : ; — - ( ) denied it according to Ana Lisk, he added She".split(
    " ",
  ),
  ...[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u00a0",
    "\u2028",
    "\0",
    "\ufeff",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2066",
  ],
  ...["😀", "👩‍👩‍👧", "e\u0301", "\ud83d", "\ude00", "שלום", "مرحبا", "漢字", "ﬁ", "İ", "ß", "\u0345"],
);

test("on any text every span lies inside and slices to its words", async () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  );
  const text = fc.array(piece, { maxLength: 80 }).chain((pieces) => fc.constantFrom(pieces.join(" "), pieces.join("")));
  await fc.assert(
    fc.asyncProperty(text, async (one) => hold(await reader.read(report({ text: one })))),
    { numRuns: 300 },
  );
});

test("half a character before or after a report does no harm", async () => {
  const text = "“The bridge is shut,” the minister, Ana Lisk, said on Monday. She added that it would stay so.";
  hold(await reader.read(report({ text: `\ud83d ${text}` })));
  hold(await reader.read(report({ text: `${text}\ude00` })));
});
