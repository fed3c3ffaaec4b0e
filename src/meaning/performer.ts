import type { Act } from "../model/statement.ts";
import { dependent, relation, type Tree } from "../text/tree.ts";
import { type Frame, inside } from "./frame.ts";

const SUBJECT = new Set([relation("nsubj"), relation("nsubj:pass")]);

/** The token for whose act is wanted or promised, or -1: the subject of what is asked ("that the council vote"), else whoever is asked. */
export function performerOf(tree: Tree, f: Frame, act: Act, addressee: number): number {
  if (act !== "asks" && act !== "orders") return -1;
  if (f.core >= 0) {
    const subject = dependent(tree, f.core, SUBJECT);
    if (subject >= 0 && inside(f.content, subject) && !/^(i|we|it|there|this|that)$/.test(tree.lower[subject]!))
      return subject;
  }
  return addressee;
}
