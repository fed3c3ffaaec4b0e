import { GIVEN_NAMES } from "../language/en/given-names.ts";
import {
  DOCUMENT_NOUNS,
  GOVERNMENT_NOUNS,
  GROUP_NOUNS,
  ORGANISATION_NOUNS,
  ORGANISATIONS,
  PERSON_NOUNS,
  STATE_BODIES,
  UNNAMED_NOUNS,
} from "../language/en/party-nouns.ts";
import { STATE_NAMES } from "../language/en/states.ts";
import { TITLES } from "../language/en/titles.ts";
import type { PartyKind } from "../model/party.ts";
import { dependents, headOf, penn, relation, type Tree } from "../text/tree.ts";
import type { Name } from "./names.ts";

export type Gender = "m" | "f" | null;

/** What the whole report tells about one name: taken over all its places, so that order does not matter. */
export interface NameFacts {
  readonly words: readonly string[];
  /** A people's name ("the Tarnese"): plural and never singular. */
  people: boolean;
  person: number;
  body: number;
  place: number;
  gender: Gender;
  count: number;
}

const STATE_THINGS = new Set(
  "government parliament army troops forces military border borders capital president minister prime foreign defence defense ambassador embassy territory airspace sovereignty independence leadership people republic governor constitution population envoy navy coast economy currency citizens authorities invasion annexation occupation".split(
    " ",
  ),
);
const NNPS = penn("NNPS");
const CASE = new Set([relation("case")]);
const APPOS = new Set([relation("appos")]);
const LOCATIVE = new Set("in at near across inside outside around into throughout".split(" "));

/** Gathers what speaks for a person, a body or a place at each name. */
export function factsOf(tree: Tree, names: readonly Name[]): Map<string, NameFacts> {
  const { lower, analysis } = tree;
  const all = new Map<string, NameFacts>();
  for (const name of names) {
    let facts = all.get(name.key);
    if (!facts) {
      facts = {
        words: name.words,
        people:
          name.words.length === 1 &&
          analysis.xpos[name.last - 1] === NNPS &&
          /(ans|is|ese|s)$/.test(name.key) &&
          STATE_NAMES.has(name.key.replace(/s$/, "")),
        person: 0,
        body: 0,
        place: 0,
        gender: null,
        count: 0,
      };
      all.set(name.key, facts);
      const given = name.words.length > 1 ? GIVEN_NAMES.get(name.words[0]!) : undefined;
      if (given && !name.words.some((w) => ORGANISATIONS.has(w) || STATE_BODIES.has(w))) {
        facts.person += 3;
        facts.gender = given;
      }
      if (name.words.length > 1 && /^\p{L}\.?$/u.test(name.words[1]!.replace(/\.$/, ""))) facts.person += 2;
      if (name.words.some((w, k) => ORGANISATIONS.has(w) || STATE_BODIES.has(w) || (k > 0 && GOVERNMENT_NOUNS.has(w))))
        facts.body += 4;
      if (STATE_NAMES.has(name.key)) facts.place += 4;
    }
    facts.count++;
    const before = name.whole > 0 ? lower[name.whole - 1]! : "";
    const after = lower[name.last] ?? "";
    if (name.title) {
      facts.person += 3;
      if (name.title.gender) facts.gender = name.title.gender;
    }
    if (before === "the" && name.whole === name.first) facts.body += 1;
    const raw = analysis.text.slice(analysis.starts[name.first], analysis.ends[name.last - 1]);
    if (/^(\p{Lu}\.?){2,6}$/u.test(raw) && name.words.length === 1) facts.body += 2;
    // "Ana Prell, 44," and "Ana Prell, who": a person
    if (after === "," && /^\d{2}$/.test(lower[name.last + 1] ?? "") && /^[,.)]?$/.test(lower[name.last + 2] ?? ""))
      facts.person += 2;
    if (after === "," && lower[name.last + 1] === "who") facts.person += 2;
    if (after === "who") facts.person += 2;
    if (LOCATIVE.has(before)) facts.place += 2;
    // "Orsk's troops", "the president of Orsk": what has a state's things is a side
    if (/^(?:'s|')$/.test(after) && [1, 2, 3].some((k) => STATE_THINGS.has(lower[name.last + k] ?? "")))
      facts.place += 2;
    if (before === "of" && [2, 3].some((k) => STATE_THINGS.has(lower[name.whole - k] ?? ""))) facts.place += 2;
    const head = headOf(tree, name.first, name.last);
    for (const c of dependents(tree, head, CASE)) if (LOCATIVE.has(lower[c]!)) facts.place += 1;
    for (const a of dependents(tree, head, APPOS)) {
      if (PERSON_NOUNS.has(lower[a]!) || TITLES.has(lower[a]!)) facts.person += 2;
      else if (ORGANISATION_NOUNS.has(lower[a]!)) facts.body += 2;
      else if (
        /^(city|town|village|capital|region|province|district|settlement|island|port|state|county|suburb|neighbourhood)$/.test(
          lower[a]!,
        )
      )
        facts.place += 2;
    }
    // "in Sikari, a settlement": the word before tells enough; "Melika , Tarvos": a dateline
    const up = analysis.heads[head]!;
    if (up >= 0 && analysis.deprels[head] === relation("appos") && PERSON_NOUNS.has(lower[up]!)) facts.person += 2;
  }
  return all;
}

/** Person, organisation, government (a place that may act) or null when nothing tells. */
export function kindOfName(facts: NameFacts): PartyKind | null {
  const { words } = facts;
  if (facts.people) return "group";
  if (facts.place >= 4 && facts.body < 4 && facts.person < 4) return "government";
  if (facts.person > facts.body && facts.person > facts.place) return "person";
  if (facts.body > facts.person && facts.body >= facts.place)
    return words.some((w) => STATE_BODIES.has(w)) && !words.some((w) => CIVIL.has(w)) ? "government" : "organization";
  if (facts.place > 0 && facts.place > facts.person) return "government";
  if (facts.person > 0) return "person";
  return null;
}

const CIVIL = new Set(
  "party union bank university college institute foundation forum alliance league club society network company corporation inc group association rights democratic watch".split(
    " ",
  ),
);

/** What kind of party a common noun names. */
export function kindOfNoun(noun: string, plural: boolean, nounKinds: (noun: string) => number): PartyKind | null {
  const one = plural && noun.endsWith("s") ? noun.slice(0, -1) : noun;
  if (DOCUMENT_NOUNS.has(noun) || DOCUMENT_NOUNS.has(one)) return "document";
  if (plural && (GROUP_NOUNS.has(noun) || PERSON_NOUNS.has(one) || UNNAMED_NOUNS.has(noun))) return "group";
  if (GOVERNMENT_NOUNS.has(noun) || GOVERNMENT_NOUNS.has(one)) return plural ? "group" : "government";
  if (ORGANISATION_NOUNS.has(noun) || ORGANISATION_NOUNS.has(one)) return plural ? "group" : "organization";
  if (GROUP_NOUNS.has(noun)) return "group";
  if (PERSON_NOUNS.has(noun) || PERSON_NOUNS.has(one) || UNNAMED_NOUNS.has(noun)) return plural ? "group" : "person";
  const known = nounKinds(noun);
  if (known & 1) return plural ? "group" : "person";
  if (known & 2) return "group";
  return null;
}

/** The gender a description tells ("the businesswoman"). */
export function genderOfNoun(noun: string): Gender {
  if (
    /(woman|women|girl|mother|daughter|sister|wife|widow|queen|princess|actress|aunt|grandmother|lady|duchess|niece|mom|bride)$/.test(
      noun,
    )
  )
    return "f";
  if (
    /(^man|[a-z]man|^men|boy|father|^son|grandson|brother|husband|king|prince|uncle|nephew|grandfather|widower|dad)$/.test(
      noun,
    ) &&
    noun !== "woman" &&
    noun !== "human" &&
    noun !== "talisman"
  )
    return "m";
  return null;
}
