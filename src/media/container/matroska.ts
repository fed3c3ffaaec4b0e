import type { ClockRole } from "../../model/media.ts";
import { addClock, addHint, addLimit, addNote, type Draft } from "./part.ts";
import { type ByteSource, buffered } from "./source.ts";
import { trimmed, utf8 } from "./text.ts";

const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TAGS = 0x1254c367;
const TAG = 0x7373;
const SIMPLE = 0x67c8;
const CLUSTER = 0x1f43b675;
const LEVEL_ONE = new Set([0x114d9b74, INFO, 0x1654ae6b, 0x1043a770, CLUSTER, 0x1c53bb6b, 0x1941a469, TAGS]);
const MOST_ELEMENTS = 50_000;

/** Official tags (RFC 9559 and the Matroska tag registry) that hold a time. */
const TAG_TIMES: Record<string, { role: ClockRole; meaning: string; utc: boolean }> = {
  DATE_RECORDED: { role: "captured", meaning: "when it was recorded, as entered", utc: false },
  DATE_DIGITIZED: { role: "digitised", meaning: "when it became digital, as entered", utc: false },
  DATE_ENCODED: { role: "written", meaning: "when it was encoded", utc: false },
  DATE_TAGGED: { role: "edited", meaning: "when its tags were written", utc: false },
  DATE_WRITTEN: { role: "typed by a person", meaning: "when the work was written, as entered", utc: false },
  DATE_RELEASED: { role: "typed by a person", meaning: "a release date, as entered", utc: false },
  DATE_PURCHASED: { role: "downloaded", meaning: "when it was bought", utc: false },
  CREATION_TIME: { role: "written", meaning: "a creation time carried over from another file", utc: false },
  _STATISTICS_WRITING_DATE_UTC: { role: "written", meaning: "when mkvmerge wrote its statistics", utc: true },
  "_STATISTICS_WRITING_DATE_UTC-ENG": { role: "written", meaning: "when mkvmerge wrote its statistics", utc: true },
};

interface Element {
  readonly id: number;
  readonly start: number;
  readonly at: number;
  readonly end: number;
  /** False when the size is unknown (all ones): live streams. */
  readonly sized: boolean;
}

/** Reads Matroska and WebM (RFC 9559 over EBML, RFC 8794). */
export function readMatroska(whole: ByteSource, into: Draft): void {
  const source = buffered(whole);
  let count = 0;
  const each = (from: number, to: number, visit: (e: Element) => number | undefined): void => {
    for (let at = from; at < to; ) {
      if (++count > MOST_ELEMENTS) {
        addLimit(into, `only the first ${MOST_ELEMENTS} elements are read`);
        return;
      }
      const e = element(source, at, to);
      if (!e) return;
      at = visit(e) ?? e.end;
    }
  };
  let info = false;
  each(0, source.size, (top) => {
    if (top.id !== SEGMENT) return undefined;
    each(top.at, top.end, (e) => {
      if (e.id === INFO) {
        info = true;
        each(e.at, e.end, (f) => segmentInfo(source, f, into));
      } else if (e.id === TAGS) each(e.at, e.end, (t) => tag(t));
      else if (e.id === CLUSTER && !e.sized) return nextLevelOne(e);
      return undefined;
    });
    return undefined;
  });
  function nextLevelOne(cluster: Element): number {
    let stop = cluster.end;
    each(cluster.at, cluster.end, (c) => {
      if (!LEVEL_ONE.has(c.id)) return undefined;
      stop = c.start;
      return cluster.end;
    });
    return stop;
  }
  function tag(t: Element): undefined {
    if (t.id === TAG) each(t.at, t.end, (s) => simple(s));
  }
  function simple(s: Element): undefined {
    if (s.id !== SIMPLE) return;
    let name = "";
    let text = "";
    let at = 0;
    each(s.at, s.end, (f) => {
      if (f.id === 0x45a3) name = trimmed(utf8(source.read(f.at, Math.min(f.end - f.at, 100)))).toUpperCase();
      if (f.id === 0x4487) {
        text = trimmed(utf8(source.read(f.at, Math.min(f.end - f.at, 200))));
        at = f.at;
      }
      return undefined;
    });
    const known = TAG_TIMES[name];
    if (name === "ENCODER") addHint(into, "software", text, "Matroska Tags ENCODER", into.start + at);
    if (known && /^\d{4}/.test(text))
      addClock(into, {
        field: `Matroska Tags ${name}`,
        tag: `Matroska:${name}`,
        raw: text,
        offset: into.start + at,
        ...known,
        role: /\d\d:\d\d/.test(text) || known.role !== "captured" ? known.role : "typed by a person",
      });
  }
  if (!info && into.clocks.length === 0)
    into.broken = "the file is cut off or is no Matroska file: its Info element is not there";
  else if (count <= 1) addNote(into, "nothing but a header");
}

function segmentInfo(source: ByteSource, f: Element, into: Draft): undefined {
  const length = f.end - f.at;
  if (f.id === 0x4461 && length === 8) {
    const view = source.read(f.at, 8);
    if (view.length < 8) return;
    const raw = view.reduce((n, b) => n * 256n + BigInt(b), 0n);
    addClock(into, {
      field: "Matroska Info DateUTC",
      tag: "Info:DateTimeOriginal",
      raw: String(BigInt.asIntN(64, raw)),
      encoding: "nanoseconds since 2001",
      utc: true,
      offset: into.start + f.at,
      role: "written",
      meaning: "when the file was muxed, UTC by specification",
    });
  }
  if (f.id === 0x4d80 || f.id === 0x5741)
    addHint(
      into,
      "software",
      trimmed(utf8(source.read(f.at, Math.min(length, 200)))),
      f.id === 0x4d80 ? "MuxingApp" : "WritingApp",
      into.start + f.at,
    );
}

function element(source: ByteSource, at: number, to: number): Element | null {
  const head = source.read(at, 12);
  if (head.length < 2) return null;
  const idBytes = Math.clz32(head[0]!) - 23;
  if (idBytes > 4 || idBytes >= head.length) return null;
  let id = 0;
  for (let i = 0; i < idBytes; i++) id = id * 256 + head[i]!;
  const sizeBytes = Math.clz32(head[idBytes]!) - 23;
  if (sizeBytes > 8 || idBytes + sizeBytes > head.length) return null;
  let size = head[idBytes]! & (0xff >> sizeBytes);
  let ones = size === 0xff >> sizeBytes;
  for (let i = 1; i < sizeBytes; i++) {
    const b = head[idBytes + i]!;
    ones &&= b === 0xff;
    size = size * 256 + b;
  }
  const start = at + idBytes + sizeBytes;
  return { id, start: at, at: start, end: ones ? to : Math.min(start + size, to), sized: !ones };
}
