import { STATE_NAMES } from "../language/en/states.ts";
import { SAME_OFFICE, TITLES } from "../language/en/titles.ts";
import type { PartyKind } from "../model/party.ts";
import type { Linear } from "../text/softmax.ts";
import { penn } from "../text/tree.ts";
import { appositions } from "./apposition.ts";
import { candidatesFor, resolve, type Scene } from "./coreference.ts";
import { derivedSides, type Entity, newEntity, shortensTo, sideOf } from "./entities.ts";
import { factsOf, kindOfName, type NameFacts } from "./kinds.ts";
import { type Mention, mentionsOf } from "./mentions.ts";
import { type Name, namesOf } from "./names.ts";

export interface Gathered {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  /** Entity number of each mention, or -1; how sure (0..1) beside it. */
  readonly entityOf: Int32Array;
  readonly sure: Float64Array;
  /** Innermost mention headed at each token, or -1. */
  readonly mentionAt: Int32Array;
  readonly facts: ReadonlyMap<string, NameFacts>;
  readonly sides: ReadonlyMap<string, string>;
}

export interface PartyWeights {
  readonly ranker: Linear;
  /** Bits of a noun that no list knows: 1 a person, 2 a group, 4 something said or written. */
  readonly nounKinds: (noun: string) => number;
}

/** Called at each pronoun that is ranked, before it joins a party: how the ranker is taught. */
export type Watch = (m: Mention, candidates: readonly Entity[]) => Entity | null | undefined;

const MD = penn("CD");
const RECENT = 40;
const SELF = new Set("i me my myself we us our you your".split(" "));

/** Finds parties and everything that means them, in one pass over the text. */
export function gather(scene: Scene, weights: PartyWeights, watch?: Watch): Gathered {
  const { tree } = scene;
  const { lower, analysis } = tree;
  const names = namesOf(tree);
  const facts = factsOf(tree, names);
  const sides = derivedSides(facts, new Set(lower));
  const kinds = new Map<string, PartyKind | null>();
  for (const [key, f] of facts) kinds.set(key, kindOfName(f));
  const longer = settle(facts, kinds);
  const mentions = mentionsOf(
    tree,
    names,
    (name) => (name.title ? "person" : (kinds.get(name.key) ?? null)),
    weights.nounKinds,
  );
  const beside = appositions(tree, mentions);
  const entities: Entity[] = [];
  const entityOf = new Int32Array(mentions.length).fill(-1);
  const sure = new Float64Array(mentions.length).fill(1);
  const mentionAt = new Int32Array(analysis.length).fill(-1);
  const byKey = new Map<string, Entity[]>();
  const bySide = new Map<string, Entity>();
  const byHead = new Map<string, Entity[]>();
  let recent: Entity[] = [];
  const open = (kind: PartyKind | null, side: string | null = null): Entity => {
    const e = newEntity(entities.length, kind, side);
    entities.push(e);
    return e;
  };
  const join = (k: number, e: Entity, how = 1) => {
    const m = mentions[k]!;
    entityOf[k] = e.number;
    sure[k] = how;
    e.mentions.push(m);
    if (m.gender && !e.gender) e.gender = m.gender;
    const at = recent.indexOf(e);
    if (at >= 0) recent.splice(at, 1);
    recent.push(e);
    if (recent.length > RECENT) recent = recent.slice(-RECENT);
  };
  const describe = (k: number, e: Entity) => {
    const m = mentions[k]!;
    const words = lower.slice(m.first, m.head);
    e.roles.push({ noun: lower[m.head]!, words });
    if (m.plural) e.plural = true;
    const list = byHead.get(lower[m.head]!);
    if (list) list.push(e);
    else byHead.set(lower[m.head]!, [e]);
  };
  const named = (name: Name): Entity => {
    const side = sideOf(name.key, sides);
    const kind: PartyKind | null = name.title ? "person" : (kinds.get(name.key) ?? null);
    if (side && kind !== "person") {
      let e = bySide.get(side);
      if (!e) {
        e = open("government", side);
        bySide.set(side, e);
      }
      return e;
    }
    // the longest name it may shorten, of the party met last among several
    const keys = [name.key, ...(longer.get(name.key) ?? [])];
    let best: Entity | null = null;
    for (const key of keys)
      for (const e of byKey.get(key) ?? []) {
        if (kind && e.kind && kind !== e.kind && (kind === "person" || e.kind === "person")) continue;
        if (name.title?.gender && e.gender && name.title.gender !== e.gender) continue;
        if (!best || recent.indexOf(e) > recent.indexOf(best)) best = e;
      }
    if (best) return best;
    const target =
      (longer.get(name.key) ?? []).find(
        (key) => !name.title?.gender || !facts.get(key)?.gender || facts.get(key)!.gender === name.title.gender,
      ) ?? name.key;
    const e = open(name.title ? "person" : (kinds.get(target) ?? kind));
    e.gender = facts.get(target)?.gender ?? name.title?.gender ?? null;
    e.words = facts.get(target)!.words;
    for (const key of new Set([target, name.key])) {
      const list = byKey.get(key);
      if (list) list.push(e);
      else byKey.set(key, [e]);
    }
    return e;
  };

  for (let k = 0; k < mentions.length; k++) {
    const m = mentions[k]!;
    mentionAt[m.head] = k;
    if (m.form === "name") {
      const partner = beside.get(k);
      const e = named(m.name!);
      const known = byKey.get(m.name!.key);
      if (!known) byKey.set(m.name!.key, [e]);
      else if (!known.includes(e)) known.push(e);
      e.keys.add(m.name!.key);
      if (m.name!.words.length > e.words.length) e.words = m.name!.words;
      if (m.name!.role) {
        const words = m.name!.role.split(" ");
        e.roles.push({ noun: m.name!.title!.noun, words });
        const list = byHead.get(m.name!.title!.noun);
        if (list) list.push(e);
        else byHead.set(m.name!.title!.noun, [e]);
      }
      if (m.name!.title?.gender && !e.gender) e.gender = m.name!.title.gender;
      join(k, e);
      // what was said of it before its name came
      if (partner !== undefined && partner < k && entityOf[partner]! >= 0 && entityOf[partner] !== e.number) {
        const other = entities[entityOf[partner]!]!;
        if (other.words.length === 0) absorb(partner, other, e);
      }
      continue;
    }
    if (m.form === "pronoun") {
      const word = lower[m.head]!;
      if (SELF.has(word)) continue;
      const candidates = candidatesFor(m, word, recent);
      const taught = watch?.(m, candidates);
      const found =
        taught === undefined
          ? resolve(weights.ranker, scene, m, candidates)
          : taught
            ? { entity: taught, sure: 1 }
            : null;
      if (!found) continue;
      join(k, found.entity, found.sure);
      continue;
    }
    const partner = beside.get(k);
    if (partner !== undefined && partner < k && entityOf[partner]! >= 0) {
      const e = entities[entityOf[partner]!]!;
      describe(k, e);
      join(k, e);
      continue;
    }
    // whose name stands beside it is told by the name, not by an earlier bearer of a like office
    const told = partner !== undefined && partner > k && mentions[partner]!.form === "name";
    const e = (told ? null : described(k)) ?? open(m.kind);
    describe(k, e);
    join(k, e);
  }
  return { entities, mentions, entityOf, sure, mentionAt, facts, sides };

  function absorb(k: number, from: Entity, into: Entity): void {
    // only when the description was new at this place: an older party keeps its own history
    if (from.mentions.length > 1) return;
    const m = mentions[k]!;
    entityOf[k] = into.number;
    into.mentions.splice(into.mentions.length - 1, 0, m);
    for (const role of from.roles) into.roles.push(role);
    const list = byHead.get(lower[m.head]!);
    if (list) list[list.indexOf(from)] = into;
    if (m.gender && !into.gender) into.gender = m.gender;
    if (into.kind === null) into.kind = m.kind;
    from.mentions.length = 0;
    const at = recent.indexOf(from);
    if (at >= 0) recent.splice(at, 1);
  }

  /** The party that a description comes back to, or null: it is new. */
  function described(k: number): Entity | null {
    const m = mentions[k]!;
    const noun = lower[m.head]!;
    const words = lower.slice(m.first, m.head);
    // "the Russian government", "Marovian authorities": the side itself
    if (/^(government|authorities|leadership|regime|administration)$/.test(noun) && m.head - m.first <= 4) {
      for (const w of words) {
        const side = sideOf(w, sides);
        if (!side) continue;
        let e = bySide.get(side);
        if (!e) {
          e = open("government", side);
          bySide.set(side, e);
        }
        return e;
      }
    }
    if (!m.definite) {
      if (!m.plural) return null;
      return (
        (byHead.get(noun) ?? []).find((e) =>
          e.roles.some((r) => r.noun === noun && r.words.join(" ") === words.join(" ")),
        ) ?? null
      );
    }
    const content = words.filter(
      (w) => !/^(the|this|that|these|those|his|her|its|their|'s|such|said|same|then|,|-|")$/.test(w),
    );
    const owned =
      words[0] === "his" || words[0] === "her" || words[0] === "its" || words[0] === "their" || words.includes("'s");
    const numbered = analysis.xpos[m.first + 1] === MD;
    let best: Entity | null = null;
    let most = 0;
    const seen = new Set<Entity>();
    const offices = [
      noun,
      ...(SAME_OFFICE.find((set) => set.has(noun))
        ? SAME_OFFICE.filter((set) => set.has(noun)).flatMap((set) => [...set])
        : []),
    ];
    for (const head of offices)
      for (const e of (byHead.get(head) ?? []).slice(-12)) {
        if (seen.has(e) || e.mentions.length === 0) continue;
        seen.add(e);
        if (m.plural !== e.plural && !(e.kind === "organization" || e.kind === "government")) continue;
        if (m.gender && e.gender && m.gender !== e.gender) continue;
        const exact = e.roles.some((r) => r.noun === noun);
        if (!exact && (m.plural || owned)) continue;
        const fit = sameModifiers(content, e);
        if (fit < 0) continue;
        if (
          owned &&
          !e.roles.some((r) => r.noun === noun && r.words.join(" ") === words.join(" ")) &&
          e.words.length === 0
        )
          continue;
        const near = recent.indexOf(e) / RECENT;
        const weight = 1 + (exact ? 2 : 0) + fit * 2 + near + (e.words.length > 0 ? 0.5 : 0);
        if (weight > most && !(numbered && e.words.length > 0)) {
          most = weight;
          best = e;
        }
      }
    if (best) return best;
    // "the commission" ← "National Electoral Commission"; "the company": the firm spoken of last
    if (!m.plural && !owned && (m.kind === "organization" || m.kind === "government" || m.kind === "document")) {
      for (let r = recent.length - 1; r >= 0; r--) {
        const e = recent[r]!;
        if (e.words.length > 1 && e.kind !== "person" && e.words.includes(noun)) return e;
      }
      if (
        /^(company|firm|group|party|agency|organization|organisation|bank|newspaper|paper|network|society|charity|airline|station|foundation|union|maker|corporation)$/.test(
          noun,
        ) &&
        content.length === 0
      )
        for (let r = recent.length - 1; r >= 0; r--)
          if (recent[r]!.kind === "organization" && recent[r]!.words.length > 0) return recent[r]!;
      if (/^(government|country|nation|state)$/.test(noun) && content.length === 0) return onlySide();
    }
    return null;
  }

  /** The side that a report is about, when one clearly is. */
  function onlySide(): Entity | null {
    let best: Entity | null = null;
    let all = 0;
    for (const e of bySide.values()) {
      all += e.mentions.length;
      if (!best || e.mentions.length > best.mentions.length) best = e;
    }
    return best && best.mentions.length * 10 >= all * 7 ? best : null;
  }

  /** -1: they cannot be the same; 0: nothing speaks against it; 1: a modifier is shared. */
  function sameModifiers(content: readonly string[], e: Entity): number {
    let fit = 0;
    for (const w of content) {
      const side = sideOf(w, sides);
      const all = e.roles.flatMap((r) => r.words);
      if (side) {
        const others = all.map((x) => sideOf(x, sides)).filter((x) => x !== null);
        if (others.length > 0 && !others.includes(side)) return -1;
        if (others.includes(side)) fit = 1;
        else if (e.words.length > 0) return -1;
      } else if (all.includes(w)) fit = 1;
      else if (TITLES.has(w) || /^(first|second|third|former|new|old|other|another|next|last|deputy|vice)$/.test(w))
        return -1;
      else if (e.words.length === 0 && upposed(w, all)) return -1;
    }
    return fit;
  }

  /** A description with a modifier of its own is another than one with a different one ("the Thai officials"). */
  function upposed(_word: string, all: readonly string[]): boolean {
    return all.some((x) => x.length > 3 && !/^(the|this|that|these|those|some|many|several)$/.test(x));
  }
}

/** Settles which names are one: each shorter name with the longer ones it may stand for, longest first; kinds flow down. */
function settle(facts: ReadonlyMap<string, NameFacts>, kinds: Map<string, PartyKind | null>): Map<string, string[]> {
  const byLast = new Map<string, string[]>();
  const keys = [...facts.keys()].sort(
    (a, b) => facts.get(b)!.words.length - facts.get(a)!.words.length || (a < b ? -1 : 1),
  );
  const longer = new Map<string, string[]>();
  const index = (word: string, key: string) => {
    const list = byLast.get(word);
    if (list) {
      if (list.length < 24 && !list.includes(key)) list.push(key);
    } else byLast.set(word, [key]);
  };
  for (const key of keys) {
    const { words } = facts.get(key)!;
    const found = new Set<string>();
    for (const w of words)
      for (const other of byLast.get(w) ?? []) {
        const kind = kinds.get(other) ?? null;
        const mine = kinds.get(key) ?? null;
        if (
          mine &&
          kind &&
          mine !== kind &&
          (mine === "person") !== (kind === "person") &&
          facts.get(key)!.person + facts.get(key)!.body > 3
        )
          continue;
        if (STATE_NAMES.has(key) && kind !== "person") continue;
        if (shortensTo(words, facts.get(other)!.words, kind)) found.add(other);
      }
    if (found.size === 0 && words.length === 1 && words[0]!.length <= 7)
      for (const other of byLast.get(`#${words[0]!.replace(/\./g, "")}`) ?? []) found.add(other);
    longer.set(key, [...found]);
    if (found.size > 0) {
      const kind = kinds.get([...found][0]!) ?? null;
      if (kind === "person" || kinds.get(key) === null || kinds.get(key) === undefined) kinds.set(key, kind);
    }
    for (const w of words) index(w, key);
    if (words.length > 1)
      index(
        `#${words
          .filter((w) => !/^(of|for|the|and|&|de|-|'s)$/.test(w))
          .map((w) => w[0])
          .join("")}`,
        key,
      );
  }
  // two words and more that nothing tells about are people's more often than not
  for (const key of keys) {
    const f = facts.get(key)!;
    if (kinds.get(key) == null && f.words.length >= 2 && f.words.length <= 4) kinds.set(key, "person");
  }
  for (const key of keys) {
    const up = longer.get(key)![0];
    if (kinds.get(key) == null) kinds.set(key, up ? (kinds.get(up) ?? "organization") : "organization");
  }
  return longer;
}
