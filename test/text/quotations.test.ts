import { expect, test } from "vitest";
import { analyse } from "../../src/text/analyse.ts";
import { loadWeights } from "../../src/weights/load.ts";

const { base } = loadWeights();

/** Quotations with their level, a "+" for one that carries another on, "…" for one that is not closed, "*" for scare quotes. */
const quotes = (text: string) =>
  analyse(text, base).quotations.map(
    (q) =>
      `${q.level}${q.continues >= 0 ? "+" : ""} ${text.slice(q.start, q.end)}${q.closed ? "" : " …"}${q.scare ? " *" : ""}`,
  );

test.each([
  ['Orla said, "We stay." Then she left.', ['0 "We stay."']],
  ["“We stay,” said Orla.", ["0 “We stay,”"]],
  ["«We stay», Orla said.", ["0 «We stay»"]],
  ["»We stay«, Orla said.", ["0 »We stay«"]],
  ["„We stay“, Orla said.", ["0 „We stay“"]],
  ["„We stay”, Orla said.", ["0 „We stay”"]],
  ["‘We stay,’ said Orla.", ["0 ‘We stay,’"]],
  ["'We stay,' said Orla.", ["0 'We stay,'"]],
  ["``We stay,'' said Orla.", ["0 ``We stay,''"]],
  ["''We stay,'' said Orla.", ["0 ''We stay,''"]],
  ["‹We stay›, Orla said.", ["0 ‹We stay›"]],
])("a quotation in any style: %s", (text, expected) => {
  expect(quotes(text)).toEqual(expected);
});

test("quotations nest", () => {
  expect(quotes("“He told me, ‘We stay,’ and left,” said Orla.")).toEqual([
    "0 “He told me, ‘We stay,’ and left,”",
    "1 ‘We stay,’",
  ]);
  expect(quotes("\"He told me, 'We stay,'\" said Orla.")).toEqual(["0 \"He told me, 'We stay,'\"", "1 'We stay,'"]);
  expect(quotes("``He told me, `We stay,''' said Orla.")[0]).toContain("``He told me");
});

test("each paragraph of a long quotation opens anew and carries on the one before", () => {
  expect(quotes("“We stay.\n\n“We always stayed.\n\n“We will,” said Orla.")).toEqual([
    "0 “We stay. …",
    "0+ “We always stayed. …",
    "0+ “We will,”",
  ]);
});

test("a quotation that is never closed ends with its paragraph", () => {
  expect(quotes("“We stay, said Orla.\n\nThe others left.")).toEqual(["0 “We stay, said Orla. …"]);
});

test("a lost closing mark does not swallow the next quotation", () => {
  expect(quotes("“We stay, said Orla. “We will,” she added.")).toEqual(["0 “We stay, said Orla. …", "0 “We will,”"]);
});

test.each([
  "The ’90s and the '80s were kind to them.",
  "Give ’em rock ’n’ roll.",
  "James’ house is the workers’ union.",
  "The workers' union met James' brother.",
  "Five o'clock at O'Dell's, and don't be late.",
  'The pipe is 12" wide.',
  "He is 6'2 tall.",
])("an apostrophe or inch mark opens nothing: %s", (text) => {
  expect(quotes(text)).toEqual([]);
});

test("a plural possessive inside single quotation marks does not end them", () => {
  expect(quotes("‘The workers’ union stays,’ said Orla.")).toEqual(["0 ‘The workers’ union stays,’"]);
});

test("short quotations that name or distance are told apart", () => {
  expect(quotes("The so-called “experts” left.")).toEqual(["0 “experts” *"]);
  expect(quotes("They call themselves the “River Guard” there.")).toEqual(["0 “River Guard” *"]);
  expect(quotes("Orla said it was “a lie.”")).toEqual(["0 “a lie.”"]);
});

test("depth and innermost quotation of each token", () => {
  const text = "“A ‘b’ c” d";
  const a = analyse(text, base);
  expect(Array.from(a.quoteDepth)).toEqual([1, 1, 2, 2, 2, 1, 1, 0]);
  expect(Array.from(a.quoteOf)).toEqual([0, 0, 1, 1, 1, 0, 0, -1]);
});

test.each(["“", "' '", "«", '"', "``", "‘a "])("a wall of opening marks is read in linear time: %s", (mark) => {
  expect(analyse(mark.repeat(60_000), base).length).toBeGreaterThan(0);
});
