import { addClock, type Draft } from "./part.ts";
import { u16 } from "./source.ts";

/** Reads the date of a colour profile's header (ISO 15076-1, 7.2.8): when the profile was made, not the picture. */
export function readIcc(header: Uint8Array, start: number, into: Draft): void {
  if (header.length < 40 || header[36] !== 0x61 || header[37] !== 0x63 || header[38] !== 0x73 || header[39] !== 0x70)
    return;
  const [y, mo, d, h, mi, s] = [24, 26, 28, 30, 32, 34].map((at) => u16(header, at)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const two = (n: number): string => String(n).padStart(2, "0");
  addClock(into, {
    field: "ICC profile creation date",
    tag: "ICC-header:ProfileDateTime",
    raw: `${String(y).padStart(4, "0")}:${two(mo)}:${two(d)} ${two(h)}:${two(mi)}:${two(s)}`,
    offset: start + 24,
    role: "software built",
    subject: "software",
    meaning: "when the colour profile was made; profiles are shared by many files",
  });
}
