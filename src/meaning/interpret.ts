import type { Analysis } from "../model/analysis.ts";
import type { Dispute } from "../model/dispute.ts";
import type { Label, Party, PartyId } from "../model/party.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Evidence, TextSpan } from "../model/span.ts";
import { ACTS, type Act, type Statement } from "../model/statement.ts";
import type { Scene } from "../party/coreference.ts";
import type { Watch } from "../party/gather.ts";
import { labelsOf } from "../party/labels.ts";
import { Parties, type Resolved } from "../party/parties.ts";
import { addLinear, softmax } from "../text/softmax.ts";
import { spanOf, type Tree, treeOf } from "../text/tree.ts";
import { ACT_FEATURES, actFeatures } from "./act-features.ts";
import { actByRule } from "./act-rules.ts";
import { addresseeOf } from "./addressee.ts";
import { channelOf } from "./channel.ts";
import { disputesOf } from "./dispute.ts";
import { type Frame, framesOf } from "./frame.ts";
import { hedgesOf } from "./hedge.ts";
import { mutualOf, sidesOf, splitMutual } from "./mutual.ts";
import { negationOf } from "./negation.ts";
import { outletVoiceOf } from "./outlet-voice.ts";
import { performerOf } from "./performer.ts";
import { quantitiesOf } from "./quantity.ts";
import { targetsOf } from "./target.ts";
import type { MeaningWeights } from "./weights.ts";

/** Statements with every slot but the times, and the parties they speak of. */
export interface Interpreted {
  readonly parties: readonly Party[];
  readonly statements: readonly Statement[];
  readonly quantities: readonly Quantity[];
  readonly labels: readonly Label[];
  readonly disputes: readonly Dispute[];
  readonly outletVoice: readonly TextSpan[];
}

const row = new Int32Array(ACT_FEATURES);
const sums = new Int32Array(ACTS.length);

/** Which statement's source and content hold each token; inner contents cover outer ones. */
export function sceneOf(tree: Tree, frames: readonly Frame[]): Scene {
  const n = tree.analysis.length;
  const sourceOf = new Int32Array(n).fill(-1);
  const contentOf = new Int32Array(n).fill(-1);
  const size = (f: Frame) => f.content.reduce((m, [a, b]) => m + b - a, 0);
  const order = frames.map((_, k) => k).sort((a, b) => size(frames[b]!) - size(frames[a]!) || a - b);
  for (const k of order) for (const [a, b] of frames[k]!.content) contentOf.fill(k, a, b);
  for (let k = frames.length - 1; k >= 0; k--) for (const [a, b] of frames[k]!.source) sourceOf.fill(k, a, b);
  const cueOf = new Int32Array(n).fill(-1);
  for (let k = frames.length - 1; k >= 0; k--) for (const [a, b] of frames[k]!.cue) cueOf.fill(k, a, b);
  return { tree, sourceOf, contentOf, cueOf };
}

/** Reads what each statement does, who makes it and to whom; parents before the statements nested in them. */
export function interpret(
  analysis: Analysis,
  given: readonly Statement[],
  weights: MeaningWeights,
  watch?: Watch,
): Interpreted {
  const tree = treeOf(analysis);
  const statements = splitMutual(tree, given);
  const frames = framesOf(tree, statements);
  const scene = sceneOf(tree, frames);
  const parties = new Parties(scene, weights, watch);
  const index = new Map(statements.map((s, k) => [s.id, k]));
  const done: (Draft | undefined)[] = new Array(frames.length);
  const order = frames
    .map((_, k) => k)
    .sort((a, b) => depth(statements, index, a) - depth(statements, index, b) || a - b);
  for (const k of order) {
    const parent = statements[k]!.within === null ? undefined : done[index.get(statements[k]!.within!) ?? -1];
    done[k] = readOne(tree, frames[k]!, parties, weights, parent, previous(frames, done, k));
  }
  for (const d of done) for (const r of [d!.speakers, d!.addressees, d!.targets, d!.performers]) parties.use(r);
  const labels = labelsOf(scene, parties);
  parties.use(labels.map((l) => l.party));
  const { parties: listed, ids } = parties.list();
  const named = (numbers: readonly number[]): PartyId[] => numbers.flatMap((e) => ids.get(e) ?? []);
  const filled = statements.map((s, k): Statement => {
    const d = done[k]!;
    return {
      ...s,
      speakers: named(d.speakers),
      unknownSpeaker:
        d.speakers.length > 0
          ? null
          : {
              why: d.rule === "nobody" ? "nobody is named as speaking" : `${d.rule} that leads to nobody in the report`,
              candidates: [],
            },
      act: d.act,
      negated: d.negated >= 0,
      hedges: hedgesOf(weights.hedges, scene, frames[k]!, k),
      addressees: named(d.addressees),
      targets: named(d.targets),
      performers: named(d.performers),
      channel: d.channel ? spanOf(analysis, d.channel[0], d.channel[1]) : null,
      confidence: { ...s.confidence, speaker: round(d.sure), act: round(d.actSure) },
      evidence: [...s.evidence, ...d.evidence],
    };
  });
  const quantities = quantitiesOf(scene, frames);
  return {
    parties: listed,
    statements: filled,
    quantities,
    labels: labels.map((l) => ({ ...spanOf(analysis, l.first, l.last), party: ids.get(l.party)!, voice: l.voice })),
    disputes: disputesOf(tree, frames, filled, quantities),
    outletVoice: outletVoiceOf(tree, frames),
  };
}

interface Draft {
  readonly speakers: readonly number[];
  readonly rule: string;
  readonly sure: number;
  readonly act: Act;
  readonly actSure: number;
  readonly negated: number;
  readonly addressees: readonly number[];
  readonly targets: readonly number[];
  readonly performers: readonly number[];
  readonly channel: readonly [number, number] | null;
  readonly evidence: readonly Evidence[];
}

const round = (v: number): number => Math.round(v * 1000) / 1000;

function depth(statements: readonly Statement[], index: ReadonlyMap<string, number>, k: number): number {
  let d = 0;
  for (
    let at: number | undefined = k;
    at !== undefined && statements[at]!.within !== null && d < 8;
    at = index.get(statements[at]!.within!)
  )
    d++;
  return d;
}

/** The statement that ended last before this one, on the same level: whose words a bare quotation carries on. */
function previous(frames: readonly Frame[], done: readonly (Draft | undefined)[], k: number): Draft | undefined {
  const within = frames[k]!.statement.within;
  for (let j = k - 1; j >= 0 && j > k - 6; j--)
    if (frames[j]!.statement.within === within && done[j] && done[j]!.speakers.length > 0) return done[j];
  return undefined;
}

function readOne(
  tree: Tree,
  f: Frame,
  parties: Parties,
  weights: MeaningWeights,
  parent: Draft | undefined,
  before: Draft | undefined,
): Draft {
  const self = parent?.speakers ?? [];
  const other = parent?.addressees ?? [];
  const at = (token: number): readonly number[] => {
    const w = tree.lower[token]!;
    if (/^(i|me|my|we|us|our)$/.test(w)) return self;
    if (/^(you|your)$/.test(w)) return other;
    const e = parties.at(token);
    return e >= 0 ? parties.resolve(token, token + 1, self, other).numbers : [];
  };
  const sides = mutualOf(f.statement);
  const split = sides === null ? null : sidesOf(tree, f.source[0]!);
  const both = split?.map(([a, b]) => parties.resolve(a, b, self, other).numbers);
  const speakers = both
    ? { numbers: both[sides!]!, sure: 0.8, rule: "one side of two" }
    : speakersOf(f, parties, self, other, before);
  const { act, sure, rule } = actOf(tree, f, weights);
  const isParty = (token: number) => {
    const w = tree.lower[token]!;
    return (
      parties.at(token) >= 0 ||
      (parent !== undefined && /^(i|me|my|we|us|our|you|your)$/.test(w)) ||
      /^(everyone|everybody|someone|somebody|anyone)$/.test(w)
    );
  };
  const hearer = addresseeOf(tree, f, isParty);
  const addressees =
    hearer >= 0 ? phrase(parties, hearer, self, other).numbers.filter((e) => !speakers.numbers.includes(e)) : [];
  const blamable = (token: number) => isParty(token) && parties.entityAt(token)?.kind !== "document";
  const targets = targetsOf(tree, f, act, blamable)
    .flatMap((t) => at(t))
    .filter((e) => act === "denies" || !speakers.numbers.includes(e));
  const performer = performerOf(tree, f, act, hearer);
  const negated = negationOf(tree, f);
  const evidence: Evidence[] = [
    {
      rule: `speaker: ${speakers.rule}`,
      span: f.source.length > 0 ? bare(tree, f.source[0]!) : null,
      weight: round(speakers.sure),
    },
  ];
  evidence.push({
    rule: `${act}: ${rule}`,
    span: f.heart >= 0 ? bare(tree, [f.heart, f.heart + 1]) : null,
    weight: round(sure),
  });
  if (negated >= 0) evidence.push({ rule: "negated", span: bare(tree, [negated, negated + 1]), weight: 1 });
  return {
    speakers: speakers.numbers,
    rule: speakers.rule,
    sure: speakers.sure,
    act,
    actSure: sure,
    negated,
    addressees,
    targets: both ? both[1 - sides!]! : [...new Set(targets)].slice(0, 1),
    performers: performer >= 0 ? [...new Set(at(performer))] : [],
    channel: channelOf(tree, f),
    evidence,
  };
}

const bare = (tree: Tree, [first, last]: readonly [number, number]) => ({
  start: tree.analysis.starts[first]!,
  end: tree.analysis.ends[last - 1]!,
});

/** The whole phrase around a token that governs it, so that "reporters in the capital" stays one party. */
function phrase(parties: Parties, token: number, self: readonly number[], other: readonly number[]): Resolved {
  const m = parties.mention(token);
  return parties.resolve(m ? m.first : token, m ? m.last : token + 1, self, other);
}

function speakersOf(
  f: Frame,
  parties: Parties,
  self: readonly number[],
  other: readonly number[],
  before: Draft | undefined,
): Resolved {
  if (f.source.length > 0) {
    const parts = f.source.map(([a, b]) => parties.resolve(a, b, self, other));
    // "Ana Prell … the envoy": several spans name one speaker as often as several; names count
    const all = [...new Set(parts.flatMap((p) => p.numbers))];
    return { numbers: all, sure: Math.min(...parts.map((p) => p.sure)), rule: parts[0]!.rule };
  }
  // a quotation with nobody beside it goes on with the words of whoever spoke last in the paragraph
  const carried = f.statement.mode === "direct" || (f.heart < 0 && f.statement.mode === "mixed");
  if (carried && before) return { numbers: before.speakers, sure: 0.6, rule: "carried on" };
  return { numbers: [], sure: 0.9, rule: "nobody" };
}

function actOf(tree: Tree, f: Frame, weights: MeaningWeights): { act: Act; sure: number; rule: string } {
  const ruled = actByRule(tree, f);
  if (ruled) return { ...ruled, sure: 0.95 };
  sums.fill(0);
  const n = actFeatures(tree, f, weights.verbClass, row);
  addLinear(weights.acts, row, n, sums);
  let best = 0;
  for (let y = 1; y < sums.length; y++) if (sums[y]! > sums[best]!) best = y;
  return { act: ACTS[best]!, sure: softmax(sums, weights.acts.unit)[best]!, rule: "learned from cue and content" };
}
