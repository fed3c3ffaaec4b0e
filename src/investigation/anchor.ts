import type { Quote } from "../model/entry.ts";
import type { Span } from "../model/span.ts";

/** How much context a quotation keeps on either side, in UTF-16 code units. */
export const CONTEXT = 32;

/** How much of one side must agree before words in another place are taken for the same words. */
const ENOUGH = 12;

/** Words without any context must be this long to be known again. */
const TELLING = 24;

/** Code units compared before a repetitive text is given up: keeps the search linear. */
const MOST_WORK = 50_000_000;

/** Quotes a stretch of a text with its surroundings. */
export function quoteOf(text: string, span: Span): Quote {
  return {
    exact: text.slice(span.start, span.end),
    prefix: text.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: text.slice(span.end, span.end + CONTEXT),
    start: span.start,
    end: span.end,
  };
}

/** Where quoted words stand in a text, or why they cannot be placed. */
export type Anchored = { readonly span: Span } | { readonly orphaned: string };

/**
 * Finds quoted words again. They must be the same words, and on one side at least their surroundings must agree; of
 * several such places one must agree better than all others. Anything less is orphaned, never moved to a look-alike.
 */
export function anchor(text: string, quote: Quote): Anchored {
  const { exact } = quote;
  if (exact === "") return { orphaned: "the entry quotes no words" };
  let best: { at: number; score: number } | null = null;
  let tied = false;
  let seen = 0;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    if (++seen * exact.length > MOST_WORK) return { orphaned: "the words stand in too many places to tell which" };
    const before = agreeBefore(text, at, quote.prefix);
    const after = agreeAfter(text, at + exact.length, quote.suffix);
    const context = quote.prefix.length + quote.suffix.length;
    const whole = before + after === context && context + exact.length >= TELLING;
    if (at === quote.start && before + after === context) return { span: { start: at, end: at + exact.length } };
    if (!(held(before) || held(after) || whole)) continue;
    const score = before + after;
    if (!best || score > best.score) {
      best = { at, score };
      tied = false;
    } else if (score === best.score) tied = true;
  }
  if (best && !tied) return { span: { start: best.at, end: best.at + exact.length } };
  if (tied) return { orphaned: "the same words now stand in several places with the same surroundings" };
  if (seen > 0) return { orphaned: "the same words stand there, but in other surroundings" };
  return { orphaned: "the words are no longer in the report" };
}

const held = (agreed: number) => agreed >= ENOUGH;

function agreeBefore(text: string, at: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && at - n > 0 && text[at - n - 1] === prefix[prefix.length - n - 1]) n++;
  return n;
}

function agreeAfter(text: string, at: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && at + n < text.length && text[at + n] === suffix[n]) n++;
  return n;
}

/** Places every stretch of a quotation; orphaned as soon as one cannot be placed or the order is lost. */
export function anchorAll(text: string, quotes: readonly Quote[]): { spans: Span[] } | { orphaned: string } {
  const spans: Span[] = [];
  for (const quote of quotes) {
    const found = anchor(text, quote);
    if ("orphaned" in found) return found;
    spans.push(found.span);
  }
  const kept = quotes.map((q, i) => [q.start, spans[i]!.start] as const).sort((a, b) => a[0] - b[0]);
  if (kept.some((k, i) => i > 0 && kept[i - 1]![1] > k[1])) return { orphaned: "its parts now stand in another order" };
  return { spans };
}
