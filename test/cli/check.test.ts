import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMedia } from "../../examples/media/make.ts";
import { hearsay } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-cli-media-"));
let files: string[] = [];
const CLAIM = ["--shown-at", "2031-05-09", "--zone", "+02:00", "--now", "2031-05-20", "--no-hash"];

beforeAll(() => {
  files = makeMedia(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the example files: two speeches earlier, a photo and an order that fit, a copy without dates", async () => {
  const { code, out } = await hearsay(["check", "--format", "json", ...CLAIM, "--", ...files]);
  const verdicts = JSON.parse(out).exhibits.map(
    (e: { verdict: string; strength: string }) => `${e.verdict} ${e.strength}`,
  );
  expect(verdicts).toEqual([
    "predates moderate",
    "predates strong",
    "consistent moderate",
    "inconclusive lead",
    "consistent moderate",
  ]);
  expect(code).toBe(0);
});

test("the same report under any zone of the machine", async () => {
  const outs = await Promise.all(
    ["UTC", "Asia/Tokyo", "America/Los_Angeles"].map((TZ) => hearsay(["check", ...CLAIM, ...files], "", { TZ })),
  );
  expect(new Set(outs.map((o) => o.out)).size).toBe(1);
});

test("a file that is not there is an entry, a line on standard error and exit code 1; the others are read", async () => {
  const { code, out, err } = await hearsay(["check", "-f", "json", ...CLAIM, join(folder, "gone.mp4"), files[0]!]);
  expect(JSON.parse(out).exhibits.map((e: { verdict: string }) => e.verdict)).toEqual(["unreadable", "predates"]);
  expect(err).toMatch(/^hearsay: .*gone\.mp4: there is no such file\.\n$/);
  expect(code).toBe(1);
});

test.each([
  [["check", "a.mp4"], /nothing to check against/],
  [["check", "a.mp4", "--shown-at", "last Friday"], /is no time/],
  [["check", "a.mp4", "--shown-at", "2031-05-09", "--zone", "east"], /is no zone/],
  [["check", "a.mp4", "--shown-at", "2031-05-09", "--now", "soon"], /It is a day/],
  [["check", "a.mp4", "--shown-at", "2031-05-09", "--jobs", "0"], /whole number/],
  [["check"], /missing required argument/],
])("%j is wrong usage, told in one line", async (args, why) => {
  const { code, out, err } = await hearsay(args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toMatch(why);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("clocks lists every clock with its byte", async () => {
  const { code, out } = await hearsay(["clocks", "--no-hash", "--no-exiftool", files[0]!]);
  expect(code).toBe(0);
  expect(out.match(/creation_time, byte \d+/g)).toHaveLength(3);
});
