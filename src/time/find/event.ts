import { EVENTS } from "../../language/en/events.ts";
import type { Found } from "../meaning.ts";
import { LETTERS, type Words, word } from "../words.ts";

const DIRECTIONS: Readonly<Record<string, 1 | -1>> = { since: 1, after: 1, following: 1, before: -1, until: -1 };

/** The event that a phrase names from word `i` on ("the disputed vote"): the word after it, or -1. */
export function eventAt(w: Words, i: number): number {
  let at = i;
  if (!/^(the|a|an|that|this|last|his|her|its|their)$/.test(word(w, at))) return -1;
  at++;
  for (let n = 0; n < 3; n++, at++) {
    if (w.kinds[at] !== LETTERS || at >= w.length || w.breaks[at] === 2) return -1;
    if (EVENTS.has(word(w, at))) return at + 1;
    if (w.lexemes[at] !== undefined) return -1;
  }
  return -1;
}

/** "after the vote", "since the coup": open at one end, and the event's words are all there is to count from. */
export function event(w: Words, i: number): Found | null {
  const direction = DIRECTIONS[word(w, i)];
  if (direction === undefined) return null;
  const last = eventAt(w, i + 1);
  if (last < 0) return null;
  const words = w.text.slice(w.starts[i + 1]!, w.ends[last - 1]!);
  return { first: i, last, rule: "event", meaning: { kind: "event", direction, event: words } };
}
