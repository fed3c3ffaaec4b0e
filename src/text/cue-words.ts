import { ACT_CUES, SIGN_WORDS } from "../language/en/act-cues.ts";
import { CHANNEL_NOUNS_WORDS, NOT_ADDRESSED_WORDS, SAYING_TO_WORDS, TELLING_WORDS } from "../language/en/channels.ts";
import { DOUBTING_CUES_WORDS, PASSIVE_DOUBT_WORDS } from "../language/en/hedges.ts";
import { NAMING_VERB_WORDS } from "../language/en/labels.ts";
import type { Act } from "../model/statement.ts";
import { stem } from "./stem.ts";

const stems = (words: Iterable<string>): ReadonlySet<string> => new Set([...words].map(stem));

/** Acts in the order in which they claim a cue that several lists hold. */
const ORDER: readonly Act[] = [
  "denies",
  "accuses",
  "asks",
  "orders",
  "promises",
  "warns",
  "estimates",
  "questions",
  "judges",
  "announces",
  "thinks",
  "says",
];

/** Cue stem → the act it mostly performs. */
export const CUE_ACTS: ReadonlyMap<string, Act> = (() => {
  const map = new Map<string, Act>();
  for (const act of ORDER)
    for (const word of (ACT_CUES[act] ?? "").split(/\s+/)) {
      if (word.includes("-")) continue;
      const key = stem(word);
      if (!map.has(key)) map.set(key, act);
    }
  return map;
})();

/** Stems in a content that point to an act whatever the verb is. */
export const CONTENT_SIGNS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(SIGN_WORDS).map(([sign, words]) => [sign, stems(words)]),
);

/** Stems of the nouns through which something is said. */
export const CHANNEL_NOUNS = stems(CHANNEL_NOUNS_WORDS);
/** Stems of verbs whose object is spoken to. */
export const TELLING = stems(TELLING_WORDS);
/** Stems of verbs and nouns whose "to …" leads to whom it is said. */
export const SAYING_TO = stems(SAYING_TO_WORDS);
/** Stems of nouns that are no addressee. */
export const NOT_ADDRESSED = stems(NOT_ADDRESSED_WORDS);
/** Stems of cues that carry doubt themselves. */
export const DOUBTING_CUES = stems(DOUBTING_CUES_WORDS);
/** Stems of participles that leave the authority open. */
export const PASSIVE_DOUBT = stems(PASSIVE_DOUBT_WORDS);
/** Stems of verbs that give somebody a name. */
export const NAMING_VERBS = stems(NAMING_VERB_WORDS);
