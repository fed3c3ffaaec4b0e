import fc from "fast-check";
import { expect, test } from "vitest";
import { readPublished } from "../../src/ingest/published.ts";

const bounds = (value: string) => {
  const time = readPublished(value, "given");
  return time && [time.edtf, time.from, time.to];
};

test.each([
  ["2031", "2031", "2031-01-01T00:00:00Z", "2032-01-01T00:00:00Z"],
  ["2031-12", "2031-12", "2031-12-01T00:00:00Z", "2032-01-01T00:00:00Z"],
  ["2028-02-29", "2028-02-29", "2028-02-29T00:00:00Z", "2028-03-01T00:00:00Z"],
  [" 2031-05-12 ", "2031-05-12", "2031-05-12T00:00:00Z", "2031-05-13T00:00:00Z"],
  ["2031-05-12T09:30:00Z", "2031-05-12T09:30:00Z", "2031-05-12T09:30:00Z", "2031-05-12T09:30:01Z"],
  ["2031-05-12T00:30+02:00", "2031-05-12T00:30:00+02:00", "2031-05-11T22:30:00Z", "2031-05-11T22:31:00Z"],
  ["2031-05-12T00:30:15.250+0200", "2031-05-12T00:30:15+02:00", "2031-05-11T22:30:15Z", "2031-05-11T22:30:16Z"],
  ["Mon, 12 May 2031 09:30:00 GMT", "2031-05-12T09:30:00Z", "2031-05-12T09:30:00Z", "2031-05-12T09:30:01Z"],
  ["0044-03-15", "0044-03-15", "0044-03-15T00:00:00Z", "0044-03-16T00:00:00Z"],
])("%s is %s", (value, ...expected) => {
  expect(bounds(value)).toEqual(expected);
});

test("a time without a zone is kept as the day it names", () => {
  expect(bounds("2031-05-12T23:30:00")).toEqual(bounds("2031-05-12"));
});

test.each(["", "yesterday", "12 May", "2031-02-30", "2031-13", "2031-05-12T25:00Z", "31-05-12"])(
  "%s is no date",
  (value) => {
    expect(readPublished(value, "given")).toBeNull();
  },
);

test("any text gives a date or null, never an error", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|\+\d{4})?)?$/)),
      (text) => {
        const time = readPublished(text, "page");
        if (time) expect(Date.parse(time.from!)).toBeLessThan(Date.parse(time.to!));
      },
    ),
  );
});
