import { expect, test } from "vitest";
import { interpret } from "../../../src/media/clocks/interpret.ts";
import { nameClocks } from "../../../src/media/clocks/names.ts";

const NOW = Date.parse("2031-06-01T00:00:00Z");
const said = (name: string) =>
  interpret(nameClocks(name), NOW).map((c) => `${c.value} ${c.zone ?? "?"} ${c.role} ${c.state}`);

test.each([
  ["VID-20310507-WA0004.mp4", "2031-05-07 ? downloaded usable"],
  ["WhatsApp Image 2031-05-07 at 13.22.45.jpeg", "2031-05-07T13:22:45 ? downloaded usable"],
  ["video_2031-05-07_13-22-45.mp4", "2031-05-07T13:22:45 ? downloaded usable"],
  ["signal-2031-05-07-132245.jpg", "2031-05-07T13:22:45 ? downloaded usable"],
  ["PXL_20310507_112245123.jpg", "2031-05-07T11:22:45 +00:00 captured usable"],
  ["GMT20310507-112245_Recording.mp4", "2031-05-07T11:22:45 +00:00 captured usable"],
  ["IMG_20310507_132245.jpg", "2031-05-07T13:22:45 ? captured usable"],
  ["IMG_20310231_256199.jpg", "null ? captured not a date"],
  ["2031-05-07 meeting (final).mp4", "2031-05-07 ? typed by a person usable"],
  ["1494234567890123456.mp4", "2022-02-17T08:57:37 +00:00 posted usable"],
])("%s", (name, expected) => expect(said(name)).toEqual([expected]));

test.each([
  "holiday.jpg",
  "C24_future_2039.mp4",
  "IMG_0412.JPG",
  "report-v2.1.3.pdf",
  "20991399.mov".replace("20991399", "12345678"),
])("%s says no time", (name) => expect(said(name)).toEqual([]));
