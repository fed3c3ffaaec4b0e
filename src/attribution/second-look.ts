import type { Analysis } from "../model/analysis.ts";
import type { Act } from "../model/statement.ts";
import { CUE_ACTS } from "../text/cue-words.ts";
import { dependent, penn, relation, type Tree, treeOf, universal } from "../text/tree.ts";
import { nounsBefore, verbGroup } from "./clause.ts";
import { figures } from "./figures.ts";
import type { Found } from "./find.ts";
import type { Range } from "./link.ts";
import { type Inner, innerCandidates, likelihood, type NestWeights, RAISED } from "./nest.ts";
import { LEAST_SURE } from "./statements.ts";

/** Acts whose verbs hardly do anything but speak: appeals, orders, accusations, denials, verdicts. */
const STRONG: ReadonlySet<Act> = new Set(["asks", "orders", "accuses", "warns", "denies", "judges"]);
/** How much of a draft's own confidence counts beside what its build says. */
const DRAFTED = 0.8;
/** On PolNeAR dev some six in ten of what reaches this are right. */
const LEAST = 0.62;
/** A verb joined to a cue that stands, by the same speaker: "announced that … and ordered …". */
const JOINED = 0.2;
const MOST = 0.6;

const VERB = universal("VERB");
const SUBJECT = new Set([relation("nsubj")]);
const OBJ = new Set([relation("obj")]);
const VBG = penn("VBG");
const VBD = penn("VBD");
const VBZ = penn("VBZ");
const PROPN = universal("PROPN");
/** Nouns for a deed rather than for somebody who could be told to do it. */
const DEED = /(tion|sion|ance|ence|ing|ure|val|(?<!parlia|govern)ment)s?$/;
/** Words that stand for no speaker of their own. */
const NOBODY = /^(which|that|what|who|whom|whoever|it|this|there|someone|anyone|\$)$/;

/**
 * Looks again at verbs of speech that were drafted weakly or not at all, outside everything that is already on record:
 * a subject and a complement that the parse gives, and a build that statements mostly have, make a statement of them.
 */
export function secondLook(analysis: Analysis, found: readonly Found[], weights: NestWeights): Found[] {
  const tree = treeOf(analysis);
  const { upos } = analysis;
  const surely = found.filter((f) => f.confidence >= LEAST_SURE && f.source.length > 0 && f.cue.length > 0);
  const taken = new Uint8Array(analysis.length);
  const cues = new Uint8Array(analysis.length);
  const drafted = new Float64Array(analysis.length);
  for (const f of found) {
    const sure = f.confidence >= LEAST_SURE;
    for (const [a, b] of f.cue)
      for (let i = a; i < b; i++) {
        if (sure) cues[i] = 1;
        else drafted[i] = Math.max(drafted[i]!, f.confidence);
      }
    if (sure) for (const [a, b] of [...f.source, ...f.cue, ...f.content]) taken.fill(1, a, b);
  }
  const more: Found[] = [];
  const free = (c: Inner): boolean => {
    for (let i = c.content[0]; i < c.content[1]; i++) if (cues[i]) return false;
    return true;
  };
  for (const s of analysis.sentences)
    for (const c of innerCandidates(tree, [s.first, s.last], taken, weights.verbClass)) {
      const heart = c.cue[0];
      const act = CUE_ACTS.get(tree.stem[heart]!);
      if (act === undefined || upos[heart] !== VERB || !free(c)) continue;
      if (!STRONG.has(act) && !(act === "says" && c.frame === 0) && c.frame < RAISED) continue;
      const told = c.frame === RAISED ? null : speaker(tree, c, before(tree, surely, heart));
      if (c.frame !== RAISED && told === null) continue;
      if (told && told.range[1] - told.range[0] === 1 && NOBODY.test(tree.lower[told.range[0]]!)) continue;
      const mutual = c.frame !== RAISED && eachOther(tree, c.cue[1]) ? JOINED : 0;
      const score = likelihood(tree, c, weights) + DRAFTED * drafted[heart]! + (told?.joined ? JOINED : 0) + mutual;
      if (score < LEAST) continue;
      const content = objectFirst(tree, heart, c.content);
      taken.fill(1, content[0], content[1]);
      taken.fill(1, heart, heart + 1);
      more.push({
        source: told ? [told.range] : [],
        cue: [c.cue],
        content: c.lead ? [c.lead, content] : [content],
        heart,
        confidence: Math.max(LEAST_SURE, Math.min(MOST, score * MOST)),
      });
    }
  for (const f of figures(tree, taken)) more.push(f);
  return more;
}

/** Who says it: the words right before the verb, else the speaker of the cue that the verb is joined to, else what the parse gives. */
function speaker(tree: Tree, c: Inner, host: Found | null): { range: Range; joined: boolean } | null {
  const heart = c.cue[0];
  const { xpos } = tree.analysis;
  const start = verbGroup(tree, heart);
  const own = dependent(tree, heart, SUBJECT);
  if (own < 0) {
    const nouns = nounsBefore(tree, start);
    if (nouns && xpos[heart] !== VBG) return { range: nouns, joined: false };
    const link = tree.lower[start - 1];
    const joins = link === "and" || link === "but" || (link === "," && xpos[heart] === VBG);
    if (joins && host && (xpos[heart] === VBG || xpos[heart] === xpos[host.heart]))
      return { range: host.source[0]!, joined: true };
  }
  if (c.source) return { range: c.source, joined: false };
  const main = xpos[heart] === VBG && tree.lower[start - 1] === "," ? mainSubject(tree, start - 1) : null;
  return main ? { range: main, joined: true } : null;
}

/** "The head of the union, Ana Prell, appealed to the court, | insisting …": whose deed the participle goes with. */
function mainSubject(tree: Tree, comma: number): Range | null {
  const { upos, xpos, heads, quoteDepth, sentences, sentenceOf } = tree.analysis;
  const { first } = sentences[sentenceOf[comma]!]!;
  for (let i = comma - 1; i > first && comma - i < 25; i--) {
    if (quoteDepth[i]! > 0) return null;
    if (upos[i] !== VERB || (xpos[i] !== VBD && xpos[i] !== VBZ)) continue;
    const own = dependent(tree, i, SUBJECT);
    if (own >= first && own < i) return [tree.left[own]!, Math.min(tree.right[own]!, i - 1) + 1];
    let name = verbGroup(tree, i) - 1;
    if (tree.lower[name] === ",") name--;
    if (upos[name] !== PROPN) return null;
    for (let h = heads[name]!; h >= first && h < name && upos[h] !== VERB; h = heads[h]!) name = h;
    return [tree.left[name]!, verbGroup(tree, i) - (tree.lower[verbGroup(tree, i) - 1] === "," ? 1 : 0)];
  }
  return null;
}

/** The last statement on record whose cue stands before this verb in its sentence. */
function before(tree: Tree, sure: readonly Found[], verb: number): Found | null {
  const { sentenceOf } = tree.analysis;
  let best: Found | null = null;
  for (const f of sure)
    if (f.heart < verb && sentenceOf[f.heart] === sentenceOf[verb] && (best === null || f.heart > best.heart)) best = f;
  return best;
}

const eachOther = (tree: Tree, at: number): boolean =>
  (tree.lower[at] === "each" && tree.lower[at + 1] === "other") ||
  (tree.lower[at] === "one" && tree.lower[at + 1] === "another");

/** "ordered the mobilisation of all men to be ready": what is ordered begins with its noun, which is nobody to be told. */
function objectFirst(tree: Tree, heart: number, content: Range): Range {
  const object = dependent(tree, heart, OBJ);
  return object > heart && object < content[0] && DEED.test(tree.lower[object]!)
    ? [Math.max(heart + 1, tree.left[object]!), content[1]]
    : content;
}
