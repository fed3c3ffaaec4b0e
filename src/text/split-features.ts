import type { Forms } from "./forms.ts";
import { mix } from "./linear.ts";

/** At most this many features a border. */
export const SPLIT_FEATURES = 32;

const CLOSER = /["'”’»›)\]}]/;
const OPENER = /["'“‘«„‹([{`]/;

/** Fills `out` with the features of the border after token i in the paragraph [first, last); returns how many. */
export function splitFeatures(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  forms: Forms,
  first: number,
  last: number,
  i: number,
  out: Int32Array,
): number {
  const { norm, shape, suffix3, ambiguity } = forms;
  let mark = i;
  while (mark > first && mark > i - 3 && ends[mark]! - starts[mark]! <= 2 && CLOSER.test(text[starts[mark]!]!)) mark--;
  let next = i + 1;
  while (next + 1 < last && next < i + 3 && ends[next]! - starts[next]! <= 2 && OPENER.test(text[starts[next]!]!))
    next++;
  const before = mark > first ? mark - 1 : -1;
  const m = norm[mark]!;
  const closed = i - mark;
  const opened = next - i - 1;
  const space = starts[i + 1] === ends[i] ? 0 : 1;
  const ns = shape[next]!;
  const nw = norm[next]!;
  const na = ambiguity[next]!;
  const bw = before >= 0 ? norm[before]! : 1;
  const bs = before >= 0 ? shape[before]! : 512;
  const after = next + 1 < last ? norm[next + 1]! : 1;
  const afterShape = next + 1 < last ? shape[next + 1]! : 512;
  const far = Math.min(mark - first, 3);
  const kind = mix(m, closed * 8 + opened * 2 + space);
  let n = 0;
  out[n++] = 900;
  out[n++] = mix(901, m);
  out[n++] = mix(902, kind);
  out[n++] = mix(mix(903, kind), ns);
  out[n++] = mix(mix(904, m), ns);
  out[n++] = mix(mix(905, m), nw);
  out[n++] = mix(mix(906, m), bw);
  out[n++] = mix(mix(907, m), bs);
  out[n++] = mix(mix(908, m), (bs << 10) | ns);
  out[n++] = mix(mix(909, bw), ns);
  out[n++] = mix(mix(910, m), mix(bw, nw));
  out[n++] = mix(mix(911, nw), after);
  out[n++] = mix(mix(912, kind), na);
  out[n++] = mix(mix(913, kind), (ns << 10) | afterShape);
  out[n++] = mix(mix(914, m), before >= 0 ? suffix3[before]! : 1);
  out[n++] = mix(mix(915, kind), far);
  out[n++] = mix(mix(916, mix(m, far)), ns);
  out[n++] = mix(mix(917, m), Math.min(ends[mark]! - starts[mark]!, 5));
  out[n++] = mix(mix(918, kind), ((before >= 0 ? ambiguity[before]! : 0) << 8) | na);
  out[n++] = mix(mix(919, m), before > first ? norm[before - 1]! : 1);
  out[n++] = mix(mix(920, nw), ns);
  out[n++] = mix(mix(921, m), Math.min(last - next, 4));
  return n;
}
