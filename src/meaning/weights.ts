import type { PartyWeights } from "../party/gather.ts";
import { hashText } from "../text/hash.ts";
import { decodeSections, float32, int8, int32 } from "../text/sections.ts";
import type { Linear } from "../text/softmax.ts";

/** The decoded weights of the meaning layers. */
export interface MeaningWeights extends PartyWeights {
  readonly sha256: string;
  readonly acts: Linear;
  readonly hedges: Linear;
  /** Tells statements nested in others. */
  readonly nested: Linear;
  /** WordNet's bits of a verb: class of its first sense in the low four. */
  readonly verbClass: (stem: string) => number;
}

/** Decodes `weights/en/meaning.bin`. Pure: bytes in, arrays out. */
export function decodeMeaning(bytes: Uint8Array, sha256: string): MeaningWeights {
  const sections = decodeSections(bytes);
  const get = (name: string): Uint8Array => {
    const section = sections.get(name);
    if (!section) throw new Error(`the weights lack ${name}`);
    return section;
  };
  const linear = (name: string): Linear =>
    spread(int32(get(`${name}.keys`)), int8(get(`${name}.rows`)), float32(get(`${name}.unit`))[0]!);
  const words = wordTable(int32(get("words.keys")), get("words.bits"));
  return {
    sha256,
    acts: linear("acts"),
    hedges: linear("hedges"),
    nested: linear("nested"),
    ranker: linear("ranker"),
    nounKinds: (noun) => (words(hashText(noun)) || words(hashText(noun.endsWith("s") ? noun.slice(0, -1) : noun))) >> 4,
    verbClass: (stem) => words(hashText(stem)) & 15,
  };
}

/** Lays features into an open-addressing table, two thirds full at most. */
export function spread(keys: Int32Array, rows: Int8Array, unit: number): Linear {
  const outcomes = keys.length === 0 ? 1 : rows.length / keys.length;
  let capacity = 16;
  while (capacity * 2 < keys.length * 3) capacity *= 2;
  const table = new Int32Array(capacity);
  const tableRows = new Int8Array(capacity * outcomes);
  for (let f = 0; f < keys.length; f++) {
    let slot = (keys[f]! ^ (keys[f]! >>> 15)) & (capacity - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    table[slot] = keys[f]!;
    for (let y = 0; y < outcomes; y++) tableRows[slot * outcomes + y] = rows[f * outcomes + y]!;
  }
  return { outcomes, keys: table, rows: tableRows, unit };
}

/** Looks a word's hash up among sorted keys. */
function wordTable(keys: Int32Array, bits: Uint8Array): (key: number) => number {
  return (key) => {
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const mid = (low + high) >> 1;
      if (keys[mid] === key) return bits[mid]!;
      if (keys[mid]! < key) low = mid + 1;
      else high = mid - 1;
    }
    return 0;
  };
}
