import type { ClockRole } from "../../model/media.ts";
import { type Box, boxes } from "./bmff-boxes.ts";
import { readTiffStructure } from "./exif.ts";
import { addClock, addHint, type Draft } from "./part.ts";
import { type ByteSource, stretch, u16, u32, u64 } from "./source.ts";
import { latin1, trimmed, utf8 } from "./text.ts";
import { readXmp } from "./xmp.ts";

/** What is remembered while the boxes of a movie go by. */
export interface Movie {
  track: number;
  /** Names declared by the `keys` box now in force (QuickTime metadata). */
  keys: string[];
  handler: string;
  /** True when a movie header was read whole. */
  dated: boolean;
}

/** Canon's CR3 raw pictures keep Exif directories in boxes of this one. */
const CANON_UUID = "85c0b687820f11e08111f4ce462b6a48";
const XMP_UUID = "be7acfcb97a942e89c71999491e3afac";
const MOST_TEXT = 1000;
const MOST_XMP = 64 << 20;

/** The three header boxes with a creation and a modification time, counted from 1904 (ISO/IEC 14496-12 §8.2.2, 8.3.2, 8.4.2). */
const HEADERS: Record<string, { group: string; name: string; of: string }> = {
  mvhd: { group: "QuickTime", name: "", of: "movie" },
  tkhd: { group: "Track", name: "Track", of: "track" },
  mdhd: { group: "Track", name: "Media", of: "track's media" },
};

/** Reads one box that holds no others, or that is read whole. */
export function movieBox(source: ByteSource, box: Box, path: string, movie: Movie, into: Draft): void {
  const at = into.start + box.at;
  const header = HEADERS[box.type];
  if (header) {
    const head = source.read(box.at, 20);
    const wide = head[0] === 1;
    if (head.length < (wide ? 20 : 12) || box.end - box.at < (wide ? 20 : 12)) return;
    if (box.type === "mvhd") movie.dated = true;
    const group = header.group === "Track" ? `Track${movie.track}` : header.group;
    for (const [i, which] of ["creation", "modification"].entries()) {
      const raw = wide ? u64(head, 4 + i * 8) : u32(head, 4 + i * 4);
      addClock(into, {
        field: `${path}/${box.type} ${which}_time`,
        tag: `${group}:${header.name}${i === 0 ? "CreateDate" : "ModifyDate"}`,
        raw: String(raw),
        encoding: "seconds since 1904",
        offset: at + 4 + i * (wide ? 8 : 4),
        role: i === 0 ? "written" : "edited",
        meaning:
          i === 0
            ? `when the file was written (its ${header.of} header)`
            : `when the ${header.of} header was last changed`,
      });
    }
    return;
  }
  if (box.type === "hdlr") {
    const body = source.read(box.at, Math.min(box.end - box.at, 200));
    movie.handler = latin1(body.subarray(8, 12));
    handlerName(trimmed(latin1(body.subarray(24)).replace(/^[\x00-\x1f]/, "")), at + 24, path, into);
  } else if (box.type === "keys") movie.keys = keyNames(source.read(box.at, Math.min(box.end - box.at, 65536)));
  else if (box.type === "uuid") {
    const id = [...source.read(box.at, 16)].map((b) => b.toString(16).padStart(2, "0")).join("");
    if (id === XMP_UUID) readXmp(source.read(box.at + 16, Math.min(box.end - box.at - 16, MOST_XMP)), at + 16, into);
    if (id === CANON_UUID)
      for (const inner of boxes(source, box.at + 16, box.end))
        if (/^CMT[124]$/.test(inner.type))
          readTiffStructure(stretch(source, inner.at, inner.end - inner.at), into.start + inner.at, into);
  } else if (box.type === "XMP_") readXmp(source.read(box.at, Math.min(box.end - box.at, MOST_XMP)), at, into);
  else if (path.endsWith("/ilst")) listItem(source, box, movie, into);
  else if (path.endsWith("udta")) userData(source, box, into);
}

/** "ISO Media file produced by Google Inc. Created on: 02/16/2022." : the day a service wrote this copy. */
function handlerName(name: string, at: number, path: string, into: Draft): void {
  const created = /created on:? *(\d{1,2})\/(\d{1,2})\/(\d{4})/i.exec(name);
  if (!created) return;
  const two = (s: string): string => s.padStart(2, "0");
  addClock(into, {
    field: `${path}/hdlr name`,
    raw: `${created[3]}-${two(created[1]!)}-${two(created[2]!)}`,
    tag: null,
    offset: at,
    role: "exported",
    meaning: "the day on which a video service wrote this copy, in the track's handler name",
  });
}

function keyNames(body: Uint8Array): string[] {
  const names: string[] = [];
  for (let i = 8; i + 8 <= body.length && names.length < 500; ) {
    const size = u32(body, i);
    if (size < 8) break;
    names.push(utf8(body.subarray(i + 8, Math.min(i + size, i + 200))));
    i += size;
  }
  return names;
}

const FULL_TIME = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** A value of a metadata list: iTunes style by four letters, QuickTime style by its number in `keys`. */
function listItem(source: ByteSource, box: Box, movie: Movie, into: Draft): void {
  const body = source.read(box.at, Math.min(box.end - box.at, MOST_TEXT));
  if (body.length < 16) return;
  const number = u32(source.read(box.start + 4, 4), 0);
  const name = movie.keys[number - 1] ?? box.type.replace("\xa9", "©");
  let data = 0;
  let label = name;
  while (data + 16 <= body.length && latin1(body.subarray(data + 4, data + 8)) !== "data") {
    const size = u32(body, data);
    if (size < 8) return;
    if (latin1(body.subarray(data + 4, data + 8)) === "name") label = utf8(body.subarray(data + 12, data + size));
    data += size;
  }
  if (data + 16 > body.length) return;
  const text = trimmed(utf8(body.subarray(data + 16, data + Math.max(16, u32(body, data)))));
  value(label, text, into.start + box.at + data + 16, movie.keys.length > 0 ? "Keys" : "ItemList", into);
}

/** QuickTime user data: international text by © names, 3GPP and Android boxes. */
function userData(source: ByteSource, box: Box, into: Draft): void {
  const body = source.read(box.at, Math.min(box.end - box.at, MOST_TEXT));
  const name = box.type.replace("\xa9", "©");
  if (body.length < 4) return;
  if (name.startsWith("©")) {
    const text = trimmed(utf8(body.subarray(4, 4 + u16(body, 0))));
    value(name, text, into.start + box.at + 4, "UserData", into);
  } else if (/^(date|DATE|dttm|CDAT)$/.test(name))
    value(name, trimmed(utf8(body)), into.start + box.at, "UserData", into);
}

const NAMED: Record<string, { tag: string; role: ClockRole; meaning: string }> = {
  "com.apple.quicktime.creationdate": {
    tag: "CreationDate",
    role: "captured",
    meaning: "when the recording was made, with the phone's zone",
  },
  "©day": { tag: "ContentCreateDate", role: "captured", meaning: "when the content was made" },
  date: { tag: "DateTimeOriginal", role: "captured", meaning: "when the recording was made" },
  purd: { tag: "PurchaseDate", role: "downloaded", meaning: "when it was bought" },
};

function value(name: string, text: string, at: number, group: string, into: Draft): void {
  const known = NAMED[name];
  if (known || /(date|time|created)$/i.test(name)) {
    // Shops write a release day as midnight somewhere, to the hour and in UTC.
    const whole = FULL_TIME.test(text) && !(group === "ItemList" && /T\d\d:00:00Z$/.test(text));
    if (!/\d{4}/.test(text) || /[a-z]{4}/i.test(text)) return;
    addClock(into, {
      field: `${group} ${name}`,
      tag: known ? `${group}:${known.tag}` : null,
      raw: text,
      offset: at,
      role: known && (whole || known.role === "downloaded") ? known.role : "typed by a person",
      meaning:
        known && whole
          ? known.meaning
          : "a day or year such as music and film files carry: a release date, as a person entered it",
    });
  }
  if (/software$|©swr|©too|android\.version|encoder$/i.test(name))
    addHint(into, "software", text, `${group} ${name}`, at);
  if (/model$|©mod/i.test(name)) addHint(into, "device", text, `${group} ${name}`, at);
  const place = /^[+-]\d+(?:\.\d+)?([+-]\d+(?:\.\d+)?)/.exec(text);
  if (place && /ISO6709|©xyz/.test(name)) addHint(into, "longitude", String(Number(place[1])), `${group} ${name}`, at);
}
