import { NOT_ADDRESSED, SAYING_TO, TELLING } from "../text/cue-words.ts";
import { dependent, dependents, relation, type Tree } from "../text/tree.ts";
import { type Frame, inside } from "./frame.ts";

const IOBJ = new Set([relation("iobj")]);
const OBJ = new Set([relation("obj")]);
const OBL = new Set([relation("obl"), relation("nmod"), relation("obl:agent"), relation("obl:unmarked")]);
const CASE = new Set([relation("case")]);
const SUBJECT_PASSIVE = new Set([relation("nsubj:pass"), relation("nsubj")]);
const CCOMP = new Set([relation("ccomp"), relation("xcomp")]);
const CONJ = relation("conj");

/** The token that governs the words for whom it is said to, or -1. `isParty` says whether a token can be somebody. */
export function addresseeOf(tree: Tree, f: Frame, isParty: (token: number) => boolean): number {
  if (f.heart < 0) return -1;
  const { stem, lower, analysis } = tree;
  const s = stem[f.heart]!;
  const telling = TELLING.has(s);
  const free = (t: number) => t >= 0 && !inside(f.source, t) && isParty(t);
  // "was told", "had been ordered": the one who hears it is the subject
  if (f.passive && telling) {
    const subject = dependent(tree, f.heart, SUBJECT_PASSIVE);
    if (free(subject)) return subject;
    const up = analysis.deprels[f.heart] === relation("acl") ? analysis.heads[f.heart]! : -1;
    if (free(up)) return up;
  }
  const indirect = dependent(tree, f.heart, IOBJ);
  if (free(indirect) && !inside(f.content, indirect)) return indirect;
  if (telling && f.verbal) {
    const object = dependent(tree, f.heart, OBJ);
    if (object >= 0 && !inside(f.content, object) && free(object) && !NOT_ADDRESSED.has(stem[object]!)) return object;
    // "told reporters that": the parser took the hearer for the subject of what is said
    const after = f.cue.reduce((m, [, b]) => Math.max(m, b), 0);
    for (let i = after; i < Math.min(analysis.length, after + 8); i++) {
      if (
        inside(f.content, i) ||
        analysis.sentenceOf[i] !== analysis.sentenceOf[f.heart] ||
        /^(that|to|of|,|in|on|at|about|if|whether)$/.test(lower[i]!)
      )
        break;
      if (free(i) && !NOT_ADDRESSED.has(stem[i]!)) return i;
    }
    if (object < 0)
      for (const c of dependents(tree, f.heart, CCOMP)) {
        const subject = dependent(tree, c, SUBJECT_PASSIVE);
        if (subject >= 0 && !inside(f.content, subject) && free(subject)) return subject;
      }
  }
  // "appealed to", "called on", "in an interview with"
  const hosts = [f.heart];
  for (const [a, b] of f.cue) for (let i = a; i < b; i++) if (i !== f.heart) hosts.push(i);
  const up = analysis.heads[f.heart]!;
  if (analysis.deprels[f.heart] === CONJ && up >= 0 && TELLING.has(stem[up]!) === telling && SAYING_TO.has(stem[up]!))
    hosts.push(up);
  for (const host of hosts) {
    for (const c of dependents(tree, host, OBL)) {
      if (inside(f.content, c)) continue;
      const preposition = dependent(tree, c, CASE);
      const p = preposition >= 0 ? lower[preposition]! : "";
      if (p === "to" && SAYING_TO.has(stem[host]!) && free(c) && !NOT_ADDRESSED.has(stem[c]!)) return c;
      if (p === "on" && /^call?$/.test(stem[host]!) && free(c)) return c;
      if ((p === "upon" || p === "with") && /^(call?|plead|speak|talk|meet)$/.test(stem[host]!) && free(c)) return c;
      if (/^(interview|conversation|meeting|call|talk|talks|session)$/.test(lower[c]!)) {
        for (const d of dependents(tree, c, OBL)) {
          const q = dependent(tree, d, CASE);
          if (q >= 0 && /^(with|to)$/.test(lower[q]!) && free(d)) return d;
        }
      }
    }
  }
  return surface(tree, f, free, telling);
}

/** By the words alone: "to reporters", "called on the president", "an interview with …". */
function surface(tree: Tree, f: Frame, free: (token: number) => boolean, telling: boolean): number {
  const { lower, stem, analysis } = tree;
  const after = f.cue.reduce((m, [, b]) => Math.max(m, b), 0);
  const s = stem[f.heart]!;
  const first = (from: number, reach: number): number => {
    let last = -1;
    for (let i = from; i < Math.min(analysis.length, from + reach); i++) {
      if (
        inside(f.content, i) ||
        analysis.sentenceOf[i] !== analysis.sentenceOf[f.heart] ||
        /^(that|,|to|of|and|in|on|at|with|")$/.test(lower[i]!)
      )
        break;
      if (free(i)) last = i;
    }
    return last;
  };
  const w = lower[after] ?? "";
  const previous = lower[after - 1] ?? "";
  if (w === "to" && SAYING_TO.has(s) && !telling) return first(after + 1, 7);
  if (previous === "to" && SAYING_TO.has(s)) return first(after, 7);
  if ((w === "on" || w === "upon") && /^call?$/.test(s)) return first(after + 1, 7);
  if (previous === "on" && /^call?$/.test(s)) return first(after, 7);
  for (let i = after; i < Math.min(analysis.length - 1, after + 10); i++) {
    if (inside(f.content, i) || analysis.sentenceOf[i] !== analysis.sentenceOf[f.heart]) break;
    if (/^(interview|conversation|meeting)$/.test(lower[i]!) && lower[i + 1] === "with") return first(i + 2, 8);
  }
  return -1;
}
