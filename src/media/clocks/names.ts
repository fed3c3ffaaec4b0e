import type { ClockRole, StoredClock } from "../../model/media.ts";
import { instant } from "./date-text.ts";

interface Pattern {
  readonly of: string;
  readonly match: RegExp;
  readonly role: ClockRole;
  readonly utc?: true;
  readonly meaning: string;
}

const DAY = String.raw`(?<y>(?:19|20)\d\d)(?<m>\d\d)(?<d>\d\d)`;
const DASHED = String.raw`(?<y>(?:19|20)\d\d)[-_.](?<m>\d\d)[-_.](?<d>\d\d)`;
const CLOCK = String.raw`(?<h>\d\d)(?<i>\d\d)(?<s>\d\d)`;
const APART = String.raw`(?<h>\d\d)[-_.:h](?<i>\d\d)[-_.:m](?<s>\d\d)`;
const named = (source: string): RegExp => new RegExp(source, "i");

/** How programs name the files they save, most telling first. What a name says is a lead: anyone can type one. */
const PATTERNS: readonly Pattern[] = [
  {
    of: "WhatsApp",
    match: named(`(?:IMG|VID|AUD|PTT|STK|DOC)-${DAY}-WA\\d{4}`),
    role: "downloaded",
    meaning: "WhatsApp: the day the phone saved it, by the phone's zone",
  },
  {
    of: "WhatsApp",
    match: named(`WhatsApp (?:Image|Video|Audio|Ptt) ${DASHED} at ${APART}`),
    role: "downloaded",
    meaning: "WhatsApp: when the message was sent or saved, by the computer's zone",
  },
  {
    of: "Telegram",
    match: named(`(?:photo|video|audio|document|animation|file|sticker)_${DASHED}_${APART}`),
    role: "downloaded",
    meaning: "Telegram Desktop: the clock of the computer that downloaded it",
  },
  {
    of: "Signal",
    match: named(`signal-${DASHED}(?:[- ]${APART}|-${CLOCK})`),
    role: "downloaded",
    meaning: "Signal: when the message was sent, by the phone's zone",
  },
  {
    of: "Viber",
    match: named(`viber_image_${DASHED}_${APART}`),
    role: "downloaded",
    meaning: "Viber: when it was saved",
  },
  {
    of: "Pixel",
    match: named(`PXL_${DAY}_${CLOCK}\\d{0,3}`),
    role: "captured",
    utc: true,
    meaning: "Pixel phone: when it was taken, UTC",
  },
  {
    of: "Zoom",
    match: named(`GMT${DAY}-${CLOCK}`),
    role: "captured",
    utc: true,
    meaning: "Zoom: when the recording began, UTC",
  },
  {
    of: "Android",
    match: named(
      `(?:IMG|VID|PANO|MVIMG|BURST|SAVE|Screenshot|Screenrecorder|Screen_Recording|SVID|DJI|InShot|Snapchat)[-_]${DAY}[-_]?${CLOCK}`,
    ),
    role: "captured",
    meaning: "phone or camera: when it was taken, by its own clock",
  },
  {
    of: "Screenshot",
    match: named(
      `(?:Screenshot|Screen Shot|Screen Recording|Bildschirmfoto)[ _-]${DASHED}(?:[ _-]|[ _]at[ _]|[ _]um[ _])${APART}`,
    ),
    role: "captured",
    meaning: "screenshot: when it was taken, by the computer's clock",
  },
  {
    of: "Windows Phone",
    match: named(`WP_${DAY}_${APART}`),
    role: "captured",
    meaning: "phone: when it was taken, by its own clock",
  },
  {
    of: "camera",
    match: named(`(?<!\\d)${DAY}[-_ T]${CLOCK}(?!\\d)`),
    role: "captured",
    meaning: "a name such as phones and cameras give: their own clock",
  },
  {
    of: "dated",
    match: named(`(?<!\\d)${DASHED}[-_ T]{1,3}(?:at )?${APART}(?!\\d)`),
    role: "typed by a person",
    meaning: "a date and time in the name",
  },
  {
    of: "dated",
    match: named(`(?<![\\d])${DASHED}(?!\\d)`),
    role: "typed by a person",
    meaning: "a date in the name: it may be typed by a person",
  },
  {
    of: "dated",
    match: named(`(?<![\\dA-Za-z])${DAY}(?![\\d])`),
    role: "typed by a person",
    meaning: "a date in the name: it may be typed by a person",
  },
];

/** The first Twitter snowflakes were issued on 4 November 2010. */
const SNOWFLAKE_EPOCH = 1288834974657;

/** The clocks in a file's name: at most one by pattern, or one by number. Leads only. */
export function nameClocks(name: string): StoredClock[] {
  const base = name.slice(0, 400);
  const clock = (raw: string, role: ClockRole, utc: boolean, meaning: string): StoredClock => ({
    field: "file name",
    tag: null,
    raw,
    encoding: "text",
    zone: null,
    utc,
    offset: null,
    role,
    subject: "name",
    reader: "hearsay",
    meaning,
  });
  for (const p of PATTERNS) {
    const g = p.match.exec(base)?.groups;
    if (!g) continue;
    const time = g.h ? `T${g.h}:${g.i}:${g.s}` : "";
    return [clock(`${g.y}-${g.m}-${g.d}${time}`, p.role, p.utc === true, p.meaning)];
  }
  const facebook = /(?:FB_IMG_|received_|^|[-_])(1[0-9]{12})(?!\d)/.exec(base);
  if (facebook)
    return [
      clock(
        instant(Number(facebook[1])).slice(0, -1),
        "downloaded",
        true,
        "a count of milliseconds in the name, as phones write when they save a picture",
      ),
    ];
  const flake = /(?<!\d)(\d{18,19})(?!\d)/.exec(base);
  if (flake) {
    const ms = Number(BigInt(flake[1]!) >> 22n) + SNOWFLAKE_EPOCH;
    return [
      clock(instant(ms).slice(0, -1), "posted", true, "a number such as X gives to a post: when it was posted, UTC"),
    ];
  }
  return [];
}
