import { expect, test } from "vitest";
import { movie, photo } from "../../../examples/media/bytes.ts";
import { MEDIA_FORMATS, writeMedia } from "../../../src/format/media/formats.ts";
import { PAPER } from "../../../src/format/writer.ts";
import { check, unreadable } from "../../../src/media/check.ts";
import { readContainers } from "../../../src/media/container/read.ts";
import { fromBytes } from "../../../src/media/container/source.ts";
import { readClaim } from "../../../src/media/verdict/claim.ts";
import { CAVEAT } from "../../../src/media/verdict/words.ts";
import type { MediaCheck } from "../../../src/model/media.ts";

const read = readClaim("2031-05-09", "+02:00");
const claim = { shownAt: read.ok ? read.claim : null, publishedAt: null };
const exhibit = (file: string, bytes: Uint8Array) =>
  check(
    {
      file,
      sha256: null,
      size: bytes.length,
      parts: readContainers(fromBytes(bytes)),
      second: null,
      shown: [],
      notes: [],
    },
    claim,
    Date.parse("2031-06-01T00:00:00Z"),
  );
const result: MediaCheck = {
  claim,
  now: "2031-06-01T00:00:00Z",
  readers: "our own",
  caveat: CAVEAT,
  exhibits: [
    exhibit("<img src=x onerror=alert(1)>.mp4", movie({ created: "2031-05-07T11:40:10Z" })),
    exhibit("b|c.jpg", photo({ taken: "2031:05:09 \u001b[31m<b>", saved: "2031:05:12 10:00:00" })),
    unreadable("gone.mp4", "there is no such file"),
  ],
  version: "1",
};

test.each(MEDIA_FORMATS)("%s names every file, every finding, and the caveat once", (format) => {
  const out = writeMedia(result, format, PAPER)
    .replace(/\s+/g, " ")
    .replace(/\\(?=[.-])/g, "");
  for (const words of ["gone.mp4", "no such file", "predates", "unreadable"]) expect(out).toContain(words);
  expect(out.split(/this is a lead for a person/).length).toBe(2);
  expect(out).not.toContain("\u001b");
});

test("json holds what the shape says, and nothing unset in the reasons", () => {
  const { exhibits } = JSON.parse(writeMedia(result, "json", PAPER));
  for (const e of exhibits)
    expect(Object.keys(e)).toEqual(
      expect.arrayContaining(["file", "sha256", "size", "verdict", "strength", "reasons", "clocks"]),
    );
  expect(exhibits[2].error).toBe("there is no such file");
});

test("html draws the claim and the clocks, and markup stays text", () => {
  const page = writeMedia(result, "html", PAPER);
  expect(page).toMatch(/<svg [^>]*role="img"/);
  expect(page).toMatch(/class="band shown"/);
  expect(page).not.toMatch(/<img|<script|<b>/);
});

test("text stays in its columns and markdown in its cells", () => {
  for (const line of writeMedia(result, "text", { ...PAPER, width: 80 }).split("\n"))
    if (line.startsWith("  -") || line.startsWith("    ")) expect(line.length).toBeLessThanOrEqual(80);
  expect(writeMedia(result, "markdown", PAPER)).toContain("b\\|c\\.jpg");
});
