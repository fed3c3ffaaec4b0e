import { DOCUMENT_NOUNS, UNNAMED_NOUNS } from "../language/en/party-nouns.ts";
import type { Party, PartyKind } from "../model/party.ts";
import type { TextSpan } from "../model/span.ts";
import { dependent, dependents, headOf, penn, relation, spanOf, type Tree, tokenAt, universal } from "../text/tree.ts";
import type { Scene } from "./coreference.ts";
import type { Entity } from "./entities.ts";
import { type Gathered, gather, type PartyWeights, type Watch } from "./gather.ts";
import type { Mention } from "./mentions.ts";

const CONJ = new Set([relation("conj")]);
const CASE = new Set([relation("case")]);
const ACL = new Set([relation("acl")]);
const NMOD = new Set([relation("nmod"), relation("obl"), relation("obl:agent")]);
const RELATIVE = relation("acl:relcl");
const DET = universal("DET");
const PRON = universal("PRON");
const PUNCT = universal("PUNCT");
const CD = penn("CD");

/** What a span of words comes to: parties, how sure, and the rule that said so. */
export interface Resolved {
  readonly numbers: readonly number[];
  readonly sure: number;
  readonly rule: string;
}

const NOBODY: Resolved = { numbers: [], sure: 1, rule: "nobody" };

/** The parties of one report. Resolving may open new ones (unnamed sources); `list` writes down those that matter. */
export class Parties {
  private readonly tree: Tree;
  private readonly scene: Scene;
  private readonly gathered: Gathered;
  private readonly entities: Entity[];
  private readonly titles = new Map<number, TextSpan>();
  private readonly used = new Set<number>();
  private readonly opened = new Map<string, number>();

  constructor(scene: Scene, weights: PartyWeights, watch?: Watch) {
    this.tree = scene.tree;
    this.scene = scene;
    this.gathered = gather(scene, weights, watch);
    this.entities = [...this.gathered.entities];
  }

  /** The mention headed at a token, or undefined. */
  mention(token: number): Mention | undefined {
    const k = this.gathered.mentionAt[token]!;
    return k < 0 ? undefined : this.gathered.mentions[k];
  }

  entity(number: number): Entity {
    return this.entities[number]!;
  }

  /** The party meant at a token (a noun, a name, a pronoun), or -1. */
  at(token: number): number {
    const k = this.gathered.mentionAt[token] ?? -1;
    return k < 0 ? -1 : this.gathered.entityOf[k]!;
  }

  /** The party meant at a token, as gathered so far. */
  entityAt(token: number): Entity | undefined {
    const e = this.at(token);
    return e < 0 ? undefined : this.entities[e];
  }

  /** All parties of the report in whose mentions the tokens [first, last) take part, in order. */
  within(first: number, last: number): number[] {
    const found: number[] = [];
    for (let i = first; i < last; i++) {
      const e = this.at(i);
      if (e >= 0 && !found.includes(e)) found.push(e);
    }
    return found;
  }

  /** Resolves the words [first, last) that name somebody. `self` is who "I" and "we" are there, `other` who "you" is. */
  resolve(first: number, last: number, self: readonly number[], other: readonly number[]): Resolved {
    const { tree } = this;
    const { lower, analysis } = tree;
    let from = first;
    let to = last;
    while (from < to && (analysis.upos[from] === PUNCT || (from + 1 < to && /^(of|by|from)$/.test(lower[from]!))))
      from++;
    while (to > from && analysis.upos[to - 1] === PUNCT) to--;
    if (from >= to) return NOBODY;
    const word = to - from === 1 || (to - from === 2 && lower[to - 1] === "'s") ? lower[from]! : "";
    if (/^(i|me|my|mine|myself|we|us|our|ours|ourselves)$/.test(word))
      return { numbers: self, sure: self.length > 0 ? 0.9 : 0, rule: "first person" };
    if (/^(you|your|yours)$/.test(word))
      return { numbers: other, sure: other.length > 0 ? 0.8 : 0, rule: "second person" };
    if (/^(who|that|which|whom|whose)$/.test(word)) return this.antecedent(from);
    if (/^(nobody|no-one|none)$/.test(lower[from]!) || (lower[from] === "no" && lower[from + 1] === "one"))
      return NOBODY;
    if (word === "both" || word === "neither") return this.pairBefore(from, from, to, word);
    if (
      to - from <= 4 &&
      /^(the|both)$/.test(lower[from]!) &&
      (lower[from + 1] === "two" || (lower[from] === "both" && this.mention(to - 1)?.plural))
    ) {
      const pair = this.pairBefore(from, from, to, "the two");
      if (pair.numbers.length > 0) return pair;
    }
    const head = this.headIn(from, to);
    if (
      /^(one|two|three|some|many|several|most|others|those|few|another|all|half|others|each|everyone|everybody|somebody|someone|anyone|critics)$/.test(
        lower[head]!,
      ) ||
      analysis.xpos[head] === CD
    )
      return this.open(from, to, "unnamed", "a party without a name");
    const numbers: number[] = [];
    let sure = 1;
    let rule = "name";
    const take = (token: number) => {
      const k = this.gathered.mentionAt[token]!;
      if (k < 0) return;
      const e = this.gathered.entityOf[k]!;
      if (e < 0) return;
      if (!numbers.includes(e)) numbers.push(e);
      sure = Math.min(sure, this.gathered.sure[k]!);
      rule =
        this.gathered.mentions[k]!.form === "pronoun"
          ? "pronoun"
          : this.gathered.mentions[k]!.form === "name"
            ? "name"
            : "description";
    };
    // a description with its name beside it is that person; a count kept by somebody is theirs
    take(head);
    if (numbers.length === 0) {
      const m = this.outermost(from, to);
      if (m >= 0) take(m);
    }
    const main = this.mention(head);
    if (main?.form === "noun" && /^(count|tally|list|tallies|counts|roll|register)$/.test(lower[head]!)) {
      const keeper = this.keeper(head, to);
      if (keeper >= 0) return { numbers: [keeper], sure: 0.7, rule: "kept by" };
    }
    for (const c of this.joined(head)) if (c >= from && c < to) take(c);
    if (numbers.length === 0) {
      const w = lower[head]!;
      return this.open(from, to, DOCUMENT_NOUNS.has(w) ? "document" : "unnamed", "words of its own");
    }
    // what stands for a party without a name keeps the words it is first called by
    for (const e of numbers) {
      const entity = this.entities[e]!;
      if (
        entity.words.length === 0 &&
        !this.titles.has(e) &&
        entity.members.length === 0 &&
        main?.form === "noun" &&
        numbers.length === 1
      )
        this.titles.set(e, this.trimmed(from, to));
    }
    return { numbers, sure, rule };
  }

  /** Marks parties as taking part in a statement. */
  use(numbers: readonly number[]): void {
    for (const e of numbers) this.used.add(e);
  }

  /** The parties that matter (named, or taking part), with ids in order of first mention; `ids` maps entity to id. */
  list(): { parties: Party[]; ids: ReadonlyMap<number, string> } {
    const members = new Set([...this.used].flatMap((g) => this.entities[g]!.members));
    const kept = this.entities
      .filter(
        (e) =>
          this.used.has(e.number) ||
          members.has(e.number) ||
          (e.words.length > 0 &&
            e.mentions.length > 0 &&
            (e.kind === "person" || (e.kind === "organization" && this.bodily(e)))),
      )
      .map((e) => ({ e, at: e.mentions[0] ? e.mentions[0].first : this.tokenOf(e.number) }))
      .sort((a, b) => a.at - b.at || a.e.number - b.e.number);
    const ids = new Map(kept.map(({ e }, k) => [e.number, `p${k + 1}`]));
    return { ids, parties: kept.map(({ e }) => this.party(e, ids)) };
  }

  /** Something in the report says that it is a body, not a place or a thing. */
  private bodily(e: Entity): boolean {
    return [...e.keys].some((key) => (this.gathered.facts.get(key)?.body ?? 0) >= 2);
  }

  private party(e: Entity, ids: ReadonlyMap<number, string>): Party {
    const { analysis } = this.tree;
    const texts = new Map<string, string>();
    const names: string[] = [];
    for (const m of e.mentions) {
      if (m.form === "pronoun") continue;
      if (m.form === "name") {
        const bare = spanOf(analysis, m.name!.first, m.name!.last).text;
        if (!texts.has(bare.toLowerCase())) texts.set(bare.toLowerCase(), bare);
        names.push(bare);
        if (m.name!.whole < m.name!.first) {
          const full = spanOf(analysis, m.name!.whole, m.name!.last).text;
          if (!texts.has(full.toLowerCase())) texts.set(full.toLowerCase(), full);
        }
      } else {
        const text = spanOf(analysis, m.first, m.last).text;
        if (!texts.has(text.toLowerCase())) texts.set(text.toLowerCase(), text);
      }
    }
    const own = this.titles.get(e.number);
    const longest = names.reduce(
      (best, x) => (x.split(/\s+/).length > best.split(/\s+/).length ? x : best),
      names[0] ?? "",
    );
    const land = e.side ? names.find((x) => x.toLowerCase() === e.side) : undefined;
    const name = land ?? (longest || own?.text || texts.values().next().value || "");
    const aliases = [...new Set([...(own ? [own.text] : []), ...texts.values()])].filter((x) => x !== name);
    const roles = [
      ...new Set(
        e.roles.map((r) =>
          [
            ...r.words.filter((w) => !/^(the|a|an|its|his|her|their|this|that|'s|,)$/.test(w)),
            r.words.includes(r.noun) ? "" : r.noun,
          ]
            .join(" ")
            .trim(),
        ),
      ),
    ];
    return {
      id: ids.get(e.number)!,
      kind: this.kindOf(e),
      name,
      aliases,
      members: e.members.flatMap((m) => ids.get(m) ?? []),
      roles: e.words.length > 0 ? roles.filter((r) => r !== "") : [],
      mentions: e.mentions.map((m) => spanOf(analysis, m.first, m.last)),
    };
  }

  private kindOf(e: Entity): PartyKind {
    if (e.words.length > 0 || e.side) return e.kind ?? "organization";
    if (e.members.length > 0) return "group";
    const noun = e.roles[0]?.noun ?? "";
    if (e.kind === "person" || e.kind === "group" || e.kind === null) {
      const first = e.mentions[0];
      if (e.kind === null || UNNAMED_NOUNS.has(noun) || (first && !first.definite)) return "unnamed";
    }
    return e.kind ?? "unnamed";
  }

  private tokenOf(number: number): number {
    const span = this.titles.get(number);
    return span ? tokenAt(this.tree.analysis, span.start) : 0;
  }

  private open(from: number, to: number, kind: PartyKind, rule: string): Resolved {
    const span = this.trimmed(from, to);
    const key = kind === "group" ? `${from}` : span.text.toLowerCase();
    let number = this.opened.get(key);
    if (number === undefined) {
      number = this.entities.length;
      this.entities.push({
        number,
        kind,
        keys: new Set(),
        words: [],
        roles: [],
        gender: null,
        plural: false,
        mentions: [],
        side: null,
        members: [],
      });
      this.titles.set(number, span);
      this.opened.set(key, number);
    }
    return { numbers: [number], sure: 0.8, rule };
  }

  /** The words without a closing possessive or comma clause that runs long. */
  private trimmed(from: number, to: number): TextSpan {
    let end = to;
    if (this.tree.lower[end - 1] === "'s") end--;
    return spanOf(this.tree.analysis, from, Math.max(from + 1, end));
  }

  private headIn(from: number, to: number): number {
    const head = headOf(this.tree, from, to);
    if (this.gathered.mentionAt[head]! >= 0) return head;
    const u = this.tree.analysis.upos[head];
    if (u === PRON || u === DET || this.tree.analysis.xpos[head] === CD) return head;
    const m = this.outermost(from, to);
    return m >= 0 ? m : head;
  }

  /** The first mention in [from, to) that is no possessor or part of a prepositional phrase of another. */
  private outermost(from: number, to: number): number {
    const { heads, deprels } = this.tree.analysis;
    let any = -1;
    for (let i = from; i < to; i++) {
      if (this.gathered.mentionAt[i]! < 0) continue;
      if (any < 0) any = i;
      const h = heads[i]!;
      if (h >= from && h < to && (NMOD.has(deprels[i]!) || deprels[i] === relation("nmod:poss"))) continue;
      return i;
    }
    return any;
  }

  private joined(head: number): number[] {
    return dependents(this.tree, head, CONJ);
  }

  private keeper(head: number, to: number): number {
    const { tree } = this;
    for (const c of [
      ...dependents(tree, head, NMOD),
      ...dependents(tree, head, ACL).flatMap((a) => dependents(tree, a, NMOD)),
    ]) {
      if (c >= to) continue;
      const by = dependent(tree, c, CASE);
      if (by >= 0 && tree.lower[by] === "by" && this.at(c) >= 0) return this.at(c);
    }
    return -1;
  }

  /** The noun that a relative pronoun stands for. */
  private antecedent(token: number): Resolved {
    const { heads, deprels } = this.tree.analysis;
    let at = token;
    for (let k = 0; k < 6 && at >= 0; k++) {
      const h = heads[at]!;
      if (deprels[at] === RELATIVE && h >= 0) {
        const e = this.at(h);
        if (e >= 0) return { numbers: [e], sure: 0.8, rule: "relative pronoun" };
        return this.open(
          this.tree.left[h]! < token ? Math.max(this.tree.left[h]!, h - 6) : h,
          h + 1,
          "unnamed",
          "relative pronoun",
        );
      }
      at = h;
    }
    // the parse is silent: the mention that ends right before
    for (let i = token - 1; i >= Math.max(0, token - 6); i--) {
      const e = this.at(i);
      if (e >= 0) return { numbers: [e], sure: 0.6, rule: "relative pronoun" };
    }
    return { numbers: [], sure: 0.3, rule: "relative pronoun" };
  }

  /** "both", "the two leaders": the two parties of one kind that were met last, as a group of two. */
  private pairBefore(token: number, from: number, to: number, rule: string): Resolved {
    const noun = this.tree.lower[to - 1]!;
    const states = /^(countries|nations|states|governments|sides|republics|companies|firms|parties|groups)$/.test(noun);
    const { mentions, entityOf } = this.gathered;
    const found: number[] = [];
    for (const spoke of [true, false])
      for (let k = mentions.length - 1; k >= 0 && found.length < 2; k--) {
        const m = mentions[k]!;
        if (m.head >= token || (spoke && !states && this.scene.sourceOf[m.head]! < 0)) continue;
        if (token - m.head > 200) break;
        const e = entityOf[k]!;
        if (e < 0 || found.includes(e)) continue;
        const entity = this.entities[e]!;
        if (entity.plural || entity.members.length > 0) continue;
        if (
          states
            ? entity.kind === "government" || entity.kind === "organization"
            : entity.kind === "person" && entity.words.length > 0
        )
          found.push(e);
      }
    if (found.length < 2) return { numbers: [], sure: 0.2, rule };
    const group = this.open(from, to, "group", rule).numbers[0]!;
    this.entities[group]!.members = [...found].reverse();
    return { numbers: this.entities[group]!.members, sure: 0.6, rule };
  }
}
