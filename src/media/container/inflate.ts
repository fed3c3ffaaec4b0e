/** Inflated bytes; `whole` is false when the limit was reached or the data broke off. */
export interface Inflated {
  readonly bytes: Uint8Array;
  readonly whole: boolean;
  /** True when the limit, not an error, stopped it. */
  readonly limited: boolean;
}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const FAR_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const FAR_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A canonical Huffman code: how many codes of each length, and the symbols in order. */
interface Code {
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

function code(lengths: readonly number[]): Code {
  const counts = new Uint16Array(16);
  for (const l of lengths) counts[l]!++;
  counts[0] = 0;
  const at = new Uint16Array(16);
  for (let l = 1; l < 15; l++) at[l + 1] = at[l]! + counts[l]!;
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((l, symbol) => {
    if (l > 0) symbols[at[l]!++] = symbol;
  });
  return { counts, symbols };
}

const FIXED = code(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
const FIXED_FAR = code(Array.from({ length: 30 }, () => 5));

/** Unpacks zlib data (RFC 1950, RFC 1951) up to `limit` bytes. Never throws; never allocates by a declared size. */
export function inflate(data: Uint8Array, limit: number): Inflated {
  let out = new Uint8Array(Math.min(limit, Math.max(1024, data.length * 4)));
  let size = 0;
  let at = 2;
  let bits = 0;
  let held = 0;
  const done = (whole: boolean, limited = false): Inflated => ({ bytes: out.subarray(0, size), whole, limited });
  const take = (n: number): number => {
    while (held < n) {
      if (at >= data.length) return -1;
      bits |= data[at++]! << held;
      held += 8;
    }
    const value = bits & ((1 << n) - 1);
    bits >>>= n;
    held -= n;
    return value;
  };
  const symbol = ({ counts, symbols }: Code): number => {
    let word = 0;
    let first = 0;
    let index = 0;
    for (let l = 1; l < 16; l++) {
      const bit = take(1);
      if (bit < 0) return -1;
      word |= bit;
      const count = counts[l]!;
      if (word - count < first) return symbols[index + (word - first)]!;
      index += count;
      first = (first + count) << 1;
      word <<= 1;
    }
    return -1;
  };
  const put = (byte: number): void => {
    if (size === out.length) {
      const wider = new Uint8Array(Math.min(limit, out.length * 2));
      wider.set(out);
      out = wider;
    }
    out[size++] = byte;
  };
  if (data.length < 2 || (data[0]! & 15) !== 8) return done(false);
  for (let last = 0; last === 0; ) {
    last = take(1);
    const kind = take(2);
    if (last < 0 || kind < 0 || kind === 3) return done(false);
    if (kind === 0) {
      bits = 0;
      held = 0;
      if (at + 4 > data.length) return done(false);
      const length = data[at]! | (data[at + 1]! << 8);
      at += 4;
      for (let i = 0; i < length; i++) {
        if (at >= data.length) return done(false);
        if (size >= limit) return done(false, true);
        put(data[at++]!);
      }
      continue;
    }
    let near = FIXED;
    let far = FIXED_FAR;
    if (kind === 2) {
      const codes = dynamic(take, symbol);
      if (!codes) return done(false);
      [near, far] = codes;
    }
    for (;;) {
      const s = symbol(near);
      if (s < 0 || s > 285) return done(false);
      if (s === 256) break;
      if (size >= limit) return done(false, true);
      if (s < 256) {
        put(s);
        continue;
      }
      const length = LENGTH_BASE[s - 257]! + take(LENGTH_EXTRA[s - 257]!);
      const f = symbol(far);
      if (f < 0 || f > 29) return done(false);
      const back = FAR_BASE[f]! + take(FAR_EXTRA[f]!);
      if (back > size) return done(false);
      for (let i = 0; i < length; i++) {
        if (size >= limit) return done(false, true);
        put(out[size - back]!);
      }
    }
  }
  return done(true);
}

function dynamic(take: (n: number) => number, symbol: (c: Code) => number): [Code, Code] | null {
  const nearCount = take(5) + 257;
  const farCount = take(5) + 1;
  const orderCount = take(4) + 4;
  if (nearCount > 286 || farCount > 30 || orderCount < 4) return null;
  const lengths = new Array<number>(19).fill(0);
  for (let i = 0; i < orderCount; i++) {
    const l = take(3);
    if (l < 0) return null;
    lengths[ORDER[i]!] = l;
  }
  const order = code(lengths);
  const all: number[] = [];
  while (all.length < nearCount + farCount) {
    const s = symbol(order);
    if (s < 0) return null;
    if (s < 16) all.push(s);
    else {
      const previous = s === 16 ? all[all.length - 1] : 0;
      const times = s === 16 ? 3 + take(2) : s === 17 ? 3 + take(3) : 11 + take(7);
      if (previous === undefined || all.length + times > nearCount + farCount) return null;
      for (let i = 0; i < times; i++) all.push(previous);
    }
  }
  return [code(all.slice(0, nearCount)), code(all.slice(nearCount))];
}
