import { expect, test } from "vitest";
import { bare, short, tagged } from "./times.ts";

test("the report's own date line wins over the page's date", () => {
  const text = "Dam gives way\n\nFriday, May 9, 2031\n\nThe dam gave way on Thursday.";
  const times = bare(text);
  expect(times[1]).toMatchObject({ value: "2031-05-08", time: { anchor: "the date line" } });
});

test("a dateline inside the first line counts too, and lends its year", () => {
  expect(short(bare("PORT VENN, May 9 (Osmar Wire) -- The dam gave way on Friday."))).toEqual([
    "May 9 = 2031-05-09",
    "Friday = 2031-05-09",
  ]);
});

test("a date that opens no line is no date line", () => {
  expect(bare("On May 2, 2030 it rained. They met on Friday.")[1]?.value).toBe("2031-05-09");
});

test("Monday in a known zone is that place's day", () => {
  const [time] = bare("KYIV (Osmar Wire) — It was shelled on Monday.", { published: "2022-02-21" });
  expect(time?.time).toMatchObject({ from: "2022-02-20T22:00:00Z", to: "2022-02-21T22:00:00Z" });
  const [summer] = bare("It was shelled on Monday.", { published: "2022-07-18", zone: "Kyiv" });
  expect(summer?.time).toMatchObject({ from: "2022-07-17T21:00:00Z", to: "2022-07-18T21:00:00Z" });
});

test("where the zone is not known the interval widens to all of Earth's", () => {
  const [time] = bare("PORT VENN (Osmar Wire) — It was shelled on Monday.");
  expect(time?.time).toMatchObject({ from: "2031-05-11T10:00:00Z", to: "2031-05-13T12:00:00Z" });
});

test("days on which clocks change are 23 and 25 hours long", () => {
  const hours = (text: string, published: string) => {
    const time = bare(text, { published, zone: "Kyiv" })[0]!.time!;
    return (Date.parse(time.to!) - Date.parse(time.from!)) / 3_600_000;
  };
  expect(hours("on Sunday", "2022-03-27")).toBe(23);
  expect(hours("on Sunday", "2022-10-30")).toBe(25);
  expect(hours("on Saturday", "2022-10-30")).toBe(24);
});

test("a zone named with the time of day is that zone", () => {
  expect(bare("at 5 p.m. EST on March 3, 2029")[0]?.time).toMatchObject({ from: "2029-03-03T22:00:00Z" });
});

test("in a history a month belongs to the year last spoken of, and the year turns", () => {
  const text =
    "In 1901 the league was founded. In March 1902 it split. On 4 April 1903 it met. On 5 May 1904 it voted. In June 1905 it failed. On 7 October 1906 the war began. In December the capital fell. In January the league surrendered. The report of 1999 says so. In March peace was signed.";
  expect(short(bare(text, { published: "2020-01-01" })).slice(6)).toEqual([
    "December = 1906-12",
    "January = 1907-01",
    "1999 = 1999",
    "March = 1907-03",
  ]);
});

test("speech counts from the speaker's own day", () => {
  const text = '"Tomorrow we march," she said.';
  expect(bare(text)[0]?.value).toBe("2031-05-13");
  const [time] = bare(text, { utterances: [{ start: 0, end: 20, day: 22409 }] });
  expect(time).toMatchObject({ value: "2031-05-11", time: { anchor: "utterance" } });
});

test("tags or none, the same expressions are found", () => {
  const text =
    "On Friday rebel leaders said they had begun to leave two days before. The vote of 3 March 2029 was void.";
  expect(tagged(text).map((t) => t.text)).toEqual(bare(text).map((t) => t.text));
});
