/**
 * An open-addressing hash table of 32-bit keys to 32-bit values over one typed array, so that it loads without work.
 * Layout: [key, value] pairs; an empty slot has value 0. Capacity is a power of two.
 */
export interface IntTable {
  readonly slots: Int32Array;
}

/** The value under a key, or 0. */
export function lookUp(table: IntTable, key: number): number {
  const { slots } = table;
  const mask = (slots.length >> 1) - 1;
  for (let at = (key ^ (key >>> 15)) & mask; ; at = (at + 1) & mask) {
    const value = slots[at * 2 + 1]!;
    if (value === 0 || slots[at * 2] === key) return value;
  }
}

/** Builds a table from pairs with non-zero values; filled to two thirds at most. */
export function buildTable(pairs: Iterable<readonly [number, number]>): IntTable {
  const all = [...pairs].filter(([, value]) => value !== 0);
  let capacity = 16;
  while (capacity * 2 < all.length * 3) capacity *= 2;
  const slots = new Int32Array(capacity * 2);
  const mask = capacity - 1;
  for (const [key, value] of all) {
    let at = (key ^ (key >>> 15)) & mask;
    while (slots[at * 2 + 1] !== 0) at = (at + 1) & mask;
    slots[at * 2] = key;
    slots[at * 2 + 1] = value;
  }
  return { slots };
}
