import type { Act } from "../model/statement.ts";
import { dependent, dependents, relation, type Tree } from "../text/tree.ts";
import { type Frame, inside } from "./frame.ts";

const OBJ = new Set([relation("obj")]);
const OBL = new Set([relation("obl"), relation("nmod"), relation("obl:agent")]);
const CASE = new Set([relation("case")]);
const POSS = new Set([relation("nmod:poss")]);
const SUBJECT = new Set([relation("nsubj"), relation("nsubj:pass"), relation("nsubj:outer")]);
const PASSIVE = new Set([relation("nsubj:pass")]);
const BEARING = /^(of|against|on|about|for|at|toward|towards|to|with|by)$/;

/** Whom a statement accuses, judges or clears: tokens that govern the words for them, best first. `isParty`: a token can be somebody. */
export function targetsOf(tree: Tree, f: Frame, act: Act, isParty: (token: number) => boolean): number[] {
  if (act !== "accuses" && act !== "judges" && act !== "denies") return [];
  const { lower } = tree;
  const free = (t: number) => t >= 0 && !inside(f.source, t) && isParty(t);
  const owner = (t: number): number => {
    if (free(t)) return t;
    const p = dependent(tree, t, POSS);
    if (p >= 0 && free(p)) return p;
    for (const c of dependents(tree, t, OBL)) {
      const q = dependent(tree, c, CASE);
      if (q >= 0 && /^(of|by|from)$/.test(lower[q]!) && free(c)) return c;
    }
    return -1;
  };
  const found: number[] = [];
  const take = (t: number) => {
    if (t >= 0 && !found.includes(t)) found.push(t);
  };
  if (f.heart >= 0) {
    // "accused X of", "criticised X's plan", "blamed it on X": who stands at the verb
    if (f.passive) take(owner(dependent(tree, f.heart, PASSIVE)));
    const object = dependent(tree, f.heart, OBJ);
    if (act !== "denies" && object >= 0) take(owner(object));
    if (act !== "denies" || !f.verbal)
      for (const c of dependents(tree, f.heart, OBL)) {
        if (inside(f.source, c)) continue;
        const p = dependent(tree, c, CASE);
        if (p >= 0 && BEARING.test(lower[p]!) && !(lower[p] === "by" && f.passive)) {
          if (/^(on|against)$/.test(lower[p]!) && free(c)) found.unshift(c);
          else if (lower[p] === "of" || lower[p] === "against" || lower[p] === "toward" || !f.verbal) take(owner(c));
        }
      }
    // between cue and content ("accused Moscow of …" with the content after it)
    const after = f.cue.reduce((m, [, b]) => Math.max(m, b), 0);
    if (found.length === 0 && act === "accuses")
      for (
        let i = after;
        i < Math.min(tree.analysis.length, after + 8) && !inside(f.content, i) && !inside(f.source, i);
        i++
      ) {
        if (/^[,;"]$/.test(lower[i]!)) break;
        if (free(i)) {
          take(i);
          break;
        }
      }
  }
  if (found.length > 0) return found;
  // else who does it in the content: the subject of what is said, then the first party named there
  if (f.core >= 0) {
    const subject = dependent(tree, f.core, SUBJECT);
    if (subject >= 0 && inside(f.content, subject)) take(owner(subject));
    if (found.length === 0 && inside(f.content, f.core)) take(owner(f.core));
  }
  if (found.length > 0) return found;
  let looked = 0;
  for (const [a, b] of f.content)
    for (let i = a; i < b && looked < 60; i++, looked++) {
      if (!free(i) || /^(i|we|you|me|my|our|your|it|they|us)$/.test(lower[i]!)) continue;
      return [i];
    }
  return [];
}
