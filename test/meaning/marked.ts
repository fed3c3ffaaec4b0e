import { readFileSync } from "node:fs";
import { modeOf } from "../../src/attribution/statements.ts";
import { decodeMeaning } from "../../src/meaning/weights.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { TextSpan } from "../../src/model/span.ts";
import type { Statement } from "../../src/model/statement.ts";
import { analyse } from "../../src/text/analyse.ts";
import { decodeBase } from "../../src/text/base.ts";
import { tokensOf } from "../../src/text/tree.ts";

const weight = (name: string) => new Uint8Array(readFileSync(new URL(`../../weights/en/${name}`, import.meta.url)));
const base = decodeBase(weight("base.bin"), "");
export const meaning = decodeMeaning(weight("meaning.bin"), "");

/** One line of a case file: its section, the marked text and what is expected. */
export interface MarkedCase {
  readonly section: string;
  readonly line: string;
  readonly expected: string;
}

/** Reads `== section` headings and marked lines, `=> expectation` behind them. */
export function casesOf(file: string): MarkedCase[] {
  let section = "";
  const cases: MarkedCase[] = [];
  for (const line of readFileSync(new URL(`cases/${file}`, import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("== ")) section = line.slice(3).trim();
    else if (line.trim() !== "" && !line.startsWith("#")) {
      const [text, expected] = line.split(" => ");
      cases.push({ section, line: text!, expected: expected?.trim() ?? "" });
    }
  }
  return cases;
}

/** Takes the marks out: [source] <cue> {content}; several statements are told apart by the order of their cues. */
export function unmark(line: string): { analysis: Analysis; statements: Statement[] } {
  let text = "";
  const open: { mark: string; at: number }[] = [];
  const spans: Record<string, TextSpan[]> = { "[": [], "<": [], "{": [] };
  const pair: Record<string, string> = { "]": "[", ">": "<", "}": "{" };
  for (const c of line) {
    if (c === "[" || c === "<" || c === "{") open.push({ mark: c, at: text.length });
    else if (pair[c] !== undefined) {
      const { mark, at } = open.pop()!;
      spans[mark]!.push({ start: at, end: text.length, text: text.slice(at) });
    } else text += c;
  }
  const analysis = analyse(text, base);
  const statements = spans["{"]!.map(
    (content, k): Statement => ({
      id: `s${k + 1}`,
      source: spans["["]![k] ? [spans["["]![k]!] : [],
      cue: spans["<"]![k] ? [spans["<"]![k]!] : [],
      content: [content],
      mode: modeOf(analysis, [tokensOf(analysis, content)]),
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
      confidence: { statement: 1, speaker: null, act: null, said: null },
      evidence: [],
    }),
  );
  return { analysis, statements };
}
