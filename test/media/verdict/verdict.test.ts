import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  join,
  type MovieOptions,
  matroska,
  movie,
  pdf,
  photo,
  png,
  since1904,
  xmp,
} from "../../../examples/media/bytes.ts";
import { check } from "../../../src/media/check.ts";
import { instant } from "../../../src/media/clocks/date-text.ts";
import { readContainers } from "../../../src/media/container/read.ts";
import { fromBytes } from "../../../src/media/container/source.ts";
import { readClaim } from "../../../src/media/verdict/claim.ts";

const NOW = Date.parse("2031-06-01T00:00:00Z");
const claimed = (text: string | null) => {
  if (text === null) return null;
  const r = readClaim(text, "+02:00");
  if (!r.ok) throw new Error(r.why);
  return r.claim;
};
const judge = (bytes: Uint8Array, shown: string | null, published: string | null = null, file = "clip.bin") =>
  check(
    {
      file,
      sha256: null,
      size: bytes.length,
      parts: readContainers(fromBytes(bytes)),
      second: null,
      shown: [],
      notes: [],
    },
    { shownAt: claimed(shown), publishedAt: claimed(published) },
    NOW,
  );
const said = (...args: Parameters<typeof judge>) => {
  const e = judge(...args);
  return `${e.verdict} ${e.strength}`;
};
const why = (...args: Parameters<typeof judge>) =>
  judge(...args)
    .reasons.map((r) => r.text)
    .join("\n");
const clip = (created: string | null, over: Partial<MovieOptions> = {}) => movie({ created, ...over });

describe("the file's clock reads earlier", () => {
  test("only when its latest possible reading does, and by how much", () => {
    const bytes = clip("2031-05-07T11:40:10Z");
    expect(said(bytes, "2031-05-09")).toBe("predates moderate");
    expect(why(bytes, "2031-05-09")).toMatch(/22 h 19 m before/);
    expect(why(bytes, "2031-05-09")).toMatch(/no time zone stored/);
    expect(said(bytes, "2031-05-08")).toBe("inconclusive -");
  });
  test("later edits do not veto it", () => {
    expect(
      said(photo({ taken: "2031:05:07 12:00:00", saved: "2031:05:12 08:00:00", zone: "+02:00" }), "2031-05-09"),
    ).toMatch(/^predates/);
    expect(said(clip("2031-05-07T11:40:10Z", { modified: "2031-05-12T11:40:10Z" }), "2031-05-09")).toMatch(/^predates/);
  });
  test("two parts of the file that agree, with a zone, are strong; a number with two readings is weak", () => {
    const agreeing = clip("2031-05-07T11:40:10Z", { xmp: xmp({ "xmp:CreateDate": "2031-05-07T13:39:58+02:00" }) });
    expect(said(agreeing, "2031-05-09")).toBe("predates strong");
    const unix = clip(null, { raw: Date.parse("2031-05-07T11:40:10Z") / 1000 });
    expect(said(unix, "2031-05-09")).toBe("predates weak");
    expect(why(unix, "2031-05-09")).toMatch(/two readings/);
  });
  test("Matroska's time of muxing is UTC", () => {
    expect(said(matroska("2031-05-07T11:40:10Z"), "2031-05-09")).toBe("predates moderate");
    expect(why(matroska("2031-05-07T11:40:10Z"), "2031-05-09")).toMatch(/muxed/);
  });
  test("a few minutes, or summer time, are no difference", () => {
    expect(said(photo({ taken: "2031:05:09 13:10:00", zone: "+02:00" }), "2031-05-09T14:00:00+02:00")).toBe(
      "inconclusive -",
    );
  });
  test("an older creation date may be a template's: the latest counts", () => {
    const old = pdf({ CreationDate: "D:20310507101500+02'00'" });
    expect(said(old, "2031-05-09")).toBe("predates moderate");
    const saved = pdf({ CreationDate: "D:20310507101500+02'00'", ModDate: "D:20310509101500+02'00'" });
    expect(said(saved, "2031-05-09")).toBe("inconclusive -");
  });
});

describe("the file's clock fits", () => {
  test("a phone's capture clock with its zone, borne out by the header", () => {
    const bytes = clip("2031-05-09T12:05:00Z", {
      keys: { "com.apple.quicktime.creationdate": "2031-05-09T14:05:00+0200" },
    });
    expect(said(bytes, "2031-05-09T14:00:00+02:00/2031-05-09T15:00:00+02:00")).toBe("consistent strong");
  });
  test("a picture saved again later still fits, and says so", () => {
    const bytes = photo({ taken: "2031:05:09 12:00:00", saved: "2031:05:20 08:00:00", zone: "+02:00" });
    expect(said(bytes, "2031-05-09")).toBe("consistent moderate");
    expect(why(bytes, "2031-05-09")).toMatch(/written later/);
    expect(why(bytes, "2031-05-09", "2031-05-11T00:00:00Z")).toMatch(/edited after publication/);
  });
});

describe("published at", () => {
  test("older than its publication is what one expects", () => {
    expect(said(clip("2031-05-07T11:40:10Z"), null, "2031-05-09T09:00:00Z")).toMatch(/^consistent/);
    expect(why(clip("2029-05-07T11:40:10Z"), null, "2031-05-09T09:00:00Z")).toMatch(/ask when it was taken/);
  });
  test("local time in a UTC field can explain an hour", () => {
    const text = why(clip("2031-05-09T14:05:00Z"), null, "2031-05-09T13:00:00Z");
    expect(said(clip("2031-05-09T14:05:00Z"), null, "2031-05-09T13:00:00Z")).toBe("inconclusive -");
    expect(text).toMatch(/UTC/);
    expect(text).toMatch(/local/);
  });
  test("made after its publication", () => {
    expect(said(clip("2031-05-12T11:40:10Z"), null, "2031-05-09T13:00:00Z")).toBe("postdates weak");
    expect(said(matroska("2031-05-12T11:40:10Z"), "2031-05-09", "2031-05-09T13:00:00Z")).toBe("postdates weak");
  });
});

describe("a zone could explain it", () => {
  test("three hours early without a zone", () => {
    const bytes = photo({ taken: "2031:05:09 05:10:00" });
    expect(said(bytes, "2031-05-09T08:10:00+02:00/2031-05-09T08:20:00+02:00")).toBe("inconclusive -");
    expect(
      said(photo({ taken: "2031:05:09 08:15:00" }), "2031-05-09T08:10:00+02:00/2031-05-09T08:20:00+02:00"),
    ).toMatch(/^consistent/);
    expect(said(photo({ taken: "2031:05:09 05:10:00", zone: "+02:00" }), "2031-05-09T08:10:00+02:00")).toMatch(
      /^predates/,
    );
  });
  test("an editor's zone is not relied on", () => {
    const bytes = photo({ xmp: xmp({ "exif:DateTimeOriginal": "2031-05-08T20:00:00+09:00" }) });
    expect(said(bytes, "2031-05-09")).toBe("inconclusive -");
  });
  test("a satellite fix hours old does not make a picture old", () => {
    const bytes = photo({ taken: "2031:05:09 12:00:00", gps: { date: "2031:05:09", time: [3, 17, 20] } });
    expect(said(bytes, "2031-05-09T12:00:00+02:00")).not.toMatch(/^predates/);
  });
});

describe("clocks that cannot all be right", () => {
  test("software built after the date it wrote", () => {
    const bytes = clip("2031-05-07T11:40:10Z", {
      xmp: xmp(
        { "xmp:ModifyDate": "2031-05-07T13:40:10+02:00" },
        "",
        "Adobe XMP Core 9.9-c001 12.34, 2031/05/20-10:00:00",
      ),
    });
    expect(said(bytes, "2031-05-09")).toBe("conflict moderate");
  });
  test("recorded after it was last written; two capture clocks days apart", () => {
    const keys = { "com.apple.quicktime.creationdate": "2031-05-12T14:05:00+0200" };
    expect(said(clip("2031-05-07T12:05:00Z", { keys }), "2031-05-09")).toBe("conflict moderate");
    const gps = { date: "2031:05:01", time: [10, 0, 0] as const };
    expect(said(photo({ taken: "2031:05:09 12:00:00", zone: "+02:00", gps }), "2031-05-09")).toBe("conflict moderate");
  });
  test("an old capture in a newly written packet is no such thing", () => {
    const packet = xmp(
      { "xmp:CreateDate": "2029-05-07T12:00:00+02:00" },
      "",
      "Adobe XMP Core 9.9, 2030/05/20-10:00:00",
    );
    expect(said(photo({ taken: "2029:05:07 12:00:00", zone: "+02:00", xmp: packet }), "2029-05-07")).toMatch(
      /^consistent/,
    );
  });
});

describe("nothing to go by", () => {
  test("zeros, the future, a date that is none", () => {
    expect(said(clip(null), "2031-05-09")).toBe("no-evidence -");
    expect(why(clip(null), "2031-05-09")).toMatch(/zero is not a date/);
    expect(why(clip(null), "2031-05-09")).not.toMatch(/1904/);
    expect(said(clip("2039-12-31T00:00:00Z", { modified: null }), "2031-05-09")).toBe("no-evidence -");
    expect(why(clip("2039-12-31T00:00:00Z"), "2031-05-09")).toMatch(/in the future/);
    expect(said(photo({ taken: "2031:02:31 25:61:99" }), "2031-05-09")).toBe("no-evidence -");
    expect(said(photo({ taken: "2000:01:01 00:03:00" }), "2031-05-09")).toBe("no-evidence -");
  });
  test("a name is a lead, never a verdict", () => {
    expect(said(clip(null), "2031-05-09", null, "VID-20310507-WA0004.mp4")).toBe("inconclusive lead");
    expect(said(clip(null), "2031-05-09", null, "/x/IMG_20310231_256199.jpg")).toBe("no-evidence -");
  });
  test("clocks of what it was made from, and dates that people type, are leads", () => {
    const pantry = `<xmpMM:Pantry><rdf:Bag><rdf:li><rdf:Description xmp:CreateDate="2030-01-02T00:00:00Z"/></rdf:li></rdf:Bag></xmpMM:Pantry>`;
    expect(said(clip(null, { xmp: xmp({}, pantry) }), "2031-05-09")).toBe("inconclusive lead");
  });
});

test("two files in one are reported each", () => {
  const both = join(photo({ taken: "2031:05:12 12:00:00", zone: "+02:00" }), clip("2031-05-07T11:40:10Z"));
  const e = judge(both, "2031-05-09");
  expect(e.parts.map((p) => [p.kind, p.verdict])).toEqual([
    ["JPEG", "postdates"],
    ["MP4", "predates"],
  ]);
  expect(e.verdict).toBe("conflict");
  for (const r of e.reasons) for (const i of r.clocks) expect(e.clocks[i]).toBeDefined();
});

test("words for people: nothing is called a conflict, true, false or fake, and nobody is said to have filmed", () => {
  const files = [
    clip("2031-05-07T11:40:10Z"),
    clip(null),
    photo({ taken: "2031:05:12 12:00:00" }),
    pdf({ CreationDate: "D:20310507101500Z" }),
    png({ "Creation Time": "2031-05-07" }),
    matroska(null),
  ];
  for (const f of files)
    for (const published of [null, "2031-05-09T13:00:00Z"])
      expect(why(f, "2031-05-09", published)).not.toMatch(/\b(conflict|true|false|fake|fact|filmed)\b/i);
});

test("a claim that holds is never said to be earlier, whatever zone the camera was on", () => {
  const moment = fc.integer({ min: Date.parse("2010-01-02T00:00:00Z"), max: Date.parse("2031-05-01T00:00:00Z") });
  const zone = fc.integer({ min: -24, max: 28 }).map((n) => n * 30);
  fc.assert(
    fc.property(moment, zone, fc.nat(4), (ms, minutes, kind) => {
      const at = Math.floor(ms / 1000) * 1000;
      const local = instant(at + minutes * 60_000).slice(0, 19);
      const exif = local.replace("T", " ").replace(/-/g, ":");
      const files = [
        () => clip(instant(at)),
        () => clip(`${local}Z`),
        () => photo({ taken: exif }),
        () => clip(null, { raw: Math.floor(at / 1000) }),
        () => photo({ taken: exif, saved: exif, xmp: xmp({ "xmp:CreateDate": `${local}+02:00` }) }),
      ];
      const e = judge(files[kind]!(), `${instant(at - 60_000)}/${instant(at + 60_000)}`);
      expect(["predates", "postdates", "conflict"]).not.toContain(e.verdict);
    }),
  );
});

test("counts of every year since such files exist are read as what they are", () => {
  for (let year = 1992; year < 2031; year++)
    expect(judge(clip(`${year}-06-01T00:00:00Z`), "2031-05-09").clocks[0]!.value).toBe(`${year}-06-01T00:00:00`);
  expect(since1904("1904-01-01T00:00:00Z")).toBe(0);
});
