import { addRates, type Columns, columnsOf } from "../../src/attribution/columns.ts";
import { type Context, contextOf } from "../../src/attribution/context.ts";
import { bucket } from "../../src/attribution/lexicon.ts";
import { heartOf } from "../../src/attribution/link-features.ts";
import { buildTable, type IntTable } from "../../src/attribution/table.ts";
import { analyse } from "../../src/text/analyse.ts";
import type { Base } from "../../src/text/base.ts";
import type { Gold, GoldReport, Pair } from "./corpus.ts";

/** Gold spans as token ranges [first, last). */
export interface TokenGold {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly nested: boolean;
}

export interface Prepared {
  readonly report: GoldReport;
  readonly columns: Columns;
  readonly context: Context;
  readonly gold: readonly TokenGold[];
  /** 1 for tokens to leave out of the loss. */
  readonly skip: Uint8Array;
}

/** Tokens that a character range touches. */
export function tokensIn(c: Columns, [start, end]: Pair): Pair {
  const { starts, ends, length } = c.analysis;
  let low = 0;
  let high = length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (ends[mid]! <= start) low = mid + 1;
    else high = mid;
  }
  let last = low;
  while (last < length && starts[last]! < end) last++;
  return [low, last];
}

const toTokens = (c: Columns, gold: Gold): TokenGold => {
  const map = (spans: readonly Pair[]) => spans.map((s) => tokensIn(c, s)).filter(([a, b]) => b > a);
  return { source: map(gold.source), cue: map(gold.cue), content: map(gold.content), nested: gold.nested };
};

type Counts = Map<number, [hits: number, seen: number]>;

/** How often each rate key is the heart of a cue, and how often it is seen at all. */
function cueCounts(c: Columns, gold: readonly TokenGold[], skip: Uint8Array): Counts {
  const counts: Counts = new Map();
  const add = (key: number, hit: number, seen: number) => {
    const at = counts.get(key);
    if (at) {
      at[0] += hit;
      at[1] += seen;
    } else counts.set(key, [hit, seen]);
  };
  const { quoteDepth, length } = c.analysis;
  const hearts = new Set(gold.flatMap((g) => g.cue.map(([a, b]) => heartOf(c, a, b))));
  for (let i = 0; i < length; i++)
    if (!skip[i] && (quoteDepth[i] === 0 || hearts.has(i))) add(c.rateKey[i]!, hearts.has(i) ? 1 : 0, 1);
  return counts;
}

/** Analyses reports and computes columns; rates are learned from `teach` and, for those reports, leave the report itself out. */
export function prepare(teach: readonly GoldReport[], apply: readonly GoldReport[], base: Base, wordnet: IntTable) {
  const start = (report: GoldReport) => {
    const columns = columnsOf(analyse(report.text, base), wordnet);
    const skip = new Uint8Array(columns.analysis.length);
    for (const region of report.discard) skip.fill(1, ...tokensIn(columns, region));
    return { report, columns, gold: report.gold.map((g) => toTokens(columns, g)), skip };
  };
  const taught = teach.map(start);
  const counted = taught.map((d) => cueCounts(d.columns, d.gold, d.skip));
  const all: Counts = new Map();
  for (const counts of counted)
    for (const [key, [hit, seen]] of counts) {
      const at = all.get(key);
      if (at) {
        at[0] += hit;
        at[1] += seen;
      } else all.set(key, [hit, seen]);
    }
  const finish = (d: ReturnType<typeof start>, own?: Counts): Prepared => {
    addRates(d.columns, (key) => {
      const total = all.get(key);
      if (!total) return 0;
      const mine = own?.get(key);
      return bucket(total[0] - (mine?.[0] ?? 0), total[1] - (mine?.[1] ?? 0));
    });
    return { ...d, context: contextOf(d.columns) };
  };
  const rates = buildTable(
    [...all].filter(([, [, seen]]) => seen > 1).map(([key, [hit, seen]]) => [key, bucket(hit, seen) + 1] as const),
  );
  return {
    taught: taught.map((d, i) => finish(d, counted[i])),
    applied: apply.map((report) => finish(start(report))),
    rates,
  };
}

/** The role label of each token: cue over source over content where spans overlap; -1 where nothing is known. */
export function roleLabels(d: Prepared): Int8Array {
  const role = new Int8Array(d.columns.analysis.length);
  const begins = new Uint8Array(role.length);
  const paint = (spans: readonly Pair[], label: number) => {
    for (const [a, b] of spans) {
      role.fill(label, a, b);
      begins[a] = 1;
    }
  };
  const gold = d.gold.filter((g) => !g.nested);
  for (const g of gold) paint(g.content, 5);
  for (const g of gold) paint(g.source, 1);
  for (const g of gold) paint(g.cue, 3);
  const labels = new Int8Array(role.length);
  for (let i = 0; i < role.length; i++) {
    const r = role[i]!;
    labels[i] = d.skip[i] ? -1 : r === 0 ? 0 : i > 0 && role[i - 1] === r && !d.skip[i - 1] && !begins[i] ? r + 1 : r;
  }
  return labels;
}
