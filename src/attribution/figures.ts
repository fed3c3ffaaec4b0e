import { stem as stemOf } from "../text/stem.ts";
import { dependent, penn, relation, type Tree, universal } from "../text/tree.ts";
import { nounsBefore, verbGroup } from "./clause.ts";
import type { Found } from "./find.ts";
import type { Range } from "./link.ts";

const PUT = stemOf("put");
const GIVE = stemOf("give");
const SPEAK = stemOf("speak");
const NUM = universal("NUM");
const VERB = universal("VERB");
const PROPN = universal("PROPN");
const NOUN = universal("NOUN");
const VBG = penn("VBG");
const SUBJECT = new Set([relation("nsubj")]);
const REACH = 12;
/** Whoever gives such a figure counts or estimates, and is somebody. */
const FIGURE_SURE = 0.5;
/** Words that may stand between a preposition and its number. */
const ABOUT =
  /^(at|as|of|about|around|nearly|almost|over|under|some|more|fewer|less|than|only|just|least|most|up|to|between|roughly|approximately|an|estimated|\$|£|€)$/;
const COUNTED =
  /^(toll|number|figure|count|tally|total|share|turnout|cost|damage|price|value|support|lead|loss|losses|population)s?$/;

/** Who gives a number for something: "put the toll at 40", "gave the number of dead as 40", "gave her 51 percent", "spoke of fewer than 40". */
export function figures(tree: Tree, taken: Uint8Array): Found[] {
  const { upos, sentences, length } = tree.analysis;
  const found: Found[] = [];
  for (const { first, last } of sentences)
    for (let i = first + 1; i < last && i < length; i++) {
      const s = tree.stem[i]!;
      if (taken[i] || upos[i] !== VERB || (s !== PUT && s !== GIVE && s !== SPEAK)) continue;
      const source = who(tree, i, first);
      const end = source && endOfFigure(tree, i, last, s);
      if (!source || !end) continue;
      let free = true;
      for (let t = i; t < end; t++) if (taken[t]) free = false;
      if (!free) continue;
      taken.fill(1, i, end);
      found.push({ source: [source], cue: [[i, i + 1]], content: [[i + 1, end]], heart: i, confidence: FIGURE_SURE });
    }
  return found;
}

function who(tree: Tree, verb: number, from: number): Range | null {
  if (tree.analysis.xpos[verb] === VBG) return null;
  const own = dependent(tree, verb, SUBJECT);
  if (own >= from && own < verb) {
    const range: Range = [Math.max(from, tree.left[own]!), Math.min(tree.right[own]!, verb - 1) + 1];
    return /^(which|that|what|who)$/.test(tree.lower[own]!) ? null : range;
  }
  return nounsBefore(tree, verbGroup(tree, verb));
}

/** Where the figure's words end, or 0 when none is given. */
function endOfFigure(tree: Tree, verb: number, last: number, s: string): number {
  const { upos } = tree.analysis;
  const wanted = s === PUT ? "at" : s === GIVE ? "as" : "of";
  let counted = false;
  let preposition = -1;
  for (let i = verb + 1; i < Math.min(last, verb + REACH); i++) {
    const w = tree.lower[i]!;
    if (/^[,;:.]$/.test(w)) return 0;
    if (COUNTED.test(w)) counted = true;
    if (w === wanted && (s !== SPEAK || i === verb + 1)) preposition = i;
    if (upos[i] !== NUM) continue;
    const close = preposition >= 0 && between(tree, preposition, i);
    const percent = s === GIVE && /^(percent|per|%)$/.test(tree.lower[i + 1] ?? "") && i > verb + 1;
    if (!percent && !(close && (counted || s !== GIVE))) continue;
    let end = i + 1;
    while (
      end < last &&
      end < i + 6 &&
      (upos[end] === NOUN || upos[end] === NUM || upos[end] === PROPN || /^(%|to|per)$/.test(tree.lower[end]!))
    )
      end++;
    while (end > i + 1 && tree.lower[end - 1] === "to") end--;
    return end;
  }
  return 0;
}

function between(tree: Tree, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!ABOUT.test(tree.lower[i]!) && tree.analysis.upos[i] !== NUM) return false;
  return true;
}
