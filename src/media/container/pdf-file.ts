import { inflate } from "./inflate.ts";
import { addLimit, addNote, type Draft } from "./part.ts";
import { isRef, type PdfValue, parsePdf } from "./pdf-syntax.ts";
import { type ByteSource, indexOfBytes } from "./source.ts";
import { ascii, latin1 } from "./text.ts";

type Dictionary = Extract<PdfValue, { kind: "dictionary" }>;

/** Where an object stands: at a byte of the file, or as the n-th of an object stream. */
type Place = { readonly at: number } | { readonly holder: number; readonly index: number };

/** An opened PDF: its newest trailer and a way to follow references. */
export interface PdfFile {
  readonly trailer: Readonly<Record<string, PdfValue>>;
  resolve(value: PdfValue | undefined): PdfValue | null;
  /** The unpacked bytes of a stream; `at` is where they stand in the file, null when they were packed. */
  stream(dictionary: Dictionary): { bytes: Uint8Array; at: number | null } | null;
}

const MOST_OBJECT = 1 << 16;
const MOST_STREAM = 4 << 20;
const MOST_TABLES = 50;
const MOST_SCAN = 64 << 20;

/** Opens a PDF by its cross-reference tables and streams (ISO 32000-2 §7.5), or by looking through it when they are damaged. */
export function openPdf(source: ByteSource, into: Draft): PdfFile {
  const places = new Map<number, Place>();
  let trailer: Record<string, PdfValue> = {};
  const number = (v: PdfValue | undefined): number => (v?.kind === "number" ? v.value : -1);
  const objectAt = (at: number, wanted: number): PdfValue | null => {
    const b = source.read(at, MOST_OBJECT);
    const head = /^\s*(\d{1,10})\s+\d{1,10}\s+obj/.exec(latin1(b.subarray(0, 40)));
    if (!head || (wanted >= 0 && Number(head[1]) !== wanted)) return null;
    return parsePdf(b, head[0].length, at)?.value ?? null;
  };
  const raw = (d: Dictionary): Uint8Array | null => {
    if (d.streamAt === null) return null;
    const declared = number(resolve(d.entries.Length) ?? undefined);
    return source.read(d.streamAt, declared > 0 ? Math.min(declared, MOST_STREAM) : MOST_STREAM);
  };
  const stream = (d: Dictionary): { bytes: Uint8Array; at: number | null } | null => {
    const bytes = raw(d);
    if (!bytes) return null;
    const filter = d.entries.Filter;
    const first = filter?.kind === "array" ? filter.items[0] : filter;
    if (!first) return { bytes, at: d.streamAt };
    if (first.kind !== "name" || first.name !== "FlateDecode") return null;
    const out = inflate(bytes, MOST_STREAM);
    if (out.limited) addLimit(into, `a packed stream unpacks to more than ${MOST_STREAM} bytes: the rest is left out`);
    const parameters = resolve(d.entries.DecodeParms);
    const columns =
      parameters?.kind === "dictionary" && number(parameters.entries.Predictor) >= 10
        ? number(parameters.entries.Columns)
        : 0;
    return { bytes: columns > 0 && columns < 1000 ? unpredict(out.bytes, columns) : out.bytes, at: null };
  };
  const members = new Map<number, readonly (PdfValue | null)[]>();
  const held = (holder: number, index: number): PdfValue | null => {
    let list = members.get(holder);
    if (!list) {
      members.set(holder, []);
      const d = direct(holder);
      const data = d && d.kind === "dictionary" ? stream(d) : null;
      const first = d && d.kind === "dictionary" ? number(d.entries.First) : -1;
      const starts =
        data && first > 0
          ? latin1(data.bytes.subarray(0, Math.min(first, 1 << 18)))
              .trim()
              .split(/\s+/)
              .map(Number)
          : [];
      list = [];
      const values: (PdfValue | null)[] = [];
      for (let i = 1; i < starts.length && i < 4000; i += 2)
        values.push(parsePdf(data!.bytes, first + starts[i]!, -(2 ** 40))?.value ?? null);
      list = values;
      members.set(holder, list);
    }
    return list[index] ?? null;
  };
  const direct = (object: number): PdfValue | null => {
    const place = places.get(object);
    return place && "at" in place ? objectAt(place.at, object) : null;
  };
  const resolve = (value: PdfValue | undefined): PdfValue | null => {
    if (!isRef(value)) return value ?? null;
    const place = places.get(value.object);
    return !place ? null : "at" in place ? objectAt(place.at, value.object) : held(place.holder, place.index);
  };
  const seen = new Set<number>();
  const tables = (start: number): void => {
    for (let at = start, n = 0; at > 0 && at < source.size && !seen.has(at) && n < MOST_TABLES; n++) {
      seen.add(at);
      const head = latin1(source.read(at, 40)).trimStart();
      const next = head.startsWith("xref") ? table(at) : streamTable(at);
      if (!next) return;
      trailer = { ...next, ...trailer };
      const hybrid = number(next.XRefStm);
      if (hybrid > 0 && !seen.has(hybrid)) {
        seen.add(hybrid);
        streamTable(hybrid);
      }
      at = number(next.Prev);
    }
  };
  const table = (at: number): Record<string, PdfValue> | null => {
    const text = latin1(source.read(at, 4 << 20));
    const section = /(?:xref|)\s*(\d+)\s+(\d+)\s*(?:\r\n|\n|\r)/y;
    section.lastIndex = text.indexOf("xref") + 4;
    for (let m = section.exec(text); m; m = section.exec(text)) {
      let row = section.lastIndex;
      for (let i = 0; i < Number(m[2]) && row + 18 <= text.length; i++) {
        const line = /\s*(\d{10}) \d{5} ([nf])\s{0,2}/y;
        line.lastIndex = row;
        const r = line.exec(text);
        if (!r) break;
        const id = Number(m[1]) + i;
        if (r[2] === "n" && !places.has(id) && places.size < 500_000) places.set(id, { at: Number(r[1]) });
        row = line.lastIndex;
      }
      section.lastIndex = row;
    }
    const from = text.indexOf("trailer", at === 0 ? 0 : 0);
    const d = from < 0 ? null : parsePdf(ascii(text.slice(from + 7, from + 7 + MOST_OBJECT)), 0, at + from + 7);
    return d && d.value.kind === "dictionary" ? d.value.entries : null;
  };
  const streamTable = (at: number): Record<string, PdfValue> | null => {
    const d = objectAt(at, -1);
    if (d?.kind !== "dictionary" || d.streamAt === null) return null;
    const rows = stream(d);
    const w = d.entries.W;
    const widths = w?.kind === "array" ? w.items.map((i) => number(i)) : [];
    const width = widths.reduce((a, b) => a + b, 0);
    if (!rows || widths.length < 3 || width <= 0 || width > 32 || widths.some((x) => x < 0)) return d.entries;
    const index = d.entries.Index;
    const ranges = index?.kind === "array" ? index.items.map((i) => number(i)) : [0, number(d.entries.Size)];
    let p = 0;
    const field = (size: number): number => {
      let n = 0;
      for (let i = 0; i < size; i++) n = n * 256 + (rows.bytes[p++] ?? 0);
      return n;
    };
    for (let r = 0; r + 1 < ranges.length; r += 2)
      for (let i = 0; i < ranges[r + 1]! && p + width <= rows.bytes.length; i++) {
        const kind = widths[0] === 0 ? 1 : field(widths[0]!);
        const a = field(widths[1]!);
        const b = field(widths[2]!);
        const id = ranges[r]! + i;
        if (places.has(id) || places.size >= 500_000) continue;
        if (kind === 1) places.set(id, { at: a });
        if (kind === 2) places.set(id, { holder: a, index: b });
      }
    return d.entries;
  };
  const tail = latin1(source.read(Math.max(0, source.size - 2048), 2048));
  const starts = [...tail.matchAll(/startxref\s+(\d{1,15})/g)];
  if (starts.length > 0) tables(Number(starts[starts.length - 1]![1]));
  if (!trailer.Root || !resolve(trailer.Root)) rebuild();

  /** Damaged or cut off: every "n g obj" in the file, and the last trailer-like dictionary. */
  function rebuild(): void {
    addNote(into, "the document's own table of contents is damaged: the file was looked through instead");
    const bytes = source.read(0, Math.min(source.size, MOST_SCAN));
    const mark = ascii(" obj");
    for (let i = indexOfBytes(bytes, mark); i >= 0; i = indexOfBytes(bytes, mark, i + 4)) {
      if (bytes[i - 1]! < 0x30 || bytes[i - 1]! > 0x39 || places.size > 200_000) continue;
      const m = /(\d{1,9}) \d{1,5}$/.exec(latin1(bytes.subarray(Math.max(0, i - 18), i)));
      if (m) places.set(Number(m[1]), { at: i - m[0].length });
    }
    for (const word of ["/Info", "/Root"]) {
      const key = ascii(word);
      for (let i = indexOfBytes(bytes, key); i >= 0; i = indexOfBytes(bytes, key, i + 5)) {
        const v = parsePdf(bytes, i + 5, 0)?.value;
        if (v && isRef(v)) trailer = { ...trailer, [word.slice(1)]: v };
      }
    }
    if (indexOfBytes(bytes, ascii("/Encrypt ")) >= 0)
      trailer = { ...trailer, Encrypt: { kind: "other", word: "?", at: 0 } };
  }
  return { trailer, resolve, stream };
}

/** Undoes PNG row prediction (ISO 32000-2 §7.4.4.4) for rows of single bytes. */
function unpredict(b: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(b.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    const kind = b[r * (columns + 1)]!;
    for (let c = 0; c < columns; c++) {
      const left = c > 0 ? out[r * columns + c - 1]! : 0;
      const up = r > 0 ? out[(r - 1) * columns + c]! : 0;
      const corner = r > 0 && c > 0 ? out[(r - 1) * columns + c - 1]! : 0;
      const p = left + up - corner;
      const paeth =
        Math.abs(p - left) <= Math.abs(p - up) && Math.abs(p - left) <= Math.abs(p - corner)
          ? left
          : Math.abs(p - up) <= Math.abs(p - corner)
            ? up
            : corner;
      const add = kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth : 0;
      out[r * columns + c] = (b[r * (columns + 1) + 1 + c]! + add) & 255;
    }
  }
  return out;
}
