import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { box, join as bytes, movie, photo, xmp } from "../../examples/media/bytes.ts";
import { checkFiles } from "../../src/hearsay/check.ts";
import { readClaim } from "../../src/media/verdict/claim.ts";
import { startExifTool } from "../../src/probe/exiftool.ts";

const NOW = Date.parse("2031-06-01T00:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "hearsay-media-"));
const at = (name: string) => join(folder, name);
const perl = await startExifTool(1);
await perl?.end();

const look = async (files: readonly string[], exiftool = false, hash = false) => {
  const claim = readClaim("2031-05-09", "+02:00");
  if (!claim.ok) throw new Error(claim.why);
  const check = await checkFiles(files, {
    claim: { shownAt: claim.claim, publishedAt: null },
    now: NOW,
    hash,
    jobs: 2,
    exiftool,
  });
  return check.exhibits;
};
const clip = movie({ created: "2031-05-07T11:40:10Z" });

beforeAll(() => {
  mkdirSync(at("folder.mp4"));
  symlinkSync("loop-b", at("loop-a"));
  symlinkSync("loop-a", at("loop-b"));
  symlinkSync("nowhere", at("dangling.jpg"));
  symlinkSync("/dev/zero", at("device.jpg"));
  if (process.platform !== "win32") execFileSync("mkfifo", [at("pipe.mp4")]);
  for (const name of ["new\nline.mp4", "--format.mp4", "quo'te\".mp4", "$(touch pwned).mp4", "plain.mp4"])
    writeFileSync(at(name), clip);
  writeFileSync(at("empty.mp4"), "");
  writeFileSync(at("one.mp4"), "x");
  writeFileSync(at("text.jpg"), "not a picture but a few words\n".repeat(4));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["folder.mp4", /folder/],
  ["loop-a", /link/],
  ["dangling.jpg", /no such file/],
  ["device.jpg", /device/],
  ["pipe.mp4", /pipe/],
  ["empty.mp4", /empty/],
  ["one.mp4", /1 byte\b/],
  ["missing.mp4", /no such file/],
  ["nul\0.mp4", /cannot be used/],
])("%s is an entry of its own, unreadable, with the reason", async (name, why) => {
  const [e] = await look([at(name)]);
  expect(e!.verdict).toBe("unreadable");
  expect(e!.error).toMatch(why);
});

test.each(["new\nline.mp4", "--format.mp4", "quo'te\".mp4", "$(touch pwned).mp4"])(
  "%s is a name like others",
  async (name) => {
    const [e] = await look([at(name)], true);
    expect(e!.verdict).toBe("predates");
    expect(e!.file).not.toMatch(/\n/);
  },
);

test("one entry for every name, in their order, and the hash of the bytes", async () => {
  const all = await look([at("missing.mp4"), at("plain.mp4"), at("one.mp4"), at("plain.mp4")], false, true);
  expect(all.map((e) => e.verdict)).toEqual(["unreadable", "predates", "unreadable", "predates"]);
  expect(all[1]!.sha256).toBe(
    createHash("sha256")
      .update(readFileSync(at("plain.mp4")))
      .digest("hex"),
  );
  expect(all[1]!.clocks.find((c) => c.subject === "file system")?.state).toBe("shown only");
});

test("the index at the end of a 6 GB file is found without reading the file", async () => {
  const head = bytes(
    box("ftyp", "isomisom"),
    Uint8Array.of(0, 0, 0, 1),
    "mdat",
    Uint8Array.of(0, 0, 0, 1, 0x80, 0, 0, 0),
  );
  writeFileSync(at("long.mp4"), head);
  truncateSync(at("long.mp4"), 16 + 0x180000000);
  writeFileSync(at("long.mp4"), clip.subarray(24 + 8), { flag: "a" });
  expect((await look([at("long.mp4")]))[0]!.clocks.filter((c) => c.field.startsWith("moov"))).toHaveLength(6);
});

describe.skipIf(!perl)("with perl", () => {
  test("what both readers found stands once", async () => {
    const [e] = await look([at("plain.mp4")], true);
    const header = e!.clocks.filter((c) => c.field.startsWith("moov"));
    expect(header).toHaveLength(6);
    for (const c of header) expect(c.readers).toEqual(["hearsay", "exiftool"]);
  });
  test("formats that only ExifTool reads", async () => {
    const tag = (id: string, text: string) => bytes(id, Uint8Array.of(0, 0, 0, text.length + 1, 0, 0, 3), text);
    const body = bytes(tag("TDRC", "2031-05-09"), new Uint8Array(64));
    writeFileSync(
      at("song.mp3"),
      bytes(
        "ID3",
        Uint8Array.of(3 + 1, 0, 0, 0, 0, 0, body.length),
        body,
        Uint8Array.of(0xff, 0xfb, 0x90, 0),
        new Uint8Array(413),
      ),
    );
    const [e] = await look([at("song.mp3")], true);
    expect(e).toMatchObject({ verdict: "inconclusive", strength: "lead" });
    expect((await look([at("song.mp3")]))[0]!.verdict).toBe("unreadable");
  });
  test("text with a picture's name is no picture", async () => {
    expect((await look([at("text.jpg")], true))[0]!.error).toMatch(/text file/);
  });
  test("a file at its limits is not handed on", async () => {
    const many = '<rdf:li stEvt:action="saved" stEvt:when="2031-05-07T16:05:02Z"/>'.repeat(20_000);
    writeFileSync(
      at("many.jpg"),
      movie({ created: null, xmp: xmp({}, `<xmpMM:History><rdf:Seq>${many}</rdf:Seq></xmpMM:History>`) }),
    );
    expect((await look([at("many.jpg")], true))[0]!.notes.join()).toMatch(/ExifTool was not asked/);
  });
});

test.skipIf(Boolean(perl))("without perl the result says so", async () => {
  const check = await checkFiles([], { claim: null, now: NOW, hash: false, jobs: 1, exiftool: true });
  expect(check.readers).toMatch(/perl/);
});

test("control characters and markup in tags are shown, not obeyed", async () => {
  writeFileSync(
    at("\u001b[31mred.jpg"),
    photo({ saved: "2031:05:07 \u001b[2J:00", software: "<script>alert(1)</script>" }),
  );
  const [e] = await look([at("\u001b[31mred.jpg")]);
  expect(JSON.stringify([e!.file, e!.reasons])).not.toMatch(/\u001b|\\u001b/);
});
