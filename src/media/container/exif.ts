import type { ClockRole } from "../../model/media.ts";
import { readIcc } from "./icc.ts";
import { readIptc, readPhotoshop } from "./iptc.ts";
import { addClock, addHint, addLimit, addNote, type Draft } from "./part.ts";
import { type ByteSource, u16, u16le, u32, u32le } from "./source.ts";
import { latin1, trimmed } from "./text.ts";
import { writtenDates } from "./written-dates.ts";
import { readXmp } from "./xmp.ts";

/** Times in TIFF 6.0 and Exif 3.0 directories, with the tag that holds their zone and ExifTool's name for them. */
const TIMES: Record<
  number,
  { name: string; tag: string; zone: number; sub: number; role: ClockRole; meaning: string }
> = {
  306: {
    name: "DateTime",
    tag: "IFD0:ModifyDate",
    zone: 0x9010,
    sub: 0x9290,
    role: "edited",
    meaning: "when the file was last saved",
  },
  36867: {
    name: "DateTimeOriginal",
    tag: "ExifIFD:DateTimeOriginal",
    zone: 0x9011,
    sub: 0x9291,
    role: "captured",
    meaning: "when the shutter was released",
  },
  36868: {
    name: "DateTimeDigitized",
    tag: "ExifIFD:CreateDate",
    zone: 0x9012,
    sub: 0x9292,
    role: "digitised",
    meaning: "when the picture became digital",
  },
  50971: {
    name: "PreviewDateTime",
    tag: "IFD0:PreviewDateTime",
    zone: 0,
    sub: 0,
    role: "edited",
    meaning: "when the preview was made",
  },
};

const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
const MOST_DIRECTORIES = 64;
const MOST_ENTRIES = 2000;
const MOST_BLOCK = 4 << 20;

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the value stands, from the start of the TIFF structure, and its length in bytes. */
  readonly at: number;
  readonly length: number;
}

/** Reads a TIFF structure; `base` is where it begins in the whole file. False when it is none. */
export function readTiffStructure(source: ByteSource, base: number, into: Draft): boolean {
  const head = source.read(0, 16);
  if (head.length < 8) return false;
  const little = head[0] === 0x49 && head[1] === 0x49;
  if (!little && !(head[0] === 0x4d && head[1] === 0x4d)) return false;
  const short = little ? u16le : u16;
  const long = little ? u32le : u32;
  const magic = short(head, 2);
  if (![42, 85, 0x4f52, 0x5352].includes(magic)) return false;
  const seen = new Set<number>();
  const zones = new Map<number, string>();
  const subs = new Map<number, string>();
  const times: { id: number; raw: string; at: number; ifd: string }[] = [];
  const queue: { at: number; name: string }[] = [{ at: long(head, 4), name: "IFD0" }];
  const gps: Record<string, string> = {};
  let gpsAt = 0;
  while (queue.length > 0) {
    const { at, name } = queue.shift()!;
    if (at === 0 || at + 2 > source.size) continue;
    if (seen.has(at)) {
      addNote(into, "an Exif directory points back to one already read: it is not followed");
      continue;
    }
    seen.add(at);
    if (seen.size > MOST_DIRECTORIES) {
      addLimit(into, `only the first ${MOST_DIRECTORIES} Exif directories are read`);
      break;
    }
    const declared = short(source.read(at, 2), 0);
    const count = Math.min(declared, MOST_ENTRIES);
    const table = source.read(at + 2, count * 12 + 4);
    for (let i = 0; i + 12 <= table.length && i < count * 12; i += 12) {
      const id = short(table, i);
      const type = short(table, i + 2);
      const n = long(table, i + 4);
      const length = n * (SIZES[type] ?? 0);
      const entry: Entry = { type, count: n, at: length <= 4 ? at + 2 + i + 8 : long(table, i + 8), length };
      const text = (): string => trimmed(latin1(source.read(entry.at, Math.min(entry.length, 400))));
      const number = (): number => (type === 3 ? short(table, i + 8) : long(table, i + 8));
      if (name === "GPS") {
        gpsAt ||= base + at;
        gpsValue(source, entry, id, long, gps);
      } else if (TIMES[id]) {
        if (entry.at + Math.min(entry.length, 4) <= source.size)
          times.push({ id, raw: text(), at: base + entry.at, ifd: name });
        else addNote(into, `an Exif time points beyond the end (byte ${base + at + 2 + i})`);
      } else if (id >= 0x9010 && id <= 0x9012) zones.set(id, text());
      else if (id >= 0x9290 && id <= 0x9292) subs.set(id, text());
      else if (id === 0x8769) queue.push({ at: number(), name: "ExifIFD" });
      else if (id === 0x8825) queue.push({ at: number(), name: "GPS" });
      else if (id === 0x14a)
        for (let k = 0; k < Math.min(n, 8); k++)
          queue.push({
            at: n === 1 ? number() : long(padded(source.read(entry.at + k * 4, 4), 4), 0),
            name: `SubIFD${k}`,
          });
      else if (id === 305) addHint(into, "software", text(), `${name} Software`, base + entry.at);
      else if (id === 272) addHint(into, "device", text(), `${name} Model`, base + entry.at);
      else if (id === 0x927c)
        writtenDates(
          source.read(entry.at, Math.min(entry.length, 1 << 18)),
          base + entry.at,
          "Exif MakerNote text",
          into,
        );
      else if (id === 700) readXmp(source.read(entry.at, Math.min(entry.length, MOST_BLOCK)), base + entry.at, into);
      else if (id === 33723)
        readIptc(source.read(entry.at, Math.min(n * (SIZES[type] ?? 1), MOST_BLOCK)), base + entry.at, into);
      else if (id === 34377)
        readPhotoshop(source.read(entry.at, Math.min(entry.length, MOST_BLOCK)), base + entry.at, into);
      else if (id === 34675) readIcc(source.read(entry.at, 128), base + entry.at, into);
    }
    if (table.length >= count * 12 + 4 && declared === count && (name === "IFD0" || /^IFD\d/.test(name)))
      queue.push({ at: long(table, count * 12), name: `IFD${Number(name.slice(3)) + 1}` });
  }
  for (const t of times) {
    const what = TIMES[t.id]!;
    const sub = subs.get(what.sub);
    const fraction = sub && /^\d{1,9}$/.test(sub) && /\d\d:\d\d:\d\d$/.test(t.raw) ? `.${sub}` : "";
    addClock(into, {
      field: `Exif ${t.ifd} ${what.name}`,
      tag: what.tag.replace(/^IFD0/, t.ifd),
      raw: t.raw + fraction,
      zone: zones.get(what.zone) ?? null,
      offset: t.at,
      role: what.role,
      meaning: what.meaning,
    });
  }
  if (gps.date || gps.time)
    addClock(into, {
      field: "Exif GPS GPSDateStamp GPSTimeStamp",
      tag: "GPS:GPSDateStamp",
      raw: `${gps.date ?? ""}${gps.date && gps.time ? " " : ""}${gps.time ?? ""}`,
      utc: true,
      offset: gpsAt,
      role: "captured",
      meaning: "time of the satellite fix, UTC",
    });
  if (gps.lon) addHint(into, "longitude", gps.ref === "W" ? `-${gps.lon}` : gps.lon, "Exif GPS GPSLongitude", gpsAt);
  return true;
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length >= length) return bytes;
  const out = new Uint8Array(length);
  out.set(bytes);
  return out;
}

function gpsValue(
  source: ByteSource,
  entry: Entry,
  id: number,
  long: (b: Uint8Array, at: number) => number,
  gps: Record<string, string>,
): void {
  const rationals = (): number[] => {
    const b = padded(source.read(entry.at, 24), 24);
    return [0, 8, 16].map((i) => long(b, i) / (long(b, i + 4) || 1));
  };
  if (id === 29) gps.date = trimmed(latin1(source.read(entry.at, Math.min(entry.length, 30)))).replace(/[-./]/g, ":");
  if (id === 3) gps.ref = trimmed(latin1(source.read(entry.at, 2)));
  if (id === 4 && entry.type === 5 && entry.count === 3) {
    const [d, m, s] = rationals() as [number, number, number];
    gps.lon = (d + m / 60 + s / 3600).toFixed(5);
  }
  if (id === 7 && (entry.type === 5 || entry.type === 10) && entry.count === 3) {
    const [h, m, s] = rationals() as [number, number, number];
    const two = (x: number): string => String(Math.floor(x)).padStart(2, "0");
    if (h < 24 && m < 60 && s < 61) gps.time = `${two(h)}:${two(m)}:${two(s)}`;
  }
}
