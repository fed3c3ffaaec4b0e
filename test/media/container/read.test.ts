import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  be,
  box,
  exif,
  join,
  matroska,
  movie,
  pdf,
  photo,
  png,
  since1904,
  xmp,
} from "../../../examples/media/bytes.ts";
import { readContainers } from "../../../src/media/container/read.ts";
import { fromBytes } from "../../../src/media/container/source.ts";

const read = (bytes: Uint8Array) => readContainers(fromBytes(bytes));
const clocks = (bytes: Uint8Array) => read(bytes).flatMap((p) => p.clocks);
const named = (bytes: Uint8Array, field: string) => clocks(bytes).find((c) => c.field === field);
/** The stored value really stands where the clock says. */
const stands = (bytes: Uint8Array, field: string) => {
  const c = named(bytes, field)!;
  return new TextDecoder("latin1").decode(bytes.subarray(c.offset!, c.offset! + c.raw.length)) === c.raw;
};

describe("MP4 and MOV", () => {
  const bytes = movie({
    created: "2031-05-07T11:40:10Z",
    modified: null,
    keys: { "com.apple.quicktime.creationdate": "2031-05-07T13:40:10+0200" },
    handler: "Made by a service. Created on: 05/08/2031.",
  });
  test("every header's clocks, with the bytes they stand in", () => {
    const counts = clocks(bytes).filter((c) => c.encoding === "seconds since 1904");
    expect(counts).toHaveLength(6);
    for (const c of counts) {
      const at = c.offset!;
      expect(new DataView(bytes.buffer).getUint32(at)).toBe(Number(c.raw));
    }
    expect(counts[0]!.raw).toBe(String(since1904("2031-05-07T11:40:10Z")));
  });
  test("a phone's creation date with its zone, and a service's handler name", () => {
    expect(named(bytes, "Keys com.apple.quicktime.creationdate")?.raw).toBe("2031-05-07T13:40:10+0200");
    expect(stands(bytes, "Keys com.apple.quicktime.creationdate")).toBe(true);
    expect(named(bytes, "moov/trak 1/mdia/hdlr name")?.raw).toBe("2031-05-08");
  });
  test("64-bit headers", () => {
    const head = join(be(0x01000000, 4), be(since1904("2031-05-07T11:40:10Z"), 8), be(0, 8), be(0, 80));
    const c = clocks(join(box("ftyp", "isom", be(0, 4)), box("moov", box("mvhd", head))));
    expect(c.map((x) => x.raw)).toEqual([String(since1904("2031-05-07T11:40:10Z")), "0"]);
  });
  test("a box that claims more than there is ends with the file", () => {
    const cut = join(box("ftyp", "isom", be(0, 4)), be(0xffffffff, 4), "moov", be(0, 64));
    expect(read(cut)[0]!.broken).toMatch(/claims 4294967295 bytes/);
    const long = join(
      box("ftyp", "isom", be(0, 4)),
      be(1, 4),
      "moov",
      be(2 ** 52, 8),
      movie({ created: "2031-05-07T11:40:10Z" }).subarray(24 + 8 + 8),
    );
    expect(() => read(long)).not.toThrow();
  });
  test("20,000 levels are left at a limit", () => {
    let bytes: Uint8Array = box("mvhd", be(0, 100));
    const heads: Uint8Array[] = [];
    for (let i = 0; i < 20_000; i++) heads.push(join(be(8 * (20_000 - i) + bytes.length, 4), "moov"));
    bytes = join(box("ftyp", "isom", be(0, 4)), ...heads, bytes);
    expect(read(bytes)[0]!.capped).toBe(true);
  });
});

describe("JPEG", () => {
  test("Exif times with the zone beside them, at their bytes", () => {
    const bytes = photo({
      taken: "2031:05:09 15:20:00",
      saved: "2031:05:11 10:02:00",
      zone: "+02:00",
      model: "Fieldphone 3",
    });
    expect(named(bytes, "Exif ExifIFD DateTimeOriginal")).toMatchObject({
      raw: "2031:05:09 15:20:00",
      zone: "+02:00",
      role: "captured",
    });
    for (const f of ["Exif IFD0 DateTime", "Exif ExifIFD DateTimeOriginal", "Exif ExifIFD DateTimeDigitized"])
      expect(stands(bytes, f)).toBe(true);
  });
  test("a satellite's time is UTC", () => {
    const bytes = photo({ taken: "2031:05:09 15:20:00", gps: { date: "2031:05:09", time: [13, 20, 0] } });
    expect(clocks(bytes).find((c) => c.field.includes("GPS"))).toMatchObject({ raw: "2031:05:09 13:20:00", utc: true });
  });
  test("a movie behind the picture is a part of its own, with offsets of the whole file", () => {
    const picture = photo({ taken: "2031:05:09 15:20:00" });
    const parts = read(join(picture, movie({ created: "2031-05-07T11:40:10Z" })));
    expect(parts.map((p) => [p.kind, p.start])).toEqual([
      ["JPEG", 0],
      ["MP4", picture.length],
    ]);
    const own = clocks(movie({ created: "2031-05-07T11:40:10Z" }))[0]!.offset!;
    expect(parts[1]!.clocks[0]!.offset).toBe(picture.length + own);
  });
  test("a cut-off picture keeps the clocks it still has", () => {
    const bytes = photo({ taken: "2031:05:09 15:20:00" });
    const part = read(bytes.subarray(0, bytes.length - 4))[0]!;
    expect(part.broken).toBeNull();
    expect(part.clocks).not.toEqual([]);
    expect(part.notes.join()).toMatch(/cut off/);
  });
  test("a directory that points to itself is not followed", () => {
    const loop = join("MM", be(42, 2), be(8, 4), be(1, 2), be(0x8769, 2), be(4, 2), be(1, 4), be(8, 4), be(8, 4));
    expect(read(loop)[0]!.notes.join()).toMatch(/points back/);
  });
});

describe("XMP", () => {
  const history = (n: number) =>
    `<xmpMM:History><rdf:Seq>${'<rdf:li stEvt:action="saved" stEvt:when="2031-05-07T16:05:02+02:00" stEvt:softwareAgent="Valley Cutter 4"/>'.repeat(n)}</rdf:Seq></xmpMM:History>`;
  test("properties as attributes and as elements, history, ingredients", () => {
    const inner = `<xmp:ModifyDate>2031-05-07T16:05:31+02:00</xmp:ModifyDate>${history(1)}<xmpMM:Ingredients><rdf:Bag><rdf:li stRef:filePath="rehearsal.mov"/></rdf:Bag></xmpMM:Ingredients><xmpMM:Pantry><rdf:Bag><rdf:li><rdf:Description xmp:CreateDate="2030-01-02T00:00:00Z"/></rdf:li></rdf:Bag></xmpMM:Pantry>`;
    const bytes = movie({ created: null, xmp: xmp({ "xmp:CreateDate": "2031-05-07T16:05:02+02:00" }, inner) });
    expect(named(bytes, "XMP xmp:CreateDate")?.role).toBe("written");
    expect(stands(bytes, "XMP xmp:ModifyDate")).toBe(true);
    expect(named(bytes, "XMP xmpMM:History/stEvt:when")?.meaning).toBe("history: saved with Valley Cutter 4");
    expect(named(bytes, "XMP xmpMM:Pantry/xmp:CreateDate")?.subject).toBe("ingredient");
    expect(read(bytes)[0]!.hints).toContainEqual(
      expect.objectContaining({ kind: "ingredient name", value: "rehearsal.mov" }),
    );
  });
  test("prefixes are the packet's own affair", () => {
    const packet = `<a:RDF xmlns:a="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a:Description xmlns:q="http://ns.adobe.com/xap/1.0/" q:CreateDate="2031-05-07"/></a:RDF>`;
    expect(named(photo({ taken: "2031:05:09 15:20:00", xmp: packet }), "XMP xmp:CreateDate")?.raw).toBe("2031-05-07");
  });
  test("entities that a document declares are not expanded", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${xmp({}, "<xmp:CreateDate>&b;</xmp:CreateDate><xmp:ModifyDate>2031-05-07</xmp:ModifyDate>")}`;
    const part = read(movie({ created: null, xmp: bomb }))[0]!;
    expect(part.clocks.filter((c) => c.field.startsWith("XMP")).map((c) => c.raw)).toEqual(["2031-05-07"]);
    expect(part.notes.join()).toMatch(/entities/);
  });
  test("200,000 events of history: some are kept, the rest are counted", () => {
    const part = read(movie({ created: null, xmp: xmp({}, history(200_000)) }))[0]!;
    const left = Number(/(\d+) more clocks are left out/.exec(part.notes.join())?.[1]);
    expect(left + part.clocks.length).toBe(200_006);
  });
  test("UTF-16", () => {
    const packet = xmp({ "xmp:CreateDate": "2031-05-07" });
    const wide = Uint8Array.from([...packet].flatMap((c) => [0, c.charCodeAt(0)]));
    const tiff = join(
      "MM",
      be(42, 2),
      be(8, 4),
      be(1, 2),
      be(700, 2),
      be(1, 2),
      be(wide.length, 4),
      be(26, 4),
      be(0, 4),
      wide,
    );
    expect(named(tiff, "XMP xmp:CreateDate")?.raw).toBe("2031-05-07");
  });
});

describe("PNG", () => {
  test("text and last change", () => {
    const bytes = png({ "Creation Time": "2031-05-09 10:00:00" }, [2031, 5, 11, 9, 8, 7]);
    expect(stands(bytes, "PNG text Creation Time")).toBe(true);
    expect(named(bytes, "PNG tIME")?.raw).toBe("2031-05-11T09:08:07");
  });
  test("a chunk that unpacks to 200 MB is left out, and said so", () => {
    const packed = deflateSync(new Uint8Array(200_000_000));
    const plain = png({});
    const chunk = join(be(packed.length + 15, 4), "zTXt", "Creation Time", be(0, 2), packed, be(0, 4));
    const part = read(join(plain.subarray(0, 33), chunk, plain.subarray(33)))[0]!;
    expect(part).toMatchObject({ capped: true, clocks: [] });
    expect(part.notes.join()).toMatch(/left out/);
  });
});

describe("PDF, Matroska, TIFF", () => {
  test("the information dictionary", () => {
    const bytes = pdf({ CreationDate: "D:20310509101500+02'00'", ModDate: "D:20310509103000+02'00'" });
    expect(clocks(bytes).map((c) => c.role)).toEqual(["written", "edited"]);
  });
  test("a damaged table of contents is no obstacle", () => {
    const text = new TextDecoder()
      .decode(pdf({ CreationDate: "D:20310509101500Z" }))
      .replace(/startxref\s+\d+/, "startxref\n7");
    expect(clocks(new TextEncoder().encode(text)).map((c) => c.raw)).toEqual(["D:20310509101500Z"]);
  });
  test("objects packed in a stream", () => {
    const packed = deflateSync("3 0 << /CreationDate (D:20310509101500Z) >>");
    const head = `%PDF-1.5\n1 0 obj\n<< /Type /Catalog >>\nendobj\n`;
    const holder = join(
      `2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      packed,
      "\nendstream\nendobj\n",
    );
    const rows = Uint8Array.of(0, 0, 0, 0, 1, 0, 9, 0, 1, 0, head.length, 0, 2, 0, 2, 0);
    const at = head.length + holder.length;
    const table = join(
      `4 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Info 3 0 R /Length 16 >>\nstream\n`,
      rows,
      `\nendstream\nendobj\nstartxref\n${at}\n%%EOF`,
    );
    expect(clocks(join(head, holder, table)).map((c) => c.raw)).toEqual(["D:20310509101500Z"]);
  });
  test("DateUTC counts from 2001, in UTC", () => {
    expect(clocks(matroska("2031-05-07T11:40:10Z"))[0]).toMatchObject({
      utc: true,
      encoding: "nanoseconds since 2001",
    });
  });
  test("a TIFF alone", () => {
    expect(named(exif({ saved: "2031:05:11 10:02:00" }), "Exif IFD0 DateTime")?.raw).toBe("2031:05:11 10:02:00");
  });
});

describe("whatever the bytes", () => {
  const seeds = [
    movie({
      created: "2031-05-07T11:40:10Z",
      keys: { "com.apple.quicktime.creationdate": "2031-05-07T13:40:10+0200" },
      xmp: xmp({ "xmp:CreateDate": "2031-05-07" }),
    }),
    photo({
      taken: "2031:05:09 15:20:00",
      saved: "2031:05:11 10:02:00",
      zone: "+02:00",
      gps: { date: "2031:05:09", time: [1, 2, 3] },
      xmp: xmp({ "xmp:CreateDate": "2031-05-07" }),
    }),
    join(photo({ taken: "2031:05:09 15:20:00" }), movie({ created: "2031-05-07T11:40:10Z" })),
    png({ "Creation Time": "2031" }, [2031, 5, 11, 9, 8, 7]),
    pdf({ CreationDate: "D:20310509101500Z" }),
    matroska("2031-05-07T11:40:10Z"),
    exif({ taken: "2031:05:09 15:20:00", saved: "2031:05:11 10:02:00" }),
    join(
      "RIFF",
      Uint8Array.of(60, 0, 0, 0),
      "AVI LIST",
      Uint8Array.of(40, 0, 0, 0),
      "hdrlIDIT",
      Uint8Array.of(24, 0, 0, 0),
      "Fri May  9 15:20:00 2031",
    ),
  ];
  const survives = (bytes: Uint8Array) => {
    for (const p of read(bytes))
      for (const c of p.clocks)
        if (c.offset !== null && c.offset > bytes.length) throw new Error(`${c.field} at ${c.offset}`);
  };
  const runs = process.env.HEARSAY_FULL ? 100_000 : 400;
  test("changed bytes, cut ends and doubled middles are read without a fault", () => {
    const damage = fc.record({
      seed: fc.nat(seeds.length - 1),
      changes: fc.array(fc.tuple(fc.nat(5000), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      cut: fc.nat(3000),
      twice: fc.tuple(fc.nat(2000), fc.nat(400)),
    });
    fc.assert(
      fc.property(damage, ({ seed, changes, cut, twice }) => {
        let bytes: Uint8Array = seeds[seed]!.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        bytes = join(
          bytes.subarray(0, twice[0]),
          bytes.subarray(twice[0], twice[0] + twice[1]),
          bytes.subarray(twice[0]),
        );
        survives(bytes.subarray(0, Math.max(1, bytes.length - (cut % bytes.length))));
      }),
      { numRuns: runs },
    );
  });
  test("noise behind every magic number", () => {
    const heads = [
      join(be(24, 4), "ftypisom"),
      Uint8Array.of(0xff, 0xd8, 0xff),
      "\x89PNG\r\n\x1a\n",
      "%PDF-1.4\n",
      Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3),
      "MM\0*",
      "II*\0",
      "RIFF",
    ];
    fc.assert(
      fc.property(fc.nat(heads.length - 1), fc.uint8Array({ maxLength: 3000 }), (h, noise) =>
        survives(join(heads[h]!, noise)),
      ),
      { numRuns: runs },
    );
  });
});
