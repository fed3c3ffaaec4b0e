import { stem as stemOf } from "../text/stem.ts";
import { penn, type Tree, universal } from "../text/tree.ts";
import type { Range } from "./link.ts";

const FINITE = new Set([penn("VBD"), penn("VBZ"), penn("VBP"), penn("MD")]);
const NOMINAL = new Set((["NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"] as const).map(universal));
const NAMING = new Set((["NOUN", "PROPN", "PRON"] as const).map(universal));
const AUX = universal("AUX");
const ADV = universal("ADV");
const LONGEST = 12;

/** The first token of a verb with its auxiliaries and the adverbs between. */
export function verbGroup(tree: Tree, verb: number): number {
  const { upos } = tree.analysis;
  let at = verb;
  while (at > 0 && verb - at < 5 && (upos[at - 1] === AUX || upos[at - 1] === ADV)) at--;
  return at;
}

/**
 * The noun phrase right before a token, by the words alone, where a conjunction or the start of the sentence opens it:
 * "… and the two ministers | have called". Null when something else stands there.
 */
export function nounsBefore(tree: Tree, end: number): Range | null {
  const { upos, sentences, sentenceOf } = tree.analysis;
  const from = sentences[sentenceOf[Math.max(0, end - 1)]!]!.first;
  let at = end;
  let named = false;
  while (at > from && end - at < LONGEST) {
    const u = upos[at - 1]!;
    const w = tree.lower[at - 1]!;
    if (!NOMINAL.has(u) && w !== "of" && w !== "'s" && w !== "'") break;
    if (NAMING.has(u)) named = true;
    at--;
  }
  if (!named || !NAMING.has(upos[end - 1]!)) return null;
  return at === from || /^(and|but|while|as)$/.test(tree.lower[at - 1]!) ? [at, end] : null;
}

/**
 * A content that swallowed the subject of the next clause gives it back: "… denied it has plans to go and the president | has called":
 * the content ends before its last "and", when only a noun phrase stands between that and a finite verb.
 */
export function withoutNextSubject(tree: Tree, [first, last]: Range): Range {
  const { xpos, sentenceOf, length } = tree.analysis;
  if (last >= length || sentenceOf[last] !== sentenceOf[last - 1]) return [first, last];
  let verb = last;
  while (verb < length && verb < last + 3 && tree.analysis.upos[verb] === ADV) verb++;
  if (verb >= length || !FINITE.has(xpos[verb]!)) return [first, last];
  const nouns = nounsBefore(tree, last);
  return nouns && nouns[0] - 1 > first + 1 && /^(and|but|while)$/.test(tree.lower[nouns[0] - 1]!)
    ? [first, nouns[0] - 1]
    : [first, last];
}

/** "the unrest, which saw the government fall": nobody sees or says anything there. */
export const isSetting = (tree: Tree, heart: number, source: readonly Range[]): boolean =>
  SEEING.has(tree.stem[heart]!) &&
  source.length === 1 &&
  source[0]![1] - source[0]![0] === 1 &&
  tree.lower[source[0]![0]] === "which";

const SEEING = new Set(["see", "witness", "watch"].map(stemOf));
