import { type IntTable, lookUp } from "./table.ts";

/** Buckets a rate of `hits` in `seen` occurrences; a rate is drawn towards 2 % by two imagined sights. */
export function bucket(hits: number, seen: number): number {
  if (seen <= 0) return 0;
  const p = (hits + 0.04) / (seen + 2);
  const rate = p < 0.02 ? 0 : p < 0.05 ? 1 : p < 0.1 ? 2 : p < 0.2 ? 3 : p < 0.35 ? 4 : p < 0.55 ? 5 : p < 0.75 ? 6 : 7;
  const often = seen < 3 ? 1 : seen < 10 ? 2 : 3;
  return (rate << 2) | often;
}

/** The learned word knowledge of the attribution engine. */
export interface Lexicon {
  /** Stem and kind of word (verb, noun, other) → `bucket` + 1. */
  readonly rates: IntTable;
  /** Stem → WordNet bits (train/attribution/wordnet.ts). */
  readonly wordnet: IntTable;
}

/** The bucketed cue rate of a key; 0 when unseen. */
export const rateOf = (lexicon: Lexicon, key: number): number => {
  const value = lookUp(lexicon.rates, key);
  return value === 0 ? 0 : value - 1;
};
