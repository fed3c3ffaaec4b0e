import { expect, test } from "vitest";
import { readClaim } from "../../../src/media/verdict/claim.ts";

const bounds = (text: string, zone: string | null = null) => {
  const r = readClaim(text, zone);
  return r.ok ? `${r.claim.from} ${r.claim.to}` : r.why;
};

test.each([
  ["2031-05-09", "+02:00", "2031-05-08T22:00:00Z 2031-05-09T21:59:59Z"],
  ["2031-05-09", null, "2031-05-08T10:00:00Z 2031-05-10T11:59:59Z"],
  ["2031-05-09T14:30:00+02:00", null, "2031-05-09T12:30:00Z 2031-05-09T12:30:00Z"],
  ["2031-05-09T14:30:00+02:00", "-08:00", "2031-05-09T12:30:00Z 2031-05-09T12:30:00Z"],
  ["2031-05-09T14:30:00Z/2031-05-09T15:00:00Z", null, "2031-05-09T14:30:00Z 2031-05-09T15:00:00Z"],
  ["2031-05-09/2031-05-10", "Z", "2031-05-09T00:00:00Z 2031-05-10T23:59:59Z"],
  ["2031-05", "Z", "2031-05-01T00:00:00Z 2031-05-31T23:59:59Z"],
])("%s in %s", (text, zone, expected) => expect(bounds(text, zone)).toBe(expected));

test.each([
  ["yesterday", null, /is no time/],
  ["2031-02-31", null, /is no time/],
  ["2031-05-10/2031-05-09", "Z", /ends before it begins/],
  ["2031-05-09/2031-05-09/2031-05-10", "Z", /more than one slash/],
  ["2031-05-09", "Tuesday", /no zone/],
])("%s is refused in one sentence", (text, zone, why) => expect(bounds(text, zone)).toMatch(why));
