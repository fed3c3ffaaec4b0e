import type { Analysis } from "../model/analysis.ts";
import { DEPREL, UPOS } from "../model/tags.ts";
import { hashText, mix } from "../text/hash.ts";
import { stem } from "../text/stem.ts";
import { type IntTable, lookUp } from "./table.ts";

/** What the feature templates read of each token: small integers and hashes, one column each. */
export interface Columns {
  readonly analysis: Analysis;
  readonly word: Int32Array;
  readonly stem: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Uint8Array;
  /** 0 verb, 1 noun, 2 other: the kind under which a stem is looked up. */
  readonly kind: Uint8Array;
  readonly rateKey: Int32Array;
  readonly rate: Uint8Array;
  readonly wordnet: Int32Array;
  /** Which dependents a token has: one bit a relation of DEPENDENTS. */
  readonly dependents: Int32Array;
  /** The first subject of a token, or -1; the first clausal complement, or -1. */
  readonly subject: Int32Array;
  readonly complement: Int32Array;
  /** First and last token of the subtree of each token. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** 0 outside, 1 inside a quotation, 2 opening mark, 3 closing mark, 4 another mark. */
  readonly quote: Uint8Array;
  readonly paragraphOf: Int32Array;
}

const code = <T extends string>(names: readonly T[]) => new Map<string, number>(names.map((n, i) => [n, i]));
const D = code(DEPREL);
const U = code(UPOS);
export const rel = (name: string): number => D.get(name) ?? 255;
export const upos = (name: string): number => U.get(name) ?? 255;

const DEPENDENTS = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "ccomp",
  "xcomp",
  "advcl",
  "mark",
  "parataxis",
  "aux",
  "aux:pass",
  "cop",
  "obl",
  "nmod",
  "case",
  "acl",
  "expl",
  "iobj",
  "conj",
  "appos",
  "nmod:poss",
  "det",
  "csubj",
  "obl:agent",
  "acl:relcl",
  "compound:prt",
  "advmod",
  "amod",
  "compound",
  "flat",
];
const BIT = new Int32Array(256).fill(0);
DEPENDENTS.forEach((name, i) => {
  BIT[rel(name)] = 1 << i;
});
const VERB = upos("VERB");
const AUX = upos("AUX");
const NOUN = upos("NOUN");
const PROPN = upos("PROPN");

const OPEN = /^(?:[“«„]|``)$/;
const CLOSE = /^(?:[”»]|'')$/;
const EITHER = /^["‘’'`]+$/;

function shapeOf(word: string): number {
  const c = word.charCodeAt(0);
  if (c >= 97 && c <= 122) return 1;
  if (c >= 65 && c <= 90) {
    if (word.length === 1) return 2;
    return word === word.toUpperCase() ? 3 : 4;
  }
  if (c >= 48 && c <= 57) return 5;
  if (/^\p{L}/u.test(word)) return word === word.toLowerCase() ? 1 : 4;
  return c === 44
    ? 6
    : c === 46
      ? 7
      : c === 58
        ? 8
        : /^[-‐-―−]+$/.test(word)
          ? 9
          : /["“”«»„'‘’`]/.test(word)
            ? 10
            : /^[?!]/.test(word)
              ? 11
              : 12;
}

/** Remembers word forms, so that each is lowered, stemmed and hashed once a text. */
interface Form {
  readonly word: number;
  readonly stem: number;
  readonly suffix: number;
  readonly shape: number;
}

/** Computes every column but the learned rates, which `addRates` fills. Linear in the number of tokens. */
export function columnsOf(analysis: Analysis, wordnet: IntTable): Columns {
  const n = analysis.length;
  const { text, starts, ends, heads, deprels, upos: tags, quoteDepth } = analysis;
  const c = {
    analysis,
    word: new Int32Array(n),
    stem: new Int32Array(n),
    suffix: new Int32Array(n),
    shape: new Uint8Array(n),
    kind: new Uint8Array(n),
    rateKey: new Int32Array(n),
    rate: new Uint8Array(n),
    wordnet: new Int32Array(n),
    dependents: new Int32Array(n),
    subject: new Int32Array(n).fill(-1),
    complement: new Int32Array(n).fill(-1),
    left: new Int32Array(n),
    right: new Int32Array(n),
    quote: new Uint8Array(n),
    paragraphOf: new Int32Array(n),
  };
  const forms = new Map<string, Form>();
  for (let i = 0; i < n; i++) {
    const raw = text.slice(starts[i], ends[i]);
    let form = forms.get(raw);
    if (!form) {
      const lower = raw.toLowerCase().replace(/’/g, "'");
      form = {
        word: hashText(lower),
        stem: hashText(stem(lower)),
        suffix: hashText(lower.slice(-3)),
        shape: shapeOf(raw),
      };
      forms.set(raw, form);
    }
    c.word[i] = form.word;
    c.stem[i] = form.stem;
    c.suffix[i] = form.suffix;
    c.shape[i] = form.shape;
    const u = tags[i]!;
    c.kind[i] = u === VERB || u === AUX ? 0 : u === NOUN || u === PROPN ? 1 : 2;
    c.rateKey[i] = mix(form.stem, c.kind[i]!);
    c.wordnet[i] = lookUp(wordnet, form.stem);
    c.left[i] = i;
    c.right[i] = i;
    if (form.shape === 10)
      c.quote[i] = OPEN.test(raw) ? 2 : CLOSE.test(raw) ? 3 : EITHER.test(raw) && quoteDepth[i]! > 0 ? 4 : 4;
    else c.quote[i] = quoteDepth[i]! > 0 ? 1 : 0;
  }
  for (let i = 0; i < n; i++) if (c.shape[i] === 10 && c.quote[i] === 4) c.quote[i] = straight(analysis, i);
  const SUBJECTS = [rel("nsubj"), rel("nsubj:pass"), rel("csubj")];
  const COMPLEMENTS = [rel("ccomp"), rel("parataxis"), rel("xcomp")];
  for (let i = 0; i < n; i++) {
    const h = heads[i]!;
    if (h < 0) continue;
    const r = deprels[i]!;
    c.dependents[h]! |= BIT[r]!;
    if (c.subject[h]! < 0 && SUBJECTS.includes(r)) c.subject[h] = i;
    if (c.complement[h]! < 0 && COMPLEMENTS.includes(r)) c.complement[h] = i;
  }
  for (const s of analysis.sentences) spread(heads, c.left, c.right, s.first, s.last);
  analysis.paragraphs.forEach((p, k) => {
    for (let s = p.first; s < p.last; s++) {
      const sentence = analysis.sentences[s]!;
      c.paragraphOf.fill(k, sentence.first, sentence.last);
    }
  });
  return c;
}

/** Opening or closing, for a mark that looks the same on both sides: by the quotation it bounds. */
function straight(analysis: Analysis, i: number): number {
  const q = analysis.quoteOf[i]!;
  if (q < 0) return 4;
  const quotation = analysis.quotations[q]!;
  if (analysis.starts[i]! <= quotation.start) return 2;
  return analysis.ends[i]! >= quotation.end ? 3 : 4;
}

/** Widens each head's subtree bounds by its dependents', bottom-up: each token walks to its root at most once a bound. */
function spread(heads: Int32Array, left: Int32Array, right: Int32Array, first: number, last: number): void {
  for (let i = first; i < last; i++) {
    for (let h = heads[i]!; h >= 0 && left[h]! > i; h = heads[h]!) left[h] = i;
  }
  for (let i = last - 1; i >= first; i--) {
    for (let h = heads[i]!; h >= 0 && right[h]! < i; h = heads[h]!) right[h] = i;
  }
}

/** Fills the learned cue rates. */
export function addRates(c: Columns, rate: (key: number) => number): void {
  for (let i = 0; i < c.rate.length; i++) c.rate[i] = rate(c.rateKey[i]!);
}
