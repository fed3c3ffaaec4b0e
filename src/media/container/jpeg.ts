import { readTiffStructure } from "./exif.ts";
import { readIcc } from "./icc.ts";
import { readPhotoshop } from "./iptc.ts";
import { addHint, addLimit, addNote, type Draft } from "./part.ts";
import { type ByteSource, buffered, indexOfBytes, stretch, u16, u32 } from "./source.ts";
import { ascii, latin1, trimmed } from "./text.ts";
import { readFlashPix, writtenDates } from "./written-dates.ts";
import { readXmp } from "./xmp.ts";

const XMP = "http://ns.adobe.com/xap/1.0/\0";
const MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
const MOST_SEGMENTS = 5000;
const MOST_XMP = 8 << 20;
const CHUNK = 1 << 18;

/**
 * Reads a JPEG (ITU-T T.81 with Exif 3.0, XMP part 3, Photoshop and ICC segments).
 * Answers where its picture ends, so that what stands behind can be looked at; the source's size when it does not end.
 */
export function readJpeg(whole: ByteSource, into: Draft): number {
  const source = buffered(whole);
  const pieces: { at: number; bytes: Uint8Array; place: number }[] = [];
  let at = 2;
  let end = source.size;
  let picture = false;
  let ended = false;
  for (let n = 0; ; n++) {
    const marker = source.read(at, 4);
    if (marker.length < 2 || marker[0] !== 0xff) {
      if (!picture) addNote(into, `no segment where one should begin (byte ${into.start + at})`);
      break;
    }
    const kind = marker[1]!;
    if (n > MOST_SEGMENTS) {
      addLimit(into, `only the first ${MOST_SEGMENTS} segments are read`);
      break;
    }
    if (kind === 0xff) {
      at++;
      continue;
    }
    if (kind === 0xd9) {
      end = at + 2;
      ended = true;
      break;
    }
    if (kind >= 0xd0 && kind <= 0xd8) {
      at += 2;
      continue;
    }
    if (marker.length < 4) break;
    const length = u16(marker, 2);
    const body = (): Uint8Array => source.read(at + 4, length - 2);
    const place = into.start + at + 4;
    if (kind === 0xe1) {
      const head = latin1(source.read(at + 4, 40));
      if (head.startsWith("Exif\0")) readTiffStructure(stretch(source, at + 10, length - 8), place + 6, into);
      else if (head.startsWith(XMP)) readXmp(body().subarray(XMP.length), place + XMP.length, into);
      else if (!head.startsWith(MORE_XMP)) writtenDates(body(), place, "JPEG APP1 text", into);
      else if (pieces.length < 1000) {
        const b = body().slice(MORE_XMP.length + 32);
        if (b.length > 8) pieces.push({ at: u32(b, 4), bytes: b.subarray(8), place: place + MORE_XMP.length + 40 });
      }
    } else if (kind === 0xed && latin1(source.read(at + 4, 14)) === "Photoshop 3.0\0")
      readPhotoshop(body().subarray(14), place + 14, into);
    else if (kind === 0xe2 && latin1(source.read(at + 4, 13)) === "ICC_PROFILE\0\x01")
      readIcc(source.read(at + 18, 128), place + 14, into);
    else if (kind === 0xe2 && latin1(source.read(at + 4, 5)) === "FPXR\0") readFlashPix(body(), place, into);
    else if (kind >= 0xe3 && kind <= 0xef) writtenDates(body(), place, `JPEG APP${kind - 0xe0} text`, into);
    else if (kind === 0xfe) addHint(into, "software", trimmed(latin1(body())).slice(0, 100), "JPEG comment", place);
    at += 2 + length;
    if (kind === 0xda) {
      picture = true;
      at = afterScan(whole, at);
      if (at < 0) break;
    }
  }
  longXmp(pieces, into);
  if (!ended && !picture) into.broken = "the file is cut off: it ends before its picture begins";
  else if (!ended) addNote(into, "the picture does not end: the file is cut off");
  if (into.clocks.length > 0) into.broken = null;
  return end;
}

/** The next marker after entropy-coded data, or -1. */
function afterScan(source: ByteSource, from: number): number {
  for (let at = from; at < source.size; ) {
    const chunk = source.read(at, CHUNK);
    for (let i = chunk.indexOf(0xff); i >= 0 && i + 1 < chunk.length; i = chunk.indexOf(0xff, i + 1)) {
      const next = chunk[i + 1]!;
      if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at + i;
    }
    if (chunk.length < CHUNK) return -1;
    at += chunk.length - 1;
  }
  return -1;
}

/** Extended XMP comes in pieces that say where they belong (XMP part 3 §1.1.3.1). */
function longXmp(pieces: readonly { at: number; bytes: Uint8Array; place: number }[], into: Draft): void {
  if (pieces.length === 0) return;
  const size = Math.min(MOST_XMP, Math.max(...pieces.map((p) => p.at + p.bytes.length)));
  if (size > pieces.reduce((n, p) => n + p.bytes.length, 0)) {
    addNote(into, "the extended XMP is not whole: it is left out");
    return;
  }
  const all = new Uint8Array(size);
  for (const p of pieces) if (p.at < size) all.set(p.bytes.subarray(0, size - p.at), p.at);
  readXmp(all, pieces.length === 1 ? pieces[0]!.place : null, into);
}

const FTYP = ascii("ftyp");

/** Where a movie begins behind the end of a picture (motion photos, or one file glued to another), or -1. */
export function movieBehind(source: ByteSource, from: number): number {
  for (let at = from; at < source.size; ) {
    const chunk = source.read(at, CHUNK);
    for (let i = indexOfBytes(chunk, FTYP); i >= 0; i = indexOfBytes(chunk, FTYP, i + 1)) {
      const head = source.read(at + i - 4, 12);
      if (
        at + i - 4 >= from &&
        head.length === 12 &&
        u32(head, 0) >= 16 &&
        u32(head, 0) <= 512 &&
        /^[\w ]{4}$/.test(latin1(head.subarray(8)))
      )
        return at + i - 4;
    }
    if (chunk.length < CHUNK) return -1;
    at += chunk.length - 8;
  }
  return -1;
}
