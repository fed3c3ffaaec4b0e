import type { Clock } from "../../model/media.ts";

/** A usable clock of this file with its bounds in ms. `wall` is its wall clock counted as if it were UTC. */
export interface Maker {
  readonly index: number;
  readonly clock: Clock;
  readonly from: number;
  readonly to: number;
  readonly wall: number;
  /** The part of the file that wrote it: "moov", "Exif", "XMP". Two families agreeing say more than one twice. */
  readonly family: string;
}

/** What bears on when this file came to be, by rank: only the best rank that is not empty carries the verdict. */
export interface Makers {
  readonly captured: readonly Maker[];
  readonly written: readonly Maker[];
  readonly edited: readonly Maker[];
  /** All of them. */
  readonly all: readonly Maker[];
}

/** Parses "2022-02-17T01:22:45Z" as written by `instant`. */
export const ms = (instant: string): number => Date.parse(instant);

const ENTERED = /^(IPTC|XMP photoshop:DateCreated|XMP Iptc4xmp|Matroska Tags DATE_RECORDED|RIFF ICRD)/;
const SAME = 2000;

/** Sorts the usable clocks of this file by what they say about its making. */
export function makers(clocks: readonly Clock[]): Makers {
  const all: Maker[] = [];
  clocks.forEach((clock, index) => {
    if (clock.state !== "usable" || clock.subject !== "this file" || !clock.from || !clock.to) return;
    const from = ms(clock.from);
    const wall = ms(`${clock.value}${clock.value!.includes("T") ? "Z" : ""}`);
    all.push({ index, clock, from, to: ms(clock.to), wall, family: clock.field.split(/[ /]/)[0]! });
  });
  const of = (...roles: string[]): Maker[] => all.filter((m) => roles.includes(m.clock.role));
  const machine = of("captured").filter((m) => !ENTERED.test(m.clock.field));
  const digitised = of("digitised").filter((m) => !ENTERED.test(m.clock.field));
  const entered = of("captured", "digitised").filter((m) => ENTERED.test(m.clock.field));
  const best = machine.length > 0 ? machine : digitised.length > 0 ? digitised : entered;
  // A creation date that repeats the capture is a second witness to it, not a later step.
  const copies = of("written").filter((w) => best.some((c) => Math.abs(w.wall - c.wall) <= SAME && w.family === "XMP"));
  return {
    captured: settled([...best, ...copies]),
    written: settled(of("written", "exported").filter((w) => !copies.includes(w))),
    edited: settled(of("edited", "downloaded", "posted")),
    all,
  };
}

/** Where one clock has a zone and another of the same moment has none, the one with the zone speaks for both. */
function settled(group: readonly Maker[]): Maker[] {
  const zoned = group.filter((m) => m.clock.zone !== null);
  return group.filter((m) => m.clock.zone !== null || !zoned.some((z) => z.from <= m.to && m.from <= z.to));
}

export const latest = (group: readonly Maker[]): Maker => group.reduce((a, b) => (b.to > a.to ? b : a));
export const earliest = (group: readonly Maker[]): Maker => group.reduce((a, b) => (b.from < a.from ? b : a));
