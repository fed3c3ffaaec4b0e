import { expect, test } from "vitest";
import { bare, short } from "../times.ts";

test.each([
  ["It took three days.", "three days = P3D"],
  ["It took nearly two decades.", "nearly two decades = P2DE"],
  ["at least 20 more years", "at least 20 more years = P20Y"],
  ["a five-year plan", "five-year = P5Y"],
  ["It took 5 1/2 hours.", "5 1/2 hours = PT5H30M"],
  ["It lasted for half a century.", "half a century = P0.5CE"],
  ["the past three months", "the past three months = P3M"],
  ["In the next few days it ends.", "the next few days = PXD"],
  ["They waited for months.", "months = PXM"],
  ["12 to 18 months", "12 to 18 months = PXM"],
  ["for a while", "a while = PXX"],
])("%s", (text, wanted) => {
  expect(short(bare(text))).toEqual([wanted]);
});

test("a stretch up to now knows where it lies", () => {
  expect(bare("In the past three months it fell.")[0]?.time).toMatchObject({
    from: "2031-02-11T10:00:00Z",
    to: "2031-05-13T12:00:00Z",
  });
});

test("a length after an event stands on the event's words and is open", () => {
  expect(bare("It failed 73 seconds after liftoff.")[0]).toMatchObject({
    value: "PT73S",
    edtf: null,
    time: { anchor: "liftoff", from: null, to: null },
  });
});

test("ages, ordinals and fractions are no lengths", () => {
  for (const text of [
    "a 14-year-old boy",
    "a second chance",
    "the second man",
    "1/2 of them",
    "three-quarters of them",
    "The vote was 5 to 3.",
    "at 5 to 3",
  ])
    expect(bare(text), text).toEqual([]);
});
