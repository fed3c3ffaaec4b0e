import type { Statement } from "../model/statement.ts";
import { dependent, headOf, relation, type Tree, tokensOf, universal } from "../text/tree.ts";

export type Range = readonly [first: number, last: number];

/** A statement seen on the parse: where its parts lie, in token ranges [first, last). */
export interface Frame {
  readonly statement: Statement;
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
  /** The token that governs the cue; -1 without a cue. */
  readonly heart: number;
  /** The token that governs the source; -1 without a source. */
  readonly speaker: number;
  /** The token that governs the content; -1 without one. */
  readonly core: number;
  readonly passive: boolean;
  /** The heart is a verb (or an auxiliary), not a noun, adjective or preposition. */
  readonly verbal: boolean;
}

const VERB = universal("VERB");
const AUX = universal("AUX");
const ADJ = universal("ADJ");
const NOUN = universal("NOUN");
const AUX_PASS = new Set([relation("aux:pass")]);
const SUBJ_PASS = new Set([relation("nsubj:pass")]);
const SUBJ = new Set([relation("nsubj")]);

/** The frame of each statement. */
export function framesOf(tree: Tree, statements: readonly Statement[]): Frame[] {
  const { analysis } = tree;
  const ranges = (spans: Statement["source"]): Range[] =>
    spans.map((s) => tokensOf(analysis, s)).filter(([a, b]) => b > a);
  return statements.map((statement) => {
    const source = ranges(statement.source);
    const cue = ranges(statement.cue);
    const content = ranges(statement.content);
    const heart = heartOf(tree, cue);
    const speaker = source.length > 0 ? headOf(tree, source[0]![0], source[0]![1]) : -1;
    const longest = content.reduce<Range | null>(
      (best, r) => (!best || r[1] - r[0] > best[1] - best[0] ? r : best),
      null,
    );
    const core = longest ? headOf(tree, longest[0], Math.min(longest[1], firstSentenceEnd(tree, longest))) : -1;
    const u = heart >= 0 ? analysis.upos[heart]! : -1;
    const passive =
      heart >= 0 &&
      (dependent(tree, heart, AUX_PASS) >= 0 ||
        (dependent(tree, heart, SUBJ_PASS) >= 0 && dependent(tree, heart, SUBJ) < 0));
    return { statement, source, cue, content, heart, speaker, core, passive, verbal: u === VERB || u === AUX };
  });
}

function firstSentenceEnd(tree: Tree, [first, last]: Range): number {
  const sentence = tree.analysis.sentences[tree.analysis.sentenceOf[first]!]!;
  return Math.max(first + 1, Math.min(last, sentence.last));
}

/** The token of a cue that governs it: verbs first, then nouns and adjectives. */
function heartOf(tree: Tree, cue: readonly Range[]): number {
  const { upos } = tree.analysis;
  let best = -1;
  let rank = 9;
  for (const [first, last] of cue) {
    const top = headOf(tree, first, last);
    for (let i = first; i < last; i++) {
      const u = upos[i]!;
      const r = (u === VERB ? 0 : u === NOUN || u === ADJ ? 1 : u === AUX ? 3 : 2) * 2 + (i === top ? -1.5 : 0);
      if (r < rank) {
        rank = r;
        best = i;
      }
    }
  }
  return best;
}

export const inside = (ranges: readonly Range[], token: number): boolean =>
  ranges.some(([a, b]) => token >= a && token < b);

/** First token of the earliest range, or -1. */
export const startOf = (ranges: readonly Range[]): number => ranges.reduce((m, [a]) => (m < 0 || a < m ? a : m), -1);
