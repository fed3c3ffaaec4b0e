import type {
  ClaimedTime,
  Clock,
  Finding,
  Hint,
  MediaClaim,
  MediaRule,
  Reason,
  Strength,
  Verdict,
} from "../../model/media.ts";
import { DAY, instant } from "../clocks/date-text.ts";
import { againstPublished, againstShown, isHeader, type Lie } from "./compare.ts";
import { disagreements } from "./disagree.ts";
import { background } from "./leads.ts";
import { AGREE, latest, type Maker, type Makers, makers, ms } from "./makers.ts";
import { reading, span } from "./words.ts";

/** What one file's clocks say to the claim. Pure; `kind` is the format, `hints` what else stands in the file. */
export function judge(clocks: readonly Clock[], hints: readonly Hint[], claim: MediaClaim, kind: string): Finding {
  const m = makers(clocks);
  const built = makersOfSoftware(clocks);
  const more = background(clocks, hints, m, claim);
  const apart = disagreements(m, built, hints);
  if (apart.length > 0) return { verdict: "conflict", strength: "moderate", reasons: [...apart, ...more.reasons] };
  const group = m.captured.length > 0 ? m.captured : m.written.length > 0 ? m.written : m.edited;
  if (group.length === 0) return without(claim, built, more);
  const shown = claim.shownAt ? shownFinding(group, m, claim, kind) : null;
  const published = claim.publishedAt ? publishedFinding(group, m, claim) : null;
  const main =
    shown && published && published.verdict === "postdates" && shown.verdict !== "predates"
      ? published
      : (shown ?? published)!;
  const other = main === shown ? published : shown;
  return { ...main, reasons: [...main.reasons, ...(other?.reasons ?? []), ...more.reasons] };
}

/** No clock of the file's own making is left: a lead, a later program, or nothing. */
function without(
  claim: MediaClaim,
  built: readonly Maker[],
  more: { reasons: readonly Reason[]; leads: boolean },
): Finding {
  const bound = claim.publishedAt;
  const late = bound ? built.find((b) => b.clock.field.startsWith("XMP") && b.from > ms(bound.to)) : undefined;
  if (late)
    return {
      verdict: "postdates",
      strength: "weak",
      reasons: [
        {
          rule: "written-after-publication",
          text: `This copy was written later: the program that wrote its metadata was built on ${late.clock.value!.slice(0, 10)}, after the publication.`,
          clocks: [late.index],
        },
        ...more.reasons,
      ],
    };
  return more.leads
    ? { verdict: "inconclusive", strength: "lead", reasons: more.reasons }
    : { verdict: "no-evidence", strength: "-", reasons: more.reasons };
}

const makersOfSoftware = (clocks: readonly Clock[]): Maker[] =>
  clocks.flatMap((clock, index) =>
    clock.role === "software built" && clock.from && clock.to
      ? [
          {
            index,
            clock,
            from: ms(clock.from),
            to: ms(clock.to),
            wall: ms(clock.from),
            family: "software",
            loose: false,
          },
        ]
      : [],
  );

function shownFinding(group: readonly Maker[], m: Makers, claim: MediaClaim, kind: string): Finding {
  const shown = claim.shownAt!;
  const lie = againstShown(group, shown);
  const clock = lie.at;
  const reasons: Reason[] = [];
  const say = (rule: MediaRule, text: string, clocks: readonly Maker[] = [clock]): void => {
    reasons.push({ rule, text, clocks: clocks.map((c) => c.index) });
  };
  const times = {
    before: `before the time shown (${shown.given}) begins`,
    after: `after the time shown (${shown.given}) ends`,
  };
  let verdict: Verdict;
  let strength: Strength = strengthOf(group, clock, m);
  if (lie.kind === "before" && begunEarlier(group, m, shown, kind)) {
    verdict = "inconclusive";
    strength = "-";
    say(
      "begun-then-saved",
      `${clock.clock.field} tells when the document was begun, ${reading(clock.clock)}; it was saved again later, so what it shows may be younger.`,
    );
  } else if (lie.kind === "before" && clock.clock.zone === null && /-01-01T/.test(clock.clock.value!)) {
    verdict = "inconclusive";
    strength = "-";
    say(
      "reset-day",
      `${clock.clock.field} reads ${reading(clock.clock)}: a 1 January is also where a camera's clock begins again after its battery was empty.`,
    );
  } else if (lie.kind === "before") {
    verdict = "predates";
    const any = clock.clock.zone === null || clock.loose;
    const even = any ? `Even its latest possible reading, ${instant(clock.to)}, lies` : "That is";
    say(
      "making-clock-before",
      `The file's clock reads earlier: ${what(clock, m)} ${reading(clock.clock)} (${told(clock)}). ${even} ${span(lie.margin)} ${times.before}.`,
      group,
    );
  } else if (lie.kind === "after") {
    verdict = "postdates";
    if (group !== m.captured) strength = "weak";
    const any = clock.clock.zone === null || clock.loose;
    const even = any ? `Even its earliest possible reading, ${instant(clock.from)}, lies` : "That is";
    say(
      "making-clock-after",
      `This copy was written later: ${what(clock, m)} ${reading(clock.clock)} (${told(clock)}). ${even} ${span(lie.margin)} ${times.after}.${group === m.captured ? "" : " Copies are often written again later: ask for the original."}`,
      group,
    );
  } else if (lie.kind === "fits") {
    verdict = "consistent";
    say(
      "making-clock-fits",
      `The file's clock fits the time shown: ${what(clock, m)} ${reading(clock.clock)} (${told(clock)}).`,
      group,
    );
  } else {
    verdict = "inconclusive";
    strength = "-";
    say(...unsettled(lie, shown.zone === null ? null : shown.given));
  }
  if (clock.loose && clock.clock.zone !== null)
    say(
      "editor-zone",
      `The zone ${clock.clock.zone} was written by an editing program or a person, not by the camera: it is not relied on.`,
    );
  reasons.push(...later(m, group, claim));
  return { verdict, strength, reasons };
}

/**
 * A document, or a picture without a capture clock, that was begun before the claim and saved since may hold newer
 * content. A PDF's later edits count only within the time it is said to be of.
 */
function begunEarlier(group: readonly Maker[], m: Makers, claim: ClaimedTime, kind: string): boolean {
  if (group !== m.written || /MP4|MOV|Matroska|video|audio/i.test(kind)) return false;
  const [from, to] = [ms(claim.from), ms(claim.to)];
  if (group.some((g) => g.family === "PDF")) return m.edited.some((e) => e.to >= from && e.from <= to);
  return group.every((g) => g.family === "XMP" || g.family === "PNG") && m.edited.some((e) => e.to >= from);
}

function unsettled(lie: Lie, given: string | null): [MediaRule, string] {
  const c = lie.at.clock;
  if (lie.kind === "just before" || lie.kind === "just after") {
    const margin = span("margin" in lie ? lie.margin : 0);
    return [
      "clock-drift",
      `The file's clock reads ${reading(c)}, ${margin} ${lie.kind === "just before" ? "before" : "after"} the claim: a clock that is a little off, or summer time, explains that.`,
    ];
  }
  if (c.zone !== null)
    return ["clocks-around", `The file's clocks lie around the claim, none in it: ${c.field} reads ${reading(c)}.`];
  const header = isHeader(lie.at)
    ? " The format asks for UTC here, and many cameras write local time: read as UTC it does not fit, read as local time it may."
    : "";
  return [
    "zone-could-explain",
    `The clock reads ${reading(c)} (${c.field}); with no zone it lies between ${c.from} and ${c.to}, and a time zone could explain the difference${given ? ` from ${given}` : ""}.${header}`,
  ];
}

function publishedFinding(group: readonly Maker[], m: Makers, claim: MediaClaim): Finding {
  const bound = claim.publishedAt!;
  const written =
    group === m.written && group.some((w) => w.from > ms(bound.to))
      ? group.filter((w) => w.from > ms(bound.to))
      : group;
  const lie = againstPublished(written, bound);
  const c = lie.at;
  const strength = strengthOf(group, c, m);
  const reasons: Reason[] = [];
  const say = (rule: MediaRule, text: string): void => {
    reasons.push({ rule, text, clocks: written.map((w) => w.index) });
  };
  if (lie.kind === "after") {
    say(
      "written-after-publication",
      `This copy was written later: ${what(c, m)} ${reading(c.clock)} (${told(c)}), at least ${span(lie.margin)} after the publication.`,
    );
    return { verdict: "postdates", strength: group === m.captured ? strength : "weak", reasons };
  }
  if (lie.kind === "open" || lie.kind === "just after") {
    say(...unsettled(lie, bound.given));
    return { verdict: "inconclusive", strength: "-", reasons };
  }
  say(
    "older-than-publication",
    `It is older than its publication, as one expects: ${what(c, m)} ${reading(c.clock)} (${told(c)}).`,
  );
  if (lie.kind === "before" && lie.margin > 30 * DAY)
    say(
      "much-older",
      `It was made at least ${span(lie.margin)} before it was published: if it is offered as recent, ask when it was taken.`,
    );
  reasons.push(...later(m, group, claim));
  return { verdict: "consistent", strength: c.clock.zone === null && lie.kind === "fits" ? "weak" : strength, reasons };
}

/** Edits and copies after the making, which change nothing about when it was made. */
function later(m: Makers, group: readonly Maker[], claim: MediaClaim): Reason[] {
  const since = [...m.edited, ...(group === m.captured ? m.written : [])].filter((e) => !group.includes(e));
  const bound = claim.publishedAt ?? claim.shownAt!;
  const after = since.filter((e) => e.from > ms(bound.to) && e.from > latest(group).to);
  if (after.length === 0) return [];
  const last = latest(after);
  const apart = span(last.from - ms(bound.to));
  const text = claim.publishedAt
    ? `This copy was edited after publication: ${last.clock.field} reads ${reading(last.clock)}, ${apart} after it. It is not the file that was first published.`
    : `This copy was written later: ${last.clock.field} reads ${reading(last.clock)}, ${apart} after the time shown. If the file was public by then, this copy was edited after publication and is not the one first published.`;
  return [{ rule: "edited-later", text, clocks: after.map((a) => a.index) }];
}

/** How much a group of clocks carries: its zone, and how many parts of the file agree. */
function strengthOf(group: readonly Maker[], clock: Maker, m: Makers): Strength {
  if (clock.clock.readings.length > 1 || group === m.edited || clock.to - clock.from > 2 * DAY) return "weak";
  const near = [...m.captured, ...m.written, ...m.edited].filter(
    (x) => x.clock.zone !== null && Math.abs(x.from - clock.from) <= AGREE,
  );
  const families = new Set(near.map((x) => x.family)).size;
  const edited = m.edited.some((e) => e.from > clock.to + DAY);
  const apart = group === m.written && latest(group).from - Math.min(...group.map((g) => g.from)) > DAY;
  return clock.clock.zone !== null && !clock.loose && families > 1 && !edited && !apart ? "strong" : "moderate";
}

/** The sentence's verb by what the clock tells of. */
function what(c: Maker, m: Makers): string {
  if (m.captured.includes(c)) return "its capture clock shows";
  if (m.edited.includes(c)) return "the file was last saved, by its own clock, at";
  return c.clock.role === "exported"
    ? "the file was written by a service at"
    : "the file was written, by its own clock, at";
}

/** Where it stands and what it means; how its zone was found is said on its own. */
const told = (c: Maker): string => [c.clock.field, c.clock.meaning.split("; ")[0]!].filter((x) => x !== "").join(": ");
