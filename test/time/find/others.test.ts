import { expect, test } from "vitest";
import { bare, short } from "../times.ts";

test.each([
  ["Every Monday they met.", ["Every Monday = XXXX-WXX-1"]],
  ["They met on Monday nights.", ["Monday nights = XXXX-WXX-1TNI"]],
  ["It is paid daily.", ["daily = P1D"]],
  ["twice a week", ["a week = P1W"]],
  ["$3 million a year", ["a year = P1Y"]],
  ["each July", ["each July = XXXX-07"]],
  ["every other year", ["every other year = P2Y"]],
])("sets: %s", (text, wanted) => {
  const times = bare(text);
  expect(short(times)).toEqual(wanted);
  expect(times[0]?.type).toBe("SET");
});

test.each([
  ["at 5:30 p.m. on Friday", "5:30 p.m. on Friday = 2031-05-09T17:30 (2031-05-09T17:30:00)"],
  ["at 0300 GMT", "0300 GMT = 2031-05-12T03:00 (2031-05-12T03:00:00Z)"],
  ["at noon on Friday", "noon on Friday = 2031-05-09T12:00 (2031-05-09T12:00:00)"],
  ["at midnight", "midnight = 2031-05-12T24:00 (2031-05-13T00:00:00)"],
  ["at four o'clock in the afternoon", "four o'clock in the afternoon = 2031-05-12T16:00 (2031-05-12T16:00:00)"],
  ["at 4 in the morning", "4 in the morning = 2031-05-12T04:00 (2031-05-12T04:00:00)"],
  ["9 a.m. EST on March 3", "9 a.m. EST on March 3 = 2031-03-03T09:00 (2031-03-03T09:00:00-05:00)"],
  ["on the night of 3 May", "the night of 3 May = 2031-05-03TNI (2031-05-03)"],
  ["this morning", "this morning = 2031-05-12TMO (2031-05-12)"],
  ["last night", "last night = 2031-05-11TNI (2031-05-11)"],
  ["yesterday evening", "yesterday evening = 2031-05-11TEV (2031-05-11)"],
  ["the day before yesterday", "the day before yesterday = 2031-05-10"],
])("times of day: %s", (text, wanted) => {
  expect(short(bare(text))).toEqual([wanted]);
});

test.each([
  ["in the third quarter of 2029", "the third quarter of 2029 = 2029-Q3 (2029-35)"],
  ["Q1 2030", "Q1 2030 = 2030-Q1 (2030-33)"],
  ["the first half of 2030", "the first half of 2030 = 2030-H1 (2030-01/2030-06)"],
  ["fiscal 2029", "fiscal 2029 = 2029"],
  ["in the summer of 2029", "the summer of 2029 = 2029-SU (2029-22)"],
  ["last winter", "last winter = 2030-WI (2030-24)"],
  ["Christmas Day 2029", "Christmas Day 2029 = 2029-12-25"],
  ["Easter 2030", "Easter 2030 = 2030-04-21"],
  ["last Thanksgiving", "last Thanksgiving = 2030-11-28"],
])("quarters, seasons, holidays: %s", (text, wanted) => {
  expect(short(bare(text))).toEqual([wanted]);
});

test.each([
  ["It is now open.", "PRESENT_REF"],
  ["It is currently open.", "PRESENT_REF"],
  ["13 have died to date.", "PRESENT_REF"],
  ["It was recently opened.", "PAST_REF"],
  ["In the future it will open.", "FUTURE_REF"],
])("no particular time: %s", (text, value) => {
  expect(bare(text)[0]).toMatchObject({ value, edtf: null, time: null });
});

test("an event without a date keeps its words and stays open", () => {
  const text = "Nothing changed after the vote.";
  expect(bare(text)).toEqual([]);
  expect(bare(text, { events: [{ start: 0, end: text.length }] })[0]).toMatchObject({
    text: "after the vote",
    time: { anchor: "the vote", from: null, to: null },
  });
});

test("verbs that look like seasons", () => {
  expect(bare("Prices fall and springs dry up.")).toEqual([]);
});
