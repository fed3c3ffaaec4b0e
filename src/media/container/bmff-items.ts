import { boxes } from "./bmff-boxes.ts";
import { readTiffStructure } from "./exif.ts";
import { readIcc } from "./icc.ts";
import type { Draft } from "./part.ts";
import { type ByteSource, fromBytes, indexOfBytes, u16, u32 } from "./source.ts";
import { ascii, latin1 } from "./text.ts";
import { readXmp } from "./xmp.ts";

const MOST_ITEM = 4 << 20;

/** Reads the Exif and XMP items of a HEIF file (ISO/IEC 14496-12 §8.11, ISO/IEC 23008-12 annex A). */
export function readItems(source: ByteSource, from: number, to: number, into: Draft): void {
  const wanted = new Map<number, string>();
  const found = [...boxes(source, from, to)].slice(0, 200);
  const idat = found.find((b) => b.type === "idat");
  for (const box of found) {
    if (box.type === "iinf") itemKinds(source.read(box.at, Math.min(box.end - box.at, 1 << 18)), wanted);
    if (box.type === "iprp") {
      const body = source.read(box.at, Math.min(box.end - box.at, 1 << 16));
      const colour = indexOfBytes(body, ascii("colrprof"));
      if (colour >= 0) readIcc(body.subarray(colour + 8, colour + 136), into.start + box.at + colour + 8, into);
    }
  }
  if (wanted.size === 0) return;
  for (const box of found) {
    if (box.type !== "iloc") continue;
    for (const item of places(source.read(box.at, Math.min(box.end - box.at, 1 << 18)))) {
      const kind = wanted.get(item.id);
      if (!kind) continue;
      const at = item.inside && idat ? idat.at + item.at : item.at;
      const bytes = source.read(at, Math.min(item.length, MOST_ITEM));
      if (kind === "xmp") readXmp(bytes, into.start + at, into);
      else if (bytes.length > 8) {
        const skip = 4 + Math.min(u32(bytes, 0), bytes.length);
        readTiffStructure(fromBytes(bytes.subarray(skip)), into.start + at + skip, into);
      }
    }
  }
}

function itemKinds(body: Uint8Array, wanted: Map<number, string>): void {
  const start = body[0] === 0 ? 6 : 8;
  for (const box of boxes(fromBytes(body), start, body.length)) {
    if (box.type !== "infe") continue;
    const version = body[box.at]!;
    if (version < 2) continue;
    const wide = version > 2;
    const id = wide ? u32(body, box.at + 4) : u16(body, box.at + 4);
    const type = box.at + (wide ? 10 : 8);
    const kind = latin1(body.subarray(type, type + 4));
    const rest = latin1(body.subarray(type + 4, box.end));
    if (wanted.size < 50 && kind === "Exif") wanted.set(id, "exif");
    if (wanted.size < 50 && kind === "mime" && rest.includes("application/rdf+xml")) wanted.set(id, "xmp");
  }
}

/** Where items stand: the first extent of each. */
function* places(body: Uint8Array): Generator<{ id: number; at: number; length: number; inside: boolean }> {
  const version = body[0]!;
  const offsetSize = body[4]! >> 4;
  const lengthSize = body[4]! & 15;
  const baseSize = body[5]! >> 4;
  const indexSize = version > 0 ? body[5]! & 15 : 0;
  const number = (at: number, size: number): number => {
    let n = 0;
    for (let i = 0; i < size; i++) n = n * 256 + (body[at + i] ?? 0);
    return n;
  };
  const wide = version === 2 ? 4 : 2;
  const count = number(6, wide);
  let at = 6 + wide;
  for (let i = 0; i < count && at < body.length; i++) {
    const id = number(at, wide);
    at += wide;
    const inside = version > 0 && (number(at, 2) & 15) === 1;
    if (version > 0) at += 2;
    at += 2;
    const base = number(at, baseSize);
    at += baseSize;
    const extents = number(at, 2);
    at += 2;
    for (let k = 0; k < extents && at < body.length; k++) {
      at += indexSize;
      const offset = number(at, offsetSize);
      at += offsetSize;
      const length = number(at, lengthSize);
      at += lengthSize;
      if (k === 0) yield { id, at: base + offset, length, inside };
    }
  }
}
