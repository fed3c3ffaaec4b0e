import type { Span } from "../model/span.ts";
import type { Base } from "./base.ts";
import { classOf, SPACE } from "./characters.ts";
import type { Forms } from "./forms.ts";
import { Growing } from "./growing.ts";
import { score } from "./linear.ts";
import { SPLIT_FEATURES, splitFeatures } from "./split-features.ts";

const features = new Int32Array(SPLIT_FEATURES);
const scores = new Int32Array(256);

const FINAL = new Set([".", "!", "?", "…", ":", ";"].map((c) => c.charCodeAt(0)));
const CLOSER = /["'”’»›)\]}＂“‘]/;

/** May a sentence end after token i? Only there is the splitter asked. */
export function mayEnd(text: string, starts: Int32Array, ends: Int32Array, first: number, i: number): boolean {
  const next = starts[i + 1]!;
  if (next === ends[i] && ends[i + 1]! - next <= 2 && CLOSER.test(text[next]!)) return false;
  let at = i;
  while (at > first && ends[at]! - starts[at]! <= 2 && CLOSER.test(text[starts[at]!]!)) at--;
  const c = text.charCodeAt(starts[at]!);
  if (FINAL.has(c) || c === 0x3002 || c === 0xff01 || c === 0xff1f) return true;
  return at === i && text.charCodeAt(ends[at]! - 1) === 46 && classOf(text.charCodeAt(ends[i]!)) === SPACE;
}

/** First tokens of sentences: `borders[s]` to `borders[s + 1]`, never across a paragraph. */
export function sentenceBorders(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  forms: Forms,
  firstToken: Int32Array,
  paragraphs: readonly Span[],
  base: Base,
): Int32Array {
  const borders = new Growing();
  for (let p = 0; p < paragraphs.length; p++) {
    const first = firstToken[p]!;
    const last = firstToken[p + 1]!;
    if (first === last) continue;
    borders.push(first);
    for (let i = first; i + 1 < last; i++) {
      if (!mayEnd(text, starts, ends, first, i)) continue;
      const count = splitFeatures(text, starts, ends, forms, first, last, i, features);
      score(base.splitter, features, count, scores);
      if (scores[1]! > scores[0]!) borders.push(i + 1);
    }
  }
  borders.push(starts.length);
  return borders.done();
}
