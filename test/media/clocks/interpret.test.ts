import { expect, test } from "vitest";
import { since1904 } from "../../../examples/media/bytes.ts";
import { interpret } from "../../../src/media/clocks/interpret.ts";
import type { StoredClock } from "../../../src/model/media.ts";

const NOW = Date.parse("2031-06-01T00:00:00Z");
const clock = (over: Partial<StoredClock>): StoredClock => ({
  field: "moov/mvhd creation_time",
  tag: null,
  raw: "0",
  encoding: "seconds since 1904",
  zone: null,
  utc: false,
  offset: null,
  role: "written",
  subject: "this file",
  reader: "hearsay",
  meaning: "",
  ...over,
});
const one = (over: Partial<StoredClock>) => interpret([clock(over)], NOW)[0]!;
const text = (raw: string, over: Partial<StoredClock> = {}) =>
  one({ raw, encoding: "text", field: "Exif ExifIFD DateTimeOriginal", role: "captured", ...over });

test("a wall clock without a zone lies 14 h before to 12 h after itself in UTC", () => {
  expect(text("2031:05:09 15:20:00")).toMatchObject({
    from: "2031-05-09T01:20:00Z",
    to: "2031-05-10T03:20:00Z",
    zoneBasis: "unknown",
  });
});

test("a stored zone makes it an instant; a day stays a day long", () => {
  expect(text("2031:05:09 15:20:00", { zone: "+02:00" })).toMatchObject({
    from: "2031-05-09T13:20:00Z",
    to: "2031-05-09T13:20:00Z",
  });
  expect(text("2031-05-09", { zone: "Z" })).toMatchObject({ from: "2031-05-09T00:00:00Z", to: "2031-05-10T00:00:00Z" });
});

test.each([
  ["zero", one({ raw: "0" })],
  ["the Unix zero in a 1904 field", one({ raw: String(since1904("1970-01-01T00:00:00Z")) })],
  ["a count running since 1904", one({ raw: "186" })],
  ["1904 as text", text("1904-01-01T00:00:00Z")],
  ["a camera after its battery was empty", text("2000:01:01 00:03:12")],
  ["the same in a later year", text("2018:01:01 00:00:30")],
  ["the DOS zero", text("1980:01:01 00:00:00")],
  ["blanks", text("    :  :     :  :  ")],
  ["the Matroska zero", one({ raw: "0", encoding: "nanoseconds since 2001", utc: true })],
])("%s is a clock not set", (_, c) => expect(c).toMatchObject({ state: "not set", from: null }));

test("a New Year's night with its zone is a time", () => {
  expect(text("2031:01:01 00:03:12", { zone: "+02:00" }).state).toBe("usable");
});

test("31 February is no date, and tomorrow is no clock", () => {
  expect(text("2031:02:31 10:00:00").state).toBe("not a date");
  expect(text("2031:06:09 10:00:00")).toMatchObject({ state: "in the future", from: null });
});

test("a Unix count in a 1904 field has two readings", () => {
  const c = one({ raw: String(Date.parse("2031-05-07T11:40:10Z") / 1000) });
  expect(c.readings).toEqual(["1965-05-06T11:40:10", "2031-05-07T11:40:10"]);
  expect(c).toMatchObject({ value: "2031-05-07T11:40:10", state: "usable" });
});

test("a header's zone comes from a clock of the same moment, or of the same wall", () => {
  const header = clock({ raw: String(since1904("2031-05-07T11:40:10Z")) });
  const zoned = (raw: string) => clock({ raw, encoding: "text", field: "Keys creationdate", role: "captured" });
  const [asUtc] = interpret([header, zoned("2031-05-07T13:40:10+02:00")], NOW);
  expect(asUtc).toMatchObject({ zone: "+00:00", zoneBasis: "inferred" });
  const [asLocal] = interpret([header, zoned("2031-05-07T11:40:10+02:00")], NOW);
  expect(asLocal).toMatchObject({ zone: "+02:00", zoneBasis: "inferred", from: "2031-05-07T09:40:10Z" });
  const [apart] = interpret([header, zoned("2031-05-07T17:12:44+02:00")], NOW);
  expect(apart!.zoneBasis).toBe("unknown");
});

test("a satellite fix gives a camera's clock its zone when they differ by one", () => {
  const gps = (raw: string) =>
    clock({ raw, encoding: "text", utc: true, field: "Exif GPS GPSDateStamp GPSTimeStamp", role: "captured" });
  const camera = clock({
    raw: "2031:05:09 15:20:10",
    encoding: "text",
    field: "Exif ExifIFD DateTimeOriginal",
    role: "captured",
  });
  expect(interpret([camera, gps("2031:05:09 09:35:00")], NOW)[0]!.zone).toBe("+05:45");
  expect(interpret([camera, gps("2031:05:09 09:48:00")], NOW)[0]!.zone).toBeNull();
});

test("an editor's zone is not taken for the camera's", () => {
  const camera = clock({
    raw: "2031:05:09 15:20:10",
    encoding: "text",
    field: "Exif ExifIFD DateTimeOriginal",
    role: "captured",
  });
  const editor = clock({
    raw: "2031-05-09T15:20:10-04:00",
    encoding: "text",
    field: "XMP exif:DateTimeOriginal",
    role: "captured",
  });
  expect(interpret([camera, editor], NOW)[0]!.zone).toBeNull();
});
