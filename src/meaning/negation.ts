import { dependent, relation, type Tree } from "../text/tree.ts";
import { type Frame, startOf } from "./frame.ts";

const NOT = /^(not|n't|never|neither|nor|hardly|barely|scarcely)$/;
const REFUSING =
  /^(declin|refus|fail|avoid|stop|withhold|withheld|neglect|forbear|refrain|resist|mum|silent|tight-lip)/;
const SUBJECT = new Set([relation("nsubj"), relation("nsubj:pass")]);
const DET = new Set([relation("det")]);
const CARRIERS = new Set([relation("xcomp"), relation("advcl"), relation("ccomp")]);
const CONJ = relation("conj");
const BACK = 6;

/** The token by which the attribution itself is negated ("did not say", "declined to comment", "neither explained"), or -1. */
export function negationOf(tree: Tree, f: Frame): number {
  if (f.heart < 0) return -1;
  const { stem, lower, analysis } = tree;
  const { heads, deprels, sentenceOf } = analysis;
  const content = startOf(f.content);
  for (const [a, b] of f.cue)
    for (let i = a; i < b; i++)
      if (
        NOT.test(lower[i]!) ||
        REFUSING.test(stem[i]!) ||
        (lower[i] === "no" && i + 1 < b) ||
        (lower[i] === "without" && i < f.heart)
      )
        return neither(tree, i) ? -1 : i;
  const direct = notOn(tree, f.heart, content);
  if (direct >= 0) return direct;
  // "refused to say", "did not want to comment": a verb above carries the not
  let at = f.heart;
  for (let k = 0; k < 3; k++) {
    const h = heads[at]!;
    if (h < 0 || !CARRIERS.has(deprels[at]!) || h > at) break;
    if (REFUSING.test(stem[h]!) && deprels[at] === relation("xcomp")) return h;
    const not = deprels[at] === relation("xcomp") ? notOn(tree, h, content) : -1;
    if (not >= 0) return not;
    at = h;
  }
  // "has not confirmed or denied": the second verb shares the not unless it has helpers of its own
  if (deprels[f.heart] === CONJ && heads[f.heart]! >= 0 && f.heart - heads[f.heart]! < 4) {
    const joined = dependent(tree, f.heart, new Set([relation("cc")]));
    if (joined >= 0 && /^(or|nor)$/.test(lower[joined]!)) return notOn(tree, heads[f.heart]!, content);
  }
  // "no official said", "nobody explained", "neither responded"
  const subject = dependent(tree, f.heart, SUBJECT);
  if (subject >= 0) {
    if (/^(nobody|none|neither|no-one)$/.test(lower[subject]!)) return subject;
    const det = dependent(tree, subject, DET);
    if (det >= 0 && /^(no|neither)$/.test(lower[det]!)) return det;
    if (lower[subject] === "one" && lower[subject - 1] === "no") return subject - 1;
  }
  if (
    !f.verbal &&
    f.heart > 0 &&
    sentenceOf[f.heart - 1] === sentenceOf[f.heart] &&
    /^(no|without)$/.test(lower[f.heart - 1]!)
  )
    return f.heart - 1;
  for (let i = f.heart - 1; i >= Math.max(0, f.heart - BACK) && sentenceOf[i] === sentenceOf[f.heart]; i--) {
    if (f.source.some(([, b]) => i < b) || /^[,;:]$/.test(lower[i]!)) break;
    if (
      /^(not|n't|never)$/.test(lower[i]!) &&
      i >= f.heart - 3 &&
      !neither(tree, i) &&
      !tree.lower.slice(i + 1, f.heart).includes("only")
    )
      return f.verbal ? i : -1;
  }
  return -1;
}

/** "not only said": nothing is negated. */
const neither = (tree: Tree, i: number): boolean => tree.lower[i + 1] === "only";

function notOn(tree: Tree, head: number, content: number): number {
  for (let c = tree.child[head]!; c >= 0; c = tree.next[c]!)
    if (
      NOT.test(tree.lower[c]!) &&
      tree.lower[c + 1] !== "only" &&
      (c < head || (c < head + 3 && (content < 0 || c < content || content < head)))
    )
      return c;
  return -1;
}
