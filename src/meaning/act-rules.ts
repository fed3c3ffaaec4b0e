import type { Act } from "../model/statement.ts";
import { dependent, penn, relation, type Tree, universal } from "../text/tree.ts";
import { negatedNear } from "./act-features.ts";
import { type Frame, inside, startOf } from "./frame.ts";

const DENYING = /^(deni|deny|refut|rebut|disavow|debunk)$/;
const BRUSHING_OFF = /^(reject|dismis|disput|contest|rubbish|scoff|repudiat|laugh|brush|swat)$/;
const CHARGES = /^(claim|allegation|accusation|charge|report|suggestion|assertion|rumour|rumor|notion|talk|criticism|finding|speculation|complaint|blame|responsibility|involvement|wrongdo|correction|version|account)$/;
const UNTRUE = /^(untrue|fals|baseles|unfound|groundles|nonsense|fabricat|lie|fiction|hoax|mith|myth|libel|slander|invention|fak|bogu|absurd)$/;
const SAYING = /^(say|tell|add|insist|state|writ|repli|repl|respond|reply|answer|stres|maintain|declar|assert|not|claim|argu|explain|tweet|post)$/;
const ACCUSING = /^(accus|blam|alleg)$/;
const VB = penn("VB");
const TO = penn("TO");
const MD = penn("MD");
const VERB = universal("VERB");
const OBJ = new Set([relation("obj")]);
const COP = new Set([relation("cop")]);
const SUBJECT = new Set([relation("nsubj"), relation("nsubj:pass")]);
const AUX = new Set([relation("aux")]);

/** The act of a statement where its build leaves little doubt, with the rule's name; else null and the learned weights decide. */
export function actByRule(tree: Tree, f: Frame): { act: Act; rule: string } | null {
  if (f.heart < 0) return null;
  const { stem, lower, analysis } = tree;
  const { xpos } = analysis;
  const cue = stem[f.heart]!;
  const start = startOf(f.content);
  const at = start >= 0 ? skipMarks(tree, start) : -1;
  if (DENYING.test(cue)) return { act: "denies", rule: "a word of denial" };
  if (BRUSHING_OFF.test(cue)) {
    const object = dependent(tree, f.heart, OBJ);
    const what = object >= 0 ? object : f.core;
    if (what >= 0 && CHARGES.test(stem[what]!)) return { act: "denies", rule: "turns a charge away" };
  }
  if (ACCUSING.test(cue) && f.verbal) return { act: "accuses", rule: "a word of accusation" };
  if (SAYING.test(cue) && f.verbal && f.core >= 0) {
    if (UNTRUE.test(stem[f.core]!) && !negatedNear(tree, f.core) && (dependent(tree, f.core, COP) >= 0 || f.core === at)) return { act: "denies", rule: "calls it untrue" };
    if (/^(true|correct|accurate)$/.test(stem[f.core]!.replace(/^tru$/, "true").replace(/^accurat$/, "accurate")) && negatedNear(tree, f.core)) return { act: "denies", rule: "calls it untrue" };
  }
  if ((cue === "tell" || cue === "told") && at >= 0 && (xpos[at] === TO || (lower[at] === "not" && lower[at + 1] === "to")) && xpos[lower[at] === "not" ? at + 2 : at + 1] === VB) return { act: "orders", rule: "told to do it" };
  if (cue === "ask" && at >= 0) {
    if (/^(if|whether|why|how|what|who|when|where|which|about)$/.test(lower[at]!) || endsAsking(tree, f)) return { act: "questions", rule: "asks a question" };
    if (xpos[at] === TO || lower[at] === "for" || lower[at] === "that") return { act: "asks", rule: "asks for an act" };
  }
  // "said that they should leave", "said the council must act"
  if (SAYING.test(cue) && f.statement.mode === "indirect" && f.core >= 0 && inside(f.content, f.core) && analysis.upos[f.core] === VERB) {
    const modal = dependent(tree, f.core, AUX);
    const subject = dependent(tree, f.core, SUBJECT);
    if (modal >= 0 && xpos[modal] === MD && /^(should|must)$/.test(lower[modal]!) && subject >= 0 && !/^(i|we|it|there|that|this)$/.test(lower[subject]!) && stem[f.core] !== "be" && stem[f.core] !== "have") return { act: "asks", rule: "says that somebody should" };
  }
  return null;
}

function skipMarks(tree: Tree, start: number): number {
  let at = start;
  while (at < tree.lower.length && at < start + 3 && /^["'“”‘’`,:]+$/.test(tree.lower[at]!)) at++;
  return at;
}

function endsAsking(tree: Tree, f: Frame): boolean {
  const end = f.content.reduce((m, [, b]) => Math.max(m, b), 0);
  for (let i = end - 1; i >= Math.max(0, end - 3); i--) if (tree.lower[i] === "?") return true;
  return false;
}
