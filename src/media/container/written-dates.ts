import { addClock, type Draft } from "./part.ts";
import { u16le, u32le } from "./source.ts";
import { latin1 } from "./text.ts";

const WRITTEN = /(?<![\d.:/-])(?:19|20)\d\d([:/.-])[01]\d\1[0-3]\d(?:[ T.][0-2]\d[:.][0-5]\d(?:[:.][0-5]\d)?)?(?!\d)/g;

/**
 * Dates written out in a block whose layout is its maker's secret (maker notes, unnamed segments): shown, and no verdict
 * stands on them, because what they stand for is not documented.
 */
export function writtenDates(bytes: Uint8Array, place: number, field: string, into: Draft): void {
  let n = 0;
  for (const m of latin1(bytes).matchAll(WRITTEN)) {
    if (++n > 20) break;
    addClock(into, {
      field,
      raw: m[0],
      offset: place + m.index,
      role: "captured",
      subject: "software",
      meaning: "a date written out in the maker's own notes; what it stands for is not documented",
    });
  }
}

/** Days from 1601 to 1970, in units of 100 ns. */
const FILETIME_1970 = 116_444_736_000_000_000n;

/** FlashPix extension data in a JPEG (Exif 2.3 annex, OLE property sets): its FILETIME properties. */
export function readFlashPix(bytes: Uint8Array, place: number, into: Draft): void {
  const set = bytes.findIndex(
    (b, i) => b === 0xfe && bytes[i + 1] === 0xff && bytes[i + 2] === 0 && bytes[i + 3] === 0,
  );
  if (set < 0 || set + 48 > bytes.length) return;
  const section = set + u32le(bytes, set + 44);
  if (section + 8 > bytes.length) return;
  const count = Math.min(u32le(bytes, section + 4), 200);
  for (let i = 0; i < count && section + 16 + i * 8 <= bytes.length; i++) {
    const at = section + u32le(bytes, section + 12 + i * 8);
    if (at + 12 > bytes.length || u16le(bytes, at) !== 64) continue;
    const ticks = BigInt(u32le(bytes, at + 8)) * 0x100000000n + BigInt(u32le(bytes, at + 4));
    const seconds = (ticks - FILETIME_1970) / 10_000_000n;
    addClock(into, {
      field: "FlashPix property",
      raw: String(seconds),
      encoding: "seconds since 1970",
      offset: place + at + 4,
      role: "edited",
      subject: "software",
      meaning: "when an extension of the picture was made or changed",
    });
  }
}
