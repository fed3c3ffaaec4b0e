import type { ClockRole } from "../../model/media.ts";
import { readTiffStructure } from "./exif.ts";
import { readIcc } from "./icc.ts";
import { addClock, addHint, addLimit, type Draft } from "./part.ts";
import { type ByteSource, buffered, stretch, u32le } from "./source.ts";
import { latin1, trimmed } from "./text.ts";
import { readXmp } from "./xmp.ts";

const TEXTS: Record<string, { tag: string; role: ClockRole; meaning: string }> = {
  IDIT: { tag: "RIFF:DateTimeOriginal", role: "captured", meaning: "when the recording was made" },
  ICRD: { tag: "RIFF:DateCreated", role: "written", meaning: "when the content was made" },
  IDTG: { tag: "RIFF:DateTimeOriginal", role: "digitised", meaning: "when it became digital" },
};

/** Reads RIFF files: WebP (WebP container specification), WAV and AVI (RIFF MCI, EBU Tech 3285 for `bext`). */
export function readRiff(whole: ByteSource, into: Draft): void {
  const source = buffered(whole);
  let count = 0;
  const walk = (from: number, to: number, depth: number): void => {
    for (let at = from; at + 8 <= to; ) {
      if (++count > 20_000 || depth > 8) {
        addLimit(into, "only the first 20000 chunks, 8 deep, are read");
        return;
      }
      const head = source.read(at, 12);
      const kind = latin1(head.subarray(0, 4));
      const length = u32le(head, 4);
      const place = into.start + at + 8;
      const end = Math.min(at + 8 + length, to);
      const text = TEXTS[kind];
      if (kind === "RIFF" || (kind === "LIST" && latin1(head.subarray(8)) !== "movi")) walk(at + 12, end, depth + 1);
      else if (kind === "EXIF") {
        const exif = latin1(source.read(at + 8, 6)) === "Exif\0\0" ? 6 : 0;
        readTiffStructure(stretch(source, at + 8 + exif, length - exif), place + exif, into);
      } else if (kind === "XMP " || kind === "_PMX")
        readXmp(source.read(at + 8, Math.min(length, 16 << 20)), place, into);
      else if (kind === "ICCP") readIcc(source.read(at + 8, 128), place, into);
      else if (kind === "ISFT")
        addHint(into, "software", trimmed(latin1(source.read(at + 8, Math.min(length, 200)))), "RIFF ISFT", place);
      else if (kind === "bext") broadcast(latin1(source.read(at + 8 + 320, 18)), place + 320, into);
      else if (text)
        addClock(into, {
          field: `RIFF ${kind}`,
          raw: trimmed(latin1(source.read(at + 8, Math.min(length, 60)))),
          offset: place,
          ...text,
        });
      at = end + (length & 1);
      if (length === 0 && kind === "\0\0\0\0") return;
    }
  };
  walk(0, source.size, 0);
}

function broadcast(text: string, place: number, into: Draft): void {
  if (!/^\d{4}.\d\d.\d\d/.test(text)) return;
  addClock(into, {
    field: "RIFF bext OriginationDate OriginationTime",
    tag: "RIFF:DateTimeOriginal",
    raw: `${text.slice(0, 10).replace(/[^\d]/g, "-")}${/^\d\d.\d\d.\d\d$/.test(text.slice(10)) ? `T${text.slice(10).replace(/[^\d]/g, ":")}` : ""}`,
    offset: place,
    role: "captured",
    meaning: "when the recording was made",
  });
}
