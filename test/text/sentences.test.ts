import { expect, test } from "vitest";
import { analyse } from "../../src/text/analyse.ts";
import { loadWeights } from "../../src/weights/load.ts";

const { base } = loadWeights();

const sentences = (text: string) => analyse(text, base).sentences.map((s) => text.slice(s.start, s.end));

test.each([
  ["The U.S. envoy met Gov. Ada Orlan at 9 a.m. on Tuesday.", 1],
  ["Dr. J. R. Tarn of Orlan Inc. gave No. 4 to Mr. Vell.", 1],
  ["It cost $3.5 million. Nobody paid.", 2],
  ["“We stay,” she said. “We always did.”", 2],
  ["Who fired first? Nobody knows! The army denied it.", 3],
  ["The talks ended ... with no result.", 1],
  ["He lives in the U.S. She does not.", 2],
])("%s", (text, count) => {
  expect(sentences(text)).toHaveLength(count);
});

test("a paragraph without a final stop ends its sentence", () => {
  expect(sentences("Bridge closed\n\nThe bridge is closed")).toEqual(["Bridge closed", "The bridge is closed"]);
});

test("a dateline is a sentence of its own", () => {
  for (const dateline of ["TARN, Feb 21 (Agency) —", "TARN (RNA) -", "Tarn, March 3 (Coast News) –", "TARN, Vell —"])
    expect(sentences(`${dateline} The bridge is closed.`)).toEqual([dateline, "The bridge is closed."]);
  expect(sentences("The bridge — an old one — is closed.")).toHaveLength(1);
});
