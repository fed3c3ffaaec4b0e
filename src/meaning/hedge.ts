import { HEDGE_PHRASES, REPORTER_HEDGES, SPEAKER_HEDGES } from "../language/en/hedges.ts";
import type { Hedge } from "../model/statement.ts";
import type { Scene } from "../party/coreference.ts";
import { DOUBTING_CUES, PASSIVE_DOUBT } from "../text/cue-words.ts";
import { hashText, mix } from "../text/hash.ts";
import { addLinear, type Linear } from "../text/softmax.ts";
import { penn, spanOf, type Tree } from "../text/tree.ts";
import { negatedNear } from "./act-features.ts";
import { type Frame, inside } from "./frame.ts";

/** Words that may hedge a statement: token range and whose doubt it would be. */
export interface HedgeCandidate {
  readonly first: number;
  readonly last: number;
  readonly by: "speaker" | "reporter";
  /** 0 a word of the content, 1 a phrase, 2 the cue itself, 3 beside the cue. */
  readonly where: 0 | 1 | 2 | 3;
}

export const HEDGE_FEATURES = 24;
const K = Array.from({ length: 24 }, (_, k) => hashText(`hedge ${k}`));
const MD = penn("MD");
const LONGEST = 150;
const PHRASES = new Map<string, readonly (readonly string[])[]>();
for (const phrase of HEDGE_PHRASES) PHRASES.set(phrase[0]!, [...(PHRASES.get(phrase[0]!) ?? []), phrase]);

/** Every word that might hedge a statement. Linear in the length of its content, which is looked at up to a bound. */
export function hedgeCandidates(tree: Tree, f: Frame): HedgeCandidate[] {
  const { lower, stem } = tree;
  const found: HedgeCandidate[] = [];
  const at = (i: number): string => lower[i] ?? "";
  const scan = (first: number, last: number, where: 0 | 3) => {
    for (let i = first; i < last; i++) {
      const phrase = PHRASES.get(at(i))?.find((p) => p.every((w, k) => at(i + k) === w));
      if (phrase) {
        found.push({
          first: i,
          last: i + phrase.length,
          by: /^(what|without|no|could|not)$/.test(phrase[0]!) ? "reporter" : "speaker",
          where: 1,
        });
        i += phrase.length - 1;
      } else if (
        where === 0
          ? SPEAKER_HEDGES.has(at(i)) || REPORTER_HEDGES.has(at(i))
          : REPORTER_HEDGES.has(at(i)) ||
            /^(apparently|appeared|appears|seemed|seems|seem|appear|probably|perhaps)$/.test(at(i))
      ) {
        if (tree.analysis.xpos[i] !== MD && /^(may|might)$/.test(at(i))) continue;
        found.push({
          first: i,
          last: i + 1,
          by: REPORTER_HEDGES.has(at(i)) && tree.analysis.quoteDepth[i] === 0 ? "reporter" : "speaker",
          where,
        });
      }
    }
  };
  let left = LONGEST;
  for (const [a, b] of f.content) {
    scan(a, Math.min(b, a + left), 0);
    left -= b - a;
    if (left <= 0) break;
  }
  for (const [a, b] of f.cue)
    for (let i = a; i < b; i++) {
      if (DOUBTING_CUES.has(stem[i]!))
        found.push({
          first: i,
          last: i + 1,
          by: /^(suggest|speculat|assum|guess|suspect|presum|doubt)/.test(stem[i]!) ? "speaker" : "reporter",
          where: 2,
        });
      else if (SPEAKER_HEDGES.has(at(i)) || REPORTER_HEDGES.has(at(i)))
        found.push({ first: i, last: i + 1, by: "reporter", where: 2 });
      else if (i === f.heart && f.source.length === 0 && PASSIVE_DOUBT.has(stem[i]!))
        found.push({ first: i, last: i + 1, by: "reporter", where: 2 });
    }
  // what stands right beside the cue: "reportedly told", "appeared to suggest"
  if (f.heart >= 0) {
    const sentence = tree.analysis.sentences[tree.analysis.sentenceOf[f.heart]!]!;
    const from = Math.max(sentence.first, f.heart - 4);
    const to = Math.min(sentence.last, f.heart + 8);
    for (let i = from; i < to; i++) {
      if (inside(f.content, i) || inside(f.cue, i)) continue;
      scan(i, i + 1, 3);
    }
  }
  return found;
}

/** Writes the features by which a candidate is told to hedge or not. */
export function hedgeFeatures(scene: Scene, f: Frame, k: number, c: HedgeCandidate, out: Int32Array): number {
  const { tree } = scene;
  const { lower, stem, analysis } = tree;
  const word = hashText(lower.slice(c.first, c.last).join(" "));
  const mode = f.statement.mode === "direct" ? 0 : f.statement.mode === "mixed" ? 1 : 2;
  let depth = 0;
  for (let h = analysis.heads[c.first]!; h >= 0 && depth < 6 && inside(f.content, h); h = analysis.heads[h]!) depth++;
  const hearts = analysis.heads[c.first] === f.core || c.first === f.core ? 1 : 0;
  const begun = c.first - (f.content[0]?.[0] ?? c.first);
  const size = f.content.reduce((m, [a, b]) => m + b - a, 0);
  const firstSentence = f.core >= 0 && analysis.sentenceOf[f.core] === analysis.sentenceOf[c.first] ? 1 : 0;
  let n = 0;
  const add = (k: number, v: number) => {
    out[n++] = mix(K[k]!, v) || 1;
  };
  add(0, 1);
  add(1, word);
  add(2, c.where);
  add(3, mode);
  add(4, hearts);
  add(5, Math.min(depth, 4));
  add(6, mix(word, hearts));
  add(7, begun < 4 ? 0 : begun < 10 ? 1 : begun < 25 ? 2 : 3);
  add(8, size < 8 ? 0 : size < 20 ? 1 : size < 40 ? 2 : 3);
  add(9, firstSentence);
  add(10, f.heart >= 0 ? hashText(stem[f.heart]!) : 0);
  add(11, f.source.length === 0 ? 1 : 0);
  add(12, mix(word, c.where));
  add(13, mix(hearts, mode * 4 + c.where));
  add(14, analysis.deprels[c.first]!);
  add(15, mix(word, analysis.deprels[c.first]!));
  add(16, f.heart >= 0 && negatedNear(tree, f.heart) ? 1 : 0);
  add(17, analysis.quoteDepth[c.first]!);
  add(18, hashText(lower[c.last] ?? ""));
  add(19, mix(firstSentence, size < 20 ? 0 : 1));
  add(20, f.passive ? 1 : 0);
  const other = c.where < 2 && scene.contentOf[c.first] !== k ? 1 : 0;
  add(22, other);
  add(23, other * 2 + (c.where === 0 && scene.cueOf[c.first]! >= 0 && scene.cueOf[c.first] !== k ? 1 : 0));
  add(21, mix(word, f.passive && f.source.length === 0 ? 1 : 0));
  return n;
}

const row = new Int32Array(HEDGE_FEATURES);
const sum = new Int32Array(1);

/** The hedges on a statement, each with whose doubt it marks. */
export function hedgesOf(model: Linear, scene: Scene, f: Frame, k: number): Hedge[] {
  const { tree } = scene;
  const hedges: Hedge[] = [];
  for (const c of hedgeCandidates(tree, f)) {
    sum[0] = 0;
    addLinear(model, row, hedgeFeatures(scene, f, k, c, row), sum);
    if (sum[0]! > 0) hedges.push({ ...spanOf(tree.analysis, c.first, c.last), by: c.by });
  }
  return hedges;
}
