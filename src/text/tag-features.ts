import type { Forms } from "./forms.ts";
import { mix } from "./linear.ts";

/** At most this many features a token. */
export const TAG_FEATURES = 48;

const EDGE = 0x51ed;

/**
 * Fills `out` with the tagger's features for token i of the sentence [first, last); returns how many.
 * `tags` holds the joint tag of the tokens before i.
 */
export function tagFeatures(
  forms: Forms,
  first: number,
  last: number,
  i: number,
  tags: Uint8Array,
  out: Int32Array,
): number {
  const { norm, shape, suffix2, suffix3, ambiguity, cluster } = forms;
  const w = norm[i]!;
  const p1 = i > first ? norm[i - 1]! : EDGE;
  const p2 = i > first + 1 ? norm[i - 2]! : EDGE;
  const n1 = i + 1 < last ? norm[i + 1]! : EDGE;
  const n2 = i + 2 < last ? norm[i + 2]! : EDGE;
  const t1 = i > first ? tags[i - 1]! : 250;
  const t2 = i > first + 1 ? tags[i - 2]! : 250;
  const a0 = ambiguity[i]!;
  const a1 = i + 1 < last ? ambiguity[i + 1]! : 251;
  const a2 = i + 2 < last ? ambiguity[i + 2]! : 251;
  const c0 = cluster[i]!;
  const c1 = i + 1 < last ? cluster[i + 1]! : 251;
  const c2 = i + 2 < last ? cluster[i + 2]! : 251;
  const b1 = i > first ? cluster[i - 1]! : 251;
  const b2 = i > first + 1 ? cluster[i - 2]! : 251;
  const s = shape[i]!;
  const ns = i + 1 < last ? shape[i + 1]! : 512;
  const ps = i > first ? shape[i - 1]! : 512;
  const start = i === first ? 1024 : 0;
  let n = 0;
  out[n++] = mix(101, w);
  out[n++] = mix(mix(102, w), s);
  out[n++] = mix(103, forms.suffix1[i]!);
  out[n++] = mix(104, suffix2[i]!);
  out[n++] = mix(105, suffix3[i]!);
  out[n++] = mix(106, forms.suffix4[i]!);
  out[n++] = mix(107, forms.prefix1[i]!);
  out[n++] = mix(108, forms.prefix3[i]!);
  out[n++] = mix(109, s | start);
  out[n++] = mix(mix(110, suffix3[i]!), s | start);
  out[n++] = mix(111, p1);
  out[n++] = mix(112, p2);
  out[n++] = mix(113, n1);
  out[n++] = mix(114, n2);
  out[n++] = mix(115, t1);
  out[n++] = mix(116, (t1 << 8) | t2);
  out[n++] = mix(mix(117, w), t1);
  out[n++] = mix(mix(118, w), p1);
  out[n++] = mix(mix(119, w), n1);
  out[n++] = mix(mix(120, t1), n1);
  out[n++] = mix(mix(121, t1), (a0 << 8) | a1);
  out[n++] = mix(122, (a0 << 8) | a1);
  out[n++] = mix(123, (a1 << 8) | a2);
  out[n++] = mix(mix(124, w), a1);
  out[n++] = mix(mix(125, (t1 << 8) | t2), a0);
  out[n++] = mix(126, i + 1 < last ? suffix3[i + 1]! : EDGE);
  out[n++] = mix(127, i > first ? suffix3[i - 1]! : EDGE);
  out[n++] = mix(mix(128, s | start), ns);
  out[n++] = mix(mix(129, s | start), ps);
  out[n++] = mix(mix(130, (t1 << 8) | t2), w);
  out[n++] = mix(mix(131, suffix2[i]!), t1);
  out[n++] = mix(mix(132, p1), n1);
  out[n++] = mix(mix(133, a0), (s | start) + (ns << 16));
  out[n++] = mix(mix(134, p2), p1);
  out[n++] = mix(mix(135, n1), n2);
  out[n++] = mix(136, c0);
  out[n++] = mix(137, (c0 << 8) | c1);
  out[n++] = mix(138, (b1 << 8) | c0);
  out[n++] = mix(139, c1);
  out[n++] = mix(140, b1);
  out[n++] = mix(mix(141, (b1 << 8) | c0), c1);
  out[n++] = mix(mix(142, w), c1);
  out[n++] = mix(mix(143, (c1 << 8) | c2), c0);
  out[n++] = mix(144, (b2 << 8) | b1);
  out[n++] = mix(mix(145, w), b1);
  out[n++] = mix(146, c2);
  return n;
}
