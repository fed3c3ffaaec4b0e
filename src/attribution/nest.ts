import type { Analysis } from "../model/analysis.ts";
import { ACTS, type Statement } from "../model/statement.ts";
import { CUE_ACTS } from "../text/cue-words.ts";
import { hashText, mix } from "../text/hash.ts";
import { addLinear, type Linear } from "../text/softmax.ts";
import { dependent, dependents, penn, relation, spanOf, type Tree, tokensOf, treeOf, universal } from "../text/tree.ts";
import { modeOf } from "./statements.ts";

type Range = readonly [first: number, last: number];

/** A statement that may stand in another one's content, in token ranges [first, last). */
export interface Inner {
  readonly cue: Range;
  readonly source: Range | null;
  readonly content: Range;
  /** How the content hangs on the cue: 0 clause, 1 infinitive, 2 object, 3 noun's clause, 4 noun's phrase, 5 other. */
  readonly frame: number;
  readonly host: Range;
}

export interface NestWeights {
  readonly model: Linear;
  readonly verbClass: (stem: string) => number;
}

export const NEST_FEATURES = 32;
/** Statements nested this deep and deeper are not looked for. */
const DEEPEST = 3;
const K = Array.from({ length: 32 }, (_, k) => hashText(`nest ${k}`));
const VERB = universal("VERB");
const NOUN = universal("NOUN");
const ADJ = universal("ADJ");
const PUNCT = universal("PUNCT");
const PRON = universal("PRON");
const set = (...names: Parameters<typeof relation>[0][]) => new Set(names.map(relation));
const SUBJECT = set("nsubj", "nsubj:pass");
const PASSIVE = set("nsubj:pass", "aux:pass");
const CCOMP = set("ccomp");
const XCOMP = set("xcomp");
const ADVCL = set("advcl");
const OBJ = set("obj");
const OBL = set("obl", "obl:agent");
const POSS = set("nmod:poss");
const NMOD = set("nmod");
const ACL = set("acl", "acl:relcl");
const MARK = set("mark");
const CASE = set("case");
const PRT = set("compound:prt");
const AGENT = relation("obl:agent");
const COMMUNICATION = 4;
const COGNITION = 3;
const TO = penn("TO");

/** Everything inside a content that may be a statement of its own. Linear in the length of the content. */
export function innerCandidates(
  tree: Tree,
  host: Range,
  taken: Uint8Array,
  verbClass: (stem: string) => number,
): Inner[] {
  const { analysis, stem, lower } = tree;
  const { upos } = analysis;
  const found: Inner[] = [];
  for (let i = host[0]; i < host[1]; i++) {
    if (taken[i]) continue;
    const u = upos[i]!;
    if (lower[i] === "according" && lower[i + 1] === "to" && i + 2 < host[1]) {
      const inner = accordingTo(tree, i, host);
      if (inner) found.push(inner);
      continue;
    }
    const known = CUE_ACTS.has(stem[i]!);
    const said = u === VERB && (known || verbClass(stem[i]!) === COMMUNICATION || verbClass(stem[i]!) === COGNITION);
    if (!said && !(known && (u === NOUN || u === ADJ))) continue;
    const inner = u === VERB ? ofVerb(tree, i, host) : ofNoun(tree, i, host);
    if (inner) found.push(inner);
  }
  return found;
}

function accordingTo(tree: Tree, i: number, [from, to]: Range): Inner | null {
  const head = tree.analysis.heads[i]!;
  const noun = head >= i && head < to ? head : i + 2;
  const end = Math.min(to, Math.max(noun, tree.right[noun]!) + 1);
  const sentence = tree.analysis.sentences[tree.analysis.sentenceOf[i]!]!;
  const content: Range =
    i - from > 3 && i > sentence.first
      ? trim(tree, Math.max(from, sentence.first), i)
      : trim(tree, end, Math.min(to, sentence.last));
  return content[1] > content[0]
    ? { cue: [i, i + 2], source: trim(tree, i + 2, end), content, frame: 5, host: [from, to] }
    : null;
}

function ofVerb(tree: Tree, i: number, host: Range): Inner | null {
  const { analysis, lower } = tree;
  const { heads, deprels } = analysis;
  const source = subject(tree, i, host);
  const particle = dependent(tree, i, PRT);
  const cue: Range = [i, particle === i + 1 ? i + 2 : i + 1];
  const done = (a: number, b: number, frame: number): Inner | null => {
    const content = trim(tree, Math.max(a, host[0]), Math.min(b, host[1]));
    return content[1] > content[0] && !(content[0] <= i && i < content[1])
      ? { cue, source, content, frame, host }
      : null;
  };
  const clause = dependent(tree, i, CCOMP);
  if (clause >= 0 && clause > i) return done(Math.max(tree.left[clause]!, cue[1]), tree.right[clause]! + 1, 0);
  if (clause >= 0) return done(tree.left[clause]!, Math.min(tree.right[clause]! + 1, i), 0);
  const infinitive = dependent(tree, i, XCOMP);
  const object = dependent(tree, i, OBJ);
  if (infinitive > i)
    return done(
      object > i && object > tree.left[infinitive]! ? object : Math.max(tree.left[infinitive]!, cue[1]),
      tree.right[infinitive]! + 1,
      1,
    );
  for (const c of dependents(tree, i, ADVCL)) {
    const mark = dependent(tree, c, MARK);
    if (
      c > i &&
      mark >= 0 &&
      (lower[mark] === "to" || lower[mark] === "of" || lower[mark] === "that" || lower[mark] === "for")
    )
      return done(tree.left[c]!, tree.right[c]! + 1, 1);
  }
  // "accused her of taking it", "spoke of a threat"
  const phrases = dependents(tree, i, OBL).filter((c) => c > i && dependent(tree, c, CASE) >= 0);
  const of = phrases.find((c) => /^(of|on|about|for|against)$/.test(lower[dependent(tree, c, CASE)]!));
  if (object > i && of !== undefined && of > object) return done(tree.left[of]!, tree.right[of]! + 1, 5);
  if (object >= 0 && object > i) return done(tree.left[object]!, tree.right[object]! + 1, 2);
  if (of !== undefined) return done(tree.left[of]!, tree.right[of]! + 1, 5);
  // "a man she calls …", "a charge he denied"
  if (deprels[i] === relation("acl:relcl") && heads[i]! >= host[0] && heads[i]! < i)
    return done(tree.left[heads[i]!]!, source ? source[0] : i, 2);
  const passive = dependent(tree, i, SUBJECT);
  if (passive >= 0 && deprels[passive] === relation("nsubj:pass"))
    return done(tree.left[passive]!, tree.right[passive]! + 1, 2);
  return null;
}

function ofNoun(tree: Tree, i: number, host: Range): Inner | null {
  const owner = dependent(tree, i, POSS);
  let source: Range | null = owner >= 0 ? trim(tree, tree.left[owner]!, tree.right[owner]! + 1) : null;
  if (source && tree.lower[source[1] - 1] === "'s") source = [source[0], source[1] - 1];
  if (!source && tree.analysis.upos[i] === ADJ) source = subject(tree, i, host);
  const done = (a: number, b: number, frame: number): Inner | null => {
    const content = trim(tree, Math.max(a, host[0]), Math.min(b, host[1]));
    return content[1] > content[0] && content[0] > i ? { cue: [i, i + 1], source, content, frame, host } : null;
  };
  for (const c of [...dependents(tree, i, CCOMP), ...dependents(tree, i, XCOMP), ...dependents(tree, i, ACL)]) {
    if (c < i) continue;
    const mark = dependent(tree, c, MARK);
    if (mark >= 0 && /^(that|to|of|whether|if)$/.test(tree.lower[mark]!))
      return done(tree.left[c]!, tree.right[c]! + 1, 3);
    if (tree.analysis.deprels[c] === relation("ccomp")) return done(tree.left[c]!, tree.right[c]! + 1, 3);
  }
  for (const c of [...dependents(tree, i, NMOD), ...dependents(tree, i, OBL)]) {
    const p = dependent(tree, c, CASE);
    if (c > i && p >= 0 && /^(of|about|for|on|against|that)$/.test(tree.lower[p]!))
      return done(tree.left[c]!, tree.right[c]! + 1, 4);
  }
  return null;
}

/** The words for who says it: own subject or that of the clause it is joined to; by-phrases of passives. */
function subject(tree: Tree, verb: number, [from, to]: Range): Range | null {
  const { heads, deprels } = tree.analysis;
  const passive = dependent(tree, verb, PASSIVE) >= 0;
  for (const c of dependents(tree, verb, OBL)) {
    const p = dependent(tree, c, CASE);
    if (passive && (deprels[c] === AGENT || (p >= 0 && tree.lower[p] === "by")) && c < to)
      return trim(tree, p >= 0 ? p + 1 : c, tree.right[c]! + 1);
  }
  if (passive) return null;
  let at = verb;
  for (let k = 0; k < 5; k++) {
    const own = dependent(tree, at, SUBJECT);
    if (own >= from && own < to)
      return trim(tree, Math.max(from, tree.left[own]!), Math.min(to, cut(tree, own, verb) + 1));
    const r = deprels[at]!;
    const h = heads[at]!;
    if (h < from || h >= to) return null;
    if (ACL.has(r))
      return r === relation("acl:relcl") && own >= 0 ? null : trim(tree, Math.max(from, nounStart(tree, h)), h + 1);
    if (r !== relation("conj") && r !== relation("xcomp") && r !== relation("advcl")) return null;
    at = h;
  }
  return null;
}

/** Where a noun's words begin, prepositions left out. */
const nounStart = (tree: Tree, head: number): number => {
  const preposition = dependent(tree, head, CASE);
  return preposition >= 0 && preposition < head ? preposition + 1 : tree.left[head]!;
};

/** A subject's words end before the verb, or at a comma clause after eight words. */
const cut = (tree: Tree, head: number, verb: number): number =>
  Math.min(tree.right[head]!, head < verb ? verb - 1 : tree.right[head]!);

function trim(tree: Tree, first: number, last: number): Range {
  const { upos } = tree.analysis;
  const mark = (i: number) => upos[i] === PUNCT && !/^["'“”‘’()%]+$/.test(tree.lower[i]!);
  let a = first;
  let b = last;
  while (a < b && mark(a)) a++;
  while (b > a && mark(b - 1)) b--;
  return [a, b];
}

/** Writes the features by which a candidate is told to be a statement. */
export function nestFeatures(tree: Tree, c: Inner, verbClass: (stem: string) => number, out: Int32Array): number {
  const { stem, lower, analysis } = tree;
  const { upos, xpos, deprels, quoteDepth, heads } = analysis;
  const i = c.cue[0];
  const key = hashText(stem[i]!);
  const a = CUE_ACTS.get(stem[i]!);
  const act = a === undefined ? 0 : ACTS.indexOf(a) + 1;
  const who =
    c.source === null
      ? 0
      : upos[c.source[0]] === PRON
        ? /^(i|we)$/.test(lower[c.source[0]]!)
          ? 1
          : /^(you)$/.test(lower[c.source[0]]!)
            ? 2
            : 3
        : /^\p{Lu}/u.test(analysis.text.slice(analysis.starts[c.source[0]], analysis.starts[c.source[0]]! + 1))
          ? 4
          : 5;
  const size = c.content[1] - c.content[0];
  const length = size < 2 ? 0 : size < 5 ? 1 : size < 12 ? 2 : 3;
  const word = lower[c.content[0]]!;
  const that = /^(that|to|of|if|whether|what|how|why|who)$/.test(word) ? hashText(word) : 1;
  const infinitive = xpos[i - 1] === TO ? 1 : 0;
  const whole = c.host[1] - c.host[0] - size < 8 ? 1 : 0;
  let n = 0;
  const add = (k: number, v: number) => {
    out[n++] = mix(K[k]!, v) || 1;
  };
  add(0, 1);
  add(1, key);
  add(2, act);
  add(3, mix(act, c.frame));
  add(4, mix(key, c.frame));
  add(5, verbClass(stem[i]!));
  add(6, mix(verbClass(stem[i]!), c.frame));
  add(7, upos[i]! * 8 + c.frame);
  add(8, xpos[i]!);
  add(9, who);
  add(10, mix(who, act));
  add(11, length);
  add(12, that);
  add(13, mix(that, act));
  add(14, deprels[i]!);
  add(15, quoteDepth[i]! > 0 ? 1 : 0);
  add(16, mix(who, quoteDepth[i]! > 0 ? 1 : 0));
  add(17, infinitive);
  add(18, mix(infinitive, who));
  add(19, hashText(lower[i - 1] ?? ""));
  add(20, hashText(lower[c.cue[1]] ?? ""));
  add(21, whole);
  add(22, mix(whole, i - c.host[0] < 4 ? 1 : 0));
  add(23, Math.min(5, (i - c.host[0]) >> 2));
  add(24, mix(c.frame, length));
  add(25, heads[i]! >= 0 && heads[i]! >= c.host[0] ? upos[heads[i]!]! : 99);
  add(26, mix(key, who));
  return n;
}

const row = new Int32Array(NEST_FEATURES);
const sum = new Int32Array(1);

/**
 * Finds the statements nested inside the contents of others and says of each statement in which other one it stands.
 * Ids are given anew in the order of the text: s1, s2 …
 */
export function nest(analysis: Analysis, statements: readonly Statement[], weights: NestWeights): Statement[] {
  const tree = treeOf(analysis);
  const taken = new Uint8Array(analysis.length);
  for (const s of statements) for (const span of s.cue) taken.fill(1, ...tokensOf(analysis, span));
  let level: readonly Statement[] = statements;
  const all = [...statements];
  for (let depth = 1; depth < DEEPEST && level.length > 0; depth++) {
    const next: Statement[] = [];
    const looked = new Uint8Array(analysis.length);
    for (const s of level)
      for (const span of s.content) {
        const host = tokensOf(analysis, span);
        if (host[1] <= host[0] || looked[host[0]]) continue;
        looked.fill(1, host[0], host[1]);
        for (const c of innerCandidates(tree, host, taken, weights.verbClass)) {
          sum[0] = 0;
          addLinear(weights.model, row, nestFeatures(tree, c, weights.verbClass, row), sum);
          const sure = 1 / (1 + Math.exp(-sum[0]! * weights.model.unit));
          if (sure < LEAST_NESTED) continue;
          taken.fill(1, c.cue[0], c.cue[1]);
          next.push(innerStatement(analysis, s, c, sure));
        }
      }
    all.push(...next);
    level = next;
  }
  return placed(analysis, all);
}

/** Below this a nested statement is not put on record. */
export const LEAST_NESTED = 0.35;

function innerStatement(analysis: Analysis, host: Statement, c: Inner, sure: number): Statement {
  return {
    ...host,
    id: "",
    source: c.source ? [spanOf(analysis, ...c.source)] : [],
    cue: [spanOf(analysis, ...c.cue)],
    content: [spanOf(analysis, ...c.content)],
    confidence: {
      statement: Math.round(sure * host.confidence.statement * 1000) / 1000,
      speaker: null,
      act: null,
      said: null,
    },
    evidence: [
      {
        rule: "nested",
        span: { start: analysis.starts[c.cue[0]]!, end: analysis.ends[c.cue[1] - 1]! },
        weight: Math.round(sure * 1000) / 1000,
      },
    ],
  };
}

/** Orders statements, numbers them, and sets `within` and the mode as seen from there. */
export function placed(analysis: Analysis, statements: readonly Statement[]): Statement[] {
  const earliest = (s: Statement) =>
    [...s.source, ...s.cue, ...s.content].reduce((m, x) => Math.min(m, x.start), Infinity);
  const size = (s: Statement) => s.content.reduce((n, x) => n + x.end - x.start, 0);
  const sorted = statements
    .map((s) => ({ s, at: earliest(s), size: size(s) }))
    .sort((a, b) => a.at - b.at || b.size - a.size || (a.s.cue[0]?.start ?? 0) - (b.s.cue[0]?.start ?? 0));
  const numbered = sorted.map(({ s }, k) => ({ ...s, id: `s${k + 1}` }));
  // innermost content over each character that a cue may begin at: contents painted from the largest to the smallest
  const owner = new Int32Array(analysis.length).fill(-1);
  const order = numbered.map((_, k) => k).sort((a, b) => size(numbered[b]!) - size(numbered[a]!) || a - b);
  const within: number[] = new Array(numbered.length).fill(-1);
  for (const k of order) {
    const s = numbered[k]!;
    const anchor = s.cue[0] ?? s.content[0];
    if (anchor) {
      const token = tokensOf(analysis, anchor)[0];
      const host = token < analysis.length ? owner[token]! : -1;
      if (host >= 0 && host !== k && holds(numbered[host]!, s)) within[k] = host;
    }
    for (const span of s.content) owner.fill(k, ...tokensOf(analysis, span));
  }
  return numbered.map((s, k) => {
    if (within[k]! < 0) return { ...s, within: null };
    const anchor = tokensOf(analysis, s.cue[0] ?? s.content[0]!)[0];
    return {
      ...s,
      within: numbered[within[k]!]!.id,
      mode: modeOf(
        analysis,
        s.content.map((x) => tokensOf(analysis, x)),
        analysis.quoteDepth[anchor]!,
      ),
    };
  });
}

/** The cue and most of the content of one stand in the content of the other. */
function holds(outer: Statement, inner: Statement): boolean {
  const covered = (start: number, end: number) => outer.content.some((o) => o.start <= start && end <= o.end);
  const cue = inner.cue.every((x) => covered(x.start, x.end));
  const content = inner.content.filter((x) => covered(x.start, x.end)).reduce((n, x) => n + x.end - x.start, 0);
  const all = inner.content.reduce((n, x) => n + x.end - x.start, 0);
  return cue && content * 2 > all;
}
