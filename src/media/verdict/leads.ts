import type { Clock, Hint, MediaClaim, MediaRule, Reason } from "../../model/media.ts";
import { DAY, zoneMinutes } from "../clocks/date-text.ts";
import type { Makers } from "./makers.ts";
import { inert, reading, span } from "./words.ts";

/** What stands beside the verdict: leads, unusable clocks, inferred zones. `leads`: a name or a typed date gives a person something to follow. */
export function background(
  clocks: readonly Clock[],
  hints: readonly Hint[],
  m: Makers,
  _claim: MediaClaim,
): { reasons: Reason[]; leads: boolean } {
  const reasons: Reason[] = [];
  const numbered = clocks.map((clock, index) => ({ clock, index }));
  const own = numbered.filter((n) => n.clock.subject === "this file");
  const add = (rule: MediaRule, text: string, which: readonly { index: number }[]): void => {
    reasons.push({ rule, text, clocks: which.map((w) => w.index) });
  };
  const none = m.captured.length + m.written.length + m.edited.length === 0;
  const unset = own.filter((n) => n.clock.state === "not set");
  const future = own.filter((n) => n.clock.state === "in the future");
  const two = own.filter((n) => n.clock.readings.length > 1);
  if (none) {
    const why =
      unset.length > 0
        ? ` ${count(unset.length, "clock field")} ${unset.length === 1 ? "says" : "say"} "clock not set": zero is not a date, and neither is the day on which a clock begins that nobody has set.`
        : "";
    add(
      "no-usable-dates",
      `There are no usable dates in this copy.${why} Ask for the original file, or for the phone's own export: copies sent through messengers lose their dates.`,
      unset,
    );
  } else if (unset.length > 0)
    add(
      "unset",
      `${count(unset.length, "other clock field")} ${unset.length === 1 ? "was" : "were"} never set.`,
      unset,
    );
  if (future.length > 0)
    add(
      "future",
      `${count(future.length, "clock")} ${future.length === 1 ? "reads" : "read"} a time in the future: not usable.`,
      future,
    );
  if (two.length > 0)
    add(
      "two-readings",
      `The number in ${two[0]!.clock.field} has two readings, ${two[0]!.clock.readings.map((r) => r.replace("T", " ")).join(" and ")}: counted from 1904 it is older than any such file, so it was counted from 1970 in a field that counts from 1904. That makes the clock weak.`,
      two,
    );
  const zoneless = m.all.filter((x) => x.clock.zone === null);
  if (zoneless.length > 0)
    add(
      "no-zone",
      `No time zone is stored with ${count(zoneless.length, "clock")}: no zone means any zone, from UTC-12 to UTC+14.`,
      zoneless,
    );
  const inferred = m.all.find((x) => x.clock.zoneBasis === "inferred");
  if (inferred)
    add(
      "zone-inferred",
      `The zone of ${inferred.clock.field} was inferred (${inferred.clock.zone}): ${inferred.clock.meaning.split("; ").at(-1)}.`,
      [inferred],
    );
  template(m, add);
  place(hints, m, add);
  const leads = names(numbered, hints, add);
  return { reasons, leads };
}

type Add = (rule: MediaRule, text: string, which: readonly { index: number }[]) => void;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** Two creation dates of one document: the older may come from what it was made from. */
function template(m: Makers, add: Add): void {
  if (m.captured.length > 0 || m.written.length < 2) return;
  const old = m.written.reduce((a, b) => (b.to < a.to ? b : a));
  const young = m.written.reduce((a, b) => (b.from > a.from ? b : a));
  if (young.from - old.to > DAY)
    add(
      "template",
      `${old.clock.field} reads ${reading(old.clock)}, ${span(young.from - old.to)} before ${young.clock.field}: it may be that of a template or project that the file was made from. The latest one counts.`,
      [old, young],
    );
}

/** A stored zone and a stored position can bear each other out: civil time keeps within about 3.5 h of the sun. */
function place(hints: readonly Hint[], m: Makers, add: Add): void {
  const longitude = Number(hints.find((h) => h.kind === "longitude")?.value ?? Number.NaN);
  const clock = m.captured.find((c) => c.clock.zoneBasis === "stored");
  if (Number.isNaN(longitude) || Math.abs(longitude) > 180 || !clock) return;
  const zone = zoneMinutes(clock.clock.zone!)! / 60;
  const apart = Math.abs(((zone - longitude / 15 + 36) % 24) - 12);
  const agrees = apart <= 3.5;
  add(
    "position",
    `The file stores a position at longitude ${longitude.toFixed(1)}, where the zone ${clock.clock.zone} ${agrees ? "is possible" : "is not in use: the clock may have been set elsewhere"}.`,
    [clock],
  );
}

function names(all: readonly { clock: Clock; index: number }[], hints: readonly Hint[], add: Add): boolean {
  const usable = all.filter((n) => n.clock.state === "usable" && n.clock.value !== null);
  const name = usable.filter((n) => n.clock.subject === "name");
  for (const n of name)
    add(
      "name",
      `The file name says ${n.clock.value!.replace("T", " ")} (${n.clock.meaning}). A file name is a lead, never a verdict: names are typed and copied freely.`,
      [n],
    );
  const paths = hints.filter((h) => h.kind === "ingredient name");
  if (paths.length > 0) {
    const shown = paths.slice(0, 5).map((p) => `"${inert(p.value)}"`);
    add(
      "ingredient-names",
      `${count(paths.length, "ingredient file name")} ${paths.length === 1 ? "stands" : "stand"} in its record: ${shown.join(", ")}${paths.length > 5 ? ", …" : ""}. Leads only: a name may have been typed by a person, and dates in it are no clock.`,
      [],
    );
  }
  const ingredients = usable.filter((n) => n.clock.subject === "ingredient");
  if (ingredients.length > 0)
    add(
      "ingredient-clocks",
      `${count(ingredients.length, "clock")} of what it was made from ${ingredients.length === 1 ? "stands" : "stand"} in its record (${ingredients
        .slice(0, 4)
        .map((n) => reading(n.clock))
        .join("; ")}): leads, never a verdict.`,
      ingredients,
    );
  const projects = hints.filter((h) => h.kind === "project path");
  if (projects.length > 0)
    add(
      "project-path",
      `It names a project: "${inert(projects[0]!.value, 200)}". A lead: paths are typed by a person.`,
      [],
    );
  const typed = usable.filter((n) => n.clock.subject === "this file" && n.clock.role === "typed by a person");
  if (typed.length > 0)
    add(
      "typed",
      `${count(typed.length, "date")} in fields that people fill in (${typed
        .slice(0, 4)
        .map((n) => `${n.clock.field}: ${reading(n.clock)}`)
        .join("; ")}): leads, typed by a person.`,
      typed,
    );
  return name.length + ingredients.length + typed.length > 0;
}
