import { expect, test } from "vitest";
import { bare, short, tagged } from "../times.ts";

test.each([
  ["On September 17, 2029 it rained.", "September 17, 2029 = 2029-09-17"],
  ["On 20 July 2029 it rained.", "20 July 2029 = 2029-07-20"],
  ["Thursday, April 3, was cold.", "Thursday, April 3 = 2031-04-03"],
  ["the 3rd of March 2030", "the 3rd of March 2030 = 2030-03-03"],
  ["They voted in November 2029.", "November 2029 = 2029-11"],
  ["Since Sept. 2030 the road is closed.", "Sept. 2030 = 2030-09"],
  ["Sat., Mar. 3, 2029", "Sat., Mar. 3, 2029 = 2029-03-03"],
  ["On 2029-11-23 it rained.", "2029-11-23 = 2029-11-23"],
  ["On 23.11.2029 it rained.", "23.11.2029 = 2029-11-23"],
  ["On 11/23/2029 it rained.", "11/23/2029 = 2029-11-23"],
  ["March 11 this year", "March 11 this year = 2031-03-11"],
  ["They met last June.", "last June = 2030-06"],
  ["Next June they meet again.", "Next June = 2031-06"],
  ["late November", "late November = 2030-11"],
  ["the end of 2029", "the end of 2029 = 2029 (2029-12)"],
])("%s", (text, wanted) => {
  expect(short(bare(text))).toEqual([wanted]);
});

test.each([
  ["The law took effect on Feb. 1.", "Feb. 1 = 2031-02-01"],
  ["The law will take effect on June 1.", "June 1 = 2031-06-01"],
  ["He resigned on Dec. 15.", "Dec. 15 = 2030-12-15"],
  ["Elections will be held in October.", "October = 2031-10"],
  ["Elections were held in October.", "October = 2030-10"],
])("tense decides the year: %s", (text, wanted) => {
  expect(short(tagged(text))).toEqual([wanted]);
});

test("pairs of days share month and year", () => {
  expect(short(bare("From Oct. 5-7, 2029 it rained."))).toEqual(["Oct. 5 = 2029-10-05", "7, 2029 = 2029-10-07"]);
  expect(short(bare("Between 3 and 5 May 2029 it rained."))).toEqual(["3 = 2029-05-03", "5 May 2029 = 2029-05-05"]);
});

test("a date that may be read both ways keeps both", () => {
  const [time] = bare("On 02/03/2029 it rained.");
  expect(time?.edtf).toBe("[2029-02-03,2029-03-02]");
  expect(time?.time).toMatchObject({ from: "2029-02-02T10:00:00Z", to: "2029-03-03T12:00:00Z" });
});

test("days that do not exist are not moved", () => {
  expect(bare("On Feb. 29, 2030 it rained.")[0]).toMatchObject({ value: "XXXX-02-29", time: null });
  expect(short(bare("On 29 February 2028 it rained."))).toEqual(["29 February 2028 = 2028-02-29"]);
  expect(bare("On 29 February it rained.")[0]?.edtf).toMatch(/^20(28|32)-02-29$/);
});

test("May the modal, March the walk, the given names", () => {
  for (const text of [
    "It may rain.",
    "May I come in?",
    "They march on.",
    "March on, he said.",
    "April Venn spoke.",
    "An august body met.",
  ])
    expect(bare(text), text).toEqual([]);
  expect(short(bare("They met in May."))).toEqual(["May = 2031-05"]);
});
