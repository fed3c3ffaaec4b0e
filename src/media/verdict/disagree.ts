import type { Hint, Reason } from "../../model/media.ts";
import { DAY, HOUR, instant } from "../clocks/date-text.ts";
import { released } from "../clocks/software.ts";
import { ENTERED, earliest, latest, type Maker, type Makers } from "./makers.ts";
import { inert, reading, span } from "./words.ts";

/** Two clocks of one making may differ by this much before it means anything: drift, and the length of a recording. */
export const DRIFT = HOUR;

const name = (m: Maker): string => `${m.clock.field} (${reading(m.clock)})`;

/**
 * Where the file's own clocks cannot all be right, whatever the zones: software that did not exist yet,
 * steps in the wrong order, two capture clocks far apart. Empty when they can.
 */
export function disagreements(m: Makers, built: readonly Maker[], hints: readonly Hint[]): Reason[] {
  return [...software(m, built, hints), ...order(m), ...captures(m)];
}

/** A program cannot have written a time before it was built. Only times that the program itself wrote count. */
function software(m: Makers, built: readonly Maker[], hints: readonly Hint[]): Reason[] {
  const reasons: Reason[] = [];
  const xmp = [...m.written, ...m.edited].filter((x) => x.family === "XMP");
  const toolkit = built.filter((b) => b.clock.field.startsWith("XMP x:xmptk"));
  if (xmp.length > 0 && toolkit.length > 0) {
    const [last, made] = [latest(xmp), earliest(toolkit)];
    if (last.to + DAY < made.from)
      reasons.push({
        rule: "software-built-later",
        text: `The XMP toolkit that wrote these dates was built on ${made.clock.value!.slice(0, 10)}, ${span(made.from - last.to)} after the latest date it wrote: ${name(last)}.`,
        clocks: [made.index, last.index],
      });
  }
  const apple = hints.some((h) => h.kind === "device" && /^iPhone/.test(h.value));
  for (const hint of hints) {
    if (hint.kind !== "software" && hint.kind !== "device") continue;
    const system = /android/i.test(hint.field) ? "Android" : apple ? "iOS" : null;
    const release = released(hint.value, system);
    if (!release) continue;
    const device = hint.kind === "device" || (system !== null && /^\d/.test(hint.value));
    const family = hint.field.split(/[ /]/)[0]!;
    const here = [...m.written, ...m.edited].filter(
      (x) => x.family === family || (x.family === "Exif" && /^(IFD|SubIFD)/.test(family)),
    );
    const own = !device ? here : m.captured.length > 0 ? m.captured : m.written;
    if (own.length === 0) continue;
    const last = latest(own);
    if (last.to < release.from)
      reasons.push({
        rule: "software-built-later",
        text: `${inert(hint.field)} names ${release.name}, which did not exist before ${instant(release.from).slice(0, 10)}; the latest clock it wrote reads ${reading(last.clock)} (${last.clock.field}).`,
        clocks: [last.index],
      });
  }
  for (const e of m.all) {
    const agent = / with (.+)$/.exec(e.clock.meaning);
    const release = agent && e.clock.field.endsWith("stEvt:when") ? released(agent[1]!, null) : null;
    if (release && e.to < release.from)
      reasons.push({
        rule: "software-built-later",
        text: `The history says ${release.name} was used at ${reading(e.clock)}; it did not exist before ${instant(release.from).slice(0, 10)}.`,
        clocks: [e.index],
      });
  }
  return reasons;
}

/** Nothing is saved for the last time before it was recorded or begun. */
function order(m: Makers): Reason[] {
  const later = [...m.written, ...m.edited];
  if (m.captured.length > 0 && later.length > 0) {
    const [last, first] = [latest(later), earliest(m.captured)];
    if (last.to + DRIFT < first.from)
      return [
        {
          rule: "order-of-steps",
          text: `The latest clock of its writing, ${name(last)}, reads ${span(first.from - last.to)} before its capture clock, ${name(first)}, beyond any time zone.`,
          clocks: [last.index, first.index],
        },
      ];
  }
  for (const family of new Set(m.edited.map((e) => e.family))) {
    const edits = m.edited.filter((e) => e.family === family);
    const begun = m.written.filter((w) => w.family === family);
    if (begun.length === 0) continue;
    const [last, first] = [latest(edits), earliest(begun)];
    if (last.to + DRIFT < first.from)
      return [
        {
          rule: "order-of-steps",
          text: `It was last saved, by ${name(last)}, ${span(first.from - last.to)} before it was made, by ${name(first)}, beyond any time zone.`,
          clocks: [last.index, first.index],
        },
      ];
  }
  return [];
}

/** A satellite fix may be this old when the shutter is released. */
const STALE = 2 * DAY;

/** Capture clocks of one file tell of one moment. */
function captures(m: Makers): Reason[] {
  const group = [...m.captured, ...m.retold].filter((c) => !ENTERED.test(c.clock.field));
  if (group.length === 0) return [];
  const first = group.reduce((a, b) => (b.to < a.to ? b : a));
  const last = group.reduce((a, b) => (b.from > a.from ? b : a));
  const early = m.satellite.find((s) => last.from - s.to > STALE);
  const late = m.satellite.find((s) => s.from - first.to > DRIFT);
  const pair = last.from - first.to > DRIFT ? [first, last] : early ? [early, last] : late ? [first, late] : null;
  if (!pair) return [];
  const [a, b] = pair as [Maker, Maker];
  return [
    {
      rule: "capture-clocks-apart",
      text: `Two capture clocks lie ${span(b.from - a.to)} apart, beyond any time zone: ${name(a)} and ${name(b)}.`,
      clocks: [a.index, b.index],
    },
  ];
}
