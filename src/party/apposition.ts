import { relation, type Tree, universal } from "../text/tree.ts";
import type { Mention } from "./mentions.ts";

const VERB = universal("VERB");
const AUX = universal("AUX");
const APPOS = relation("appos");
const REACH = 16;

/**
 * Pairs a name with the description that stands beside it ("its director, Tomas Irube", "Ana Prell, the envoy"): index of a mention → index of its partner.
 * By the words between them first, since the comma is safer than the parse.
 */
export function appositions(tree: Tree, mentions: readonly Mention[]): Map<number, number> {
  const { lower, analysis } = tree;
  const { upos, sentenceOf, heads, deprels } = analysis;
  const pairs = new Map<number, number>();
  const startsAt = new Map<number, number>();
  mentions.forEach((m, k) => {
    if (m.form !== "pronoun" && !startsAt.has(m.first)) startsAt.set(m.first, k);
  });
  const personal = (m: Mention) => m.form === "noun" && !m.plural && (m.kind === "person" || m.kind === null);
  // an apposition after a name is closed by a comma or the end; what goes on into a verb or a possessive is the next clause
  const closed = (from: number): boolean => {
    for (let i = from; i < Math.min(analysis.length, from + REACH); i++) {
      if (/^(?:[,.;:)]|who|which|--|–|—)$/.test(lower[i]!)) return true;
      if (lower[i] === "'s" && i === from) return false;
      if (upos[i] === AUX || (upos[i] === VERB && !/(ing|ed)$/.test(lower[i]!))) return false;
    }
    return false;
  };
  const pair = (a: number, b: number) => {
    if (!pairs.has(a) && !pairs.has(b)) {
      pairs.set(a, b);
      pairs.set(b, a);
    }
  };
  for (let k = 0; k < mentions.length; k++) {
    const m = mentions[k]!;
    if (m.form !== "name") continue;
    // Name, (44,) the/a/its … noun
    let at = m.last;
    if (lower[at] === "," && /^\d{2}$/.test(lower[at + 1] ?? "") && lower[at + 2] === ",") at += 2;
    if (lower[at] === "," && at + 1 < analysis.length && sentenceOf[at + 1] === sentenceOf[m.head]) {
      const next = startsAt.get(at + 1);
      if (next !== undefined) {
        const other = mentions[next]!;
        const fits =
          m.kind === "person"
            ? personal(other)
            : other.form === "noun" &&
              !other.plural &&
              (other.kind === m.kind || other.kind === "organization" || other.kind === "government");
        if (
          fits &&
          closed(other.last) &&
          (other.definite ||
            /^(an?|one)$/.test(lower[other.first]!) ||
            other.first === other.head ||
            deprels[other.head] === APPOS)
        )
          pair(k, next);
      }
    }
    // the … noun (of …), Name
    if (m.kind !== "person" || pairs.has(k)) continue;
    const comma = m.first - 1;
    if (comma > 0 && lower[comma] === "," && sentenceOf[comma] === sentenceOf[m.head]) {
      let found = -1;
      let depth = 0;
      for (
        let i = comma - 1, steps = 0;
        i >= 0 && steps < REACH && sentenceOf[i] === sentenceOf[m.head];
        i--, steps++
      ) {
        if (lower[i] === ")") depth++;
        else if (lower[i] === "(") depth--;
        else if (depth === 0 && (lower[i] === "," || lower[i] === ";" || lower[i] === ":")) break;
        if (
          upos[i] === AUX ||
          (upos[i] === VERB && lower[i + 1] !== "-" && lower[i - 1] !== "-" && deprels[i] !== relation("amod"))
        )
          break;
        const j = nounAt(mentions, i);
        if (j >= 0 && personal(mentions[j]!)) found = j;
      }
      if (found >= 0) pair(found, k);
    }
  }
  // what only the parse sees
  for (let k = 0; k < mentions.length; k++) {
    const m = mentions[k]!;
    if (pairs.has(k) || deprels[m.head] !== APPOS || m.form === "pronoun") continue;
    const j = nounAt(mentions, heads[m.head]!);
    if (j < 0 || pairs.has(j)) continue;
    const other = mentions[j]!;
    if (m.form === other.form && m.form === "name") continue;
    const name = m.form === "name" ? m : other;
    const noun = m.form === "name" ? other : m;
    if (
      name.kind === "person"
        ? personal(noun)
        : noun.kind !== "person" && noun.kind !== "group" && !noun.plural && noun.kind !== "document"
    )
      pair(Math.min(j, k), Math.max(j, k));
  }
  return pairs;
}

/** The mention headed at a token, or -1: mentions stand in order of their heads. */
function nounAt(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (mentions[mid]!.head < token) low = mid + 1;
    else high = mid;
  }
  return low < mentions.length && mentions[low]!.head === token ? low : -1;
}
