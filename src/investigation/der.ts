/** A node of DER (ITU-T X.690): its tag, its content, and itself with its head. Children are read when asked for. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/** Something is not DER, or not what was expected there. */
export class DerError extends Error {}

/** Reads one node at the start of bytes; lengths are checked against what is there. */
export function readDer(bytes: Buffer): Der {
  const [tag, first] = [bytes[0], bytes[1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new DerError("no DER");
  let length = first;
  let at = 2;
  if (first & 0x80) {
    const size = first & 0x7f;
    if (size === 0 || size > 4 || bytes.length < 2 + size) throw new DerError("no DER");
    length = bytes.readUIntBE(2, size);
    at = 2 + size;
  }
  if (bytes.length < at + length) throw new DerError("cut short");
  return { tag, content: bytes.subarray(at, at + length), whole: bytes.subarray(0, at + length) };
}

/** The nodes inside a constructed one. */
export function children(node: Der): Der[] {
  const found: Der[] = [];
  for (let rest = node.content; rest.length > 0; ) {
    const child = readDer(rest);
    found.push(child);
    rest = rest.subarray(child.whole.length);
  }
  return found;
}

/** The child at an index, with this tag. */
export function child(node: Der, index: number, tag: number): Der {
  const found = children(node)[index];
  if (found?.tag !== tag) throw new DerError(`expected tag ${tag}`);
  return found;
}

/** An object identifier in dots. */
export function oid(node: Der): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of node.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (numbers.length === 0)
      numbers.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)));
    else numbers.push(value);
    value = 0;
  }
  return numbers.join(".");
}

/** Writes one node. */
export function writeDer(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
