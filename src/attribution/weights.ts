import { decodeSections, float32, int8, int16, int32 } from "../text/sections.ts";
import type { Crf } from "./crf.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Forest } from "./trees.ts";

/** The decoded weights of the attribution engine. */
export interface AttributionWeights {
  readonly sha256: string;
  readonly lexicon: Lexicon;
  readonly roles: Crf;
  readonly links: Crf;
  readonly first: Forest;
  readonly second: Forest;
}

/** Decodes `weights/en/attribution.bin`. Pure: bytes in, arrays out. */
export function decodeAttribution(bytes: Uint8Array, sha256: string): AttributionWeights {
  const sections = decodeSections(bytes);
  const get = (name: string): Uint8Array => {
    const section = sections.get(name);
    if (!section) throw new Error(`the weights lack ${name}`);
    return section;
  };
  const crf = (name: string): Crf => {
    const labels = int32(get(`${name}.shape`))[0]!;
    return hashed(
      labels,
      int32(get(`${name}.keys`)),
      int8(get(`${name}.rows`)),
      int32(get(`${name}.transitions`)),
      float32(get(`${name}.unit`))[0]!,
    );
  };
  const forest = (name: string): Forest => ({
    depth: int32(get(`${name}.depth`))[0]!,
    bias: float32(get(`${name}.bias`))[0]!,
    columns: int16(get(`${name}.columns`)),
    thresholds: float32(get(`${name}.thresholds`)),
    values: float32(get(`${name}.values`)),
  });
  return {
    sha256,
    lexicon: { rates: { slots: int32(get("rates")) }, wordnet: { slots: int32(get("wordnet")) } },
    roles: crf("roles"),
    links: crf("links"),
    first: forest("first"),
    second: forest("second"),
  };
}

/** Lays the kept features into an open-addressing table, three quarters full at most. */
export function hashed(labels: number, keys: Int32Array, rows: Int8Array, transitions: Int32Array, unit: number): Crf {
  let capacity = 1024;
  while (capacity * 3 < keys.length * 4) capacity *= 2;
  const table = new Int32Array(capacity);
  const tableRows = new Int8Array(capacity * labels);
  for (let f = 0; f < keys.length; f++) {
    const key = keys[f]!;
    let slot = (key ^ (key >>> 15)) & (capacity - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    table[slot] = key;
    for (let y = 0; y < labels; y++) tableRows[slot * labels + y] = rows[f * labels + y]!;
  }
  return { labels, keys: table, rows: tableRows, transitions, unit };
}
