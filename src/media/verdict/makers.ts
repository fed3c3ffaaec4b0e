import type { Clock } from "../../model/media.ts";
import { EARLIEST, LATEST } from "../clocks/interpret.ts";

/** A usable clock of this file with its bounds in ms. `wall` is its wall clock counted as if it were UTC. */
export interface Maker {
  readonly index: number;
  readonly clock: Clock;
  readonly from: number;
  readonly to: number;
  readonly wall: number;
  /** The part of the file that wrote it: "moov", "Exif", "XMP". Two families agreeing say more than one twice. */
  readonly family: string;
  /** True when its stored zone is not believed; `from` and `to` then allow any zone. */
  readonly loose: boolean;
}

/** What bears on when this file came to be, by rank: only the best rank that is not empty carries the verdict. */
export interface Makers {
  readonly captured: readonly Maker[];
  /** Satellite fixes, where another clock tells of the capture: a fix may be hours old. */
  readonly satellite: readonly Maker[];
  /** What an editor's program says of the capture, where the device's own clock tells of it. */
  readonly retold: readonly Maker[];
  readonly written: readonly Maker[];
  readonly edited: readonly Maker[];
  /** All of them. */
  readonly all: readonly Maker[];
}

/** Parses "2022-02-17T01:22:45Z" as written by `instant`. */
export const ms = (instant: string): number => Date.parse(instant);

/** Fields that people fill in. */
export const ENTERED = /^(IPTC|XMP photoshop:DateCreated|XMP Iptc4xmp|Matroska Tags DATE_RECORDED|RIFF ICRD)/;
const SATELLITE = /GPS/;
const SAME = 2000;
/** Clocks this near to one another tell of one moment. */
export const AGREE = 600_000;

/** Sorts the usable clocks of this file by what they say about its making. */
export function makers(clocks: readonly Clock[]): Makers {
  const all: Maker[] = [];
  clocks.forEach((clock, index) => {
    if (clock.state !== "usable" || clock.subject !== "this file" || !clock.from || !clock.to) return;
    const from = ms(clock.from);
    const wall = ms(`${clock.value}${clock.value!.includes("T") ? "Z" : ""}`);
    all.push({ index, clock, from, to: ms(clock.to), wall, family: clock.field.split(/[ /]/)[0]!, loose: false });
  });
  const of = (...roles: string[]): Maker[] => all.filter((m) => roles.includes(m.clock.role));
  const device = all.filter((m) => !ENTERED.test(m.clock.field) && m.family !== "XMP");
  const satellite = device.filter((m) => SATELLITE.test(m.clock.field));
  const by = (role: string, from: readonly Maker[]): Maker[] => from.filter((m) => m.clock.role === role);
  const shutter = by("captured", device).filter((m) => !satellite.includes(m));
  // What an editor's program wrote of the capture carries the zone of the editor's computer, often not the camera's.
  const told = all.filter((m) => m.family === "XMP" && !ENTERED.test(m.clock.field)).map(loosely);
  const entered = all.filter((m) => ENTERED.test(m.clock.field)).map(loosely);
  const best =
    [
      shutter,
      satellite,
      by("digitised", device),
      by("captured", told),
      by("digitised", told),
      by("captured", entered),
      by("digitised", entered),
    ].find((group) => group.length > 0) ?? [];
  // A creation date that repeats the capture is a witness to it, not a later step.
  const copies = of("written").filter((w) => best.some((c) => Math.abs(w.wall - c.wall) <= SAME && w.family === "XMP"));
  const witnesses = copies.filter((w) => best.some((c) => c.clock.zone !== null && Math.abs(w.from - c.from) <= AGREE));
  return {
    captured: settled([...best, ...witnesses]),
    satellite: satellite.filter((m) => !best.includes(m)),
    retold: by("captured", told).filter((m) => !best.includes(m)),
    written: settled(of("written", "exported").filter((w) => !copies.includes(w))),
    edited: settled(of("edited", "downloaded", "posted")),
    all,
  };
}

/** Taken as if it had no zone. */
const loosely = (m: Maker): Maker => ({
  ...m,
  loose: true,
  from: m.wall - EARLIEST,
  to: m.wall + (m.to - m.from) - (m.clock.zone === null ? EARLIEST + LATEST : 0) + LATEST,
});

/** Where one clock has a zone and another shows the same moment without one, the one with the zone speaks for both. */
function settled(group: readonly Maker[]): Maker[] {
  const zoned = group.filter((m) => m.clock.zone !== null);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= AGREE;
  return group.filter((m) => m.clock.zone !== null || !zoned.some((z) => near(z.wall, m.wall) || near(z.from, m.wall)));
}

export const latest = (group: readonly Maker[]): Maker => group.reduce((a, b) => (b.to > a.to ? b : a));
export const earliest = (group: readonly Maker[]): Maker => group.reduce((a, b) => (b.from < a.from ? b : a));
