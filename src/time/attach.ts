import type { Analysis } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { UPOS } from "../model/tags.ts";
import { tokenAt } from "./tense.ts";

const [VERB, AUX] = [UPOS.indexOf("VERB"), UPOS.indexOf("AUX")];

const inside = (offset: number, spans: readonly Span[]): boolean =>
  spans.some((s) => s.start <= offset && offset < s.end);

/** True when the parse hangs a time on one of the cue's words: the first verb above it is the cue. */
export function hangsOn(a: Analysis, time: Span, cue: readonly Span[]): boolean {
  let at = tokenAt(a, time.start);
  if (at < 0) return false;
  const end = time.end;
  while (
    at >= 0 &&
    a.starts[at]! < end &&
    a.heads[at]! >= 0 &&
    a.starts[a.heads[at]!]! >= time.start &&
    a.starts[a.heads[at]!]! < end
  )
    at = a.heads[at]!;
  for (let n = 0; n < 6; n++) {
    at = a.heads[at]!;
    if (at < 0) return false;
    if (inside(a.starts[at]!, cue)) return true;
    if (a.upos[at] === VERB || a.upos[at] === AUX) return false;
  }
  return false;
}

/**
 * True when only a few words without a verb stand between cue and time, none of them content: "told reporters on Monday",
 * "late Wednesday, he said". For texts without a parse and for parses that went astray.
 */
export function standsBy(
  a: Analysis,
  tagged: boolean,
  time: Span,
  cue: readonly Span[],
  content: readonly Span[],
): boolean {
  if (cue.length === 0) return false;
  const [first, last] = [cue[0]!, cue[cue.length - 1]!];
  const after = time.start >= last.end;
  const [from, to] = after ? [last.end, time.start] : [time.end, first.start];
  if (to < from || to - from > (after ? 60 : 90)) return false;
  const between = a.text.slice(from, to);
  if (
    /[.;:!?\n"“”«»]/.test(between.replace(/\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|U\.S|U\.N|[A-Z])\./g, ""))
  )
    return false;
  for (const span of content) if (span.start < to && from < span.end) return false;
  if (after) {
    const words = between.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
    if (
      words.length > 6 ||
      /\b(?:that|which|who|because|after|before|since|until|to|if|whether|when|while|for|of|about)\b/i.test(between)
    )
      return false;
  } else if (/\b(?:that|which|who|because|after|before|since|until|if|whether|when|while)\b/i.test(between))
    return false;
  return !tagged || !hasVerb(a, from, to);
}

function hasVerb(a: Analysis, from: number, to: number): boolean {
  for (let t = firstToken(a, from); t < a.length && a.starts[t]! < to; t++) if (a.upos[t] === VERB) return true;
  return false;
}

/** The first token that starts at or after an offset. */
export function firstToken(a: Analysis, offset: number): number {
  let low = 0;
  let high = a.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (a.starts[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}
