import { ACTS } from "../../src/model/statement.ts";
import { ACT_FEATURES, actFeatures } from "../../src/meaning/act-features.ts";
import { framesOf } from "../../src/meaning/frame.ts";
import { HEDGE_FEATURES, hedgeCandidates, hedgeFeatures } from "../../src/meaning/hedge.ts";
import { sceneOf } from "../../src/meaning/interpret.ts";
import { RANK_FEATURES, rankFeatures } from "../../src/party/coreference.ts";
import type { Entity } from "../../src/party/entities.ts";
import { gather, type PartyWeights } from "../../src/party/gather.ts";
import { spanOf, treeOf } from "../../src/text/tree.ts";
import { likeness, type Prepared } from "./gold.ts";
import type { Case, Choice } from "./learn.ts";

/** What a report teaches about acts. */
export function actCases(d: Prepared, verbClass: (stem: string) => number): Case[] {
  const tree = treeOf(d.analysis);
  const row = new Int32Array(ACT_FEATURES);
  return framesOf(tree, d.statements).map((f, k) => ({ features: row.slice(0, actFeatures(tree, f, verbClass, row)), label: ACTS.indexOf(d.record.statements[k]!.act) }));
}

/** What it teaches about hedges: each word that might hedge, and whether it does. */
export function hedgeCases(d: Prepared): Case[] {
  const tree = treeOf(d.analysis);
  const row = new Int32Array(HEDGE_FEATURES);
  return framesOf(tree, d.statements).flatMap((f, k) => {
    const gold = d.record.statements[k]!;
    return hedgeCandidates(tree, f).map((c) => {
      const span = spanOf(d.analysis, c.first, c.last);
      const right = gold.hedged && (gold.hedges ?? []).some((h) => h.start < span.end && span.start < h.end);
      return { features: row.slice(0, hedgeFeatures(tree, f, c, row)), label: right ? 1 : 0 };
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
    const texts = (e: Entity) => e.mentions.filter((x) => x.form !== "pronoun").flatMap((x) => [spanOf(d.analysis, x.first, x.last).text, ...(x.name ? [spanOf(d.analysis, x.name.first, x.name.last).text] : [])]);
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
