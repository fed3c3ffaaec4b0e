import type { ClockRole, ClockSubject, MediaPart } from "../../model/media.ts";
import { addClock, addHint, addLimit, addNote, type Draft, draft, finished } from "../container/part.ts";
import { inert } from "../verdict/words.ts";

/** ExifTool's arguments for what `fromExifTool` reads: every time with its group, history, programs, position. */
export const EXIFTOOL_ARGUMENTS: readonly string[] = [
  "-a",
  "-G1:4",
  "-struct",
  "-time:all",
  "-XMP-xmpMM:all",
  "-XMP-x:XMPToolkit",
  "-XMP-xmp:CreatorTool",
  "-Software",
  "-Model",
  "-GPSLongitude#",
  "-FileType",
  "-MIMEType",
  "-Warning",
  "-Error",
];

/** Groups whose clocks are the file's own; all others are the makers' own notes. */
const OWN =
  /^(IFD\d|SubIFD\d*|ExifIFD|GPS|XMP-\w+|IPTC\d*|QuickTime|Track\d+|Keys|AudioKeys|VideoKeys|ItemList|UserData|PDF|PNG|RIFF|Info|ASF|FLV|Flash|Real|MXF|ID3v\w+|Vorbis|FlashPix|DjVu|PostScript|PSP|APE|AIFF|M2TS|H264|ZIP|RTF|Photoshop|HTML|GIF|JPEG|File|Matroska|Meta|Canon|SVG|XML)$/;
const NEVER = /^(System|ExifTool|Composite|MacOS)$/;
/** Not clocks although they are in ExifTool's group of times. */
const NO_CLOCK = /(Offset|TimeZone|SubSec|Duration|DST|City|Timecode|TimeCode|ExposureTime|PlayTime)/;

const ROLES: readonly { match: RegExp; role: ClockRole }[] = [
  { match: /^ICC|ProfileDateTime|ManufactureDate|FirmwareDate|BuildDate/, role: "software built" },
  { match: /^Info:DateTimeOriginal$/, role: "written" },
  {
    match:
      /^(ItemList|ID3|Vorbis|APE|ASF).*(Year|Date|ContentCreateDate|Time)$|ReleaseDate|ReleaseTime|ExpirationDate|ReferenceDate|Birthday/,
    role: "typed by a person",
  },
  {
    match: /HistoryWhen$|Modif|MetadataDate|ModDate|LastSaved|LastBackup|XMP-tiff:DateTime$|ExceptionDate/,
    role: "edited",
  },
  {
    match:
      /DateTimeOriginal|^Keys:CreationDate|GPSDate|XMP-photoshop:DateCreated|IPTC\d*:DateCreated|UserData:ContentCreateDate|ShotDate/,
    role: "captured",
  },
  { match: /Digitized|DigitalCreationDate|^(IFD\d|ExifIFD|SubIFD\d*):CreateDate/, role: "digitised" },
  { match: /Creat|EncodingTime|EncodeTime|DateUTC/, role: "written" },
  { match: /DateSent|UploadDate/, role: "posted" },
  { match: /Download|Purchase|DateAcquired/, role: "downloaded" },
];

const RECORDED =
  /^(ID3\w*:(Recording|Encoding|Tagging)Time|Vorbis:(Date|CreationTime)|(ItemList|UserData):ContentCreateDate)$/;

/** Turns ExifTool's answer (`readRaw` with EXIFTOOL_ARGUMENTS) into a part. */
export function fromExifTool(tags: Readonly<Record<string, unknown>>): MediaPart {
  const get = (name: string): string | null => {
    const key = Object.keys(tags).find((k) => k === name || k.endsWith(`:${name}`));
    return key === undefined || tags[key] === null ? null : String(tags[key]);
  };
  const into = draft(get("FileType") ?? "unknown", 0);
  const zones = new Map<string, string>();
  for (const [key, value] of Object.entries(tags))
    if (/:OffsetTime/.test(key)) zones.set(plain(key).split(":")[1]!, String(value));
  const stamps = new Map<string, string>();
  for (const [key, value] of Object.entries(tags))
    if (/:GPSTimeStamp$/.test(key)) stamps.set(plain(key).split(":")[0]!, String(value));
  for (const [key, value] of Object.entries(tags)) {
    const tag = plain(key);
    const group = tag.split(":")[0]!;
    if (!tag.includes(":") || NEVER.test(group)) continue;
    if (/:(Software|CreatorTool|XMPToolkit)$/.test(tag))
      addHint(into, "software", String(value), tag.replace("XMP-", "XMP "), null);
    else if (/:Model$/.test(tag)) addHint(into, "device", String(value), tag, null);
    else if (/:GPSLongitude$/.test(tag)) addHint(into, "longitude", String(value), tag, null);
    else if (/:GPSDateStamp$/.test(tag)) clock(into, tag, `${value} ${stamps.get(group) ?? ""}`.trim(), null, true);
    else leaves(into, tag, value, zones, 0);
    if (/XMPToolkit$/.test(tag)) toolkit(into, String(value));
  }
  const problem = get("Error");
  const type = get("MIMEType") ?? "";
  if (problem !== null) into.broken = `ExifTool: ${inert(problem)}`;
  else if (/^text\/|json|xml$|x-empty/.test(type) && into.clocks.length === 0)
    into.broken = `it is a ${/text/.test(type) ? "text" : "data"} file, not a media file`;
  const warning = get("Warning");
  if (warning !== null) addNote(into, `ExifTool: ${inert(warning)}`);
  return finished(into);
}

/** "Track1:Copy2:TrackCreateDate" without the number of the copy. */
const plain = (key: string): string => key.replace(/:Copy\d+/, "").replace(/^Copy\d+:/, "");

function leaves(into: Draft, tag: string, value: unknown, zones: ReadonlyMap<string, string>, depth: number): void {
  if (depth > 12) {
    addLimit(into, "values nested more than 12 deep are left out");
    return;
  }
  if (Array.isArray(value)) for (const item of value) leaves(into, tag, item, zones, depth + 1);
  else if (typeof value === "object" && value !== null) {
    for (const [k, v] of Object.entries(value)) leaves(into, tag + k.replace(/^.*:/, ""), v, zones, depth + 1);
  } else if (typeof value === "string" || typeof value === "number") {
    if (/FilePath$/.test(tag)) addHint(into, "ingredient name", String(value), tag, null);
    const name = tag.split(":")[1]!;
    const zone = /^(IFD\d|ExifIFD)$/.test(tag.split(":")[0]!)
      ? (zones.get(
          name === "ModifyDate"
            ? "OffsetTime"
            : name === "CreateDate"
              ? "OffsetTimeDigitized"
              : name === "DateTimeOriginal"
                ? "OffsetTimeOriginal"
                : "",
        ) ?? null)
      : null;
    const dated = !/^XMP-xmpMM/.test(tag) || /(Date|When)$/.test(name);
    if (dated && !NO_CLOCK.test(name) && /^\s*\d{4}(?!\d)|^[A-Z][a-z]{2},? .*\d{4}/.test(String(value)))
      clock(into, tag, String(value), zone, false);
  }
}

function clock(into: Draft, tag: string, raw: string, zone: string | null, utc: boolean): void {
  const group = tag.split(":")[0]!;
  const listed = ROLES.find((r) => r.match.test(tag))?.role ?? "typed by a person";
  // Recorders write the time of day; people and shops enter a day or a year.
  const recorder = RECORDED.test(tag) && /[T ]\d\d:\d\d/.test(raw);
  const role = recorder ? (/Encod/.test(tag) ? "written" : /Tagg/.test(tag) ? "edited" : "captured") : listed;
  const inside = /Pantry|Ingredient|DerivedFrom/.test(tag);
  const subject: ClockSubject =
    role === "software built" || !OWN.test(group) ? "software" : inside ? "ingredient" : "this file";
  addClock(into, {
    field: fieldOf(tag),
    tag,
    raw,
    zone,
    utc: utc || (group === "Info" && tag.endsWith("DateTimeOriginal")),
    role,
    subject,
    reader: "exiftool",
    meaning: OWN.test(group) ? "" : "from the maker's own notes",
  });
}

/** Families by the same first word that our readers use, so that two readers are not taken for two witnesses. */
function fieldOf(tag: string): string {
  if (/^XMP-/.test(tag)) return `XMP ${tag.slice(4)}`;
  if (/^(IFD\d|SubIFD\d*|ExifIFD|GPS):/.test(tag)) return `Exif ${tag.replace(":", " ")}`;
  if (/^(QuickTime|Track\d+):/.test(tag)) return `moov/${tag}`;
  return tag.replace(":", " ");
}

function toolkit(into: Draft, value: string): void {
  const built = /(\d{4})\/(\d\d)\/(\d\d)-(\d\d:\d\d:\d\d)/.exec(value);
  if (built)
    addClock(into, {
      field: "XMP x:xmptk build date",
      raw: `${built[1]}-${built[2]}-${built[3]}T${built[4]}`,
      role: "software built",
      subject: "software",
      reader: "exiftool",
      meaning: "the XMP toolkit that wrote this packet was built then",
    });
}
