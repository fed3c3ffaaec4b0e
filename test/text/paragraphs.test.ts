import { expect, test } from "vitest";
import { analyse } from "../../src/text/analyse.ts";
import { paragraphsOf } from "../../src/text/paragraphs.ts";
import { loadWeights } from "../../src/weights/load.ts";

const paragraphs = (text: string) => paragraphsOf(text).map((p) => text.slice(p.start, p.end));

const WRAPPED = `The harbour council of Tarn voted on Monday to close the old swing
bridge to lorries, saying that the river wall below it had moved by
more than a hand's width since the floods of last spring.

Engineers had warned of the danger twice. The council's deputy head,
Ilse Marren, told reporters that nobody had read their first letter
and that the second had been lost.`;

test("a text wrapped at a column keeps its paragraphs whole", () => {
  expect(paragraphs(WRAPPED)).toHaveLength(2);
  expect(paragraphs(WRAPPED.replaceAll("\n", "\r\n"))).toHaveLength(2);
});

test("a text with one line a paragraph is cut at every line", () => {
  const lines = [
    "The harbour council of Tarn voted on Monday to close the old swing bridge to lorries, saying that the wall had moved.",
    "Engineers had warned of the danger twice.",
    "The council's deputy head told reporters that nobody had read their first letter and that the second had been lost.",
    "It will open again in May.",
  ];
  expect(paragraphs(lines.join("\n"))).toEqual(lines);
});

test("a line set in opens a paragraph of a wrapped text", () => {
  expect(paragraphs(WRAPPED.replace("\n\n", "\n    "))).toHaveLength(2);
});

test("short lines, each a sentence, are paragraphs", () => {
  const lines = ["The bridge is closed.", "The ferry runs on Sundays.", "Nobody said why it was closed."];
  expect(paragraphs(lines.join("\n"))).toEqual(lines);
});

test("list items stay apart in a wrapped text", () => {
  expect(
    paragraphs(`${WRAPPED}\n\n- lorries over three tons, which must use the northern road until May\n- buses`),
  ).toHaveLength(4);
});

test("kinds of paragraph by shape and place", () => {
  const text = `Tarn Closes Its Swing Bridge

By Ilse Marren

TARN, Feb 21 (Coast News) — The bridge is closed, the council said on Monday.

Photo: the swing bridge in 1990

What comes next

The ferry runs on Sundays, the council said.

• Lorries must use the northern road.

(Reporting by Ilse Marren; editing by Odo Vell)`;
  expect(analyse(text, loadWeights().base).paragraphs.map((p) => p.kind)).toEqual([
    "headline",
    "byline",
    "body",
    "caption",
    "heading",
    "body",
    "list",
    "byline",
  ]);
});

test("blank text has no paragraphs", () => {
  expect(paragraphs("")).toEqual([]);
  expect(paragraphs(" \n\t\r\n \0 ")).toEqual([]);
});
