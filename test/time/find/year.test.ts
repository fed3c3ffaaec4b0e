import { expect, test } from "vitest";
import { bare, short } from "../times.ts";

test.each([
  ["In 1989 the border opened.", ["1989 = 1989"]],
  ["The war of 1939–45 ended.", ["1939 = 1939", "45 = 1945"]],
  ["the year 2000", ["the year 2000 = 2000"]],
  ["In nineteen ninety-six it rained.", ["nineteen ninety-six = 1996"]],
  ["the class of '98", ["'98 = 1998"]],
  ["in the late 1960s", ["the late 1960s = 196 (196X)"]],
  ["in the '80s", ["the '80s = 198 (198X)"]],
  ["in the nineties", ["the nineties = 199 (199X)"]],
  ["the 20th century", ["the 20th century = 19 (19XX)"]],
  ["in 493 BC", ["493 BC = BC0493 (-0492)"]],
  ["the revolt of 499-493 BC", ["499 = BC0499 (-0498)", "493 BC = BC0493 (-0492)"]],
  ["in 1 BC", ["1 BC = BC0001 (0000)"]],
  ["in AD 70", ["AD 70 = 0070"]],
  ["the 5th century BC", ["the 5th century BC = BC04 (-0499/-0400)"]],
])("%s", (text, wanted) => {
  expect(short(bare(text))).toEqual(wanted);
});

test.each([
  "It cost $1989.",
  "Some 1989 people fled.",
  "1,989 votes were cast.",
  "Room 2019 was empty.",
  "Flight 1549 landed.",
  "He is in his 60s.",
  "The code is 1989-0312.",
])("no year in: %s", (text) => {
  expect(bare(text)).toEqual([]);
});
