import { innerCandidates, NEST_FEATURES, nestFeatures } from "../../src/attribution/nest.ts";
import { ACT_FEATURES, actFeatures } from "../../src/meaning/act-features.ts";
import { framesOf } from "../../src/meaning/frame.ts";
import { HEDGE_FEATURES, hedgeCandidates, hedgeFeatures } from "../../src/meaning/hedge.ts";
import { sceneOf } from "../../src/meaning/interpret.ts";
import { ACTS } from "../../src/model/statement.ts";
import { RANK_FEATURES, rankFeatures } from "../../src/party/coreference.ts";
import type { Entity } from "../../src/party/entities.ts";
import { gather, type PartyWeights } from "../../src/party/gather.ts";
import { spanOf, tokensOf, treeOf } from "../../src/text/tree.ts";
import { likeness, type Prepared } from "./gold.ts";
import type { Case, Choice } from "./learn.ts";

/** What a report teaches about acts. */
export function actCases(d: Prepared, verbClass: (stem: string) => number): Case[] {
  const tree = treeOf(d.analysis);
  const row = new Int32Array(ACT_FEATURES);
  return framesOf(tree, d.statements).map((f, k) => ({
    features: row.slice(0, actFeatures(tree, f, verbClass, row)),
    label: ACTS.indexOf(d.record.statements[k]!.act),
  }));
}

/** What it teaches about hedges: each word that might hedge, and whether it does. */
export function hedgeCases(d: Prepared): Case[] {
  const tree = treeOf(d.analysis);
  const row = new Int32Array(HEDGE_FEATURES);
  const frames = framesOf(tree, d.statements);
  const scene = sceneOf(tree, frames);
  return frames.flatMap((f, k) => {
    const gold = d.record.statements[k]!;
    return hedgeCandidates(tree, f).map((c) => {
      const span = spanOf(d.analysis, c.first, c.last);
      const right = gold.hedged && (gold.hedges ?? []).some((h) => h.start < span.end && span.start < h.end);
      return { features: row.slice(0, hedgeFeatures(scene, f, k, c, row)), label: right ? 1 : 0 };
    });
  });
}

/** What it teaches about pronouns: the parties each might mean, and the one it does. */
export function pronounChoices(d: Prepared, weights: PartyWeights): { choices: Choice[]; missed: number } {
  const tree = treeOf(d.analysis);
  const frames = framesOf(tree, d.statements);
  const scene = sceneOf(tree, frames);
  const row = new Int32Array(RANK_FEATURES);
  const choices: Choice[] = [];
  let missed = 0;
  const at = new Map<number, number>();
  frames.forEach((f, k) => {
    if (f.source.length === 1 && f.source[0]![1] - f.source[0]![0] <= 2) at.set(f.source[0]![0], k);
  });
  gather(scene, weights, (m, candidates) => {
    const k = at.get(m.head);
    if (k === undefined) return undefined;
    const party = d.record.parties.find((p) => p.id === d.record.statements[k]!.speaker);
    if (!party) return undefined;
    const texts = (e: Entity) =>
      e.mentions
        .filter((x) => x.form !== "pronoun")
        .flatMap((x) => [
          spanOf(d.analysis, x.first, x.last).text,
          ...(x.name ? [spanOf(d.analysis, x.name.first, x.name.last).text] : []),
        ]);
    const fits = candidates.map((e) => likeness(texts(e), party));
    const best = Math.max(0, ...fits);
    if (best === 0) {
      missed++;
      return undefined;
    }
    const right = fits.indexOf(best);
    choices.push({ options: candidates.map((e, order) => row.slice(0, rankFeatures(scene, m, e, order, row))), right });
    return candidates[right]!;
  });
  return { choices, missed };
}

/** What it teaches about nesting: what might be a statement inside each content, and whether it is one. */
export function nestCases(d: Prepared, verbClass: (stem: string) => number): Case[] {
  const tree = treeOf(d.analysis);
  const row = new Int32Array(NEST_FEATURES);
  const taken = new Uint8Array(d.analysis.length);
  const range = (s: { start: number; end: number }) => tokensOf(d.analysis, s);
  for (const s of d.record.statements) if (s.within === null) for (const c of s.cue) taken.fill(1, ...range(c));
  const seen = new Set<number>();
  return d.record.statements.flatMap((s) =>
    s.content.flatMap((span) =>
      innerCandidates(tree, range(span), taken, verbClass).flatMap((c) => {
        if (seen.has(c.cue[0])) return [];
        seen.add(c.cue[0]);
        const right = d.record.statements.some((g) => {
          if (!g.cue.some((x) => range(x)[0] <= c.cue[0] && c.cue[0] < range(x)[1])) return false;
          let common = 0;
          let all = 0;
          for (const x of g.content) {
            const [a, b] = range(x);
            all += b - a;
            common += Math.max(0, Math.min(b, c.content[1]) - Math.max(a, c.content[0]));
          }
          return common * 2 >= all + c.content[1] - c.content[0] - common;
        });
        return [{ features: row.slice(0, nestFeatures(tree, c, verbClass, row)), label: right ? 1 : 0 }];
      }),
    ),
  );
}
