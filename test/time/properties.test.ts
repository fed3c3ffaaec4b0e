import fc from "fast-check";
import { expect, test } from "vitest";
import type { TimeExpression } from "../../src/model/time.ts";
import { addMonths, civil, dayOf, daysIn, isoWeek, parseDay, weekdayOf } from "../../src/time/calendar.ts";
import { edtfDay, edtfDays, isEdtf } from "../../src/time/edtf.ts";
import { isTimex } from "../../src/time/timex.ts";
import { bare } from "./times.ts";

const ABSOLUTE = [
  "in 1989",
  "on 3 March 2014",
  "on 2029-11-23",
  "in the 1990s",
  "in 493 BC",
  "the third quarter of 2021",
  "the summer of 2019",
  "Christmas 2020",
  "in May 2018",
  "the 20th century",
];
const RELATIVE = [
  "on Friday",
  "last Monday",
  "next Tuesday",
  "last week",
  "this weekend",
  "yesterday",
  "tomorrow night",
  "ten days ago",
  "two weeks ago",
  "this morning",
  "by the end of the week",
  "last night",
  "at noon on Monday",
];
const MORE = [
  "last month",
  "this year",
  "a decade ago",
  "late last year",
  "the third quarter",
  "last summer",
  "on Dec. 15",
  "in October",
  "three years ago",
  "last June",
  "at 5 p.m. EST",
  "the following day",
  "the day before",
  "recently",
  "for months",
  "in the past 24 hours",
  "every Monday",
  "half a century",
  "on February 29",
  "last winter",
  "Easter",
  "in fiscal 2020",
  "02/03/2029",
  "year end",
  "six hours ago",
  "a few days later",
  "between 3 and 5 May",
  "a month before the vote",
];

const WORDS = [
  ..."the a last next this past early late end of on in at by since before after Monday Friday May March June Sept. 3 12 31 1999 2031 ' 90s s - – , . : / BC AD a.m. p.m. noon night morning week weeks month months year years day days quarter half century two three several few ago earlier later every each daily now summer fall first second third twenty hundred million 1/2 2029-02-30 99:99 EST \n « ” 😀".split(
    " ",
  ),
  "Feb. 30",
  "31 September",
  "0",
  "9999",
  "0001",
  "10000000000 years ago",
  "9999 years ago",
  "next millennium",
  "last century",
  "99 centuries later",
];

const day = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) }).map(edtfDay);
const modern = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 12, 31) });

function check(text: string, times: readonly TimeExpression[]) {
  let last = 0;
  for (const t of times) {
    expect(t.text).toBe(text.slice(t.start, t.end));
    expect(t.start).toBeGreaterThanOrEqual(last);
    expect(t.end).toBeGreaterThan(t.start);
    last = t.end;
    expect(isTimex(t.value), `${t.text}: ${t.value}`).toBe(true);
    if (t.edtf !== null) expect(isEdtf(t.edtf), `${t.text}: ${t.edtf}`).toBe(true);
    if (t.time !== null) {
      expect(isEdtf(t.time.edtf), `${t.text}: ${t.time.edtf}`).toBe(true);
      const { from, to } = t.time;
      if (from !== null && to !== null) expect(minutes(from), `${t.text}: ${from} ${to}`).toBeLessThan(minutes(to));
    }
    expect(t.why).not.toBe("");
  }
}

const minutes = (instant: string): number => {
  const [, year, month, d, hour, minute] = /^([+-]?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):00Z$/.exec(instant)!.map(Number);
  return dayOf(year!, month!, d!) * 1440 + hour! * 60 + minute!;
};

test("whatever the words and the day, values are TIMEX3 and EDTF, spans hold, intervals run forward", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS, ...ABSOLUTE, ...RELATIVE, ...MORE), { maxLength: 14 }),
      fc.option(day, { nil: null }),
      (words, published) => {
        const text = words.join(" ");
        check(text, bare(text, { published }));
      },
    ),
    { numRuns: 1500 },
  );
});

test("any text at all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      check(text, bare(text));
    }),
    { numRuns: 300 },
  );
});

test("moving the publication by weeks moves what is relative by as much, and nothing else", () => {
  fc.assert(
    fc.property(modern, fc.integer({ min: -200, max: 200 }), (start, weeks) => {
      const before = edtfDay(start);
      const after = edtfDay(start + 7 * weeks);
      for (const phrase of RELATIVE) {
        const [a, b] = [bare(phrase, { published: before })[0]!, bare(phrase, { published: after })[0]!];
        expect(edtfDays(b.edtf!.replace(/T.*/, ""))!.from! - edtfDays(a.edtf!.replace(/T.*/, ""))!.from!, phrase).toBe(
          7 * weeks,
        );
      }
      for (const phrase of ABSOLUTE)
        expect(bare(phrase, { published: after }), phrase).toEqual(bare(phrase, { published: before }));
    }),
    { numRuns: 60 },
  );
});

test("the calendar agrees with itself from 4713 BC to 9999", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(-4712, 1, 1), max: dayOf(9999, 12, 31) }), (n) => {
      const { year, month, day: d } = civil(n);
      expect(dayOf(year, month, d)).toBe(n);
      expect(d).toBeLessThanOrEqual(daysIn(year, month));
      expect(weekdayOf(n + 7)).toBe(weekdayOf(n));
      const { week } = isoWeek(n);
      expect(week >= 1 && week <= 53).toBe(true);
      expect(addMonths(addMonths(n, 12), -12) - n).toBeGreaterThanOrEqual(-1);
    }),
  );
});

test("the calendar agrees with the platform's", () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (n) => {
      const date = new Date(n * 86_400_000);
      expect(civil(n)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
      expect(weekdayOf(n) % 7).toBe(date.getUTCDay());
    }),
  );
});

test("the first and the last year", () => {
  expect(bare("yesterday", { published: "0001-01-01" })[0]?.value).toBe("BC0001-12-31");
  expect(bare("last year", { published: "0001-06-01" })[0]?.edtf).toBe("0000");
  check("tomorrow", bare("tomorrow", { published: "9999-12-31" }));
  check("next century", bare("next century", { published: "9999-12-31" }));
});

test("dates that do not exist are not read as publication dates", () => {
  expect(parseDay("2031-02-29")).toBeNull();
  expect(parseDay("2031-13-01")).toBeNull();
  expect(parseDay("2028-02-29T10:00:00+02:00")).toBe(dayOf(2028, 2, 29));
});

test.each([
  "7",
  "1 ",
  "last ",
  "January ",
  "May 3 ",
  "twenty two hundred ",
  "'",
  "1-",
  "1/2/",
  "every other ",
  "1999-",
  "the end of ",
  "p.m.",
  "Monday, ",
])("a megabyte of %j takes about a second", (piece) => {
  const text = piece.repeat(Math.floor(1_000_000 / piece.length));
  const begun = performance.now();
  bare(text);
  expect(performance.now() - begun).toBeLessThan(12_000);
});
