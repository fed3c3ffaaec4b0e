import { readTiffStructure } from "./exif.ts";
import { readIcc } from "./icc.ts";
import { type Inflated, inflate } from "./inflate.ts";
import { readIptc, readPhotoshop } from "./iptc.ts";
import { addClock, addHint, addLimit, addNote, type Draft } from "./part.ts";
import { type ByteSource, buffered, fromBytes, stretch, u16, u32 } from "./source.ts";
import { ascii, latin1, trimmed, utf8 } from "./text.ts";
import { readXmp } from "./xmp.ts";

/** Bytes that one compressed chunk, and all of them together, may unpack to. */
const MOST_TEXT = 1 << 20;
const MOST_ALL = 4 << 20;
const MOST_CHUNKS = 20_000;

/** Reads a PNG (W3C PNG, third edition). Answers where it ends. */
export function readPng(whole: ByteSource, into: Draft): number {
  const source = buffered(whole);
  let left = MOST_ALL;
  let at = 8;
  let ended = false;
  const unpack = (data: Uint8Array, name: string): Uint8Array | null => {
    const out: Inflated = inflate(data, Math.min(MOST_TEXT, left));
    left -= out.bytes.length;
    if (out.limited)
      addLimit(into, `a compressed ${name} chunk unpacks to more than ${MOST_TEXT} bytes: it is left out`);
    else if (!out.whole) addNote(into, `a compressed ${name} chunk is damaged: it is left out`);
    return out.whole ? out.bytes : null;
  };
  for (let n = 0; at + 8 <= source.size; n++) {
    if (n > MOST_CHUNKS) {
      addLimit(into, `only the first ${MOST_CHUNKS} chunks are read`);
      break;
    }
    const head = source.read(at, 8);
    const length = u32(head, 0);
    const kind = latin1(head.subarray(4, 8));
    if (!/^[A-Za-z]{4}$/.test(kind)) {
      addNote(into, `no chunk where one should begin (byte ${into.start + at})`);
      break;
    }
    const body = (): Uint8Array => source.read(at + 8, Math.min(length, 8 << 20));
    const place = into.start + at + 8;
    if (at + 12 + length > source.size)
      addNote(into, `chunk '${kind}' claims ${length} bytes, the file ends before that`);
    if (kind === "tIME") lastChange(body(), place, into);
    else if (kind === "eXIf") readTiffStructure(stretch(source, at + 8, length), place, into);
    else if (kind === "tEXt") {
      const b = body();
      const nul = b.indexOf(0);
      if (nul > 0) text(latin1(b.subarray(0, nul)), b.subarray(nul + 1), place + nul + 1, latin1, into);
    } else if (kind === "zTXt") {
      const b = body();
      const nul = b.indexOf(0);
      const bytes = nul > 0 ? unpack(b.subarray(nul + 2), "text") : null;
      if (bytes) text(latin1(b.subarray(0, nul)), bytes, place, latin1, into);
    } else if (kind === "iTXt") international(body(), place, unpack, into);
    else if (kind === "iCCP") {
      const b = body();
      const profile = inflate(b.subarray(b.indexOf(0) + 2), MOST_ALL);
      if (profile.limited)
        addLimit(into, `a colour profile unpacks to more than ${MOST_ALL} bytes: the rest is left out`);
      readIcc(profile.bytes, place, into);
    } else if (kind === "IEND") {
      ended = true;
      at += 12 + length;
      break;
    }
    at += 12 + length;
  }
  if (!ended) {
    addNote(into, "the picture does not end: the file is cut off");
    if (into.clocks.length === 0 && at <= 8) into.broken = "the file ends where its first chunk should be";
    return source.size;
  }
  return at;
}

function lastChange(b: Uint8Array, place: number, into: Draft): void {
  if (b.length < 7) return;
  const two = (n: number): string => String(n).padStart(2, "0");
  addClock(into, {
    field: "PNG tIME",
    tag: "PNG:ModifyDate",
    raw: `${u16(b, 0)}-${two(b[2]!)}-${two(b[3]!)}T${two(b[4]!)}:${two(b[5]!)}:${two(b[6]!)}`,
    offset: place,
    role: "edited",
    meaning: "when the picture was last changed; the format asks for UTC, not all programs obey",
  });
}

function international(
  b: Uint8Array,
  place: number,
  unpack: (d: Uint8Array, n: string) => Uint8Array | null,
  into: Draft,
): void {
  const name = b.indexOf(0);
  if (name <= 0) return;
  const language = b.indexOf(0, name + 3);
  const start = b.indexOf(0, language + 1) + 1;
  if (language < 0 || start <= 0) return;
  const bytes = b[name + 1] === 1 ? unpack(b.subarray(start), "text") : b.subarray(start);
  if (bytes) text(latin1(b.subarray(0, name)), bytes, place + start, utf8, into);
}

function text(key: string, bytes: Uint8Array, place: number, decode: (b: Uint8Array) => string, into: Draft): void {
  const value = trimmed(decode(bytes.subarray(0, 400)));
  if (key === "XML:com.adobe.xmp") readXmp(bytes, place, into);
  else if (/^Raw profile type/i.test(key)) rawProfile(key, bytes, place, into);
  else if (/^software$/i.test(key)) addHint(into, "software", value, `PNG ${key}`, place);
  else textClock(key, value, place, into);
}

function textClock(key: string, value: string, place: number, into: Draft): void {
  const file = /^date:(create|modify|timestamp)$/i.test(key);
  if (!file && !/(creation ?time|create ?date|^date|time ?stamp|modify ?date|datetime)/i.test(key)) return;
  if (!/\d{4}/.test(value)) return;
  addClock(into, {
    field: `PNG text ${key.replace(/[^\x20-\x7e]/g, "?")}`,
    tag: `PNG:${key.replace(/[^\w]/g, "")}`,
    raw: value,
    offset: place,
    role: /modif|timestamp/i.test(key) ? "edited" : "written",
    subject: file ? "file system" : "this file",
    meaning: file
      ? "a file-system time that a converter copied"
      : "when the picture was made, as the program that wrote it says",
  });
}

/** ImageMagick keeps other metadata as hexadecimal text behind a name and a length. */
function rawProfile(key: string, bytes: Uint8Array, place: number, into: Draft): void {
  const m = /^\s*\S+\s+\d+\s+([0-9a-fA-F\s]+)$/.exec(latin1(bytes));
  if (!m) return;
  const hex = m[1]!.replace(/\s+/g, "");
  const data = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < data.length; i++) data[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  const begins = latin1(data.subarray(0, 30));
  if (/xmp/i.test(key)) readXmp(data, null, into);
  else if (/iptc|8bim/i.test(key)) {
    if (begins.startsWith("8BIM")) readPhotoshop(data, place, into);
    else readIptc(data, place, into);
  } else if (/icc|icm/i.test(key)) readIcc(data, place, into);
  else if (begins.startsWith("Exif\0")) readTiffStructure(fromBytes(data.subarray(6)), place, into);
  else if (begins.startsWith("http://ns.adobe.com/xap/1.0/"))
    readXmp(data.subarray(ascii("http://ns.adobe.com/xap/1.0/").length + 1), null, into);
}
