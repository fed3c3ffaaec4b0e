import type { ClockRole } from "../../model/media.ts";
import { readIcc } from "./icc.ts";
import { addClock, addLimit, type Draft } from "./part.ts";
import { u16, u32 } from "./source.ts";
import { latin1, trimmed } from "./text.ts";
import { readXmp } from "./xmp.ts";

/** Pairs of date and time datasets (IPTC-IIM 4.2): record, date, time. */
const PAIRS: readonly {
  record: number;
  date: number;
  time: number;
  name: string;
  tag: string;
  role: ClockRole;
  meaning: string;
}[] = [
  {
    record: 2,
    date: 55,
    time: 60,
    name: "DateCreated",
    tag: "IPTC:DateCreated",
    role: "captured",
    meaning: "when what it shows was made, as an editor entered it",
  },
  {
    record: 2,
    date: 62,
    time: 63,
    name: "DigitalCreationDate",
    tag: "IPTC:DigitalCreationDate",
    role: "digitised",
    meaning: "when the picture became digital",
  },
  {
    record: 2,
    date: 30,
    time: 35,
    name: "ReleaseDate",
    tag: "IPTC:ReleaseDate",
    role: "typed by a person",
    meaning: "the earliest day of use, as an editor entered it",
  },
  {
    record: 2,
    date: 37,
    time: 38,
    name: "ExpirationDate",
    tag: "IPTC:ExpirationDate",
    role: "typed by a person",
    meaning: "the last day of use, as an editor entered it",
  },
  {
    record: 2,
    date: 47,
    time: 0,
    name: "ReferenceDate",
    tag: "IPTC:ReferenceDate",
    role: "typed by a person",
    meaning: "the day of an earlier message",
  },
  {
    record: 1,
    date: 70,
    time: 80,
    name: "DateSent",
    tag: "IPTC:DateSent",
    role: "posted",
    meaning: "when an agency's system sent it",
  },
];

/** Reads IPTC-IIM datasets. */
export function readIptc(bytes: Uint8Array, start: number, into: Draft): void {
  const found = new Map<string, { raw: string; at: number }>();
  let i = bytes.indexOf(0x1c);
  let sets = 0;
  while (i >= 0 && i + 5 <= bytes.length && bytes[i] === 0x1c) {
    const length = u16(bytes, i + 3);
    if (length > 0x7fff) break;
    if (++sets > 20_000) {
      addLimit(into, "only the first 20000 IPTC datasets are read");
      break;
    }
    const key = `${bytes[i + 1]}:${bytes[i + 2]}`;
    if (length <= 32 && !found.has(key))
      found.set(key, { raw: trimmed(latin1(bytes.subarray(i + 5, i + 5 + length))), at: start + i + 5 });
    i += 5 + length;
  }
  for (const p of PAIRS) {
    const date = found.get(`${p.record}:${p.date}`);
    if (!date) continue;
    const time = found.get(`${p.record}:${p.time}`);
    addClock(into, {
      field: `IPTC ${p.record}:${p.date} ${p.name}`,
      tag: p.tag,
      raw: time ? `${date.raw}T${time.raw}` : date.raw,
      offset: date.at,
      role: p.role,
      meaning: p.meaning,
    });
  }
}

/** Reads Photoshop image resources (8BIM blocks): IPTC, XMP and the colour profile may stand in them. */
export function readPhotoshop(bytes: Uint8Array, start: number, into: Draft): void {
  for (let i = 0; i + 12 <= bytes.length && latin1(bytes.subarray(i, i + 4)) === "8BIM"; ) {
    const id = u16(bytes, i + 4);
    const name = bytes[i + 6]! + 1;
    const at = i + 6 + name + (name & 1);
    if (at + 4 > bytes.length) return;
    const length = u32(bytes, at);
    const data = bytes.subarray(at + 4, at + 4 + length);
    if (id === 0x0404) readIptc(data, start + at + 4, into);
    if (id === 0x0424) readXmp(data, start + at + 4, into);
    if (id === 0x040f) readIcc(data, start + at + 4, into);
    i = at + 4 + length + (length & 1);
  }
}
