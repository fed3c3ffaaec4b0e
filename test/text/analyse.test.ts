import fc from "fast-check";
import { expect, test } from "vitest";
import { DEPREL, UPOS } from "../../src/model/tags.ts";
import { analyse } from "../../src/text/analyse.ts";
import { loadWeights } from "../../src/weights/load.ts";

const { base } = loadWeights();

const words = (text: string) => {
  const a = analyse(text, base);
  return Array.from(a.starts, (start, i) => text.slice(start, a.ends[i]));
};

test("a plain sentence is split, tagged and parsed", () => {
  const a = analyse("The minister said the bridge was closed.", base);
  expect(Array.from(a.upos, (u) => UPOS[u])).toEqual(["DET", "NOUN", "VERB", "DET", "NOUN", "AUX", "VERB", "PUNCT"]);
  expect(Array.from(a.heads)).toEqual([1, 2, -1, 4, 6, 6, 2, 2]);
  expect(DEPREL[a.deprels[6]!]).toBe("ccomp");
});

test("words are split as UD English splits them", () => {
  expect(words("They don't; Orlan's 15-year-old e-mail cannot.")).toEqual(
    "They do n't ; Orlan 's 15 - year - old e-mail can not .".split(" "),
  );
});

/** Text with everything that goes wrong in the wild. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "a",
        "Said",
        "U.S.",
        "don't",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "``",
        "''",
        ".",
        "...",
        "?!",
        "-",
        "—",
      ),
      fc.constantFrom(
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\0",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u2028",
        "\ud800",
        "\udc00",
        "👩‍👩‍👧",
        "e\u0301",
        "שלום",
        "1,000",
        "@",
        "://",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

/** Checks what every analysis promises, whatever the text. */
function holds(text: string): void {
  const a = analyse(text, base);
  let at = 0;
  for (let i = 0; i < a.length; i++) {
    expect(a.starts[i]!).toBeGreaterThanOrEqual(at);
    expect(a.ends[i]!).toBeGreaterThan(a.starts[i]!);
    expect(text.slice(at, a.starts[i]!)).toMatch(/^[\s\x00-\x1f\x7f-\x9f]*$/);
    at = a.ends[i]!;
  }
  expect(at).toBeLessThanOrEqual(text.length);
  expect(text.slice(at)).toMatch(/^[\s\x00-\x1f\x7f-\x9f]*$/);
  expect(a.sentences.map((s) => s.first)).toEqual([0, ...a.sentences.map((s) => s.last)].slice(0, a.sentences.length));
  expect(a.sentences.at(-1)?.last ?? 0).toBe(a.length);
  expect(a.paragraphs.map((p) => p.first)).toEqual(
    [0, ...a.paragraphs.map((p) => p.last)].slice(0, a.paragraphs.length),
  );
  expect(a.paragraphs.at(-1)?.last ?? 0).toBe(a.sentences.length);
  for (const s of a.sentences) {
    expect(s.last).toBeGreaterThan(s.first);
    if (s.last - s.first <= 200)
      expect(Array.from(a.heads.subarray(s.first, s.last)).filter((h) => h === -1).length).toBe(1);
    for (let i = s.first; i < s.last; i++) {
      const head = a.heads[i]!;
      expect(head === -1 || (head >= s.first && head < s.last && head !== i)).toBe(true);
    }
  }
  for (const q of a.quotations) {
    expect(q.start).toBeLessThan(q.end);
    expect(q.end).toBeLessThanOrEqual(text.length);
  }
}

test("tokens, sentences and paragraphs hold on any text", () => {
  fc.assert(fc.property(anyText, holds), { numRuns: 500 });
});

test("an endless paragraph is read in pieces that still fit together", () => {
  holds("The ferry left. ".repeat(15_000));
  holds("ferry ".repeat(60_000));
});
