import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Pair = readonly [number, number];

/** One annotated attribution: character spans, each list may be empty. */
export interface Gold {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  /** Stands in another one's content. */
  readonly nested: boolean;
}

export interface GoldReport {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly Gold[];
  /** Regions to leave out of training. */
  readonly discard: readonly Pair[];
  readonly style: "polnear" | "wire";
}

/** PolNeAR: outermost attributions only. */
export function polnear(corpora: string, part: "train" | "dev"): GoldReport[] {
  return readFileSync(join(corpora, `polnear-${part}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line))
    .map((d) => ({
      id: d.id,
      text: d.text,
      gold: d.attributions
        .filter((a: Gold) => a.source.length + a.cue.length + a.content.length > 0)
        .map((a: Gold) => ({ source: a.source, cue: a.cue, content: a.content, nested: false })),
      discard: d.discard ?? [],
      style: "polnear",
    }));
}

interface RecordSpan {
  start: number;
  end: number;
}
interface RecordStatement {
  source: RecordSpan[];
  cue: RecordSpan[];
  content: RecordSpan[];
  within: string | null;
}

/** Records with every slot, one JSON a report, in a folder beside the corpora: `newswire`, `slots`, `records` or `wires`. */
export function records(corpora: string, folder: string): GoldReport[] {
  const place = join(corpora, "..", folder);
  return readdirSync(place)
    .filter((f) => f.endsWith(".json"))
    .sort()
    .map((f) => JSON.parse(readFileSync(join(place, f), "utf8")))
    .map((d) => ({
      id: d.id,
      text: d.text,
      gold: d.statements.map((s: RecordStatement) => ({
        source: s.source.map((x): Pair => [x.start, x.end]),
        cue: s.cue.map((x): Pair => [x.start, x.end]),
        content: s.content.map((x): Pair => [x.start, x.end]),
        nested: s.within !== null,
      })),
      discard: [],
      style: "wire",
    }));
}
