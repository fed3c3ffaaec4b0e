import type { TimeValue } from "../model/time.ts";

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?$/i;
const MAIL = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}(?::\d{2})?) (GMT|UTC|Z|[+-]\d{4})$/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

const instant = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");

const day = (y: number, m: number, d: number): number | null => {
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? date.getTime() : null;
};

/**
 * Reads a publication date: an ISO 8601 year, month, day or instant, or the date of a mail header; null when it is
 * none of these. A time without a zone is kept as the day it names; a day is a day in UTC.
 */
export function readPublished(value: string, rule: "given" | "page" | "record"): TimeValue | null {
  const text = value.trim();
  const of = (edtf: string, from: number, to: number): TimeValue => ({
    edtf,
    from: instant(from),
    to: instant(to),
    anchor: null,
    rule,
    basis: "explicit",
  });
  const iso = ISO.exec(text);
  if (iso) {
    const [y, m, d] = [Number(iso[1]), Number(iso[2] ?? 1), Number(iso[3] ?? 1)];
    const from = day(y, m, d);
    if (from === null) return null;
    const to = iso[3] ? from + 86_400_000 : iso[2] ? day(m === 12 ? y + 1 : y, (m % 12) + 1, 1) : day(y + 1, 1, 1);
    return to === null ? null : of(text, from, to);
  }
  const mail = MAIL.exec(text);
  if (mail) {
    const month = MONTHS.indexOf(mail[2]!) / 3 + 1;
    if (!Number.isInteger(month) || month < 1) return null;
    const date = `${mail[3]}-${String(month).padStart(2, "0")}-${mail[1]!.padStart(2, "0")}`;
    return readPublished(`${date}T${mail[4]}${mail[5]}`, rule);
  }
  const at = INSTANT.exec(text);
  if (!at) return null;
  const whole = readPublished(at[1]!, rule);
  if (!whole || !at[4]) return whole;
  const zone = /^[+-]/.test(at[4]) ? at[4].replace(/^(...):?(..)$/, "$1:$2") : "Z";
  // The outlet's own clock stays in the EDTF: its day, not that of UTC, is what "Monday" in the report counts from.
  const edtf = `${at[1]}T${at[2]}:${at[3] ?? "00"}${zone}`;
  const from = Date.parse(edtf);
  return Number.isNaN(from) ? null : of(edtf, from, from + (at[3] ? 1000 : 60_000));
}
