import { mix } from "./linear.ts";
import type { ParseState } from "./parse-state.ts";

/** At most this many features a state. */
export const PARSE_FEATURES = 96;

/** What the parser sees of a sentence, by word 1..n; 0 and n + 1 hold marks of their own. */
export interface ParseView {
  word: Int32Array;
  cluster: Int32Array;
  xpos: Int32Array;
  upos: Int32Array;
}

/** Fills `out` with the features of a state; returns how many. After Zhang & Nivre 2011, for arc-hybrid. */
export function parseFeatures(state: ParseState, view: ParseView, out: Int32Array): number {
  const { stack, sp, b, n: size, left1, left2, right1, right2, labels } = state;
  const { word, cluster, xpos, upos } = view;
  const s0 = sp > 0 ? stack[sp - 1]! : 0;
  const s1 = sp > 1 ? stack[sp - 2]! : 0;
  const s2 = sp > 2 ? stack[sp - 3]! : 0;
  const n1 = b + 1 <= size + 1 ? b + 1 : 0;
  const n2 = b + 2 <= size + 1 ? b + 2 : 0;
  const s0w = word[s0]!;
  const s1w = word[s1]!;
  const n0w = word[b]!;
  const n1w = word[n1]!;
  const s0p = xpos[s0]!;
  const s1p = xpos[s1]!;
  const s2p = xpos[s2]!;
  const n0p = xpos[b]!;
  const n1p = xpos[n1]!;
  const n2p = xpos[n2]!;
  const s0u = upos[s0]!;
  const s1u = upos[s1]!;
  const n0u = upos[b]!;
  const n1u = upos[n1]!;
  const s0c = cluster[s0]!;
  const s1c = cluster[s1]!;
  const n0c = cluster[b]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const n0l = left1[b]!;
  const s0lp = xpos[s0l]!;
  const s0rp = xpos[s0r]!;
  const s1lp = xpos[s1l]!;
  const s1rp = xpos[s1r]!;
  const n0lp = xpos[n0l]!;
  const s0ll = labels[s0l]!;
  const s0rl = labels[s0r]!;
  const s1ll = labels[s1l]!;
  const s1rl = labels[s1r]!;
  const n0ll = labels[n0l]!;
  const s0vl = state.leftCount[s0]!;
  const s0vr = state.rightCount[s0]!;
  const s1vr = state.rightCount[s1]!;
  const n0vl = state.leftCount[b]!;
  const gap = s0 === 0 ? 0 : b - s0;
  const d = gap < 5 ? gap : gap < 10 ? 5 : 6;
  const span = s1 === 0 ? 0 : s0 - s1;
  const d1 = span < 5 ? span : span < 10 ? 5 : 6;
  const pair = (s0p << 8) | n0p;
  const deep = (s1p << 8) | s0p;
  let n = 0;
  // one word
  out[n++] = mix(1, s0w);
  out[n++] = mix(2, s0p);
  out[n++] = mix(mix(3, s0w), s0p);
  out[n++] = mix(4, s1w);
  out[n++] = mix(5, s1p);
  out[n++] = mix(mix(6, s1w), s1p);
  out[n++] = mix(7, n0w);
  out[n++] = mix(8, n0p);
  out[n++] = mix(mix(9, n0w), n0p);
  out[n++] = mix(10, n1w);
  out[n++] = mix(11, n1p);
  out[n++] = mix(mix(12, n1w), n1p);
  out[n++] = mix(13, word[n2]!);
  out[n++] = mix(14, n2p);
  out[n++] = mix(mix(15, word[s2]!), s2p);
  out[n++] = mix(16, s2p);
  // two words
  out[n++] = mix(mix(mix(17, s0w), n0w), pair);
  out[n++] = mix(mix(18, s0w), pair);
  out[n++] = mix(mix(19, n0w), pair);
  out[n++] = mix(mix(20, s0w), n0w);
  out[n++] = mix(21, pair);
  out[n++] = mix(22, (n0p << 8) | n1p);
  out[n++] = mix(mix(23, n0w), n1p);
  out[n++] = mix(mix(24, s0w), s1w);
  out[n++] = mix(25, deep);
  out[n++] = mix(mix(26, s0w), deep);
  out[n++] = mix(mix(27, s1w), deep);
  out[n++] = mix(mix(28, s1w), n0w);
  out[n++] = mix(29, (s1p << 8) | n0p);
  // three words
  out[n++] = mix(30, (n0p << 16) | (n1p << 8) | n2p);
  out[n++] = mix(31, (s0p << 16) | (n0p << 8) | n1p);
  out[n++] = mix(32, (s1p << 16) | pair);
  out[n++] = mix(33, (s2p << 16) | deep);
  out[n++] = mix(mix(34, s0w), (s1p << 8) | n0p);
  out[n++] = mix(mix(35, s1w), pair);
  out[n++] = mix(mix(36, n0w), deep);
  out[n++] = mix(mix(37, s0w), (n0p << 8) | n1p);
  out[n++] = mix(38, (s0lp << 16) | pair);
  out[n++] = mix(39, (s0rp << 16) | pair);
  out[n++] = mix(40, (n0lp << 16) | pair);
  out[n++] = mix(41, (s1rp << 16) | deep);
  out[n++] = mix(42, (s1lp << 16) | deep);
  out[n++] = mix(43, (s0rp << 16) | deep);
  out[n++] = mix(44, (s0lp << 16) | deep);
  out[n++] = mix(mix(45, (s1u << 16) | (s0u << 8) | n0u), n1u);
  // distance
  out[n++] = mix(46, (d << 8) | s0p);
  out[n++] = mix(mix(47, s0w), d);
  out[n++] = mix(mix(48, n0w), d);
  out[n++] = mix(49, (d << 8) | n0p);
  out[n++] = mix(50, (d << 16) | pair);
  out[n++] = mix(51, (d1 << 16) | deep);
  out[n++] = mix(mix(52, s1w), d1);
  // how many children
  out[n++] = mix(mix(53, s0w), s0vr);
  out[n++] = mix(54, (s0p << 8) | s0vr);
  out[n++] = mix(mix(55, s0w), s0vl);
  out[n++] = mix(56, (s0p << 8) | s0vl);
  out[n++] = mix(mix(57, n0w), n0vl);
  out[n++] = mix(58, (n0p << 8) | n0vl);
  out[n++] = mix(59, (s1p << 8) | s1vr);
  // the children themselves
  out[n++] = mix(mix(60, word[s0l]!), s0ll);
  out[n++] = mix(mix(61, word[s0r]!), s0rl);
  out[n++] = mix(mix(62, word[n0l]!), n0ll);
  out[n++] = mix(mix(63, word[s1r]!), s1rl);
  out[n++] = mix(mix(64, word[s1l]!), s1ll);
  out[n++] = mix(65, (s0ll << 16) | (s0rl << 8) | s0p);
  out[n++] = mix(66, (s1ll << 16) | (s1rl << 8) | s1p);
  out[n++] = mix(67, (n0ll << 16) | (labels[left2[b]!]! << 8) | n0p);
  out[n++] = mix(68, (s0rl << 16) | (labels[right2[s0]!]! << 8) | s0p);
  out[n++] = mix(69, (s0ll << 16) | (labels[left2[s0]!]! << 8) | s0p);
  out[n++] = mix(mix(70, s0w), (s0ll << 8) | s0rl);
  out[n++] = mix(mix(71, s1w), (s1ll << 8) | s1rl);
  out[n++] = mix(mix(72, n0w), n0ll);
  out[n++] = mix(73, (s1rl << 16) | (labels[right2[s1]!]! << 8) | s1p);
  out[n++] = mix(mix(74, (s0ll << 8) | s0rl), (s1rl << 16) | deep);
  // clusters
  out[n++] = mix(75, (s0c << 8) | n0c);
  out[n++] = mix(76, (s1c << 8) | s0c);
  out[n++] = mix(77, s0c);
  out[n++] = mix(78, n0c);
  out[n++] = mix(79, s1c);
  out[n++] = mix(80, (s1c << 16) | (s0c << 8) | n0c);
  out[n++] = mix(mix(81, s0w), n0c);
  out[n++] = mix(mix(82, n0w), s0c);
  out[n++] = mix(83, (s0c << 16) | (n0p << 8) | s1p);
  out[n++] = mix(84, (n0c << 16) | (s0p << 8) | s1p);
  // prepositions and the like: the outermost left child speaks for its head
  const n0lw = word[n0l]!;
  const s0lw = word[s0l]!;
  out[n++] = mix(mix(85, n0lw), s0w);
  out[n++] = mix(mix(86, n0lw), pair);
  out[n++] = mix(mix(87, n0lw), s1w);
  out[n++] = mix(mix(88, n0lw), deep);
  out[n++] = mix(mix(89, s0lw), s1w);
  out[n++] = mix(mix(90, s0lw), deep);
  out[n++] = mix(mix(91, s0w), (s0rl << 8) | n0p);
  out[n++] = mix(mix(92, s1w), (s1rl << 8) | s0p);
  out[n++] = mix(93, (n1p << 16) | (n2p << 8) | xpos[b + 3 <= size + 1 ? b + 3 : 0]!);
  out[n++] = mix(94, (s2p << 16) | (s1p << 8) | n0p);
  return n;
}
