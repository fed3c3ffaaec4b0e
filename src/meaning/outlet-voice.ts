import type { TextSpan } from "../model/span.ts";
import { spanOf, type Tree, universal } from "../text/tree.ts";
import type { Frame } from "./frame.ts";

const VERB = universal("VERB");
const AUX = universal("AUX");

/** Sentences that assert something on nobody's word: no statement touches them, and they have a verb. */
export function outletVoiceOf(tree: Tree, frames: readonly Frame[]): TextSpan[] {
  const { sentences, sentenceOf, upos, quoteDepth } = tree.analysis;
  const told = new Uint8Array(sentences.length);
  for (const f of frames)
    for (const [a, b] of [...f.source, ...f.cue, ...f.content])
      for (let s = sentenceOf[a]!; s <= sentenceOf[b - 1]!; s++) told[s] = 1;
  const found: TextSpan[] = [];
  sentences.forEach((s, k) => {
    if (told[k] || s.last - s.first < 3) return;
    let verb = false;
    for (let i = s.first; i < s.last && !verb; i++) verb = (upos[i] === VERB || upos[i] === AUX) && quoteDepth[i] === 0;
    if (verb) found.push(spanOf(tree.analysis, s.first, s.last));
  });
  return found;
}
