// Writes small media files byte by byte: no picture worth looking at, but every clock where its format keeps it.

const text = (s: string): Uint8Array => new TextEncoder().encode(s);

/** Joins bytes and strings (as UTF-8). */
export function join(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const all = parts.map((p) => (typeof p === "string" ? text(p) : p));
  const out = new Uint8Array(all.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of all) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** A number of `size` bytes, big-endian. */
export function be(value: number, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
}

/** An ISO base media box. */
export function box(type: string, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const body = join(...parts);
  const name = Uint8Array.from(type, (c) => c.charCodeAt(0));
  return join(be(body.length + 8, 4), name, body);
}

/** Seconds from 1904 for an ISO instant; 0 for null. */
export const since1904 = (iso: string | null): number => (iso === null ? 0 : Date.parse(iso) / 1000 + 2_082_844_800);

export interface MovieOptions {
  readonly created: string | null;
  readonly modified?: string | null;
  /** QuickTime metadata by key. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly xmp?: string;
  readonly handler?: string;
  /** Overrides the 1904 count of every header. */
  readonly raw?: number;
}

/** An MP4 without a picture: header, one track, the metadata asked for. */
export function movie(o: MovieOptions): Uint8Array {
  const created = be(o.raw ?? since1904(o.created), 4);
  const modified = be(o.raw ?? since1904(o.modified === undefined ? o.created : o.modified), 4);
  const clocks = join(be(0, 4), created, modified);
  const hdlr = (type: string, name: string): Uint8Array => box("hdlr", be(0, 8), type, be(0, 12), name, be(0, 1));
  const keys = Object.entries(o.keys ?? {});
  const meta =
    keys.length === 0
      ? new Uint8Array(0)
      : box(
          "meta",
          hdlr("mdta", ""),
          box("keys", be(0, 4), be(keys.length, 4), ...keys.map(([k]) => join(be(k.length + 8, 4), "mdta", k))),
          box(
            "ilst",
            ...keys.map(([, v], i) =>
              join(be(text(v).length + 24, 4), be(i + 1, 4), box("data", be(1, 4), be(0, 4), v)),
            ),
          ),
        );
  const track = box(
    "trak",
    box("tkhd", clocks, be(1, 4), be(0, 68)),
    box("mdia", box("mdhd", clocks, be(1000, 4), be(2000, 4), be(0, 4)), hdlr("vide", o.handler ?? "VideoHandler")),
  );
  const uuid = Uint8Array.from("be7acfcb97a942e89c71999491e3afac".match(/../g)!, (h) => Number.parseInt(h, 16));
  return join(
    box("ftyp", "isom", be(512, 4), "isomiso2avc1mp41"),
    box("moov", box("mvhd", clocks, be(1000, 4), be(2000, 4), be(0, 80)), track, meta),
    ...(o.xmp ? [box("uuid", uuid, o.xmp)] : []),
    box("mdat", be(0, 64)),
  );
}

/** An XMP packet around properties ("xmp:CreateDate": value) and any further RDF. */
export function xmp(properties: Readonly<Record<string, string>>, inner = "", toolkit = "Example Toolkit"): string {
  const attributes = Object.entries(properties).map(([k, v]) => ` ${k}="${v}"`);
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="${toolkit}"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"${attributes.join("")}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

export interface PhotoOptions {
  readonly taken?: string;
  readonly saved?: string;
  readonly zone?: string;
  readonly software?: string;
  readonly model?: string;
  readonly gps?: { readonly date: string; readonly time: readonly [number, number, number] };
  readonly xmp?: string;
}

type Field = readonly [tag: number, type: number, count: number, value: Uint8Array];

const words = (tag: number, s: string): Field => [tag, 2, text(s).length + 1, join(s, be(0, 1))];

/** A TIFF directory at `at`, with its values behind it. */
function directory(fields: readonly Field[], at: number, next = 0): Uint8Array {
  let behind = at + 2 + fields.length * 12 + 4;
  const values: Uint8Array[] = [];
  const rows = fields.map(([tag, type, count, value]) => {
    const head = join(be(tag, 2), be(type, 2), be(count, 4));
    if (value.length <= 4) return join(head, value, new Uint8Array(4 - value.length));
    const row = join(head, be(behind, 4));
    const even = value.length % 2 === 0 ? value : join(value, be(0, 1));
    values.push(even);
    behind += even.length;
    return row;
  });
  return join(be(fields.length, 2), ...rows, be(next, 4), ...values);
}

/** An Exif structure (big-endian TIFF). */
export function exif(o: PhotoOptions): Uint8Array {
  const main: Field[] = [];
  if (o.model) main.push(words(0x110, o.model));
  if (o.software) main.push(words(0x131, o.software));
  if (o.saved) main.push(words(0x132, o.saved));
  const inner: Field[] = [];
  if (o.taken) inner.push(words(0x9003, o.taken), words(0x9004, o.taken));
  if (o.zone) inner.push(words(0x9010, o.zone), words(0x9011, o.zone), words(0x9012, o.zone));
  const gps: Field[] = o.gps
    ? [[7, 5, 3, join(...o.gps.time.flatMap((n) => [be(n, 4), be(1, 4)]))], words(29, o.gps.date)]
    : [];
  const pointers = (a: number, b: number): Field[] => [
    ...main,
    [0x8769, 4, 1, be(a, 4)],
    ...(gps.length > 0 ? [[0x8825, 4, 1, be(b, 4)] as Field] : []),
  ];
  const innerAt = 8 + directory(pointers(0, 0), 8).length;
  const innerBytes = directory(inner, innerAt);
  const gpsAt = innerAt + innerBytes.length;
  return join(
    "MM",
    be(42, 2),
    be(8, 4),
    directory(pointers(innerAt, gpsAt), 8),
    innerBytes,
    gps.length > 0 ? directory(gps, gpsAt) : "",
  );
}

/** A JPEG of one grey scan with Exif and XMP segments. */
export function photo(o: PhotoOptions): Uint8Array {
  const segment = (marker: number, ...parts: readonly (Uint8Array | string)[]): Uint8Array => {
    const body = join(...parts);
    return join(Uint8Array.of(0xff, marker), be(body.length + 2, 2), body);
  };
  const hasExif = o.taken || o.saved || o.software || o.model || o.gps;
  return join(
    Uint8Array.of(0xff, 0xd8),
    hasExif ? segment(0xe1, "Exif", be(0, 2), exif(o)) : "",
    o.xmp ? segment(0xe1, "http://ns.adobe.com/xap/1.0/", be(0, 1), o.xmp) : "",
    segment(0xda, be(0, 1)),
    Uint8Array.of(0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd9),
  );
}

/** A PDF of no pages with an information dictionary. */
export function pdf(info: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(info).map(([k, v]) => `/${k} (${v})`);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [] /Count 0 >>",
    `<< ${entries.join(" ")} >>`,
  ];
  let out = "%PDF-1.4\n";
  const places = objects.map((o, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${o}\nendobj\n`;
    return at;
  });
  const start = out.length;
  const rows = places.map((p) => `${String(p).padStart(10, "0")} 00000 n \n`).join("");
  return text(
    `${out}xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

/** A Matroska file of nothing but its Info, with DateUTC where given. */
export function matroska(date: string | null): Uint8Array {
  const element = (id: number, size: number, body: Uint8Array | string): Uint8Array => {
    const b = join(body);
    return join(be(id, size), join(Uint8Array.of(0x10), be(b.length, 3)), b);
  };
  const ns = date === null ? null : BigInt(Date.parse(date) - Date.parse("2001-01-01T00:00:00Z")) * 1_000_000n;
  const bytes =
    ns === null
      ? ""
      : element(
          0x4461,
          2,
          Uint8Array.from({ length: 8 }, (_, i) => Number((ns >> BigInt(56 - 8 * i)) & 255n)),
        );
  const info = element(0x1549a966, 4, join(bytes, element(0x4d80, 2, "example muxer")));
  return join(element(0x1a45dfa3, 4, element(0x4282, 2, "matroska")), element(0x18538067, 4, info));
}

/** A PNG of one pixel with text chunks; checksums are left zero, which no reader of ours looks at. */
export function png(
  texts: Readonly<Record<string, string>>,
  changed?: readonly [number, number, number, number, number, number],
): Uint8Array {
  const chunk = (type: string, ...parts: readonly (Uint8Array | string)[]): Uint8Array => {
    const body = join(...parts);
    return join(be(body.length, 4), type, body, be(0, 4));
  };
  return join(
    Uint8Array.of(0x89),
    "PNG\r\n",
    Uint8Array.of(0x1a, 0x0a),
    chunk("IHDR", be(1, 4), be(1, 4), Uint8Array.of(8, 0, 0, 0, 0)),
    ...Object.entries(texts).map(([k, v]) => chunk("tEXt", k, be(0, 1), v)),
    changed ? chunk("tIME", be(changed[0], 2), Uint8Array.from(changed.slice(1))) : "",
    chunk("IEND"),
  );
}
