import type { Analysis } from "../model/analysis.ts";
import type { Span, TextSpan } from "../model/span.ts";
import { DEPREL, UPOS, XPOS } from "../model/tags.ts";
import { stem as stemOf } from "./stem.ts";

/** An analysis seen from its words and branches: what rules over the parse read, one entry a token. */
export interface Tree {
  readonly analysis: Analysis;
  /** The word in lower case, with straight apostrophes. */
  readonly lower: readonly string[];
  readonly stem: readonly string[];
  /** First and last token of the subtree of each token, inclusive. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** First dependent of each token, and the next dependent of the same head; -1: none. */
  readonly child: Int32Array;
  readonly next: Int32Array;
  readonly paragraphOf: Int32Array;
}

const code = <T extends string>(names: readonly T[]) => new Map<string, number>(names.map((n, i) => [n, i]));
const D = code(DEPREL);
const U = code(UPOS);
const X = code(XPOS);
/** The code of a relation, a universal tag or a Penn tag. */
export const relation = (name: (typeof DEPREL)[number]): number => D.get(name)!;
export const universal = (name: (typeof UPOS)[number]): number => U.get(name)!;
export const penn = (name: (typeof XPOS)[number]): number => X.get(name)!;

/** Builds the view. Linear in the number of tokens. */
export function treeOf(analysis: Analysis): Tree {
  const { length: n, text, starts, ends, heads } = analysis;
  const lower: string[] = new Array(n);
  const stem: string[] = new Array(n);
  const forms = new Map<string, readonly [string, string]>();
  const left = new Int32Array(n);
  const right = new Int32Array(n);
  const child = new Int32Array(n).fill(-1);
  const next = new Int32Array(n).fill(-1);
  const paragraphOf = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const raw = text.slice(starts[i], ends[i]);
    let form = forms.get(raw);
    if (!form) {
      const low = raw.toLowerCase().replace(/[’‘`]/g, "'");
      form = [low, stemOf(low)];
      forms.set(raw, form);
    }
    lower[i] = form[0];
    stem[i] = form[1];
    left[i] = i;
    right[i] = i;
  }
  for (let i = n - 1; i >= 0; i--) {
    const h = heads[i]!;
    if (h < 0) continue;
    next[i] = child[h]!;
    child[h] = i;
  }
  // each token walks up only while it widens somebody's bounds, so that a branch is walked once a bound
  for (let i = 0; i < n; i++) for (let h = heads[i]!; h >= 0 && left[h]! > i; h = heads[h]!) left[h] = i;
  for (let i = n - 1; i >= 0; i--) for (let h = heads[i]!; h >= 0 && right[h]! < i; h = heads[h]!) right[h] = i;
  analysis.paragraphs.forEach((p, k) => {
    for (let s = p.first; s < p.last; s++) {
      const sentence = analysis.sentences[s]!;
      paragraphOf.fill(k, sentence.first, sentence.last);
    }
  });
  return { analysis, lower, stem, left, right, child, next, paragraphOf };
}

/** The first token that ends behind an offset: its index, or the number of tokens. */
export function tokenAt(analysis: Analysis, offset: number): number {
  let low = 0;
  let high = analysis.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (analysis.ends[mid]! <= offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The tokens that a span touches, as [first, last). */
export function tokensOf(analysis: Analysis, span: Span): readonly [number, number] {
  const first = tokenAt(analysis, span.start);
  let last = first;
  while (last < analysis.length && analysis.starts[last]! < span.end) last++;
  return [first, last];
}

/** The characters of the tokens [first, last). */
export function spanOf(analysis: Analysis, first: number, last: number): TextSpan {
  const start = analysis.starts[first]!;
  const end = analysis.ends[last - 1]!;
  return { start, end, text: analysis.text.slice(start, end) };
}

/** The dependents of a token that hang on it by one of these relations, in order. */
export function dependents(tree: Tree, head: number, relations: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (let c = tree.child[head]!; c >= 0; c = tree.next[c]!)
    if (relations.has(tree.analysis.deprels[c]!)) found.push(c);
  return found;
}

/** The first dependent of a token by one of these relations, or -1. */
export function dependent(tree: Tree, head: number, relations: ReadonlySet<number>): number {
  for (let c = tree.child[head]!; c >= 0; c = tree.next[c]!) if (relations.has(tree.analysis.deprels[c]!)) return c;
  return -1;
}

/** The token of [first, last) that governs the rest: the first whose head lies outside, verbs before nouns before others. */
export function headOf(tree: Tree, first: number, last: number): number {
  const { heads, upos } = tree.analysis;
  let best = -1;
  let rank = 9;
  for (let i = first; i < last; i++) {
    const h = heads[i]!;
    if (h >= first && h < last) continue;
    const u = upos[i]!;
    const r = u === PUNCT ? 5 : u === ADP || u === DET ? 4 : u === PRON || u === ADV || u === AUX ? 2 : 1;
    if (r < rank) {
      rank = r;
      best = i;
    }
  }
  return best < 0 ? first : best;
}

const PUNCT = universal("PUNCT");
const ADP = universal("ADP");
const DET = universal("DET");
const PRON = universal("PRON");
const ADV = universal("ADV");
const AUX = universal("AUX");
