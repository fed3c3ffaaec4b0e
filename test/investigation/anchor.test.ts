import fc from "fast-check";
import { expect, test } from "vitest";
import { anchor, anchorAll, quoteOf } from "../../src/investigation/anchor.ts";

const TEXT =
  "Vale said that they would stay in the valley. It rained all night. Roke said that they would stay in the town.";
const at = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};

test("words are found where they stand, and where they moved to", () => {
  const second = at(TEXT, "they would stay", 60);
  const quote = quoteOf(TEXT, second);
  expect(anchor(TEXT, quote)).toEqual({ span: second });
  expect(anchor(`GORSE - ${TEXT}`, quote)).toEqual({ span: { start: second.start + 8, end: second.end + 8 } });
  const edited = TEXT.replace("It rained all night. ", "").replace("town", "old town");
  expect(anchor(edited, quote)).toEqual({ span: at(edited, "they would stay", 40) });
});

test("a look-alike is never taken, and two alike are not told apart by guessing", () => {
  const first = quoteOf(TEXT, at(TEXT, "they would stay"));
  const without = TEXT.slice(TEXT.indexOf("It rained")).replace("Roke said that", "Roke’s aide told us");
  expect(anchor(without.replace("in the town", "by the sea"), first)).toMatchObject({
    orphaned: expect.stringContaining("other surroundings"),
  });
  expect(anchor("Nothing of it.", first)).toMatchObject({ orphaned: expect.stringContaining("no longer") });
  const twice = `x ${TEXT} ${TEXT}`;
  expect(anchor(twice, first)).toMatchObject({ orphaned: expect.stringContaining("several places") });
  const parts = [quoteOf(TEXT, at(TEXT, "Vale said that")), quoteOf(TEXT, at(TEXT, "Roke said that they"))];
  const turned = `${TEXT.slice(46)} ${TEXT.slice(0, 45)}`;
  expect(anchorAll(turned, parts)).toHaveProperty("orphaned");
});

test("any words are found again in the text they were taken from, whatever is put around it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.nat(),
      fc.constantFrom("", "New. "),
      (text, a, b, before) => {
        const [start, end] = [
          Math.min(a % text.length, b % text.length),
          Math.max(a % text.length, b % text.length) + 1,
        ];
        const quote = quoteOf(text, { start, end });
        expect(anchor(text, quote)).toEqual({ span: { start, end } });
        const moved = anchor(before + text, quote);
        if ("span" in moved) expect((before + text).slice(moved.span.start, moved.span.end)).toBe(quote.exact);
      },
    ),
  );
});

test("a text that repeats itself without end is given up soon", () => {
  const text = "a".repeat(1_000_000);
  const quote = { exact: "a".repeat(50_000), prefix: "b", suffix: "b", start: 5, end: 50_005 };
  expect(anchor(text, quote)).toHaveProperty("orphaned");
});
