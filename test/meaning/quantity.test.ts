import { expect, test } from "vitest";
import { interpret } from "../../src/meaning/interpret.ts";
import { meaning, unmark } from "./marked.ts";

const read = (content: string) => {
  const { analysis, statements } = unmark(`[The envoy] <said> {${content}}.`);
  return interpret(analysis, statements, meaning).quantities.map((q) => [q.value, q.upper, q.bound, q.authority]);
};

test.each([
  ["more than 1,200 boats were lost", [[1200, null, "over", "s1"]]],
  ["up to forty people were hurt", [[40, null, "under", "s1"]]],
  ["nearly half of the boats were lost", [[0.5, null, "about", "s1"]]],
  ["between 8 and 11 boats were lost", [[8, 11, "between", "s1"]]],
  ["it rose by 3% to 4% in spring", [[3, 4, "between", "s1"]]],
  ["the bill was $2.5 million", [[2500000, null, "exact", "s1"]]],
  ["twenty-one goats were sold", [[21, null, "exact", "s1"]]],
  ["two hundred and six goats were sold", [[206, null, "exact", "s1"]]],
  ["hundreds of thousands of people came", [[100000, null, "over", "s1"]]],
  ["two thirds of the crew stayed", [[2 / 3, null, "exact", "s1"]]],
  ["a 14-year-old boy was hurt", [[14, null, "exact", "s1"]]],
  ["the bridge was built in 1998", []],
  ["talks would last three weeks", []],
  ["they met on May 12", []],
  ["it was the 33rd meeting", []],
] as const)("%s", (content, expected) => {
  const got = read(content).map(([v, ...rest]) => [Math.round((v as number) * 1e4) / 1e4, ...rest]);
  expect(got).toEqual(expected.map(([v, ...rest]) => [Math.round(v * 1e4) / 1e4, ...rest]));
});
