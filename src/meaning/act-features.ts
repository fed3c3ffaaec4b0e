import { ACTS } from "../model/statement.ts";
import { CONTENT_SIGNS, CUE_ACTS } from "../text/cue-words.ts";
import { hashText, mix } from "../text/hash.ts";
import { dependent, penn, relation, type Tree, universal } from "../text/tree.ts";
import { type Frame, startOf } from "./frame.ts";

/** The most features a statement has. */
export const ACT_FEATURES = 160;

const K = Array.from({ length: 48 }, (_, k) => hashText(`act ${k}`));
const VERB = universal("VERB");
const MD = penn("MD");
const TO = penn("TO");
const VB = penn("VB");
const CD = penn("CD");
const NUMERAL = universal("NUM");
const OBJ = new Set([relation("obj")]);
const CCOMP = new Set([relation("ccomp")]);
const XCOMP = new Set([relation("xcomp")]);
const OBL = new Set([relation("obl")]);
const SUBJECT = new Set([relation("nsubj"), relation("nsubj:pass")]);
const ADVCL = new Set([relation("advcl")]);
const SIGNS = Object.entries(CONTENT_SIGNS);

/** Writes the features by which an act is told: the cue, how it is built in, and what the content does. `verbClass` gives WordNet's bits of a stem. */
export function actFeatures(tree: Tree, f: Frame, verbClass: (stem: string) => number, out: Int32Array): number {
  const { stem, lower, analysis } = tree;
  const { upos, xpos, length } = analysis;
  let n = 0;
  const add = (k: number, v: number) => {
    if (n < ACT_FEATURES) out[n++] = mix(K[k]!, v) || 1;
  };
  const act = (s: string) => {
    const a = CUE_ACTS.get(s);
    return a === undefined ? 0 : ACTS.indexOf(a) + 1;
  };
  const mode = f.statement.mode === "direct" ? 0 : f.statement.mode === "mixed" ? 1 : 2;
  add(0, 1);
  add(1, mode);
  // the cue
  let cueAct = 0;
  if (f.heart >= 0) {
    const s = stem[f.heart]!;
    const key = hashText(s);
    cueAct = act(s);
    add(2, key);
    add(3, cueAct);
    add(4, mix(key, upos[f.heart]!));
    add(5, verbClass(s) & 0xf);
    add(6, cueAct * 2 + (f.passive ? 1 : 0));
    add(7, upos[f.heart]!);
    add(8, mix(key, mode));
    const neg = negatedNear(tree, f.heart);
    add(9, mix(cueAct, neg ? 1 : 0));
    if (neg) add(10, key);
    const complement =
      (dependent(tree, f.heart, CCOMP) >= 0 ? 1 : 0) +
      (dependent(tree, f.heart, XCOMP) >= 0 ? 2 : 0) +
      (dependent(tree, f.heart, OBJ) >= 0 ? 4 : 0) +
      (dependent(tree, f.heart, OBL) >= 0 ? 8 : 0) +
      (dependent(tree, f.heart, ADVCL) >= 0 ? 16 : 0);
    add(11, complement);
    add(12, mix(cueAct, complement));
    add(13, mix(key, complement & 7));
    for (let c = tree.child[f.heart]!; c >= 0; c = tree.next[c]!) {
      if (upos[c] === universal("ADP") || upos[c] === universal("SCONJ")) add(14, hashText(lower[c]!));
    }
  }
  let first = length;
  let last = 0;
  for (const [a, b] of f.cue)
    for (let i = a; i < b && i < a + 12; i++) {
      first = Math.min(first, i);
      last = Math.max(last, i + 1);
      if (i === f.heart) continue;
      add(15, hashText(stem[i]!));
      const other = act(stem[i]!);
      if (other) add(16, other);
    }
  if (last > 0) {
    add(17, hashText(lower[last] ?? "·"));
    add(18, mix(cueAct, hashText(lower[last] ?? "·")));
    if (first > 0) add(19, hashText(lower[first - 1]!));
  } else add(20, 1);
  // the content
  const start = startOf(f.content);
  if (start >= 0) {
    let at = start;
    while (at < length && /^["'“”‘’`,:]+$/.test(lower[at]!) && at < start + 3) at++;
    add(21, hashText(lower[at]!));
    add(22, mix(cueAct, hashText(lower[at]!)));
    add(23, xpos[at]!);
    if (f.heart >= 0) add(47, mix(hashText(stem[f.heart]!), xpos[at]! * 2 + (f.passive ? 1 : 0)));
    if (xpos[at] === TO || (xpos[at] === VB && mode !== 2)) add(24, mix(cueAct, xpos[at]!));
    if (f.statement.content.length > 0 && at > 0) add(25, xpos[at] === VB ? 1 : 0);
    let modals = 0;
    let numbers = 0;
    let not = 0;
    let size = 0;
    let question = 0;
    let i1 = 0;
    const signs = new Int32Array(SIGNS.length);
    const seen = new Set<number>();
    for (const [a, b] of f.content)
      for (let i = a; i < b; i++) {
        if (size++ > 120) break;
        if (size < 60 && (upos[i] === VERB || upos[i] === universal("ADJ") || upos[i] === universal("NOUN"))) {
          const h = hashText(stem[i]!);
          if (!seen.has(h) && seen.size < 24) {
            seen.add(h);
            add(26, h);
          }
        }
        if (xpos[i] === MD && modals < 3) {
          modals++;
          add(27, hashText(lower[i]!));
          add(28, mix(cueAct, hashText(lower[i]!)));
        }
        if (xpos[i] === CD || upos[i] === NUMERAL) numbers++;
        if (lower[i] === "n't" || lower[i] === "not" || lower[i] === "no" || lower[i] === "never") not++;
        if (lower[i] === "?") question++;
        if (lower[i] === "i" || lower[i] === "we") i1++;
        for (let s = 0; s < SIGNS.length; s++) if (SIGNS[s]![1].has(stem[i]!)) signs[s]!++;
      }
    add(29, Math.min(3, numbers));
    add(30, mix(cueAct, Math.min(2, numbers)));
    add(31, Math.min(2, not));
    add(32, mix(cueAct, Math.min(2, not)));
    add(33, Math.min(2, question));
    if (question > 0) add(34, lower[lastToken(f)] === "?" || lower[lastToken(f) - 1] === "?" ? 2 : 1);
    add(35, Math.min(3, i1) * 3 + mode);
    for (let s = 0; s < SIGNS.length; s++) {
      if (signs[s] === 0) continue;
      add(36, s);
      add(37, mix(cueAct, s));
      if (signs[s]! > 1) add(38, s);
    }
    add(39, size < 4 ? 0 : size < 9 ? 1 : size < 20 ? 2 : size < 45 ? 3 : 4);
    // the clause that is said
    if (f.core >= 0) {
      const s = stem[f.core]!;
      add(40, hashText(s));
      add(41, act(s));
      add(42, upos[f.core]! * 64 + xpos[f.core]!);
      const subject = dependent(tree, f.core, SUBJECT);
      if (subject >= 0) add(43, hashText(lower[subject]!));
      add(44, negatedNear(tree, f.core) ? mix(1, cueAct) : 0);
      const inner = act(s);
      if (inner) add(45, mix(cueAct, inner));
    }
  } else add(46, 1);
  // who speaks: a document or a body decides and forbids, a person praises
  if (f.speaker >= 0) add(47, hashText(stem[f.speaker]!));
  return n;
}

const lastToken = (f: Frame): number => f.content.reduce((m, [, b]) => Math.max(m, b - 1), 0);

/** A plain "not" or "never" hangs on the word or on its auxiliary. */
export function negatedNear(tree: Tree, token: number): boolean {
  for (let c = tree.child[token]!; c >= 0; c = tree.next[c]!) {
    const w = tree.lower[c]!;
    if ((w === "not" || w === "n't" || w === "never" || w === "neither" || w === "nor") && c < token + 2) return true;
  }
  return false;
}
