import type { Dispute } from "../model/dispute.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Statement } from "../model/statement.ts";
import { stem } from "../text/stem.ts";
import { type Tree, universal } from "../text/tree.ts";
import type { Frame } from "./frame.ts";

const CONTENT_WORDS = new Set([universal("NOUN"), universal("VERB"), universal("PROPN"), universal("ADJ")]);
const IDLE = new Set(
  "be have do say make take get go come people day year time report claim number accusation charge".split(" "),
);
const BACK = 40;
const CHARGES = new Set(
  "charge accusation allegation claim report correction account suggestion criticism complaint".split(" ").map(stem),
);
const COUNTS =
  /^(toll|number|figure|count|tally|total|estimate|share|bodies|dead|deaths|killed|casualties|victims|people|civilians|protesters|soldiers|troops|percent|percent of|missing|names|votes|residents)/;

/** Stems of a content's words: what two statements may share. */
function stemsOf(tree: Tree, f: Frame): Set<string> {
  const found = new Set<string>();
  for (const [a, b] of f.content)
    for (let i = a; i < b && found.size < 60; i++)
      if (CONTENT_WORDS.has(tree.analysis.upos[i]!) && !IDLE.has(tree.stem[i]!)) found.add(tree.stem[i]!);
  return found;
}

/**
 * Statements of one report that stand against each other. Symmetric: who speaks first or is named first changes nothing,
 * and nothing says who is right.
 */
export function disputesOf(
  tree: Tree,
  frames: readonly Frame[],
  statements: readonly Statement[],
  quantities: readonly Quantity[],
): Dispute[] {
  const found: Omit<Dispute, "id">[] = [];
  const stems = frames.map((f) => stemsOf(tree, f));
  const paired = new Set<string>();
  const add = (kind: Dispute["kind"], a: number, b: number | null, rule: string) => {
    const ids = [statements[a]!.id, b === null ? "" : statements[b]!.id].sort().join();
    if (paired.has(ids)) return;
    paired.add(ids);
    found.push({ kind, a: statements[a]!.id, b: b === null ? null : statements[b]!.id, rule });
  };
  const shared = (a: number, b: number) => [...stems[a]!].filter((s) => stems[b]!.has(s)).length;
  const same = (a: readonly string[], b: readonly string[]) => a.some((x) => b.includes(x));
  const nested = (a: number, b: number) =>
    statements[a]!.within === statements[b]!.id || statements[b]!.within === statements[a]!.id;
  statements.forEach((s, k) => {
    if (s.act === "accuses")
      for (let j = Math.max(0, k - BACK); j < k; j++) {
        const o = statements[j]!;
        if (o.act === "accuses" && same(o.speakers, s.targets) && same(s.speakers, o.targets))
          add("mutual-accusation", j, k, "each accuses the other");
      }
    if (s.act === "denies" && !s.negated) {
      let best = -1;
      let most = 0;
      let why = "";
      for (let j = Math.max(0, k - BACK); j < Math.min(statements.length, k + 4); j++) {
        const o = statements[j]!;
        if (j === k || o.act === "denies" || nested(j, k) || same(o.speakers, s.speakers)) continue;
        const words = shared(j, k);
        const aimed = o.act === "accuses" && (same(o.targets, s.speakers) || same(o.targets, s.targets));
        const near = 1 - Math.abs(k - j) / BACK;
        const score =
          (aimed ? 3 : 0) +
          (o.act === "accuses" ? 1 : 0) +
          Math.min(3, words) +
          near +
          (j > k ? -1 : 0) +
          (k - j === 1 ? 0.5 : 0);
        if (
          score > most &&
          (aimed ||
            words > 0 ||
            (o.act === "accuses" && k - j <= 2) ||
            (k - j <= 2 && k > j && frames[k]!.core >= 0 && CHARGES.has(tree.stem[frames[k]!.core]!)))
        ) {
          most = score;
          best = j;
          why = aimed
            ? "an accusation and the denial of whom it is aimed at"
            : words > 0
              ? "a denial and a statement that share their words"
              : "a denial and the statement right before it";
        }
      }
      if (best >= 0) add("denial", k, best, why);
      else add("denial", k, null, "a denial of what nobody is reported to have said");
    }
    // "did not prove fraud", "suggested that they may have been …": evidence that takes from a claim
    const heart = frames[k]!.heart;
    if (
      heart >= 0 &&
      /^(contradict|undercut|undermin|beli|disprov|cast|challeng|disput|question)/.test(tree.stem[heart]!) &&
      s.act !== "denies"
    ) {
      const against = nearest(
        k,
        (j) => shared(j, k) > 0 && !same(statements[j]!.speakers, s.speakers) && !nested(j, k),
      );
      if (against >= 0) add("undercut", k, against, "evidence against a statement that shares its words");
    }
  });
  // numbers for one thing that differ
  const told = quantities.filter((q) => q.authority !== null);
  const index = new Map(statements.map((s, k) => [s.id, k]));
  for (let x = 0; x < told.length; x++)
    for (let y = Math.max(0, x - 12); y < x; y++) {
      const [p, q] = [told[y]!, told[x]!];
      if (p.value === q.value || p.authority === q.authority) continue;
      const [a, b] = [index.get(p.authority!)!, index.get(q.authority!)!];
      if (nested(a, b) || !comparable(p, q) || (ageOrMoney(p) && ageOrMoney(q) && shared(a, b) < 2)) continue;
      const words = shared(a, b);
      const close = b - a <= 3;
      if (sameUnit(p, q) ? words > 0 || close : close && (loose(p) || loose(q)))
        add("numbers", a, b, "different numbers for the same count");
    }
  return found.map((d, k) => ({ id: `d${k + 1}`, ...d }));

  function nearest(k: number, fits: (j: number) => boolean): number {
    for (let d = 1; d < BACK; d++) {
      if (k - d >= 0 && fits(k - d)) return k - d;
      if (k + d < statements.length && d < 3 && fits(k + d)) return k + d;
    }
    return -1;
  }
}

const last = (unit: string): string => unit.toLowerCase().split(/\s+/).pop()!.replace(/s$/, "");
const sameUnit = (a: Quantity, b: Quantity): boolean =>
  a.unit !== "" &&
  b.unit !== "" &&
  (last(a.unit) === last(b.unit) || (/^percent/.test(a.unit) && /^percent/.test(b.unit)));
const loose = (q: Quantity): boolean => q.unit === "" || q.unit === "of those named before";
const comparable = (a: Quantity, b: Quantity): boolean => {
  if (sameUnit(a, b)) return true;
  if (/^percent/.test(a.unit) !== /^percent/.test(b.unit))
    return (loose(a) || loose(b)) && a.value <= 100 && b.value <= 100;
  return (
    (loose(a) && (COUNTS.test(b.unit) || loose(b))) ||
    (loose(b) && COUNTS.test(a.unit)) ||
    (COUNTS.test(a.unit) && COUNTS.test(b.unit))
  );
};
const ageOrMoney = (q: Quantity): boolean => /(of age|dollars|euros|pounds|times)$/.test(q.unit);
