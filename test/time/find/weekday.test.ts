import { expect, test } from "vitest";
import { bare, short, tagged } from "../times.ts";

test.each([
  ["The council met on Friday.", "Friday = 2031-05-09"],
  ["The council met on Monday.", "Monday = 2031-05-12"],
  ["The council met last Monday.", "last Monday = 2031-05-05"],
  ["The council will meet on Friday.", "Friday = 2031-05-16"],
  ["Residents fled on Friday night.", "Friday night = 2031-05-09TNI (2031-05-09)"],
  ["He said Friday he would resign.", "Friday = 2031-05-09"],
  ["Friday's attack will be investigated.", "Friday = 2031-05-09"],
  ["The talks are scheduled for Wednesday.", "Wednesday = 2031-05-14"],
  ["The group could arrive as soon as Tuesday.", "Tuesday = 2031-05-13"],
  ["The hearing was postponed until Thursday.", "Thursday = 2031-05-15"],
  ["Next Friday they meet again.", "Next Friday = 2031-05-16"],
])("%s", (text, wanted) => {
  expect(short(tagged(text))).toContain(wanted);
});

test("names of days that are not this week's", () => {
  expect(bare("Black Friday and Bloody Sunday are remembered.")).toEqual([]);
  expect(bare("They sat by the sun.")).toEqual([]);
});

test("without a publication date nothing is guessed, and the reason says what to do", () => {
  const [time] = bare("The council met on Friday.", { published: null });
  expect(time).toMatchObject({ value: "XXXX-WXX-5", edtf: null, time: null });
  expect(time?.why).toContain("--published");
});

test("the reason is one a reader understands", () => {
  expect(bare("The council met on Friday.")[0]?.why).toBe("Friday before publication on Monday 12 May 2031");
});
