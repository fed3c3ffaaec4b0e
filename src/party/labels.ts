import { LABEL_WORDS } from "../language/en/labels.ts";
import { NAMING_VERBS } from "../text/cue-words.ts";
import { dependent, dependents, relation, type Tree, universal } from "../text/tree.ts";
import type { Scene } from "./coreference.ts";
import type { Parties } from "./parties.ts";

/** A label in the text before parties have ids: token range, party number, whose voice. */
export interface Labelled {
  readonly first: number;
  readonly last: number;
  readonly party: number;
  readonly voice: "outlet" | "reported" | "quoted";
}

const OBJ = new Set([relation("obj")]);
const XCOMP = new Set([relation("xcomp"), relation("ccomp")]);
const AS = new Set([relation("obl")]);
const CASE = new Set([relation("case")]);
const NOUN = universal("NOUN");
const PUNCT = universal("PUNCT");
const UP = 4;

/** Every name that takes a side, whom it is given to, and in whose voice: one rule for all sides. */
export function labelsOf(scene: Scene, parties: Parties): Labelled[] {
  const { tree } = scene;
  const { analysis, lower } = tree;
  const found: Labelled[] = [];
  const voice = (i: number): Labelled["voice"] =>
    analysis.quoteDepth[i]! > 0 ? "quoted" : scene.contentOf[i]! >= 0 ? "reported" : "outlet";
  for (let i = 0; i < analysis.length; i++) {
    let last = i + 1;
    let word = lower[i]!;
    if (/^(self|so|hard|far|pro|anti|neo)$/.test(word) && lower[i + 1] === "-" && lower[i + 2] !== undefined) {
      word = `${word}-${lower[i + 2]}`;
      last = i + 3;
    } else if (word === "so" && lower[i + 1] === "called") {
      word = "so-called";
      last = i + 2;
    }
    if (LABEL_WORDS.has(word) || /^(pro|anti)-/.test(word)) {
      const party = holder(tree, parties, last - 1);
      if (party >= 0) found.push({ first: i, last, party, voice: voice(i) });
      i = last - 1;
    } else if (NAMING_VERBS.has(tree.stem[i]!) && scene.cueOf[i]! >= 0) {
      const named = given(tree, parties, i);
      if (named) found.push({ ...named, voice: voice(named.first) === "outlet" ? "reported" : voice(named.first) });
    }
  }
  return found;
}

/** The party that a label word hangs on: itself, or the noun it stands before. */
function holder(tree: Tree, parties: Parties, token: number): number {
  const { heads, upos } = tree.analysis;
  const own = parties.at(token);
  if (own >= 0) return own;
  let at = token;
  for (let k = 0; k < UP; k++) {
    at = heads[at]!;
    if (at < token || at - token > 6) break;
    const e = parties.at(at);
    if (e >= 0) return e;
    if (upos[at] === NOUN) return -1;
  }
  return -1;
}

/** "calls her rival a usurper": who is named, and the words for it. */
function given(tree: Tree, parties: Parties, verb: number): Omit<Labelled, "voice"> | null {
  const object = dependent(tree, verb, OBJ);
  const as = dependents(tree, verb, AS).find((c) => {
    const p = dependent(tree, c, CASE);
    return p >= 0 && tree.lower[p] === "as";
  });
  const what = as ?? dependent(tree, verb, XCOMP);
  if (what === undefined || what < 0 || what < verb) return null;
  const party = object >= 0 ? parties.at(object) : -1;
  if (party < 0) return null;
  let first = Math.max(tree.left[what]!, verb + 1, object >= 0 && object < what ? object + 1 : 0);
  let last = tree.right[what]! + 1;
  while (first < last && (tree.analysis.upos[first] === PUNCT || /^(a|an|as|the)$/.test(tree.lower[first]!))) first++;
  while (last > first && tree.analysis.upos[last - 1] === PUNCT) last--;
  return last > first && last - first <= 10 ? { first, last, party } : null;
}
