import { expect, test } from "vitest";
import { bare, short } from "../times.ts";

test.each([
  ["Ten days ago it rained.", "Ten days ago = 2031-05-02"],
  ["Two weeks ago it rained.", "Two weeks ago = 2031-W18 (2031-04-28/2031-05-04)"],
  ["three months ago", "three months ago = 2031-02"],
  ["Seventeen years ago", "Seventeen years ago = 2014"],
  ["a decade ago", "a decade ago = 202 (202X)"],
  ["several years ago", "several years ago = PAST_REF"],
  ["five days from now", "five days from now = 2031-05-17"],
])("%s", (text, wanted) => {
  expect(short(bare(text))).toEqual([wanted]);
});

test("earlier and later count from the date named before", () => {
  expect(
    short(bare("On 3 March 2029 they met. Three days later they signed. A year earlier they had refused.")),
  ).toEqual(["3 March 2029 = 2029-03-03", "Three days later = 2029-03-06", "A year earlier = 2028"]);
});

test("days counted from a week are a stretch, never one day", () => {
  expect(bare("Last week they met. Two days later they signed.")[1]?.edtf).toBe("2031-05-07/2031-05-13");
});

test("the end of February holds", () => {
  expect(bare("a year ago", { published: "2028-02-29" })[0]?.value).toBe("2027");
  expect(bare("one month ago", { published: "2028-03-31" })[0]?.value).toBe("2028-02");
});
