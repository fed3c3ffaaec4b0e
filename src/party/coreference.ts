import { hashText, mix } from "../text/hash.ts";
import { addLinear, type Linear } from "../text/softmax.ts";
import { relation, type Tree } from "../text/tree.ts";
import type { Entity } from "./entities.ts";
import type { Mention } from "./mentions.ts";

/** What ranking reads besides the parse: who was given as a speaker, and what stands inside somebody's words. */
export interface Scene {
  readonly tree: Tree;
  /** Statement whose source holds the token, or -1. */
  readonly sourceOf: Int32Array;
  /** Innermost statement whose content holds the token, or -1. */
  readonly contentOf: Int32Array;
  /** Statement whose cue holds the token, or -1. */
  readonly cueOf: Int32Array;
}

const SUBJECT = new Set([relation("nsubj"), relation("nsubj:pass"), relation("nsubj:outer")]);
const OBJECT = new Set([relation("obj"), relation("iobj")]);
const POSS = relation("nmod:poss");
const OBL = new Set([relation("obl"), relation("nmod"), relation("obl:agent")]);
const ROOT = relation("root");

/** How many features one candidate has at the most. */
export const RANK_FEATURES = 24;
const CANDIDATES = 14;
const T = Array.from({ length: 40 }, (_, k) => hashText(`coreference ${k}`));

/** The place a mention holds in its clause: 0 subject, 1 object, 2 possessor, 3 oblique, 4 other. */
function place(tree: Tree, m: Mention): number {
  const r = tree.analysis.deprels[m.head]!;
  return SUBJECT.has(r) ? 0 : OBJECT.has(r) ? 1 : r === POSS ? 2 : OBL.has(r) ? 3 : 4;
}

/** True when a party may be meant by a pronoun or a description of this kind, number and gender. */
export function agrees(m: Mention, word: string, e: Entity): boolean {
  if (m.gender && e.gender && m.gender !== e.gender) return false;
  if (m.form !== "pronoun") return true;
  if (m.gender) return e.kind === "person" || (e.kind === null && !e.plural) || (e.kind === "unnamed" && !e.plural);
  if (word === "it" || word === "its" || word === "itself")
    return e.kind !== "person" && !(e.plural && e.kind === "group") && !(e.kind === "unnamed");
  if (m.plural)
    return (
      e.plural || e.kind === "group" || e.kind === "organization" || e.kind === "government" || e.members.length > 0
    );
  return true;
}

/** Candidate parties for a pronoun, nearest last mention first. At most CANDIDATES, so the whole stays linear. */
export function candidatesFor(m: Mention, word: string, recent: readonly Entity[]): Entity[] {
  const found: Entity[] = [];
  for (let k = recent.length - 1; k >= 0 && found.length < CANDIDATES; k--)
    if (agrees(m, word, recent[k]!)) found.push(recent[k]!);
  return found;
}

/** Writes the features of one candidate; returns how many. */
export function rankFeatures(scene: Scene, m: Mention, e: Entity, order: number, out: Int32Array): number {
  const { tree, sourceOf, contentOf } = scene;
  const { sentenceOf, heads, deprels, upos } = tree.analysis;
  const last = e.mentions[e.mentions.length - 1]!;
  const group = m.gender ? 1 : m.plural ? 2 : 3;
  const far = Math.min(5, sentenceOf[m.head]! - sentenceOf[last.head]!);
  const same = far === 0 ? 1 : 0;
  const role = place(tree, last);
  const mine = place(tree, m);
  const spoke = sourceOf[last.head]! >= 0 ? 1 : 0;
  const asking = sourceOf[m.head]! >= 0 ? 1 : 0;
  const inside = contentOf[last.head]! >= 0 ? 1 : 0;
  const here = contentOf[m.head]! >= 0 ? (contentOf[m.head] === contentOf[last.head] ? 2 : 1) : 0;
  // the words the pronoun itself introduces hold its antecedent only by chance
  const own = asking && inside && sameStatement(scene, m.head, last.head) ? 1 : 0;
  let spokeBefore = 0;
  for (let k = e.mentions.length - 1; k >= 0 && k > e.mentions.length - 5; k--)
    if (sourceOf[e.mentions[k]!.head]! >= 0)
      spokeBefore = Math.max(spokeBefore, 5 - (sentenceOf[m.head]! - sentenceOf[e.mentions[k]!.head]!));
  spokeBefore = Math.max(0, spokeBefore);
  const many = e.mentions.length > 8 ? 3 : e.mentions.length > 3 ? 2 : e.mentions.length > 1 ? 1 : 0;
  const named = e.words.length > 0 ? 1 : 0;
  const kind =
    e.kind === "person"
      ? 0
      : e.kind === "organization"
        ? 1
        : e.kind === "government"
          ? 2
          : e.kind === "group"
            ? 3
            : e.kind === "document"
              ? 4
              : e.kind === "unnamed"
                ? 5
                : 6;
  const main = role === 0 && heads[last.head]! >= 0 && deprels[heads[last.head]!] === ROOT ? 1 : 0;
  const first = last.head === firstSubject(tree, sentenceOf[last.head]!) ? 1 : 0;
  const rank = Math.min(order, 6);
  const paragraph = tree.paragraphOf[m.head]! - tree.paragraphOf[last.head]!;
  const par = paragraph === 0 ? 0 : paragraph === 1 ? 1 : paragraph === 2 ? 2 : 3;
  const sex = m.gender ? (e.gender === m.gender ? 2 : 1) : 0;
  const sibling = heads[m.head]! >= 0 && heads[m.head] === heads[last.head] ? 1 : 0;
  let n = 0;
  const add = (k: number, v: number) => {
    out[n++] = mix(T[k]!, v * 8 + group);
  };
  add(0, far);
  add(1, role * 6 + far);
  add(2, spoke * 2 + asking);
  add(3, inside * 3 + here);
  add(4, own);
  add(5, spokeBefore * 2 + asking);
  add(6, many);
  add(7, named * 8 + kind);
  add(8, main * 2 + same);
  add(9, first * 6 + far);
  add(10, rank);
  add(11, rank * 8 + role);
  add(12, par);
  add(13, sex);
  add(14, mine * 5 + role);
  add(15, last.form === "pronoun" ? 1 : last.form === "name" ? 2 : 3);
  add(16, sibling);
  add(17, (last.form === "pronoun" ? 1 : 0) * 12 + (tree.lower[last.head] === tree.lower[m.head] ? 6 : 0) + far);
  add(18, asking * 24 + spoke * 12 + rank);
  add(19, inside * 12 + asking * 6 + far);
  add(20, upos[last.head]! * 2 + same);
  add(21, many * 6 + far);
  return n;
}

function sameStatement(scene: Scene, source: number, token: number): boolean {
  return scene.sourceOf[source] === scene.contentOf[token];
}

const firstSubjects = new WeakMap<Tree, Int32Array>();
function firstSubject(tree: Tree, sentence: number): number {
  let all = firstSubjects.get(tree);
  if (!all) {
    const { sentences, deprels } = tree.analysis;
    all = new Int32Array(sentences.length).fill(-1);
    for (let s = 0; s < sentences.length; s++)
      for (let i = sentences[s]!.first; i < sentences[s]!.last; i++)
        if (SUBJECT.has(deprels[i]!)) {
          all[s] = i;
          break;
        }
    firstSubjects.set(tree, all);
  }
  return all[sentence]!;
}

const row = new Int32Array(RANK_FEATURES);
const sum = new Int32Array(1);

/** The candidate that ranks best, and how sure that is (0..1); null when there is none. */
export function resolve(
  model: Linear,
  scene: Scene,
  m: Mention,
  candidates: readonly Entity[],
): { entity: Entity; sure: number } | null {
  if (candidates.length === 0) return null;
  let best = 0;
  const scores = candidates.map((e, order) => {
    sum[0] = 0;
    addLinear(model, row, rankFeatures(scene, m, e, order, row), sum);
    return sum[0]!;
  });
  scores.forEach((s, k) => {
    if (s > scores[best]!) best = k;
  });
  const all = scores.reduce((a, s) => a + Math.exp((s - scores[best]!) * model.unit), 0);
  return { entity: candidates[best]!, sure: 1 / all };
}
