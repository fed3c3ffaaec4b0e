import type { Statement } from "../model/statement.ts";
import { type Tree, tokensOf } from "../text/tree.ts";

const SIDES = ["first side of a mutual statement", "second side of a mutual statement"] as const;

/**
 * "A and B accuse each other of X" is two statements: A's against B and B's against A. Each is given twice, once a side,
 * told apart by their evidence; ids are kept in order.
 */
export function splitMutual(tree: Tree, statements: readonly Statement[]): Statement[] {
  if (!statements.some((s) => mutual(tree, s))) return [...statements];
  const renamed = new Map<string, string>();
  const split: { s: Statement; from: string }[] = [];
  for (const s of statements) {
    if (!mutual(tree, s)) split.push({ s, from: s.id });
    else
      for (const rule of SIDES) {
        const span = s.cue[0] ? { start: s.cue[0].start, end: s.cue[0].end } : null;
        split.push({ s: { ...s, evidence: [...s.evidence, { rule, span, weight: 1 }] }, from: s.id });
      }
  }
  split.forEach(({ from }, k) => {
    if (!renamed.has(from)) renamed.set(from, `s${k + 1}`);
  });
  return split.map(({ s }, k) => ({
    ...s,
    id: `s${k + 1}`,
    within: s.within === null ? null : (renamed.get(s.within) ?? null),
  }));
}

/** Which side of a split statement this is: 0, 1, or null for an ordinary one. */
export function mutualOf(s: Statement): 0 | 1 | null {
  if (s.evidence.some((e) => e.rule === SIDES[0])) return 0;
  return s.evidence.some((e) => e.rule === SIDES[1]) ? 1 : null;
}

/** Two joined sources, and "each other" or "one another" right behind the cue or at the head of the content. */
function mutual(tree: Tree, s: Statement): boolean {
  const cue = s.cue[s.cue.length - 1];
  const source = s.source[0];
  if (!cue || !source) return false;
  const [, end] = tokensOf(tree.analysis, cue);
  const at = (i: number) => tree.lower[i] ?? "";
  let each = false;
  for (let i = end - 2; i < end + 3; i++)
    if ((at(i) === "each" && at(i + 1) === "other") || (at(i) === "one" && at(i + 1) === "another")) each = true;
  if (!each) return false;
  return sidesOf(tree, tokensOf(tree.analysis, source)) !== null;
}

/** The two sides of a joined source, split at its only "and": the word is safer here than the parse. */
export function sidesOf(tree: Tree, [first, last]: readonly [number, number]): readonly [Side, Side] | null {
  let and = -1;
  for (let i = first; i < last; i++)
    if (tree.lower[i] === "and") {
      if (and >= 0) return null;
      and = i;
    }
  return and > first && and + 1 < last
    ? [
        [first, and],
        [and + 1, last],
      ]
    : null;
}

type Side = readonly [first: number, last: number];
