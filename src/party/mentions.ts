import type { PartyKind } from "../model/party.ts";
import { dependent, headOf, penn, relation, type Tree, universal } from "../text/tree.ts";
import { type Gender, genderOfNoun, kindOfNoun } from "./kinds.ts";
import type { Name } from "./names.ts";

/** A place in the text that may mean a party. Token range [first, last); `head` governs it. */
export interface Mention {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly form: "name" | "noun" | "pronoun";
  readonly name: Name | null;
  readonly kind: PartyKind | null;
  readonly plural: boolean;
  readonly gender: Gender;
  /** the, this, her …: points back; a, some, bare: does not. */
  readonly definite: boolean;
}

const NOUN = universal("NOUN");
const PROPN = universal("PROPN");
const PRON = universal("PRON");
const DET = universal("DET");
const ADJ = universal("ADJ");
const NNS = penn("NNS");
const NNPS = penn("NNPS");
const NNP = penn("NNP");
const DETS = new Set([relation("det"), relation("det:predet"), relation("nmod:poss")]);
const POSS = new Set([relation("nmod:poss")]);
/** Relations by which a noun is part of another's name rather than a mention of its own. */
const INSIDE = new Set([
  relation("compound"),
  relation("flat"),
  relation("fixed"),
  relation("goeswith"),
  relation("nmod:desc"),
]);
const PREMODIFIER = new Set([
  relation("det"),
  relation("amod"),
  relation("compound"),
  relation("nummod"),
  relation("nmod:poss"),
  relation("det:predet"),
  relation("flat"),
  relation("nmod:desc"),
  relation("case"),
  relation("advmod"),
  relation("punct"),
]);
const DEFINITE = new Set("the this that these those his her its their my our your both such said".split(" "));

const PRONOUNS: Record<string, { plural: boolean; gender: Gender; person: boolean | null }> = {
  he: { plural: false, gender: "m", person: true },
  him: { plural: false, gender: "m", person: true },
  his: { plural: false, gender: "m", person: true },
  himself: { plural: false, gender: "m", person: true },
  she: { plural: false, gender: "f", person: true },
  her: { plural: false, gender: "f", person: true },
  hers: { plural: false, gender: "f", person: true },
  herself: { plural: false, gender: "f", person: true },
  it: { plural: false, gender: null, person: false },
  its: { plural: false, gender: null, person: false },
  itself: { plural: false, gender: null, person: false },
  they: { plural: true, gender: null, person: null },
  them: { plural: true, gender: null, person: null },
  their: { plural: true, gender: null, person: null },
  themselves: { plural: true, gender: null, person: null },
  i: { plural: false, gender: null, person: true },
  me: { plural: false, gender: null, person: true },
  my: { plural: false, gender: null, person: true },
  myself: { plural: false, gender: null, person: true },
  we: { plural: true, gender: null, person: null },
  us: { plural: true, gender: null, person: null },
  our: { plural: true, gender: null, person: null },
  you: { plural: false, gender: null, person: null },
  your: { plural: false, gender: null, person: null },
  both: { plural: true, gender: null, person: null },
  neither: { plural: true, gender: null, person: null },
};

/** The properties of a pronoun that can mean a party, or undefined. */
export const pronoun = (word: string) => (Object.hasOwn(PRONOUNS, word) ? PRONOUNS[word] : undefined);

/** Every mention in order of its head: names, common nouns for people, bodies and documents, pronouns. */
export function mentionsOf(
  tree: Tree,
  names: readonly Name[],
  kindOf: (name: Name) => PartyKind | null,
  nounKinds: (noun: string) => number,
): Mention[] {
  const { lower, analysis } = tree;
  const { upos, xpos, deprels, heads, length, starts, text } = analysis;
  const inName = new Int32Array(length).fill(-1);
  for (const [k, name] of names.entries()) inName.fill(k, name.whole, name.last);
  const mentions: Mention[] = [];
  for (const name of names) {
    let first = name.whole;
    const det = first > 0 ? lower[first - 1]! : "";
    if (
      det === "the" ||
      det === "his" ||
      det === "her" ||
      det === "its" ||
      det === "their" ||
      det === "a" ||
      det === "an"
    )
      first--;
    mentions.push({
      first,
      last: name.last,
      head: headOf(tree, name.first, name.last),
      form: "name",
      name,
      kind: kindOf(name),
      plural: xpos[name.last - 1] === NNPS,
      gender: name.title?.gender ?? null,
      definite: true,
    });
  }
  for (let i = 0; i < length; i++) {
    if (inName[i]! >= 0) continue;
    const word = lower[i]!;
    const u = upos[i]!;
    if (u === PRON || u === DET || (u === ADJ && deprels[i] === relation("nmod:poss"))) {
      const p = pronoun(word);
      if (!p || (u === DET && (word === "both" || word === "neither") && heads[i]! > i)) continue;
      mentions.push({
        first: i,
        last: i + 1,
        head: i,
        form: "pronoun",
        name: null,
        kind: p.person === true ? "person" : null,
        plural: p.plural,
        gender: p.gender,
        definite: true,
      });
      continue;
    }
    const office = (xpos[i] === NNP || u === PROPN) && /^\p{Lu}/u.test(text.slice(starts[i], starts[i]! + 2));
    if (u !== NOUN && !office) continue;
    if (INSIDE.has(deprels[i]!) && heads[i]! > i && heads[i]! - i < 6) continue;
    const plural = xpos[i] === NNS || xpos[i] === NNPS || word === "people" || word === "police" || word === "media";
    const kind = kindOfNoun(word, plural, nounKinds);
    if (kind === null) continue;
    let first = i;
    for (let c = tree.child[i]!; c >= 0 && c < i; c = tree.next[c]!) {
      if (PREMODIFIER.has(deprels[c]!)) {
        if (deprels[c] === relation("case") || (deprels[c] === relation("punct") && tree.left[c] === c && first === i))
          continue;
        if (tree.left[c]! < first && i - tree.left[c]! < 12) first = Math.min(first, tree.left[c]!);
      }
    }
    // "Tarn's troops": the owner belongs to the name, wherever the parse hung it
    if (first > 1 && lower[first - 1] === "'s" && inName[first - 2]! >= 0) first = names[inName[first - 2]!]!.whole;
    const det = dependent(tree, i, DETS);
    const definite =
      det >= 0 &&
      (DEFINITE.has(lower[det]!) || upos[det] === PROPN || upos[det] === NOUN || dependent(tree, i, POSS) >= 0);
    mentions.push({
      first,
      last: i + 1,
      head: i,
      form: "noun",
      name: null,
      kind,
      plural,
      gender: plural ? null : genderOfNoun(word),
      definite,
    });
  }
  return mentions.sort((a, b) => a.head - b.head || a.first - b.first);
}
