import { civil } from "./calendar.ts";
import { edtfDay, edtfDays } from "./edtf.ts";
import type { Clock } from "./meaning.ts";
import { endOf, type Stamp } from "./stamp.ts";
import type { Settled } from "./state.ts";
import { two } from "./timex.ts";
import { EARLIEST, LATEST, toUtc, type Zone } from "./zone.ts";

/** An instant from minutes since 1970, as ISO 8601 in UTC; years outside 0000..9999 take six digits and a sign. */
export function instant(minutes: number): string {
  const day = Math.floor(minutes / 1440);
  const rest = minutes - day * 1440;
  const { year, month, day: d } = civil(day);
  const y =
    year >= 0 && year <= 9999
      ? String(year).padStart(4, "0")
      : `${year < 0 ? "-" : "+"}${String(Math.abs(year)).padStart(6, "0")}`;
  return `${y}-${two(month)}-${two(d)}T${two(Math.floor(rest / 60))}:${two(Math.floor(rest % 60))}:00Z`;
}

/** Local minutes of the parts of a day, as wide as people use them; a night runs into the next morning. */
const PARTS = {
  MO: [0, 12 * 60],
  MI: [11 * 60, 14 * 60],
  AF: [12 * 60, 18 * 60],
  EV: [17 * 60, 24 * 60],
  NI: [18 * 60, 30 * 60],
  DT: [6 * 60, 20 * 60],
} as const;

interface Bounds {
  readonly from: string | null;
  readonly to: string | null;
  readonly edtf: string | null;
}

/** The half-open UTC interval of what an expression came to: in its zone where that is known, else as wide as days on Earth are. */
export function interval(settled: Settled, edtf: string | null, zone: Zone | null): Bounds | null {
  const { stamp } = settled;
  if (settled.bounds !== undefined) {
    const { from, to } = settled.bounds;
    return {
      ...utc(from, to, 0, 0, zone),
      edtf: edtf ?? `${from === null ? ".." : edtfDay(from)}/${to === null ? ".." : edtfDay(to - 1)}`,
    };
  }
  if (stamp === null) return null;
  if (stamp.clock !== undefined) return { ...clockBounds(stamp.day, stamp.clock, zone), edtf };
  if (stamp.part !== undefined) {
    const [from, to] = PARTS[stamp.part];
    return { ...utc(stamp.day, stamp.day, from, to, zone), edtf };
  }
  const days = edtf === null ? null : edtfDays(edtf);
  const wide = wideSeason(stamp);
  const from = wide?.from ?? days?.from ?? stamp.day;
  const to = wide?.to ?? days?.to ?? endOf(stamp);
  return { ...utc(from, to, 0, 0, zone), edtf };
}

/** "Winter 2014" may be that which ended in March or that which began in December: both are in. */
function wideSeason(stamp: Stamp): { readonly from: number; readonly to: number } | null {
  if (stamp.grain !== "season") return null;
  return stamp.season === "WI"
    ? { from: stamp.day - 365, to: stamp.day + 91 }
    : { from: stamp.day - 15, to: stamp.day + 92 + 22 };
}

function utc(
  from: number | null,
  to: number | null,
  fromMinute: number,
  toMinute: number,
  zone: Zone | null,
): { from: string | null; to: string | null } {
  const at = (day: number, minute: number, spread: number): string =>
    instant(zone === null ? day * 1440 + minute - spread : toUtc(zone, day + Math.floor(minute / 1440), minute % 1440));
  return {
    from: from === null ? null : at(from, fromMinute, EARLIEST),
    to: to === null ? null : at(to, toMinute, LATEST),
  };
}

function clockBounds(day: number, clock: Clock, zone: Zone | null): { from: string; to: string } {
  const minute = clock.hour * 60 + (clock.minute ?? 0);
  const long = clock.minute === null ? 60 : 1;
  if (clock.offset !== null) {
    const start = day * 1440 + minute - clock.offset;
    return { from: instant(start), to: instant(start + long) };
  }
  const wide = utc(day, day, minute, minute + long, zone);
  return { from: wide.from!, to: wide.to! };
}
