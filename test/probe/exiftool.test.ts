import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { photo } from "../../examples/media/bytes.ts";
import { fromExifTool } from "../../src/media/clocks/exiftool-tags.ts";
import { startExifTool } from "../../src/probe/exiftool.ts";

const folder = mkdtempSync(join(tmpdir(), "hearsay-probe-"));
const tool = await startExifTool(1);
afterAll(async () => {
  await tool?.end();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!tool)("ExifTool", () => {
  test("reads the same Exif times as we do", async () => {
    const file = join(folder, "a.jpg");
    writeFileSync(file, photo({ taken: "2031:05:09 15:20:00", zone: "+02:00" }));
    const part = await tool!.read(file);
    if (typeof part === "string") throw new Error(part);
    expect(part.clocks.find((c) => c.tag === "ExifIFD:DateTimeOriginal")).toMatchObject({
      raw: "2031:05:09 15:20:00",
      zone: "+02:00",
      role: "captured",
    });
  });
  test("a name that could carry arguments is not handed on", async () => {
    expect(await tool!.read(join(folder, "a\n-delete_original.jpg"))).toMatch(/cannot be handed/);
  });
});

test("tags become clocks by their group: the file's own, ingredients, makers' notes, none for the file system", () => {
  const part = fromExifTool({
    "System:FileModifyDate": "2031:05:09 15:20:00",
    "QuickTime:Copy1:CreateDate": "2031:05:07 11:40:10",
    "XMP-xmpMM:History": [{ Action: "saved", When: "2031:05:07 16:05:31+02:00" }],
    "XMP-xmpMM:Pantry": [{ "XMP-xmp:CreateDate": "2030:01:02 00:00:00Z" }],
    "XMP-xmpMM:DocumentID": "20310507-0000",
    "Nikon:PowerUpTime": "2031:05:07 09:00:00",
    "GPS:GPSDateStamp": "2031:05:07",
    "GPS:GPSTimeStamp": "11:40:10",
    "File:FileType": "MP4",
  });
  expect(part.clocks.map((c) => `${c.tag} ${c.raw} ${c.role} ${c.subject}`)).toEqual([
    "QuickTime:CreateDate 2031:05:07 11:40:10 written this file",
    "XMP-xmpMM:HistoryWhen 2031:05:07 16:05:31+02:00 edited this file",
    "XMP-xmpMM:PantryCreateDate 2030:01:02 00:00:00Z written ingredient",
    "Nikon:PowerUpTime 2031:05:07 09:00:00 typed by a person software",
    "GPS:GPSDateStamp 2031:05:07 11:40:10 captured this file",
  ]);
});
