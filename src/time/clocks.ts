import { ATTITUDES } from "../language/en/attitudes.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { XPOS } from "../model/tags.ts";
import type { TimeExpression, TimeValue } from "../model/time.ts";
import { firstToken, hangsOn, standsBy } from "./attach.ts";
import { parseDay } from "./calendar.ts";
import { isTagged } from "./tense.ts";
import { findTimes, publicationDay, type TimeContext, type Utterance } from "./times.ts";

/** What the clocks need of a statement; `Statement` of the model fits as it is. */
export interface Spoken {
  readonly id: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly speakers: readonly string[];
  readonly act: string | null;
  readonly within: string | null;
}

/** The statement date and the event dates of one statement; `about` holds indices into the times. */
export interface Clocks {
  readonly said: TimeValue | null;
  readonly saidWhy: string;
  readonly about: readonly number[];
}

/** Sentences longer than this are looked at around the cue only, so that a text without full stops costs no more. */
const REACH = 800;
/** How far back, in characters, the same speaker's dated words reach. */
const NEAR = 4000;
/** How far, in characters, headline and lead reach. */
const LEAD = 900;

/**
 * Sets the statement date and event dates of statements. `said` is explicit when a time belongs to the cue by the parse,
 * inferred from the occasion that the neighbouring text dates, else null with the reason. Statements in any order; same order back.
 */
export function setClocks(
  statements: readonly Spoken[],
  times: readonly TimeExpression[],
  analysis: Analysis,
  context: TimeContext,
): Clocks[] {
  const tagged = isTagged(analysis);
  const published = publicationDay(analysis.text, context);
  const order = statements
    .map((_, i) => i)
    .sort((x, y) => anchorOf(statements[x]!) - anchorOf(statements[y]!) || x - y);
  const voices = voicesOf(statements, order, analysis);
  const holders = contentsOver(statements, times);
  const said: (TimeValue | null)[] = statements.map(() => null);
  const why: string[] = statements.map(() => "");
  for (const i of order) {
    const found = explicitTime(statements[i]!, holders, times, analysis, tagged, published);
    if (found === null) continue;
    said[i] = found.value;
    why[i] = `"${found.text}" belongs to the words of saying`;
  }
  const explicit = said.slice();
  order.forEach((i, place) => {
    if (said[i] !== null) return;
    const found = inferred(
      i,
      place,
      order,
      statements,
      times,
      analysis,
      tagged,
      said,
      explicit,
      published,
      holders,
      voices,
    );
    if (typeof found === "string") why[i] = found;
    else {
      said[i] = found.value;
      why[i] = found.why;
    }
  });
  return statements.map((s, i) => ({ said: said[i]!, saidWhy: why[i]!, about: aboutOf(s, times) }));
}

/** Times and clocks of a report together: times inside quoted speech are counted from the speaker's own day where that is known. */
export function readClocks(
  statements: readonly Spoken[],
  analysis: Analysis,
  context: TimeContext,
): { readonly times: TimeExpression[]; readonly clocks: Clocks[] } {
  const times = findTimes(analysis, context);
  const clocks = setClocks(statements, times, analysis, context);
  const utterances = ownDays(statements, clocks, analysis, context);
  const events = outermost(statements);
  if (utterances.length === 0 && events.length === 0) return { times, clocks };
  const again = findTimes(analysis, { ...context, utterances, events });
  return { times: again, clocks: clocks.map((c, i) => ({ ...c, about: aboutOf(statements[i]!, again) })) };
}

/** The contents of all statements as stretches in order, those that touch or hold one another made one. */
function outermost(statements: readonly Spoken[]): Span[] {
  const spans = statements.flatMap((s) => s.content).sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** The quoted stretches of statements said on a known day other than that of publication. */
function ownDays(
  statements: readonly Spoken[],
  clocks: readonly Clocks[],
  a: Analysis,
  context: TimeContext,
): Utterance[] {
  const published = publicationDay(a.text, context)?.edtf;
  const stretches: Utterance[] = [];
  statements.forEach((s, i) => {
    const said = clocks[i]!.said;
    const day = said === null ? null : parseDay(said.edtf);
    if (said === null || day === null || said.edtf.length !== 10 || said.edtf === published || s.within !== null)
      return;
    for (const span of s.content)
      for (const [start, end] of quotedParts(a.text, span)) stretches.push({ start, end, day });
  });
  stretches.sort((x, y) => x.start - y.start);
  return stretches.filter((x, i) => i === 0 || stretches[i - 1]!.end <= x.start);
}

/** The parts of a span between quotation marks, an unclosed one running to the span's end. */
function quotedParts(text: string, span: Span): [number, number][] {
  const parts: [number, number][] = [];
  const mark = /``|''|["“”„«»]/g;
  mark.lastIndex = span.start;
  let open = -1;
  for (let hit = mark.exec(text); hit !== null && hit.index < span.end; hit = mark.exec(text)) {
    if (open < 0) open = hit.index;
    else {
      parts.push([open, hit.index]);
      open = -1;
    }
  }
  if (open >= 0) parts.push([open, span.end]);
  return parts;
}

/** Indices of the times inside a statement's content. */
export function aboutOf(statement: Spoken, times: readonly TimeExpression[]): number[] {
  const about: number[] = [];
  for (const span of statement.content)
    for (let k = firstTime(times, span.start); k < times.length && times[k]!.start < span.end; k++)
      if (times[k]!.end <= span.end) about.push(k);
  return about;
}

function firstTime(times: readonly TimeExpression[], offset: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (times[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** For each time the statements whose content holds it. */
function contentsOver(statements: readonly Spoken[], times: readonly TimeExpression[]): Spoken[][] {
  const holders: Spoken[][] = times.map(() => []);
  for (const s of statements) for (const k of aboutOf(s, times)) holders[k]!.push(s);
  return holders;
}

/**
 * Who speaks in each statement: its speakers, or while nobody has resolved them the names in its source; a lone pronoun
 * goes on with the voice before it.
 */
function voicesOf(statements: readonly Spoken[], order: readonly number[], a: Analysis): (readonly string[])[] {
  const voices: (readonly string[])[] = statements.map((s) => s.speakers);
  let last: readonly string[] = [];
  for (const i of order) {
    const s = statements[i]!;
    if (s.speakers.length === 0 && s.source.length > 0) {
      const words = s.source.map((x) => a.text.slice(x.start, x.end)).join(" ");
      const names = words.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? [];
      if (/^(?:he|she|they|it)$/i.test(words)) voices[i] = last;
      else if (names.length > 0) voices[i] = [names[names.length - 1]!];
    }
    if (s.within === null && voices[i]!.length > 0) last = voices[i]!;
  }
  return voices;
}

const anchorOf = (s: Spoken): number => (s.cue[0] ?? s.source[0] ?? s.content[0])?.start ?? 0;

/** The sentence of the cue, or the line when there are no sentences. */
function sentenceOf(a: Analysis, offset: number): Span {
  const token = firstToken(a, offset);
  const index = a.sentences.length > 0 ? a.sentenceOf[Math.min(token, a.length - 1)] : undefined;
  const sentence = index === undefined ? undefined : a.sentences[index];
  if (sentence !== undefined)
    return { start: Math.max(sentence.start, offset - REACH), end: Math.min(sentence.end, offset + REACH) };
  const before = a.text.slice(Math.max(0, offset - REACH), offset);
  const start = offset - before.length + Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". ")) + 1;
  const stop = a.text.slice(offset, offset + 600).search(/[.!?]\s|\n/);
  return { start, end: stop < 0 ? Math.min(a.text.length, offset + 600) : offset + stop };
}

const usable = (t: TimeExpression): boolean =>
  (t.type === "DATE" || t.type === "TIME") && t.time !== null && t.edtf !== null && t.edtf !== "../..";

/** A time as the moment of saying: of a time of day only its day is kept. */
function asSaid(t: TimeExpression, basis: "explicit" | "inferred", rule: string): TimeValue {
  const edtf = t.edtf!.replace(/T.*$/, "");
  return { ...t.time!, edtf, rule, basis };
}

function explicitTime(
  s: Spoken,
  holders: readonly (readonly Spoken[])[],
  times: readonly TimeExpression[],
  a: Analysis,
  tagged: boolean,
  published: TimeValue | null,
): { readonly value: TimeValue; readonly text: string } | null {
  if (s.cue.length === 0) return null;
  const cue = s.cue[0]!;
  const sentence = sentenceOf(a, cue.start);
  let best: { value: TimeValue; text: string; rank: number } | null = null;
  for (let k = firstTime(times, sentence.start); k < times.length && times[k]!.start < sentence.end; k++) {
    const t = times[k]!;
    const present =
      t.value === "PRESENT_REF" &&
      published !== null &&
      s.within === null &&
      /^now$/i.test(t.text) &&
      Math.min(Math.abs(t.end - cue.start), Math.abs(t.start - cue.end)) <= 12;
    if (!usable(t) && !present) continue;
    if (covers(s.content, t) || holders[k]!.some((o) => o !== s && !covers(o.content, cue))) continue;
    const own = covers(s.cue, t);
    const hangs = own || (tagged && hangsOn(a, t, s.cue));
    const near = standsBy(a, tagged, t, s.cue, s.content);
    if (!hangs && !near) continue;
    if (
      /\b(?:since|until|till|from|before|after|by)\s+(?:the\s+)?$/i.test(
        a.text.slice(Math.max(0, t.start - 14), t.start),
      )
    )
      continue;
    const rank = (own ? 0 : hangs && near ? 1 : near ? 2 : 3) * 1000 + Math.min(900, Math.abs(t.start - cue.start));
    if (best !== null && rank >= best.rank) continue;
    best = {
      value: present
        ? { ...published!, rule: "said-present", basis: "explicit" }
        : asSaid(t, "explicit", "said-explicit"),
      text: t.text,
      rank,
    };
  }
  return best;
}

const covers = (spans: readonly Span[], t: Span): boolean => spans.some((s) => s.start <= t.start && t.end <= s.end);

const VBD = XPOS.indexOf("VBD");
const PRESENT = new Set(["VBZ", "VBP"].map((x) => (XPOS as readonly string[]).indexOf(x)));

/** How the cue stands in time: told of once ("said"), going on ("says", "has said"), or a state of mind. */
function aspect(s: Spoken, a: Analysis, tagged: boolean): "told" | "open" | "state" | "none" {
  const text = s.cue
    .map((c) => a.text.slice(c.start, c.end))
    .join(" ")
    .toLowerCase();
  const words = text.match(/[a-z]+/g) ?? [];
  if (s.act === "thinks" || words.some((x) => ATTITUDES.has(x))) return "state";
  if (words.length === 0) return "none";
  if (/\b(?:has|have|'ve|’ve)\b/.test(text)) return "open";
  const before = a.text.slice(Math.max(0, s.cue[0]!.start - 24), s.cue[0]!.start);
  if (/\b(?:has|have|['’]ve)\s+(?:\w+\s+)?$/i.test(before)) return "open";
  if (!tagged) return /\b(?:said|told|added|announced|asked|called|denied|wrote|\w+ed)\b/.test(text) ? "told" : "open";
  for (const c of s.cue)
    for (let t = firstToken(a, c.start); t < a.length && a.starts[t]! < c.end; t++) {
      if (a.xpos[t] === VBD) return "told";
      if (PRESENT.has(a.xpos[t]!)) return "open";
    }
  return "none";
}

/** The other statements whose cue stands in a sentence. */
function neighbours(place: number, order: readonly number[], all: readonly Spoken[], sentence: Span): number[] {
  const near: number[] = [];
  for (let p = place - 1; p >= 0 && anchorOf(all[order[p]!]!) >= sentence.start; p--) near.push(order[p]!);
  for (let p = place + 1; p < order.length && anchorOf(all[order[p]!]!) < sentence.end; p++) near.push(order[p]!);
  return near.sort((x, y) => anchorOf(all[x]!) - anchorOf(all[y]!) || x - y);
}

/** True for a day or a stretch of days, not a month or a year: only such a time may pass from one statement to the next. */
const isDays = (edtf: string): boolean => /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/.test(edtf);

/** How far back, in characters, a dated scene reaches: for anyone, and for those it names. */
const CLOSE = 200;
const SCENE = 700;

/** The day that the telling around an offset is about: the last one named before it outside all contents, of the week before publication. */
function sceneBefore(
  s: Spoken,
  offset: number,
  holders: readonly (readonly Spoken[])[],
  times: readonly TimeExpression[],
  a: Analysis,
  published: TimeValue | null,
): TimeExpression | null {
  if (published === null) return null;
  const end = parseDay(published.edtf);
  for (let k = firstTime(times, offset) - 1; k >= 0 && offset - times[k]!.start <= SCENE; k--) {
    const t = times[k]!;
    if (!usable(t) || !/^\d{4}-\d\d-\d\d/.test(t.edtf!) || t.edtf!.includes("/")) continue;
    if (holders[k]!.length > 0) continue;
    const day = parseDay(t.edtf!);
    if (day === null || end === null || day > end || end - day > 7) continue;
    if (t.time!.anchor === null && day === end && t.start < 200) continue;
    if (/\b(?:since|until|till|before|by)\s+(?:the\s+)?$/i.test(a.text.slice(Math.max(0, t.start - 14), t.start)))
      continue;
    return offset - t.start <= CLOSE || presentAt(s, sentenceOf(a, t.start), a, offset) ? t : null;
  }
  return null;
}

/** True when a statement's source is named in the sentence that dates the scene, or is a pronoun, or stands in that same sentence. */
function presentAt(s: Spoken, scene: Span, a: Analysis, offset: number): boolean {
  if (offset < scene.end || s.source.length === 0) return true;
  const words = s.source.map((x) => a.text.slice(x.start, x.end)).join(" ");
  if (/^(?:he|she|they|it|who)$/i.test(words)) return true;
  const names = words.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? [];
  const told = a.text.slice(scene.start, scene.end);
  return names.some((name) => told.includes(name));
}

function inferred(
  i: number,
  place: number,
  order: readonly number[],
  all: readonly Spoken[],
  times: readonly TimeExpression[],
  a: Analysis,
  tagged: boolean,
  said: readonly (TimeValue | null)[],
  explicit: readonly (TimeValue | null)[],
  published: TimeValue | null,
  holders: readonly (readonly Spoken[])[],
  voices: readonly (readonly string[])[],
): { readonly value: TimeValue; readonly why: string } | string {
  const s = all[i]!;
  const at = anchorOf(s);
  const sentence = sentenceOf(a, at);
  const how = aspect(s, a, tagged);
  if (how === "state") return "a state of mind: no moment of saying is told";
  // A date on the occasion itself, in the words of the source or beside the cue: "in a letter published Wednesday".
  for (let k = firstTime(times, sentence.start); k < times.length && times[k]!.start < sentence.end; k++) {
    const t = times[k]!;
    if (!usable(t) || !covers(s.source, t)) continue;
    return { value: asSaid(t, "inferred", "said-occasion"), why: `the source is dated: "${t.text}"` };
  }
  if (s.within !== null) return "told inside another's statement, with no date of its own";
  // The same sentence tells of another act of saying with its date.
  for (const j of neighbours(place, order, all, sentence)) {
    if (explicit[j] === null || all[j]!.within !== null) continue;
    const other = anchorOf(all[j]!);
    if (
      other < sentence.start ||
      other >= sentence.end ||
      covers(all[j]!.content, { start: at, end: at + 1 }) ||
      how === "open"
    )
      continue;
    return {
      value: { ...explicit[j]!, rule: "said-same-sentence", basis: "inferred" },
      why: "the same sentence dates the act of saying beside it",
    };
  }
  if (how === "open") return "told as going on or long known, with no date beside it";
  if (voices[i]!.length > 0) {
    for (let p = place - 1; p >= 0; p--) {
      const j = order[p]!;
      if (at - anchorOf(all[j]!) > NEAR) break;
      if (
        said[j] === null ||
        !isDays(said[j]!.edtf) ||
        all[j]!.within !== null ||
        !voices[j]!.some((x) => voices[i]!.includes(x))
      )
        continue;
      return {
        value: { ...said[j]!, rule: "said-same-speaker", basis: "inferred" },
        why: "the same speaker's words just before are dated",
      };
    }
  }
  // Headline and lead tell first what is dated below.
  if (at < LEAD && voices[i]!.length > 0)
    for (let p = place + 1; p < order.length; p++) {
      const j = order[p]!;
      if (anchorOf(all[j]!) - at > LEAD) break;
      if (
        explicit[j] === null ||
        all[j]!.within !== null ||
        !isDays(explicit[j]!.edtf) ||
        !voices[j]!.some((x) => voices[i]!.includes(x))
      )
        continue;
      return {
        value: { ...explicit[j]!, rule: "said-lead", basis: "inferred" },
        why: "told first in the lead; the same speaker's words are dated below",
      };
    }
  const scene = how === "told" ? sceneBefore(s, at, holders, times, a, published) : null;
  if (scene !== null)
    return { value: asSaid(scene, "inferred", "said-scene"), why: `the text around it tells of "${scene.text}"` };
  return "no date stands with the words of saying or with the occasion";
}
