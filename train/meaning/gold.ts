import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modeOf } from "../../src/attribution/statements.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import type { TextSpan } from "../../src/model/span.ts";
import type { Act, Statement } from "../../src/model/statement.ts";
import { analyse } from "../../src/text/analyse.ts";
import type { Base } from "../../src/text/base.ts";
import { tokensOf } from "../../src/text/tree.ts";

export interface GoldParty {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members?: readonly string[];
}

export interface GoldStatement {
  readonly id: string;
  readonly source: TextSpan[];
  readonly cue: TextSpan[];
  readonly content: TextSpan[];
  readonly speaker: string | null;
  readonly act: Act;
  readonly hedged: boolean;
  readonly hedges?: TextSpan[];
  readonly negated: boolean;
  readonly addressee: string | null;
  readonly target?: string | null;
  readonly within: string | null;
}

export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly parties: GoldParty[];
  readonly statements: GoldStatement[];
}

/** Records with every slot, one JSON a report. */
export function goldRecords(folder: string): GoldRecord[] {
  return readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .sort()
    .map((f) => JSON.parse(readFileSync(join(folder, f), "utf8")));
}

/** Every fifth report is held out of training. */
export const heldOut = (index: number): boolean => index % 5 === 2;

/** An empty statement on the spans of a gold one, as the attribution engine would hand it over. */
export function bareStatement(analysis: Analysis, g: GoldStatement): Statement {
  const content = g.content.map((s) => tokensOf(analysis, s));
  return {
    id: g.id,
    source: g.source,
    cue: g.cue,
    content: g.content,
    mode: modeOf(analysis, content, g.within && g.cue[0] ? analysis.quoteDepth[tokensOf(analysis, g.cue[0])[0]]! : 0),
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
    within: g.within,
    confidence: { statement: 1, speaker: null, act: null, said: null },
    evidence: [],
  };
}

export interface Prepared {
  readonly record: GoldRecord;
  readonly analysis: Analysis;
  readonly statements: readonly Statement[];
}

export const prepare = (record: GoldRecord, base: Base): Prepared => {
  const analysis = analyse(record.text, base);
  return { record, analysis, statements: record.statements.map((g) => bareStatement(analysis, g)) };
};

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(the|mr|mrs|ms|dr)\b\.?/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How well names go together: 2 the same, 1 one inside the other word for word, 0 not. */
export function likeness(mine: readonly string[], party: GoldParty): number {
  let best = 0;
  for (const theirs of [party.name, ...party.aliases].map(plain).filter(Boolean))
    for (const m of mine.map(plain).filter(Boolean)) {
      if (m === theirs) return 2;
      if (` ${m} `.includes(` ${theirs} `) || ` ${theirs} `.includes(` ${m} `)) best = 1;
    }
  return best;
}
