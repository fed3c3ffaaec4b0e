import type { Bytes } from "./bytes.ts";

/** Known words by hash of their lower-case form: tags seen (low byte) and distributional cluster (high byte). */
export interface Lexicon {
  readonly mask: number;
  readonly keys: Int32Array;
  readonly values: Uint16Array;
}

/** Builds the table from parallel lists of hashes and values. */
export function buildLexicon(hashes: Int32Array, values: Uint16Array): Lexicon {
  let slots = 16;
  while (slots < hashes.length * 2) slots *= 2;
  const mask = slots - 1;
  const keys = new Int32Array(slots);
  const table = new Uint16Array(slots);
  for (let i = 0; i < hashes.length; i++) {
    const key = hashes[i]!;
    let slot = key & mask;
    while (keys[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    table[slot] = values[i]!;
  }
  return { mask, keys, values: table };
}

/** What is known of a word; 0 for an unknown one. */
export function lookUp(lexicon: Lexicon, hash: number): number {
  const { mask, keys } = lexicon;
  let slot = hash & mask;
  for (;;) {
    const key = keys[slot]!;
    if (key === hash) return lexicon.values[slot]!;
    if (key === 0) return 0;
    slot = (slot + 1) & mask;
  }
}

/** Decodes a lexicon written by train/encode.ts. */
export function decodeLexicon(bytes: Bytes): Lexicon {
  const size = bytes.varint();
  const hashes = new Int32Array(size);
  const values = new Uint16Array(size);
  let hash = 0;
  for (let i = 0; i < size; i++) {
    hash += bytes.varint();
    hashes[i] = hash | 0;
    values[i] = bytes.byte() + 256 * bytes.byte();
  }
  return buildLexicon(hashes, values);
}
