/**
 * A weights file: named byte sections one after the other, little-endian.
 * "HSW1", the number of sections, then for each: length of the name, name (ASCII), length of the bytes, bytes.
 */
const MAGIC = 0x31575348;

/** Splits a weights file into its sections. The file is ours: a broken one is a broken installation. */
export function decodeSections(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) throw new Error("not a weights file of this version");
  const sections = new Map<string, Uint8Array>();
  let at = 8;
  for (let k = view.getUint32(4, true); k > 0; k--) {
    const length = view.getUint32(at, true);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 4 + length));
    const size = view.getUint32(at + 4 + length, true);
    at += 8 + length;
    sections.set(name, new Uint8Array(bytes.subarray(at, at + size)));
    at += size;
  }
  return sections;
}

/** Lays sections into one file. */
export function encodeSections(sections: ReadonlyMap<string, ArrayBufferView>): Uint8Array {
  const parts = [...sections].map(([name, data]) => ({
    name,
    bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  }));
  const out = new Uint8Array(8 + parts.reduce((n, p) => n + 8 + p.name.length + p.bytes.length, 0));
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, parts.length, true);
  let at = 8;
  for (const { name, bytes } of parts) {
    view.setUint32(at, name.length, true);
    for (let i = 0; i < name.length; i++) out[at + 4 + i] = name.charCodeAt(i);
    view.setUint32(at + 4 + name.length, bytes.length, true);
    out.set(bytes, at + 8 + name.length);
    at += 8 + name.length + bytes.length;
  }
  return out;
}

/** Numbers of a section, as the kind of array it was written from. */
export const int32 = (bytes: Uint8Array): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
export const int16 = (bytes: Uint8Array): Int16Array =>
  new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
export const int8 = (bytes: Uint8Array): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
export const float32 = (bytes: Uint8Array): Float32Array =>
  new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
