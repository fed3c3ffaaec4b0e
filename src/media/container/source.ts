/**
 * Random access to the bytes of a file. Synchronous: a descriptor in Node, `FileReaderSync` in a worker, an array in a test.
 * `read` gives at most `length` bytes and fewer at the end; it never throws for a place outside.
 */
export interface ByteSource {
  readonly size: number;
  read(at: number, length: number): Uint8Array;
}

/** The bytes of an array as a source. */
export function fromBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (at, length) => (at < 0 || length <= 0 ? bytes.subarray(0, 0) : bytes.subarray(at, at + length)),
  };
}

/** A stretch of another source; places are counted from `start`. */
export function stretch(source: ByteSource, start: number, length: number): ByteSource {
  const size = Math.max(0, Math.min(length, source.size - start));
  return {
    size,
    read: (at, wanted) => (at < 0 || at >= size ? NOTHING : source.read(start + at, Math.min(wanted, size - at))),
  };
}

const NOTHING = new Uint8Array(0);
const BLOCK = 16384;

/** Keeps the last block, so that many small reads near one another cost one. */
export function buffered(source: ByteSource): ByteSource {
  let start = 0;
  let block: Uint8Array = NOTHING;
  return {
    size: source.size,
    read(at, length) {
      if (at < 0 || length <= 0 || at >= source.size) return NOTHING;
      if (length > BLOCK) return source.read(at, length);
      if (at < start || at + length > start + block.length) {
        start = at;
        block = source.read(at, BLOCK);
      }
      return block.subarray(at - start, at - start + length);
    },
  };
}

export const u16 = (b: Uint8Array, at: number): number => (b[at]! << 8) | b[at + 1]!;
export const u32 = (b: Uint8Array, at: number): number =>
  b[at]! * 0x1000000 + ((b[at + 1]! << 16) | (b[at + 2]! << 8) | b[at + 3]!);
export const u64 = (b: Uint8Array, at: number): number => u32(b, at) * 0x100000000 + u32(b, at + 4);
export const u16le = (b: Uint8Array, at: number): number => (b[at + 1]! << 8) | b[at]!;
export const u32le = (b: Uint8Array, at: number): number =>
  b[at + 3]! * 0x1000000 + ((b[at + 2]! << 16) | (b[at + 1]! << 8) | b[at]!);

/** First place of `needle` in `hay` at or after `from`, or -1. */
export function indexOfBytes(hay: Uint8Array, needle: Uint8Array, from = 0): number {
  const last = hay.length - needle.length;
  for (let i = hay.indexOf(needle[0]!, from); i >= 0 && i <= last; i = hay.indexOf(needle[0]!, i + 1)) {
    let n = 1;
    while (n < needle.length && hay[i + n] === needle[n]) n++;
    if (n === needle.length) return i;
  }
  return -1;
}
