import { TextDecoder } from "node:util";
import { LARGEST_FILE } from "./limits.ts";

/** Bytes as text, the name of the encoding that was used, and how many characters could not be read. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly from: "bom" | "declaration" | "utf-8" | "detection";
  readonly damaged: number;
}

const MAGIC: readonly [string, string][] = [
  ["%PDF-", "a PDF"],
  ["PK\u0003\u0004", "an archive or an office document"],
  ["\u0089PNG", "a PNG picture"],
  ["\u00ff\u00d8\u00ff", "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  ["\u001f\u008b", "a gzip archive"],
  ["\u007fELF", "a program"],
  ["SQLite format 3", "a database"],
  ["\u00d0\u00cf\u0011\u00e0", "an old office document"],
  ["RIFF", "a sound, film or picture file"],
  ["OggS", "a sound file"],
  ["ID3", "a sound file"],
  ["{\\rtf", "an RTF document"],
];

/** Says what a file that is no text seems to be; null for text. Looks at the first 64 KB. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 65_536));
  const start = head.toString("latin1", 0, 16);
  for (const [magic, kind] of MAGIC) if (start.startsWith(magic)) return kind;
  if (start.slice(4, 8) === "ftyp") return "a film or picture file";
  if (byBom(head) || wide(head)) return null;
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  return control > 2 && control > head.length * 0.02 ? "binary data" : null;
}

const byBom = (b: Uint8Array): string | null =>
  b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf
    ? "utf-8"
    : b[0] === 0xff && b[1] === 0xfe
      ? "utf-16le"
      : b[0] === 0xfe && b[1] === 0xff
        ? "utf-16be"
        : null;

/** UTF-16 without a mark: nearly every second byte of Western text is zero, always on the same side. */
const wide = (b: Uint8Array): string | null => {
  const length = Math.min(b.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (b[i] === 0) even++;
    if (b[i + 1] === 0) odd++;
  }
  if (odd > length * 0.35 && even < length * 0.02) return "utf-16le";
  return even > length * 0.35 && odd < length * 0.02 ? "utf-16be" : null;
};

/** The encoding a page or XML file says it has, from its first 4 KB. */
const declared = (bytes: Uint8Array): string | null => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  if (!/^\s*<|<meta\b/i.test(head)) return null;
  const found =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
    /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  return found ? found[1]! : null;
};

const decoder = (label: string, fatal = false): TextDecoder | null => {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
};

const strict = (label: string, bytes: Uint8Array): string | null => {
  try {
    return decoder(label, true)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
};

const damage = (text: string) => {
  let n = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) n++;
  return n;
};

/**
 * Decodes a whole file: by its byte-order mark, by what it declares, as UTF-8, and else by detection. A declaration
 * that the bytes contradict is not believed. A mark at the start is taken off; nothing else is changed.
 */
export async function decode(bytes: Uint8Array): Promise<Decoded> {
  const loose = (encoding: string, from: Decoded["from"]): Decoded => {
    const text = decoder(encoding)!.decode(bytes);
    return { text, encoding, from, damaged: damage(text) };
  };
  const bom = byBom(bytes);
  if (bom) return loose(bom, "bom");
  const utf8 = strict("utf-8", bytes);
  const said = declared(bytes);
  const encoding = said && decoder(said)?.encoding;
  const sixteen = wide(bytes);
  if (sixteen) return loose(sixteen, "detection");
  if (encoding && encoding !== "utf-8" && !/^utf-16/.test(encoding)) {
    const text = utf8 !== null && /[^\0-\x7f]/.test(utf8) ? null : strict(encoding, bytes);
    if (text !== null) return { text, encoding, from: "declaration", damaged: 0 };
  }
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", from: said ? "declaration" : "utf-8", damaged: 0 };
  const broken = loose("utf-8", "utf-8");
  if (mostlyUtf8(bytes, broken.damaged)) return broken;
  const { detect } = await import("chardet");
  const guess = detect(bytes.subarray(0, Math.min(bytes.length, 262_144, LARGEST_FILE)));
  const label = (guess && decoder(guess)?.encoding) || "windows-1252";
  return label === "utf-8" ? broken : loose(label, "detection");
}

/** Whether well-formed multi-byte characters outnumber the broken ones: then it is UTF-8 with a few bad bytes. */
function mostlyUtf8(bytes: Uint8Array, damaged: number): boolean {
  let leads = 0;
  for (let i = 0; i + 1 < bytes.length; i++)
    if (bytes[i]! >= 0xc2 && bytes[i]! < 0xf5 && (bytes[i + 1]! & 0xc0) === 0x80) leads++;
  return leads > damaged * 2;
}
