import { BEFORE_NAME, BEFORE_NUMBER, STARTERS } from "../language/en/abbreviations.ts";
import type { Base } from "./base.ts";
import { classOf, isUpper, LETTER } from "./characters.ts";
import type { Forms } from "./forms.ts";
import { Growing } from "./growing.ts";
import { score } from "./linear.ts";
import { SPLIT_FEATURES, splitFeatures } from "./split-features.ts";

const features = new Int32Array(SPLIT_FEATURES);
const scores = new Int32Array(256);

const FINAL = new Set([".", "!", "?", "…", ":", ";"].map((c) => c.charCodeAt(0)));
const CLOSER = /["'”’»›)\]}＂“‘]/;

const DASH = /[-—–―]/;

/** The token before the closing marks that end at token i, a few at most. */
function beforeClosers(text: string, starts: Int32Array, ends: Int32Array, first: number, i: number): number {
  let at = i;
  while (at > first && at > i - MOST_CLOSERS && ends[at]! - starts[at]! <= 2 && CLOSER.test(text[starts[at]!]!)) at--;
  return at;
}

const MOST_CLOSERS = 4;

/**
 * May a sentence end after token i? Only there is the splitter asked: after final marks and what closes with them, at notes like
 * "[6]" behind them, and before a capital or figure where the writer may have left the stop out.
 */
export function mayEnd(text: string, starts: Int32Array, ends: Int32Array, first: number, i: number): boolean {
  const next = starts[i + 1]!;
  if (next === ends[i] && ends[i + 1]! - next <= 2 && CLOSER.test(text[next]!)) return false;
  const at = beforeClosers(text, starts, ends, first, i);
  const c = text.charCodeAt(starts[at]!);
  if (FINAL.has(c) || c === 0x3002 || c === 0xff01 || c === 0xff1f) return true;
  if (next === ends[i]) return false;
  if (at === i && text.charCodeAt(ends[at]! - 1) === 46) return true;
  if (DASH.test(text[starts[at]!]!)) return false;
  const begins = text.charCodeAt(next);
  return isUpper(begins) || classOf(begins) !== LETTER;
}

/** How much surer the splitter must be where no final mark stands: a name cut in two does more harm than a heading joined. */
const RELUCTANCE = 50;

/** Does a final mark stand before the border, bare or within closing marks? */
function endsPlainly(text: string, starts: Int32Array, ends: Int32Array, first: number, i: number): boolean {
  const at = beforeClosers(text, starts, ends, first, i);
  return /[.!?…。！？]/.test(text[ends[at]! - 1]!);
}

/** "… in the U.S. She …": an abbreviation that is no title, then a little word with a capital. */
function startsAfterAbbreviation(text: string, starts: Int32Array, ends: Int32Array, i: number): boolean {
  const length = ends[i]! - starts[i]!;
  if (length < 3 || length > 9 || text.charCodeAt(ends[i]! - 1) !== 46) return false;
  const next = text.slice(starts[i + 1], Math.min(ends[i + 1]!, starts[i + 1]! + 12));
  if (!/^\p{Lu}\p{Ll}|^[AI]$/u.test(next) || !STARTERS.has(next.toLowerCase())) return false;
  const word = text.slice(starts[i], ends[i]! - 1).toLowerCase();
  return /\p{L}/u.test(word) && !BEFORE_NAME.has(word) && !BEFORE_NUMBER.has(word);
}

/**
 * First tokens of sentences: `borders[s]` to `borders[s + 1]`, never across a paragraph. `datelines[p]` is where the
 * dateline of paragraph p ends, or -1: it is a sentence of its own.
 */
export function sentenceBorders(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  forms: Forms,
  firstToken: Int32Array,
  datelines: readonly number[],
  base: Base,
): Int32Array {
  const borders = new Growing();
  for (let p = 0; p + 1 < firstToken.length; p++) {
    const first = firstToken[p]!;
    const last = firstToken[p + 1]!;
    if (first === last) continue;
    borders.push(first);
    for (let i = first; i + 1 < last; i++) {
      if (starts[i]! < datelines[p]!) {
        if (ends[i]! === datelines[p]!) borders.push(i + 1);
        continue;
      }
      if (!mayEnd(text, starts, ends, first, i)) continue;
      if (startsAfterAbbreviation(text, starts, ends, i)) {
        borders.push(i + 1);
        continue;
      }
      const count = splitFeatures(text, starts, ends, forms, first, last, i, features);
      score(base.splitter, features, count, scores);
      const lead = scores[1]! - scores[0]!;
      if (lead > (endsPlainly(text, starts, ends, first, i) ? 0 : RELUCTANCE)) borders.push(i + 1);
    }
  }
  borders.push(starts.length);
  return borders.done();
}
