import { Parser } from "htmlparser2";
import { addClock, addHint, addLimit, type Draft } from "./part.ts";
import { indexOfBytes } from "./source.ts";
import { ascii, latin1, utf8, utf16 } from "./text.ts";
import { type XmpLeaf, xmpClock } from "./xmp-meaning.ts";

/** Bytes of a packet that are parsed; dates behind are counted, not read. */
const MOST_BYTES = 1 << 20;
const DEEPEST = 64;
const PIECE = 8192;
const MOST_LEAVES = 100_000;

/** Namespaces by the prefixes ExifTool and the XMP specification use, whatever the packet calls them. */
const PREFIX: Record<string, string> = {
  "http://ns.adobe.com/xap/1.0/": "xmp",
  "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
  "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
  "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
  "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
  "http://ns.adobe.com/exif/1.0/": "exif",
  "http://cipa.jp/exif/1.0/": "exifEX",
  "http://ns.adobe.com/tiff/1.0/": "tiff",
  "http://ns.adobe.com/photoshop/1.0/": "photoshop",
  "http://ns.adobe.com/pdf/1.3/": "pdf",
  "http://ns.adobe.com/pdfx/1.3/": "pdfx",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "adobe:ns:meta/": "x",
  "http://ns.adobe.com/creatorAtom/1.0/": "creatorAtom",
  "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
  "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
  "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
  "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
  "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
  "http://ns.google.com/photos/1.0/camera/": "GCamera",
};

interface Frame {
  readonly name: string;
  readonly spaces: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly item: number;
  text: string;
  readonly offset: number;
  textAt: number;
  children: number;
}

/**
 * Reads an XMP packet (ISO 16684-1) at `start` of the whole file. The parser knows no DTD: entities that a document
 * declares are never expanded. What has no closing tag is read as far as it goes.
 */
export function readXmp(bytes: Uint8Array, start: number | null, into: Draft): void {
  // Cut between two tags, so that what lies behind can be counted.
  const end = bytes.length > MOST_BYTES ? Math.max(1, bytes.lastIndexOf(0x3c, MOST_BYTES)) : bytes.length;
  const head = bytes.subarray(0, end);
  const stack: Frame[] = [];
  const leaves: XmpLeaf[] = [];
  let items = 0;
  let deepest = 0;
  const wide = widthOf(head);
  const place = (at: number): number | null => (start === null ? null : start + at * (wide === "utf8" ? 1 : 2));
  const decoded = (value: string): string => (wide === "utf8" ? utf8(ascii(value)) : value);
  const canonical = (name: string, spaces: Readonly<Record<string, string>>): string => {
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const uri = spaces[prefix];
    return `${uri === undefined ? prefix : (PREFIX[uri] ?? prefix)}:${name.slice(colon + 1)}`;
  };
  const leaf = (path: readonly string[], value: string, item: number, at: number): void => {
    if (leaves.length < MOST_LEAVES && value !== "")
      leaves.push({ path, value: decoded(value).trim(), item, offset: place(at) });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        deepest = Math.max(deepest, stack.length);
        if (stack.length >= DEEPEST) {
          stack.push({ ...stack[stack.length - 1]!, text: "", children: 1 });
          return;
        }
        const parent = stack[stack.length - 1];
        if (parent) parent.children++;
        const spaces = named(attributes, parent?.spaces ?? NO_SPACES);
        const full = canonical(name, spaces);
        const skip = full.startsWith("rdf:") || full.startsWith("x:");
        const path = skip ? (parent?.path ?? []) : [...(parent?.path ?? []), full];
        const item = full === "rdf:li" ? ++items : (parent?.item ?? 0);
        for (const [key, value] of Object.entries(attributes)) {
          if (key.startsWith("xml") || !key.includes(":")) continue;
          const attribute = canonical(key, spaces);
          if (!attribute.startsWith("rdf:")) leaf([...path, attribute], value, item, parser.startIndex);
        }
        stack.push({ name: full, spaces, path, item, text: "", offset: parser.startIndex, textAt: -1, children: 0 });
      },
      ontext(text) {
        const top = stack[stack.length - 1];
        if (!top || top.children > 0 || top.text.length > 4000) return;
        if (top.textAt < 0) top.textAt = parser.startIndex;
        top.text += text;
      },
      onclosetag() {
        const top = stack.pop();
        if (top && top.children === 0 && top.path.length > 0 && top.text.trim() !== "")
          leaf(top.path, top.text.trim(), top.item, top.textAt);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  const text = wide === "utf8" ? latin1(head) : utf16(head, wide === "little");
  // In pieces, because the parser's own stack of open elements grows slow long before ours is full.
  for (let at = 0; at < text.length && deepest < DEEPEST; at += PIECE) parser.write(text.slice(at, at + PIECE));
  if (deepest < DEEPEST) parser.end();
  if (deepest >= DEEPEST) addLimit(into, `the XMP is nested more than ${DEEPEST} deep: the rest is left out`);
  if (leaves.length >= MOST_LEAVES) addLimit(into, `only the first ${MOST_LEAVES} XMP values are kept`);
  if (bytes.length > MOST_BYTES) {
    into.leftOut += countDates(bytes.subarray(end));
    addLimit(into, `the XMP is longer than ${MOST_BYTES} bytes: what lies behind is counted, not read`);
  }
  if (text.includes("<!ENTITY")) addLimit(into, "the XMP declares entities: they are not expanded");
  interpret(leaves, into);
}

const NO_SPACES: Readonly<Record<string, string>> = {};

/** A packet may be UTF-16 (XMP part 1 §7.3): its first character is "<" or a mark. */
function widthOf(b: Uint8Array): "utf8" | "big" | "little" {
  if ((b[0] === 0 && b[1] === 0x3c) || (b[0] === 0xfe && b[1] === 0xff)) return "big";
  return (b[0] === 0x3c && b[1] === 0) || (b[0] === 0xff && b[1] === 0xfe) ? "little" : "utf8";
}

/** The namespaces in force inside an element; a packet with hundreds on one element is none that software writes. */
function named(
  attributes: Record<string, string>,
  outer: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const own = Object.entries(attributes).filter(([key]) => key === "xmlns" || key.startsWith("xmlns:"));
  if (own.length === 0 || own.length > 200) return outer;
  return { ...outer, ...Object.fromEntries(own.map(([key, value]) => [key.slice(6), value])) };
}

function interpret(leaves: readonly XmpLeaf[], into: Draft): void {
  const siblings = new Map<number, XmpLeaf[]>();
  for (const leaf of leaves) {
    const list = siblings.get(leaf.item);
    if (list) list.push(leaf);
    else siblings.set(leaf.item, [leaf]);
  }
  for (const leaf of leaves) {
    const last = leaf.path[leaf.path.length - 1]!;
    if (last === "x:xmptk") {
      const built = /(\d{4})\/(\d\d)\/(\d\d)-(\d\d:\d\d:\d\d)/.exec(leaf.value);
      addHint(into, "software", leaf.value, "XMP x:xmptk", leaf.offset);
      if (built)
        addClock(into, {
          field: "XMP x:xmptk build date",
          raw: `${built[1]}-${built[2]}-${built[3]}T${built[4]}`,
          role: "software built",
          subject: "software",
          offset: leaf.offset,
          meaning: "the XMP toolkit that wrote this packet was built then",
        });
      continue;
    }
    if (/filePath|ingredient.*name/i.test(last) && leaf.path.length > 1)
      addHint(into, "ingredient name", leaf.value, `XMP ${leaf.path.join("/")}`, leaf.offset);
    if (/ProjectPath|projectRef|projectName/i.test(last))
      addHint(into, "project path", leaf.value, `XMP ${leaf.path.join("/")}`, leaf.offset);
    if (last === "xmp:CreatorTool" && leaf.path.length === 1)
      addHint(into, "software", leaf.value, "XMP xmp:CreatorTool", leaf.offset);
    if (last === "exif:GPSLongitude")
      addHint(into, "longitude", longitude(leaf.value), "XMP exif:GPSLongitude", leaf.offset);
    const clock = xmpClock(leaf, leaf.item === 0 ? [] : siblings.get(leaf.item)!);
    if (clock) addClock(into, clock);
  }
}

/** "37,30.5E" (XMP part 2) as degrees east, or "". */
function longitude(text: string): string {
  const m = /^(\d{1,3}),([\d.]+)(?:,([\d.]+))?([EW])$/.exec(text);
  if (!m) return "";
  const degrees = Number(m[1]) + Number(m[2]) / 60 + Number(m[3] ?? 0) / 3600;
  return String(m[4] === "W" ? -degrees : degrees);
}

function countDates(bytes: Uint8Array): number {
  const when = ascii(":when");
  let n = 0;
  let open = true;
  for (let i = indexOfBytes(bytes, when); i >= 0; i = indexOfBytes(bytes, when, i + 5)) {
    // A closing tag names the same event again.
    open = bytes[i - 7] !== 0x2f && bytes[i - 6] !== 0x2f;
    if (open) n++;
  }
  return n;
}
