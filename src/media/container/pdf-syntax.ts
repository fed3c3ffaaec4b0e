/** A value of PDF syntax (ISO 32000-2 §7.3), as far as finding dates needs it. `at`: its place in the bytes parsed. */
export type PdfValue =
  | {
      readonly kind: "dictionary";
      readonly entries: Readonly<Record<string, PdfValue>>;
      readonly at: number;
      readonly streamAt: number | null;
    }
  | { readonly kind: "array"; readonly items: readonly PdfValue[]; readonly at: number }
  | { readonly kind: "string"; readonly bytes: Uint8Array; readonly at: number }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | { readonly kind: "ref"; readonly object: number; readonly at: number }
  | { readonly kind: "other"; readonly word: string; readonly at: number };

export type PdfRef = Extract<PdfValue, { kind: "ref" }>;

export const isRef = (v: PdfValue | undefined): v is PdfRef => v?.kind === "ref";

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13) || c === 0;
const isDelimiter = (c: number): boolean =>
  c === 40 ||
  c === 41 ||
  c === 60 ||
  c === 62 ||
  c === 91 ||
  c === 93 ||
  c === 123 ||
  c === 125 ||
  c === 47 ||
  c === 37;
const DEEPEST = 40;

/** Parses one value at `from`; null at the end of the bytes or where nesting runs too deep. `base` is added to places. */
export function parsePdf(b: Uint8Array, from: number, base: number): { value: PdfValue; end: number } | null {
  let at = from;
  const space = (): void => {
    while (at < b.length && (isSpace(b[at]!) || b[at] === 37)) {
      if (b[at] === 37) while (at < b.length && b[at] !== 10 && b[at] !== 13) at++;
      else at++;
    }
  };
  const word = (): string => {
    let w = "";
    while (at < b.length && !isSpace(b[at]!) && !isDelimiter(b[at]!) && w.length < 128)
      w += String.fromCharCode(b[at++]!);
    return w;
  };
  const value = (depth: number): PdfValue | null => {
    space();
    if (at >= b.length || depth > DEEPEST) return null;
    const start = at;
    const c = b[at]!;
    if (c === 60 && b[at + 1] === 60) return dictionary(depth, start);
    if (c === 60) return hex(start);
    if (c === 40) return literal(start);
    if (c === 91) {
      at++;
      const items: PdfValue[] = [];
      for (space(); at < b.length && b[at] !== 93; space()) {
        const item = value(depth + 1);
        if (!item) return null;
        items.push(item);
      }
      at++;
      return { kind: "array", items, at: base + start };
    }
    if (c === 47) {
      at++;
      return {
        kind: "name",
        name: word().replace(/#([0-9a-fA-F]{2})/g, (_, h: string) => String.fromCharCode(Number.parseInt(h, 16))),
        at: base + start,
      };
    }
    const w = word();
    if (w === "") {
      at++;
      return { kind: "other", word: String.fromCharCode(c), at: base + start };
    }
    if (!/^[+-]?\d*\.?\d*$/.test(w) || !/\d/.test(w)) return { kind: "other", word: w, at: base + start };
    const after = at;
    if (/^\d+$/.test(w)) {
      space();
      if (/^\d+$/.test(word())) {
        space();
        if (b[at] === 82 && (at + 1 >= b.length || isSpace(b[at + 1]!) || isDelimiter(b[at + 1]!))) {
          at++;
          return { kind: "ref", object: Number(w), at: base + start };
        }
      }
      at = after;
    }
    return { kind: "number", value: Number(w), at: base + start };
  };
  const dictionary = (depth: number, start: number): PdfValue | null => {
    at += 2;
    const entries: Record<string, PdfValue> = Object.create(null) as Record<string, PdfValue>;
    for (space(); at < b.length && b[at] !== 62; space()) {
      const key = value(depth + 1);
      const item = key && key.kind === "name" ? value(depth + 1) : null;
      if (!key) return null;
      if (key.kind === "name" && item) entries[key.name] = item;
    }
    at += 2;
    const end = at;
    space();
    const stream = at + 6 <= b.length && String.fromCharCode(...b.subarray(at, at + 6)) === "stream";
    let streamAt: number | null = null;
    if (stream) {
      at += 6;
      if (b[at] === 13) at++;
      if (b[at] === 10) at++;
      streamAt = base + at;
    } else at = end;
    return { kind: "dictionary", entries, at: base + start, streamAt };
  };
  const hex = (start: number): PdfValue => {
    let digits = "";
    for (at++; at < b.length && b[at] !== 62; at++) if (!isSpace(b[at]!)) digits += String.fromCharCode(b[at]!);
    at++;
    const bytes = Uint8Array.from({ length: Math.ceil(digits.length / 2) }, (_, i) =>
      Number.parseInt(digits.slice(i * 2, i * 2 + 2).padEnd(2, "0"), 16),
    );
    return { kind: "string", bytes, at: base + start };
  };
  const literal = (start: number): PdfValue => {
    const out: number[] = [];
    let open = 1;
    for (at++; at < b.length; at++) {
      const c = b[at]!;
      if (c === 92) {
        const next = b[++at]!;
        const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...b.subarray(at, at + 3)));
        if (octal) {
          out.push(Number.parseInt(octal[0], 8) & 255);
          at += octal[0].length - 1;
        } else out.push(next === 110 ? 10 : next === 114 ? 13 : next === 116 ? 9 : next);
        continue;
      }
      if (c === 40) open++;
      if (c === 41 && --open === 0) break;
      out.push(c);
    }
    at++;
    return { kind: "string", bytes: Uint8Array.from(out), at: base + start };
  };
  const v = value(0);
  return v ? { value: v, end: at } : null;
}
