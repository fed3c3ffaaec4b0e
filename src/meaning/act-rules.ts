import type { Act } from "../model/statement.ts";
import { CONTENT_SIGNS, CUE_ACTS } from "../text/cue-words.ts";
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
const DECLARING = stems("declare proclaim");
const STATES =
  /^(independence|autonomy|sovereignty|secession|neutrality|victory|defeat|war|ceasefire|truce|emergency|state|bankruptcy|candidacy|holiday|mourning|amnesty|curfew|lockdown)$/;
const VOTING = stems("vote");
/** What is done by saying that one does it: "I ask you to …". */
const PERFORMING = new Map<string, Act>([
  ...["ask", "urge", "call", "appeal", "request", "demand", "beg", "implore"].map((w) => [stemOf(w), "asks"] as const),
  ...["promise", "pledge", "vow", "guarantee"].map((w) => [stemOf(w), "promises"] as const),
  ...["condemn", "applaud", "welcome", "commend", "deplore"].map((w) => [stemOf(w), "judges"] as const),
  ...["deny", "reject"].map((w) => [stemOf(w), "denies"] as const),
  ...["accuse", "blame"].map((w) => [stemOf(w), "accuses"] as const),
  [stemOf("order"), "orders"],
  [stemOf("warn"), "warns"],
]);
const VBP = penn("VBP");
const ACCUSING = stems("accuse blame allege");
const TELL = stemOf("tell");
const ASK = stemOf("ask");
const TO_DECREE = stems("decree instruct command order forbid prohibit");
const FORESEEING = stems("predict forecast estimate project");
const VB = penn("VB");
const TO = penn("TO");
const MD = penn("MD");
const VBG = penn("VBG");
const PROVING = stems("prove show demonstrate mean indicate establish amount confirm");
const DESCRIBING = stems("describe characterize characterise portray depict brand label denounce");
const NOUN = universal("NOUN");
const NUM = universal("NUM");
const CALL = stemOf("call");
const GO = stemOf("go");
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
    if (/^(if|whether|why|how|what|who|when|where|which|about)$/.test(lower[at]!))
      return { act: "questions", rule: "asks a question" };
    const wanted = lower[at] === "to" || xpos[at] === TO;
    if (!wanted && endsAsking(tree, f)) return { act: "questions", rule: "asks a question" };
    if (wanted || lower[at] === "for" || lower[at] === "that") return { act: "asks", rule: "asks for an act" };
    // "asked permission to leave": a thing is asked for, not a question put
    if (f.statement.mode === "indirect" && f.core >= 0 && analysis.upos[f.core] === NOUN && inside(f.content, f.core))
      return { act: "asks", rule: "asks for a thing" };
  }
  if (SAYING.has(cue) && f.verbal && at >= 0 && f.statement.mode === "indirect" && roughCount(tree, at))
    return { act: "estimates", rule: "opens with a rough number" };
  if (DECLARING.has(cue) && f.verbal && f.core >= 0 && at >= 0) {
    const object = dependent(tree, f.heart, OBJ);
    if (object >= 0 && inside(f.content, object) && STATES.test(lower[object]!))
      return { act: "announces", rule: "declares a state of things" };
  }
  // "voted for a motion calling for …": what is voted is an appeal
  if (VOTING.has(cue))
    for (const [a, b] of f.cue)
      for (let i = a; i < b; i++)
        if (i > f.heart && xpos[i] === VBG && CUE_ACTS.get(stem[i]!) === "asks")
          return { act: "asks", rule: "votes for an appeal" };
  // "that the figure did not prove fraud": what evidence does not show is not denied
  if (SAYING.has(cue) && f.core >= 0 && PROVING.has(stem[f.core]!) && negatedNear(tree, f.core)) {
    const subject = dependent(tree, f.core, SUBJECT);
    if (subject >= 0 && analysis.upos[subject] === NOUN)
      return { act: "says", rule: "says what evidence does not show" };
  }
  if (DESCRIBING.has(cue) && f.verbal && describedBadly(tree, f))
    return { act: "judges", rule: "describes it as good or bad" };
  if (cue === CALL && f.verbal && !f.passive && at >= 0) {
    const behind = f.cue.some(([a, b]) => a <= f.heart && b > f.heart + 1 && /^(for|on|upon)$/.test(lower[b - 1]!));
    if (behind || /^(for|on|upon)$/.test(lower[f.heart + 1] ?? "")) return { act: "asks", rule: "calls for it" };
  }
  const performed = performs(tree, f);
  if (performed && (SAYING.has(cue) || cue === GO)) return { act: performed, rule: "does it by saying so" };
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

/** "We ask you to …": the said clause has the speaker as its subject and its verb in the present. */
function performs(tree: Tree, f: Frame): Act | null {
  if (f.core < 0 || !inside(f.content, f.core)) return null;
  const verb = f.core;
  if (tree.analysis.xpos[verb] !== VBP && tree.analysis.xpos[verb] !== VB) return null;
  const subject = dependent(tree, verb, SUBJECT);
  if (subject < 0 || !/^(i|we)$/.test(tree.lower[subject]!)) return null;
  if (dependent(tree, verb, AUX) >= 0 || negatedNear(tree, verb)) return null;
  return subject < verb && verb < subject + 4 ? (PERFORMING.get(tree.stem[verb]!) ?? null) : null;
}

/** "(that) between 60 and 70", "up to 40", "an estimated 300": a number that is given as rough. */
function roughCount(tree: Tree, at: number): boolean {
  const from = tree.lower[at] === "that" ? at + 1 : at;
  const first = tree.lower[from] ?? "";
  const second = tree.lower[from + 1] ?? "";
  const number = (i: number) => tree.analysis.upos[i] === NUM;
  if (/^(between|around|about|roughly|approximately)$/.test(first)) return number(from + 1);
  return ((first === "up" && second === "to") || (first === "an" && second === "estimated")) && number(from + 2);
}

/** "… as a disgrace": a word of blame, praise or scorn behind the last "as". */
function describedBadly(tree: Tree, f: Frame): boolean {
  const [first, last] = f.content[f.content.length - 1] ?? [0, 0];
  let as = last - 1;
  while (as >= first && last - as < 12 && tree.lower[as] !== "as") as--;
  if (as < first || tree.lower[as] !== "as") return false;
  for (let i = as + 1; i < last; i++)
    for (const sign of ["blame", "praise", "scorn"] as const) if (CONTENT_SIGNS[sign]!.has(tree.stem[i]!)) return true;
  return false;
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
