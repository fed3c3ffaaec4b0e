import type { Analysis } from "../model/analysis.ts";
import type { TextSpan } from "../model/span.ts";
import type { Mode, Statement } from "../model/statement.ts";
import type { Found } from "./find.ts";
import { floating } from "./floating.ts";
import type { Range } from "./link.ts";

/** Below this a statement is rather not there; nothing less sure is put on record. */
export const LEAST_SURE = 0.35;

/** Turns what was found into statements over characters, in order of the text, numbered s1, s2 … */
export function statementsOf(analysis: Analysis, found: readonly Found[], least: number): Statement[] {
  const { text, starts, ends } = analysis;
  const span = ([first, last]: Range): TextSpan => {
    const start = starts[first]!;
    const end = ends[last - 1]!;
    return { start, end, text: text.slice(start, end) };
  };
  const earliest = (f: Found) => Math.min(...[...f.source, ...f.cue, ...f.content].map(([first]) => first));
  const sure = found.filter((f) => f.confidence >= LEAST_SURE);
  const drafts = found.filter((f) => f.confidence < LEAST_SURE);
  return [...new Set([...sure, ...floating(analysis, sure, drafts)])]
    .filter((f) => f.confidence >= least)
    .map((f) => ({ f, at: earliest(f) }))
    .sort((a, b) => a.at - b.at || a.f.heart - b.f.heart)
    .map(({ f }, k) => ({
      id: `s${k + 1}`,
      source: f.source.map((range) => span(trimmed(analysis, range))),
      cue: f.cue.map(span),
      content: f.content.map((range) => span(trimmed(analysis, range))),
      mode: modeOf(analysis, f.content),
      speakers: [],
      unknownSpeaker: null,
      act: null,
      negated: null,
      hedges: [],
      addressees: [],
      targets: [],
      performers: [],
      channel: null,
      said: null,
      saidWhy: "",
      about: [],
      within: null,
      confidence: { statement: Math.round(f.confidence * 1000) / 1000, speaker: null, act: null, said: null },
      evidence: [],
    }));
}

/** The range without commas, semicolons and white space left over at its edges; never less than one token. */
function trimmed({ text, starts, ends }: Analysis, [first, last]: Range): Range {
  const loose = (i: number) => /^[,;]$/.test(text.slice(starts[i], ends[i]));
  let from = first;
  let to = last;
  while (to - from > 1 && loose(to - 1)) to--;
  while (to - from > 1 && loose(from)) from++;
  return [from, to];
}

/** Direct when all words of the content stand in quotation marks, mixed when some do; inside a quotation, only marks deeper than `outside` count. */
export function modeOf(analysis: Analysis, content: readonly Range[], outside = 0): Mode {
  let inside = 0;
  let words = 0;
  for (const [first, last] of content)
    for (let i = first; i < last; i++) {
      if (!/[\p{L}\p{N}]/u.test(analysis.text.slice(analysis.starts[i], analysis.ends[i]))) continue;
      words++;
      if (analysis.quoteDepth[i]! > outside) inside++;
    }
  if (inside === 0) return "indirect";
  return inside >= words * 0.95 ? "direct" : "mixed";
}
