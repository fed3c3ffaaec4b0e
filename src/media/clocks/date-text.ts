/** A wall clock in parts; `ms` counts it from 1970 as if it were UTC. `length`: how long the stated unit lasts, in ms. */
export interface Wall {
  readonly ms: number;
  readonly length: number;
  readonly iso: string;
  /** Minutes east of UTC, or null when none is written. */
  readonly zone: number | null;
}

/** What a text is, read as a date: a wall clock, an empty field, or no date at all. */
export type DateText =
  | { readonly kind: "date"; readonly wall: Wall }
  | { readonly kind: "unset" }
  | { readonly kind: "none" };

const NONE: DateText = { kind: "none" };
const UNSET: DateText = { kind: "unset" };
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const two = (n: number): string => String(n).padStart(2, "0");

/** "+03:00" for 180. */
export function zoneText(minutes: number): string {
  const m = Math.abs(minutes);
  return minutes === 0 ? "+00:00" : `${minutes < 0 ? "-" : "+"}${two(Math.floor(m / 60))}:${two(m % 60)}`;
}

/** Minutes east for "Z", "+03:00", "+0300", "+03", "+03'00'"; null for anything else or beyond ±15 h. */
export function zoneMinutes(text: string): number | null {
  if (/^(Z|UTC|GMT)$/i.test(text.trim())) return 0;
  const m = /^([+-])(\d{1,2}):?'?(\d\d)?'?$/.exec(text.trim());
  if (!m) return null;
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0);
  if (minutes > 15 * 60 || Number(m[3] ?? 0) > 59) return null;
  return m[1] === "-" ? -minutes : minutes;
}

/** Builds a wall clock from its parts; null when there is no such moment (31 February, 25 h). */
export function wall(parts: readonly (number | null)[], fraction: string, zone: number | null): Wall | null {
  const [y, mo, d, h, mi, s] = parts as [
    number,
    number | null,
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  const month = mo ?? 1;
  const day = d ?? 1;
  if (month < 1 || month > 12 || day < 1 || (h ?? 0) > 23 || (mi ?? 0) > 59 || (s ?? 0) > 60) return null;
  const second = Math.min(s ?? 0, 59);
  const part = fraction === "" ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const ms = utc(y, month, day) + ((h ?? 0) * 60 + (mi ?? 0)) * MINUTE + second * 1000 + part;
  const back = fromDays(Math.floor(ms / DAY));
  if (back[1] !== month || back[2] !== day) return null;
  const length =
    mo === null
      ? utc(y + 1, 1, 1) - utc(y, 1, 1)
      : d === null
        ? (month === 12 ? utc(y + 1, 1, 1) : utc(y, month + 1, 1)) - utc(y, month, 1)
        : h === null
          ? DAY
          : s === null
            ? MINUTE
            : 0;
  const date = [String(y).padStart(4, "0"), mo === null ? null : two(month), d === null ? null : two(day)]
    .filter((x) => x !== null)
    .join("-");
  const time =
    h === null
      ? ""
      : `T${two(h)}:${two(mi ?? 0)}${s === null ? "" : `:${two(second)}${fraction === "" ? "" : `.${fraction.slice(0, 3)}`}`}`;
  return { ms, length, iso: date + time, zone };
}

/** Milliseconds from 1970 to the start of a day (proleptic Gregorian). */
export function utc(y: number, m: number, d: number): number {
  const a = m <= 2 ? y - 1 : y;
  const era = Math.floor(a / 400);
  const yoe = a - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return (era * 146097 + doe - 719468) * DAY;
}

function fromDays(days: number): [number, number, number] {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const m = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (m <= 2 ? 1 : 0), m, doy - Math.floor((153 * mp + 2) / 5) + 1];
}

/** The wall clock of a count of milliseconds from 1970. */
export function wallOf(ms: number, zone: number | null): Wall {
  const [y, m, d] = fromDays(Math.floor(ms / DAY));
  const s = Math.floor((ms - Math.floor(ms / DAY) * DAY) / 1000);
  const iso = `${String(y).padStart(4, "0")}-${two(m)}-${two(d)}T${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return { ms, length: 0, iso, zone };
}

/** An instant as people and JSON read it: "2022-02-17T01:22:45Z". */
export function instant(ms: number): string {
  return `${wallOf(ms, null).iso}Z`;
}

const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?`;
const NUMERIC = new RegExp(
  String.raw`^(\d{4})(?:[-:/.](\d{1,2})(?:[-:/.](\d{1,2})(?:(?:T|\s+|\.)(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?${ZONE})?)?)?$`,
  "i",
);
const COMPACT =
  /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(?:T?(\d\d)(\d\d)?(\d\d)?(?:\.\d+)?)?\s*(Z|[+-]\d\d'?:?\d{0,2}'?)?(?:00'?){0,2}$/;
const NAMED =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})\s+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s+(\d{1,2})),?\s+(?:(\d{4})\s+)?(\d{1,2}):(\d\d)(?::(\d\d))?\s*(?:(\d{4})|([+-]\d{4}|GMT|UTC|Z)|([A-Z]{2,5}))?(?:\s+(\d{4}))?$/i;

/** Reads a date as Exif, XMP (ISO 8601), PDF, IPTC, RFC 1123 and C's asctime write it. */
export function readDate(raw: string): DateText {
  const text = raw.replace(/[\0\s]+$/, "").replace(/^\s+/, "");
  if (text === "" || /^[\s0:./\-T+Z]*$/i.test(text)) return UNSET;
  const n = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (n) {
    const compact = n.length < 9;
    const zone = n[compact ? 7 : 8];
    if (Number(n[1]) === 0) return UNSET;
    const parts = n.slice(1, 7).map((p) => (p === undefined ? null : Number(p)));
    const w = wall(parts, compact ? "" : (n[7] ?? ""), zone ? zoneMinutes(zone.replace(/'$/, "")) : null);
    return w ? { kind: "date", wall: w } : NONE;
  }
  const m = NAMED.exec(text);
  const month = m ? MONTHS.indexOf((m[2] ?? m[3])!.toLowerCase()) : -1;
  const year = m ? (m[5] ?? m[9] ?? m[12]) : undefined;
  if (!m || month < 0 || !year) return NONE;
  const w = wall(
    [
      Number(year),
      month + 1,
      Number(m[1] ?? m[4]),
      Number(m[6]),
      Number(m[7]),
      m[8] === undefined ? null : Number(m[8]),
    ],
    "",
    m[10] ? zoneMinutes(m[10]) : null,
  );
  return w ? { kind: "date", wall: w } : NONE;
}
