import { GIVEN_NAMES } from "../language/en/given-names.ts";
import { STATE_NAMES } from "../language/en/states.ts";
import type { PartyKind } from "../model/party.ts";
import type { Gender, NameFacts } from "./kinds.ts";
import type { Mention } from "./mentions.ts";

/** A party while it is being gathered. */
export interface Entity {
  readonly number: number;
  kind: PartyKind | null;
  /** Names in lower case under which it can be met again. */
  readonly keys: Set<string>;
  /** The words of its fullest name, or none. */
  words: readonly string[];
  /** Offices and descriptions, in lower case: head noun and the words before it. */
  readonly roles: { noun: string; words: readonly string[] }[];
  gender: Gender;
  plural: boolean;
  readonly mentions: Mention[];
  /** Key of the side it stands for ("russia"), when its name is a land's, an adjective's or a capital's. */
  readonly side: string | null;
  members: number[];
}

export const newEntity = (number: number, kind: PartyKind | null, side: string | null = null): Entity => ({
  number,
  kind,
  keys: new Set(),
  words: [],
  roles: [],
  gender: null,
  plural: false,
  mentions: [],
  side,
  members: [],
});

/** The side a name or an adjective belongs to, or null: from the table, or ("Marovian" – "Marovia") by its ending. */
export function sideOf(key: string, lands: ReadonlyMap<string, string>): string | null {
  const known = STATE_NAMES.get(key);
  if (known) return known.key;
  return lands.get(key) ?? null;
}

const ADJECTIVE_ENDINGS = ["n", "an", "ian", "ean", "ese", "ish", "i", "ic", "er"];

/** Adjective → land, for every place named in the report that no table knows: "Marovian" from "Marovia". */
export function derivedSides(facts: ReadonlyMap<string, NameFacts>, words: Iterable<string>): Map<string, string> {
  const stems = new Map<string, string>();
  for (const [key, f] of facts) {
    if (f.words.length > 2 || f.place < 1 || STATE_NAMES.has(key)) continue;
    const bare = key.replace(/[aeiouy]+$/, "");
    if (bare.length < 4) continue;
    for (const ending of ADJECTIVE_ENDINGS) {
      stems.set(key + ending, key);
      stems.set(bare + ending, key);
    }
  }
  const sides = new Map<string, string>();
  if (stems.size === 0) return sides;
  for (const word of words) {
    const land = stems.get(word);
    if (land && land !== word) sides.set(word, land);
  }
  for (const land of new Set(sides.values())) sides.set(land, land);
  return sides;
}

/** True when a shorter name can stand for a longer one of the same kind. */
export function shortensTo(short: readonly string[], long: readonly string[], kind: PartyKind | null): boolean {
  if (short.length === 0 || long.length <= short.length) return false;
  const last = long[long.length - 1]!;
  if (kind === "person") {
    if (short.length === 1)
      return short[0] === last || (short[0] === long[0] && (GIVEN_NAMES.has(short[0]!) || long.length === 2));
    return (
      short[short.length - 1] === last &&
      (short[0] === long[0] || long.includes(short[0]!) || short[0]!.replace(".", "") === long[0]![0])
    );
  }
  // bodies: the same words from the front or the back, or initials
  if (short.length === 1 && short[0]!.replace(/\./g, "").length >= 2) {
    const initials = long
      .filter((w) => !/^(of|for|the|and|&|de|-|'s)$/.test(w))
      .map((w) => w[0])
      .join("");
    if (initials === short[0]!.replace(/\./g, "")) return true;
  }
  const front = short.every((w, k) => w === long[k]);
  const back = short.every((w, k) => w === long[long.length - short.length + k]);
  if (short.length === 1) return front && long.length <= 4;
  return front || back;
}
