import { mix } from "../text/hash.ts";
import type { Columns } from "./columns.ts";
import { type Context, distance } from "./context.ts";

/** An upper bound for the number of features `linkFeatures` writes for one token. */
export const LINK_FEATURES = 96;

/** A cue under examination: its tokens [first, last), its heart, and the window of tokens that may belong to it. */
export interface Frame {
  readonly first: number;
  readonly last: number;
  readonly heart: number;
  readonly from: number;
  readonly to: number;
  /** How each token of the window hangs together with the heart in the tree; see `frameOf`. */
  readonly path: Int32Array;
  /** Which quotation counted from the cue (1, 2 … behind, -1, -2 … before, 0 none or the cue's own). */
  readonly quoteRank: Int8Array;
  /** Likely other cues between the token and this one, at most 3. */
  readonly between: Uint8Array;
}

/** What the role tagger thinks of each token, in steps of a tenth or so. */
export interface Beliefs {
  readonly source: Uint8Array;
  readonly cue: Uint8Array;
  readonly content: Uint8Array;
  readonly begins: Uint8Array;
}

// of 2,190 statements in PolNeAR dev 88 % lie in one sentence, 97 % in this window
const BEFORE = 1;
const BEHIND = 2;
const REACH = 120;

/** The token of [first, last) that governs the others; among several, the one that most often is a cue. */
export function heartOf(c: Columns, first: number, last: number): number {
  const { heads } = c.analysis;
  let best = first;
  let score = -1;
  for (let i = first; i < last; i++) {
    const h = heads[i]!;
    const top = h < first || h >= last ? 1 : 0;
    const s = top * 64 + (c.rate[i]! >> 2) * 4 + (c.kind[i] === 0 ? 2 : c.kind[i] === 1 ? 1 : 0);
    if (s > score) {
      score = s;
      best = i;
    }
  }
  return best;
}

/** Lays the window around a cue and computes what relates each of its tokens to the cue. */
export function frameOf(c: Columns, beliefs: Beliefs, first: number, last: number): Frame {
  const a = c.analysis;
  const { sentences, sentenceOf, heads, deprels, quoteOf } = a;
  const heart = heartOf(c, first, last);
  const s = sentenceOf[heart]!;
  let from = sentences[Math.max(0, s - BEFORE)]!.first;
  let to = sentences[Math.min(sentences.length - 1, s + BEHIND)]!.last;
  from = Math.max(from, first - REACH, 0);
  to = Math.min(to, last + REACH, a.length);
  // a quotation that begins inside the window belongs to it whole, as far as the reach goes
  while (from > 0 && first - from < REACH * 2 && quoteOf[from]! >= 0 && quoteOf[from] === quoteOf[from - 1]) from--;
  while (to < a.length && to - last < REACH * 2 && quoteOf[to - 1]! >= 0 && quoteOf[to] === quoteOf[to - 1]) to++;
  const n = to - from;
  const path = new Int32Array(n);
  const sentence = sentences[s]!;
  // ancestors of the heart, nearest first
  const up: number[] = [];
  for (let h = heart; h >= 0 && up.length < 10; h = heads[h]!) up.push(h);
  for (let i = Math.max(from, sentence.first); i < Math.min(to, sentence.last); i++) {
    let at = i;
    let branch = 0;
    let steps = 0;
    let rank = up.indexOf(at);
    while (rank < 0 && steps < 40) {
      branch = deprels[at]! + 1;
      at = heads[at]!;
      if (at < 0) break;
      steps++;
      rank = up.indexOf(at);
    }
    // high bits: how far above the heart the meeting point lies; then the branch; 1 marks the meeting point itself
    path[i - from] =
      rank < 0
        ? -1
        : ((Math.min(rank, 4) * 64 + branch) * 64 + (rank > 0 ? deprels[up[Math.min(rank, 4) - 1]!]! + 1 : 0)) * 2 +
          (i === at ? 1 : 0);
  }
  const quoteRank = new Int8Array(n);
  let rank = 0;
  let last0 = quoteOf[heart]!;
  for (let i = last; i < to; i++) {
    const q = quoteOf[i]!;
    if (q >= 0 && q !== last0 && c.quote[i]! >= 1) {
      rank = Math.min(9, rank + 1);
      last0 = q;
    }
    quoteRank[i - from] = q >= 0 && rank > 0 ? rank : 0;
  }
  rank = 0;
  last0 = quoteOf[heart]!;
  for (let i = first - 1; i >= from; i--) {
    const q = quoteOf[i]!;
    if (q >= 0 && q !== last0) {
      rank = Math.max(-9, rank - 1);
      last0 = q;
    }
    quoteRank[i - from] = q >= 0 && rank < 0 ? rank : 0;
  }
  const between = new Uint8Array(n);
  let count = 0;
  for (let i = last; i < to; i++) {
    between[i - from] = Math.min(3, count);
    if (beliefs.cue[i]! >= 4 && (i === 0 || beliefs.cue[i - 1]! < 4)) count++;
  }
  count = 0;
  for (let i = first - 1; i >= from; i--) {
    between[i - from] = Math.min(3, count);
    if (beliefs.cue[i]! >= 4 && (i + 1 >= a.length || beliefs.cue[i + 1]! < 4)) count++;
  }
  return { first, last, heart, from, to, path, quoteRank, between };
}

/** Writes the hashed features of token i seen from the cue of `f`, and returns how many. */
export function linkFeatures(c: Columns, x: Context, b: Beliefs, f: Frame, i: number, out: Int32Array): number {
  const { analysis: a, word, stem, rate, quote, kind, dependents } = c;
  const { xpos, deprels, sentenceOf, sentences, heads } = a;
  const n = a.length;
  let k = 0;
  const add = (template: number, value: number) => {
    out[k++] = mix(template, value);
  };
  const pair = (template: number, u: number, v: number) => {
    out[k++] = mix(mix(template, u), v);
  };
  const { first, last, heart, from } = f;
  const side = i < first ? 0 : i >= last ? 1 : 2;
  const gap = i < first ? i - first : i >= last ? i - last + 1 : 0;
  const d = distance(gap);
  const s = Math.max(-4, Math.min(4, sentenceOf[i]! - sentenceOf[heart]!));
  const p = f.path[i - from]!;
  const q = quote[i]!;
  const qr = f.quoteRank[i - from]!;
  const cueStem = stem[heart]!;
  const cueKind = mix(kind[heart]!, rate[heart]! >> 2);
  const between = f.between[i - from]!;
  const own = quote[heart] === 0 ? 0 : 1;
  const T = (e: number) => (i + e >= 0 && i + e < n ? xpos[i + e]! : 99);
  const W = (e: number) => (i + e >= 0 && i + e < n ? word[i + e]! : e);
  const Q = (e: number) => (i + e >= 0 && i + e < n ? quote[i + e]! : 9);
  const P = (e: number) => (i + e >= from && i + e < f.to ? f.path[i + e - from]! : -2);

  add(200, side);
  pair(201, side, d);
  pair(202, s, side);
  pair(203, mix(side, d), T(0));
  pair(204, mix(side, d), cueStem);
  pair(205, mix(side, s), cueStem);
  pair(206, mix(side, Math.max(-1, Math.min(1, s))), mix(word[last - 1]!, word[first]!));
  pair(207, mix(side, d), cueKind);
  pair(208, p, side);
  pair(209, p, cueStem);
  pair(210, mix(p, side), cueKind);
  pair(274, p, a.cluster[heart]!);
  pair(275, mix(side, a.cluster[i]!), p);
  pair(276, mix(side, d), a.cluster[heart]!);
  pair(211, mix(p, side), T(0));
  pair(212, p >> 1, P(-1) >> 1);
  pair(213, p >> 1, P(1) >> 1);
  pair(214, mix(p >> 1, P(-1) >> 1), mix(T(0), T(-1)));
  pair(215, mix(p >> 1, P(1) >> 1), T(0));
  pair(216, mix(p, side), word[last - 1]!);
  pair(217, p, W(0));
  pair(218, p, W(-1));
  pair(219, mix(q, qr), side);
  pair(220, mix(q, qr), mix(own, s));
  pair(221, mix(q, qr), cueKind);
  pair(222, mix(q, qr), cueStem);
  pair(223, mix(Q(-1), q), mix(qr, own));
  pair(224, mix(q, Q(1)), mix(qr, own));
  pair(225, mix(q, qr), between);
  pair(226, mix(q, s), mix(between, own));
  pair(227, between, s);
  pair(228, mix(between, side), d);
  pair(229, mix(between, p), side);
  add(230, b.source[i]!);
  add(231, b.content[i]!);
  add(232, b.cue[i]!);
  pair(233, b.source[i]!, d);
  pair(234, b.content[i]!, d);
  pair(235, mix(b.source[i]!, b.content[i]!), mix(between, side));
  pair(236, b.source[i]!, i > 0 ? b.source[i - 1]! : 9);
  pair(237, b.content[i]!, i > 0 ? b.content[i - 1]! : 9);
  pair(238, mix(b.begins[i]!, b.content[i]!), b.source[i]!);
  pair(239, mix(b.source[i]!, b.content[i]!), p);
  pair(240, mix(b.content[i]!, s), mix(q, qr));
  pair(241, b.cue[i]!, side);
  pair(242, mix(b.content[i]!, i + 1 < n ? b.content[i + 1]! : 9), side);
  pair(243, W(0), side);
  pair(244, T(0), side);
  pair(245, mix(T(-1), T(0)), side);
  pair(246, mix(T(0), T(1)), side);
  pair(247, mix(T(-1), mix(T(0), T(1))), side);
  pair(248, mix(W(-1), W(0)), side);
  pair(249, mix(W(0), W(1)), side);
  pair(250, mix(W(-1), side), T(0));
  pair(251, mix(W(1), side), T(0));
  pair(252, mix(W(0), d), cueKind);
  pair(253, mix(W(0), side), word[last - 1]!);
  pair(254, mix(W(0), side), cueStem);
  const sentence = sentences[sentenceOf[i]!]!;
  pair(255, i === sentence.first ? 1 : i === sentence.last - 1 ? 2 : 0, mix(side, s));
  pair(256, mix(i === sentence.first ? 1 : 0, side), mix(q, s));
  pair(257, mix(quote[sentence.first]!, quote[sentence.last - 1]!), mix(s, own));
  pair(258, c.paragraphOf[i]! - c.paragraphOf[heart]!, mix(q, s));
  pair(259, c.paragraphOf[i]! - c.paragraphOf[heart]!, mix(word[last - 1]!, q));
  const gov = x.governor[i]!;
  pair(260, gov === heart ? 1 : gov >= first && gov < last ? 2 : gov >= 0 ? 3 : 0, mix(x.branch[i]!, side));
  pair(261, gov === heart ? 1 : gov >= 0 ? 3 : 0, mix(side, mix(b.source[i]!, b.content[i]!)));
  pair(262, mix(deprels[i]!, side), p);
  const h = heads[i]!;
  pair(263, mix(deprels[i]!, side), h === heart ? 1 : h >= first && h < last ? 2 : h < 0 ? 3 : 0);
  pair(264, rate[i]! >> 2, mix(side, between));
  pair(265, deprels[heart]!, mix(p, side));
  pair(266, mix(deprels[heart]!, kind[heart]!), mix(side, d));
  pair(267, mix(dependents[heart]! & 0x9f, kind[heart]!), mix(p, side));
  pair(268, mix(dependents[heart]! & 0x9f, cueStem), side);
  pair(269, mix(Q(0), f.last < n ? quote[f.last]! : 9), mix(side, d));
  pair(270, mix(word[f.last < n ? f.last : n - 1]!, side), mix(Math.max(-1, Math.min(1, s)), q));
  pair(271, mix(xpos[heart]!, side), mix(q, s));
  pair(272, mix(xpos[heart]!, side), p);
  pair(273, mix(Math.min(x.sinceMark[i]!, 3), Math.min(x.untilMark[i]!, 3)), mix(q, qr));
  return k;
}
