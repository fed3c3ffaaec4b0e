import { expect, test } from "vitest";
import { bare, short } from "../times.ts";

test.each([
  ["They met last week.", "last week = 2031-W19 (2031-05-05/2031-05-11)"],
  ["They meet this week.", "this week = 2031-W20 (2031-05-12/2031-05-18)"],
  ["Early next week they meet.", "Early next week = 2031-W21 (2031-05-19/2031-05-25)"],
  ["It fell last month.", "last month = 2031-04"],
  ["It fell late last year.", "late last year = 2030"],
  ["over the weekend", "the weekend = 2031-W19-WE (2031-05-10/2031-05-11)"],
  ["by the end of the month", "the end of the month = 2031-05"],
  ["by year end", "year end = 2031 (2031-12)"],
  ["by the end of the year", "the end of the year = 2031 (2031-12)"],
  ["this century", "this century = 20 (20XX)"],
])("%s", (text, wanted) => {
  expect(short(bare(text))).toEqual([wanted]);
});

test("what is said of the text counts from the date named before", () => {
  const text =
    "On 3 March 2029 they met. The next day they signed. The following month it failed. Later that year they met again.";
  expect(short(bare(text)).slice(1)).toEqual([
    "The next day = 2029-03-04",
    "The following month = 2029-04",
    "Later that year = 2029",
  ]);
});

test("weeks cross the year's end and may be the 53rd", () => {
  expect(bare("They met last week.", { published: "2027-01-04" })[0]).toMatchObject({
    value: "2026-W53",
    edtf: "2026-12-28/2027-01-03",
  });
  expect(bare("They meet this week.", { published: "2029-12-31" })[0]).toMatchObject({
    value: "2030-W01",
    edtf: "2029-12-31/2030-01-06",
  });
});
