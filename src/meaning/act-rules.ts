import type { Act } from "../model/statement.ts";
import { stem as stemOf } from "../text/stem.ts";
import { dependent, penn, relation, type Tree, universal } from "../text/tree.ts";
import { negatedNear } from "./act-features.ts";
import { type Frame, inside, startOf } from "./frame.ts";

const stems = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(stemOf));
const DENYING = stems("deny denial refute rebut disavow debunk");
const BRUSHING_OFF = stems("reject dismiss dispute contest rubbish scoff repudiate laugh brush swat");
const CHARGES = stems(
  "claim allegation accusation charge report suggestion assertion rumour rumor notion talk criticism finding speculation complaint blame responsibility involvement wrongdoing correction version account",
);
const UNTRUE = stems(
  "untrue false baseless unfounded groundless nonsense fabricated fabrication lie fiction hoax myth libel slander invention fake bogus",
);
const TRUE = stems("true correct accurate");
const SAYING = stems(
  "say tell add insist state write reply respond answer stress maintain declare assert note claim argue explain tweet post",
);
const ACCUSING = stems("accuse blame allege");
const TELL = stemOf("tell");
const ASK = stemOf("ask");
const TO_DECREE = stems("decree instruct command order forbid prohibit");
const FORESEEING = stems("predict forecast estimate project");
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
  if (DENYING.has(cue)) return { act: "denies", rule: "a word of denial" };
  if (BRUSHING_OFF.has(cue)) {
    const object = dependent(tree, f.heart, OBJ);
    const what = object >= 0 ? object : f.core;
    if (what >= 0 && CHARGES.has(stem[what]!)) return { act: "denies", rule: "turns a charge away" };
  }
  if (FORESEEING.has(cue) && f.verbal) return { act: "estimates", rule: "a word of foresight" };
  if (TO_DECREE.has(cue) && f.verbal && !f.passive) return { act: "orders", rule: "a word of command" };
  if (ACCUSING.has(cue) && f.verbal) return { act: "accuses", rule: "a word of accusation" };
  if (SAYING.has(cue) && f.verbal && f.core >= 0) {
    if (UNTRUE.has(stem[f.core]!) && !negatedNear(tree, f.core) && (dependent(tree, f.core, COP) >= 0 || f.core === at))
      return { act: "denies", rule: "calls it untrue" };
    if (TRUE.has(stem[f.core]!) && negatedNear(tree, f.core)) return { act: "denies", rule: "calls it untrue" };
  }
  if (
    cue === TELL &&
    at >= 0 &&
    (xpos[at] === TO || (lower[at] === "not" && lower[at + 1] === "to")) &&
    xpos[lower[at] === "not" ? at + 2 : at + 1] === VB
  )
    return { act: "orders", rule: "told to do it" };
  if (cue === ASK && at >= 0) {
    if (/^(if|whether|why|how|what|who|when|where|which|about)$/.test(lower[at]!) || endsAsking(tree, f))
      return { act: "questions", rule: "asks a question" };
    if (xpos[at] === TO || lower[at] === "for" || lower[at] === "that") return { act: "asks", rule: "asks for an act" };
  }
  // "said that they should leave", "said the council must act"
  if (
    SAYING.has(cue) &&
    f.statement.mode === "indirect" &&
    f.core >= 0 &&
    inside(f.content, f.core) &&
    analysis.upos[f.core] === VERB
  ) {
    const modal = dependent(tree, f.core, AUX);
    const subject = dependent(tree, f.core, SUBJECT);
    if (
      modal >= 0 &&
      xpos[modal] === MD &&
      /^(should|must)$/.test(lower[modal]!) &&
      subject >= 0 &&
      !/^(i|we|it|there|that|this)$/.test(lower[subject]!) &&
      stem[f.core] !== "be" &&
      stem[f.core] !== "have"
    )
      return { act: "asks", rule: "says that somebody should" };
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
