import type { ClockRole, ClockSubject } from "../../model/media.ts";
import type { ClockInput } from "./part.ts";

/** One value of an XMP packet: the property names down to it, and the list item it stands in (0: none). */
export interface XmpLeaf {
  readonly path: readonly string[];
  readonly value: string;
  readonly item: number;
  readonly offset: number | null;
}

const DATE = /^\d{4}(?:[-:]\d\d(?:[-:]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z|[+-]\d\d:?\d\d))?)?)?)?$/;

/** What a property's time means (XMP part 1 §8.4, part 2; MWG guidelines). */
const MEANING: Record<string, { role: ClockRole; meaning: string }> = {
  "exif:DateTimeOriginal": { role: "captured", meaning: "when the shutter was released" },
  "exif:DateTimeDigitized": { role: "digitised", meaning: "when the picture became digital" },
  "exif:GPSTimeStamp": { role: "captured", meaning: "time of the satellite fix, UTC" },
  "exif:GPSDateTime": { role: "captured", meaning: "time of the satellite fix, UTC" },
  "photoshop:DateCreated": { role: "captured", meaning: "when what it shows was made, as an editor entered it" },
  "xmp:CreateDate": { role: "written", meaning: "when the document was begun" },
  "xmp:ModifyDate": { role: "edited", meaning: "when the file was last saved" },
  "xmp:MetadataDate": { role: "edited", meaning: "when its metadata were last changed" },
  "tiff:DateTime": { role: "edited", meaning: "when the file was last saved" },
  "pdf:CreationDate": { role: "written", meaning: "when the document was made" },
  "pdf:ModDate": { role: "edited", meaning: "when the document was last saved" },
  "xmpDM:shotDate": { role: "typed by a person", meaning: "the day of the shot, as an editor entered it" },
  "xmpDM:releaseDate": { role: "typed by a person", meaning: "a release date, as an editor entered it" },
  "xmpDM:videoModDate": { role: "edited", meaning: "when the picture was last changed" },
  "xmpDM:audioModDate": { role: "edited", meaning: "when the sound was last changed" },
  "xmpDM:metadataModDate": { role: "edited", meaning: "when its metadata were last changed" },
  "exif:DateTime": { role: "edited", meaning: "when the file was last saved" },
  "crs:DateTimeOriginal": { role: "captured", meaning: "when the shutter was released" },
  "MicrosoftPhoto:DateAcquired": { role: "downloaded", meaning: "when it was copied to a computer" },
};

const EXPORTS = /^(converted|published|printed|exported|rendered)/i;

/** The clock an XMP value holds, or null when it is none. `item`: the values of the same list item. */
export function xmpClock(leaf: XmpLeaf, item: readonly XmpLeaf[]): ClockInput | null {
  if (!DATE.test(leaf.value)) return null;
  const name = leaf.path[leaf.path.length - 1]!;
  const whole = leaf.path.join("/");
  const bare = /^\d{4}$/.test(leaf.value);
  const named = MEANING[name];
  const dated = named !== undefined || /(date|time|when|created|modified)$/i.test(name);
  if (!dated || /(duration|timescale|startTime|timezone)/i.test(name) || (bare && !named)) return null;
  const inside = leaf.path.find((p) => p === "xmpMM:Pantry" || p === "xmpMM:Ingredients" || p === "xmpMM:DerivedFrom");
  const subject: ClockSubject = inside ? "ingredient" : "this file";
  const common = { raw: leaf.value, offset: leaf.offset, subject, tag: tagOf(leaf.path), field: `XMP ${whole}` };
  if (name === "stEvt:when") {
    const action =
      item.find((l) => l.path.join("/") === `${leaf.path.slice(0, -1).join("/")}/stEvt:action`)?.value ?? "";
    const agent = item.find((l) => l.path[l.path.length - 1] === "stEvt:softwareAgent")?.value ?? "";
    const role: ClockRole = action === "created" ? "written" : EXPORTS.test(action) ? "exported" : "edited";
    const did = /^[A-Za-z ]{1,30}$/.test(action) ? action : "changed";
    return { ...common, role, meaning: `history: ${did}${agent ? ` with ${agent.slice(0, 80)}` : ""}` };
  }
  if (inside) {
    const role = named?.role ?? "written";
    return { ...common, role, meaning: "a clock of something this file was made from" };
  }
  const utc = name === "exif:GPSTimeStamp" || name === "exif:GPSDateTime";
  return named
    ? { ...common, utc, ...named }
    : { ...common, role: "typed by a person", meaning: "a date in a field whose use is free" };
}

/** ExifTool's flattened name: History/when is HistoryWhen. */
function tagOf(path: readonly string[]): string {
  const [first, ...rest] = path;
  const [prefix, name] = first!.split(":") as [string, string];
  const cap = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
  return `XMP-${prefix}:${cap(name)}${rest.map((p) => cap(p.split(":")[1] ?? p)).join("")}`;
}
