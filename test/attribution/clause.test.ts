import { expect, test } from "vitest";
import { isSetting, nounsBefore, withoutNextSubject } from "../../src/attribution/clause.ts";
import { analyse } from "../../src/text/analyse.ts";
import { treeOf } from "../../src/text/tree.ts";
import { loadWeights } from "../../src/weights/load.ts";

const weights = loadWeights();
const tree = (text: string) => treeOf(analyse(text, weights.base));
const at = (text: string, word: string) => tree(text).lower.indexOf(word);

test("a content gives the next clause its subject back", () => {
  const text = "The council denied it has any plans to sell the mill and Prell has called for calm.";
  const [first, end] = [at(text, "it"), at(text, "called") - 1];
  expect(withoutNextSubject(tree(text), [first, end])).toEqual([first, at(text, "and")]);
});

test("a content that ends with its clause is left alone", () => {
  const text = "The council denied it has plans for the mill and the weir.";
  const range = [at(text, "it"), at(text, ".")] as const;
  expect(withoutNextSubject(tree(text), range)).toEqual(range);
});

test("the noun phrase before a verb is read by its words", () => {
  const text = "The weir held and the two wardens have asked for help.";
  expect(nounsBefore(tree(text), at(text, "have"))).toEqual([at(text, "and") + 1, at(text, "have")]);
});

test("a time that saw something is no witness", () => {
  const text = "The flood came in spring, which saw the weir break.";
  expect(isSetting(tree(text), at(text, "saw"), [[at(text, "which"), at(text, "saw")]])).toBe(true);
});
