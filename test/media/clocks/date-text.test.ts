import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, readDate, utc, wallOf, zoneMinutes } from "../../../src/media/clocks/date-text.ts";

const iso = (raw: string) => {
  const d = readDate(raw);
  return d.kind === "date" ? d.wall.iso + (d.wall.zone === null ? "" : `|${d.wall.zone}`) : d.kind;
};

test.each([
  ["2031:05:09 15:20:00", "2031-05-09T15:20:00"],
  ["2031:05:09 15:20:00.123+02:00", "2031-05-09T15:20:00.123|120"],
  ["2031-05-09T15:20Z", "2031-05-09T15:20|0"],
  ["2031-05", "2031-05"],
  ["D:20310509152000+02'00'", "2031-05-09T15:20:00|120"],
  ["D:20310509152000Z00'00'", "2031-05-09T15:20:00|0"],
  ["20310509T152000-0330", "2031-05-09T15:20:00|-210"],
  ["Fri, 09 May 2031 15:20:00 GMT", "2031-05-09T15:20:00|0"],
  ["FRI MAY  9 15:20:00 2031", "2031-05-09T15:20:00"],
  ["2031/05/09 15:20:00", "2031-05-09T15:20:00"],
  ["2031:02:31 10:00:00", "none"],
  ["2031:05:09 25:61:00", "none"],
  ["0000:00:00 00:00:00", "unset"],
  ["    :  :     :  :  ", "unset"],
  ["", "unset"],
  ["about noon", "none"],
])("%s is %s", (raw, expected) => expect(iso(raw)).toBe(expected));

test("days count as the calendar does", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (d) => {
      const ms = Math.floor(d.getTime() / 1000) * 1000;
      expect(instant(ms)).toBe(new Date(ms).toISOString().replace(".000", "").padStart(20, "0"));
      expect(utc(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate())).toBe(
        Math.floor(d.getTime() / 86_400_000) * 86_400_000,
      );
      expect(readDate(wallOf(ms, null).iso)).toMatchObject({ kind: "date", wall: { ms } });
    }),
  );
});

test("zones", () => {
  expect(["Z", "+03:00", "-0330", "+03", "+25:00", "north"].map(zoneMinutes)).toEqual([0, 180, -210, 180, null, null]);
});

test("no text is slow to refuse", () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (s) => ["date", "unset", "none"].includes(readDate(s).kind)));
});
