import { mix } from "../text/hash.ts";
import type { Columns } from "./columns.ts";
import { type Context, distance } from "./context.ts";

/** An upper bound for the number of features `roleFeatures` writes for one token. */
export const ROLE_FEATURES = 124;

/**
 * Writes the hashed features of token i for the role tagger (source, cue, content) and returns how many.
 * A feature is a 32-bit hash of its template number and values.
 */
export function roleFeatures(c: Columns, x: Context, i: number, out: Int32Array): number {
  const { analysis: a, word, stem, suffix, shape, rate, wordnet, dependents, subject, complement, quote } = c;
  const { xpos, upos, cluster, heads, deprels, sentenceOf, sentences } = a;
  const n = a.length;
  let k = 0;
  const add = (template: number, value: number) => {
    out[k++] = mix(template, value);
  };
  const pair = (template: number, u: number, v: number) => {
    out[k++] = mix(mix(template, u), v);
  };
  const W = (d: number) => (i + d >= 0 && i + d < n ? word[i + d]! : d);
  const T = (d: number) => (i + d >= 0 && i + d < n ? xpos[i + d]! : 99);
  const S = (d: number) => (i + d >= 0 && i + d < n ? stem[i + d]! : d);
  const R = (d: number) => (i + d >= 0 && i + d < n ? rate[i + d]! : 0);
  const Q = (d: number) => (i + d >= 0 && i + d < n ? quote[i + d]! : 9);

  add(0, 0);
  add(1, W(0));
  add(2, W(-1));
  add(3, W(1));
  add(4, W(-2));
  add(5, W(2));
  add(6, W(-3));
  add(7, W(3));
  pair(8, W(-1), W(0));
  pair(9, W(0), W(1));
  pair(10, W(1), W(2));
  pair(11, W(-2), W(-1));
  add(12, S(0));
  add(13, S(-1));
  add(14, S(1));
  pair(15, S(0), T(0));
  pair(16, S(0), S(1));
  pair(17, S(-1), S(0));
  add(18, T(0));
  add(19, T(-1));
  add(20, T(1));
  add(21, T(-2));
  add(22, T(2));
  pair(23, T(-1), T(0));
  pair(24, T(0), T(1));
  pair(25, mix(T(-1), T(0)), T(1));
  pair(26, mix(T(-2), T(-1)), T(0));
  pair(27, mix(T(0), T(1)), T(2));
  add(28, suffix[i]!);
  pair(29, suffix[i]!, T(0));
  add(30, shape[i]!);
  pair(31, shape[i]!, i > 0 ? shape[i - 1]! : 20);
  pair(32, shape[i]!, i + 1 < n ? shape[i + 1]! : 20);

  // the quotation around
  const sinceMark = Math.min(6, distance(x.sinceMark[i]!));
  const untilMark = Math.min(6, distance(x.untilMark[i]!));
  add(33, Q(0));
  pair(34, Q(-1), Q(0));
  pair(35, Q(0), Q(1));
  pair(36, mix(Q(-2), Q(-1)), Q(0));
  pair(37, mix(Q(0), Q(1)), Q(2));
  pair(38, Q(0), sinceMark);
  pair(39, Q(0), untilMark);
  pair(40, mix(Q(0), sinceMark), untilMark);
  pair(41, mix(Q(0), Q(1)), S(0));
  pair(42, mix(Q(-1), Q(0)), T(0));
  pair(43, mix(Q(0), sinceMark), T(0));
  pair(44, mix(Q(0), sinceMark), R(0) >> 2);
  pair(45, mix(Q(0), untilMark), R(0) >> 2);

  // word knowledge
  const bits = wordnet[i]!;
  const kind = c.kind[i]!;
  add(46, mix(kind, R(0)));
  pair(47, R(-1), R(0));
  pair(48, R(0), R(1));
  pair(49, R(0), T(1));
  pair(50, mix(kind, R(0) >> 2), T(-1));
  pair(51, mix(kind, bits & 15), (bits >> 4) & 3);
  pair(52, kind, (bits >> 6) & 255);
  pair(53, kind, (bits >> 14) & 31);
  pair(54, kind, (bits >> 19) & 15);
  pair(55, mix(kind, bits & 63), T(1));

  const C = (d: number) => (i + d >= 0 && i + d < n ? cluster[i + d]! : 0);
  add(110, C(0));
  pair(111, C(-1), C(0));
  pair(112, C(0), C(1));
  pair(113, mix(kind, C(0)), dependents[i]! & 0x79);
  pair(114, mix(C(0), R(0) >> 2), Q(1));

  // the tree
  const h = heads[i]!;
  const r = deprels[i]!;
  add(56, r);
  pair(57, r, T(0));
  pair(58, r, W(0));
  if (h >= 0) {
    pair(59, r, stem[h]!);
    pair(60, r, xpos[h]!);
    pair(61, mix(r, rate[h]!), h < i ? 1 : 0);
    pair(62, mix(r, T(0)), stem[h]!);
    pair(63, r, distance(i - h));
    pair(64, mix(r, wordnet[h]! & 63), h < i ? 1 : 0);
    const g = heads[h]!;
    pair(65, mix(r, deprels[h]!), g >= 0 ? xpos[g]! : 98);
    pair(66, mix(r, deprels[h]!), g >= 0 ? rate[g]! >> 2 : 9);
    pair(67, mix(r, deprels[h]!), g >= 0 ? stem[g]! : 0);
    pair(115, r, cluster[h]!);
    pair(68, mix(r, dependents[h]! & 0xffff), T(0));
  }
  const kids = dependents[i]!;
  pair(69, kind, kids & 0x1ff);
  pair(70, mix(kind, kids & 0x79), R(0) >> 2);
  pair(71, S(0), kids & 0x19);
  pair(72, T(0), kids & 0x4ff);
  pair(73, R(0), kids & 0x3ff);
  const s = subject[i]!;
  if (s >= 0) {
    pair(74, kind, stem[s]!);
    pair(116, C(0), cluster[s]!);
    pair(75, R(0) >> 2, xpos[s]!);
    pair(76, mix(R(0) >> 2, shape[s]!), s < i ? 1 : 0);
    pair(77, mix(bits & 63, wordnet[s]! >> 19), xpos[s]!);
    pair(78, R(0) >> 2, distance(i - s));
    pair(79, (wordnet[s]! >> 14) & 511, R(0) >> 2);
  } else if (kind === 0) {
    pair(80, R(0) >> 2, T(0));
  }
  const m = complement[i]!;
  if (m >= 0) {
    pair(81, mix(kind, deprels[m]!), m < i ? 1 : 0);
    pair(82, mix(R(0) >> 2, deprels[m]!), dependents[m]! & 64);
    pair(83, mix(R(0) >> 2, Q(0)), quote[c.left[m]!]!);
    pair(84, mix(kind, deprels[m]!), xpos[m]!);
    pair(85, word[c.left[m]!]!, deprels[m]!);
  }

  // where the words that often are cues stand
  const gov = x.governor[i]!;
  if (gov >= 0) {
    pair(86, x.branch[i]!, rate[gov]!);
    pair(87, mix(x.branch[i]!, gov < i ? 1 : 0), T(0));
    pair(88, x.branch[i]!, stem[gov]!);
    pair(89, mix(x.branch[i]!, rate[gov]! >> 2), mix(Q(0), gov < i ? 1 : 0));
    pair(90, mix(x.branch[i]!, rate[gov]! >> 2), distance(i - gov));
    pair(91, mix(x.branch[i]!, R(0) >> 2), rate[gov]! >> 2);
  } else add(92, R(0) >> 2);
  const b = x.before[i]!;
  const f = x.behind[i]!;
  pair(93, b < 0 ? 20 : distance(i - b), b < 0 ? 0 : rate[b]!);
  pair(94, f < 0 ? 20 : distance(f - i), f < 0 ? 0 : rate[f]!);
  pair(95, mix(b < 0 ? 20 : distance(i - b), b < 0 ? 0 : rate[b]! >> 2), T(0));
  pair(96, mix(f < 0 ? 20 : distance(f - i), f < 0 ? 0 : rate[f]! >> 2), T(0));
  pair(97, mix(b < 0 ? 0 : stem[b]!, R(0) >> 2), Math.min(3, b < 0 ? 3 : i - b));

  // the sentence
  const sentence = sentences[sentenceOf[i]!]!;
  const from = i - sentence.first;
  pair(98, Math.min(from, 3), T(0));
  pair(99, Math.min(from, 3), Q(0));
  pair(100, mix(quote[sentence.first]!, quote[sentence.last - 1]!), Q(0));
  pair(101, mix(quote[sentence.first]!, Math.min(from, 2)), R(0) >> 2);
  const paragraph = a.paragraphs[c.paragraphOf[i]!]!;
  pair(102, sentenceOf[i]! === paragraph.first ? 1 : 0, Math.min(from, 2));
  pair(103, mix(W(0), Q(0)), word[sentence.last - 1]!);
  add(104, sentence.last - sentence.first > 40 ? 3 : sentence.last - sentence.first > 15 ? 2 : 1);
  pair(105, upos[i]!, word[sentence.first]!);
  // names before a colon at the head of a paragraph, names behind a dash at its end
  const opening = Math.min(6, i - sentences[paragraph.first]!.first);
  const closing = Math.min(8, sentences[paragraph.last - 1]!.last - 1 - i);
  pair(106, mix(opening, W(0)), i > 0 ? shape[i - 1]! : 20);
  pair(107, mix(closing, Q(-1)), W(0));
  pair(108, mix(W(0), Q(-1)), i + 1 < n ? shape[i + 1]! : 20);
  pair(109, mix(opening, closing), T(0));
  return k;
}
