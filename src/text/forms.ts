import { classOf, DIGIT, isUpper, LETTER, lowerOf, MARK } from "./characters.ts";
import { type Lexicon, lookUp } from "./lexicon.ts";
import { mix } from "./linear.ts";

/** Hashes of each token's letters: what tagger, parser and splitter know of a word. */
export interface Forms {
  readonly count: number;
  /** Lower case, digits as 0, typewriter quotes. */
  readonly norm: Int32Array;
  readonly prefix1: Int32Array;
  readonly prefix3: Int32Array;
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** Case, digits and hyphens in a few bits. */
  readonly shape: Int32Array;
  /** Which tags the word had in the training corpus (0: unknown), and its distributional cluster (0: none). */
  readonly ambiguity: Uint8Array;
  readonly cluster: Uint8Array;
}

/** One code unit as the hashes see it. */
function plain(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code >= 48 && code <= 57 ? 48 : code;
  if (code === 0x2019 || code === 0x2018) return 39;
  if (code === 0x201c || code === 0x201d) return 34;
  if (code === 0x2010 || code === 0x2011) return 45;
  return classOf(code) === DIGIT ? 48 : lowerOf(code);
}

/** Hash of a word as `Forms.norm` holds it. */
export function normOf(word: string): number {
  let hash = 17;
  for (let i = 0; i < word.length; i++) hash = mix(hash, plain(word.charCodeAt(i)));
  return hash;
}

/** Bits: 1 starts upper, 2 all upper, 4 upper inside, 8 has digit, 16 all digits and marks, 32 hyphen, 64 no letter, 128 stop at the end, 256 one letter. */
function shapeOf(text: string, start: number, end: number): number {
  let upper = 0;
  let letters = 0;
  let digits = 0;
  let hyphen = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    const k = classOf(c);
    if (k === LETTER) {
      letters++;
      if (isUpper(c)) upper++;
    } else if (k === DIGIT) digits++;
    else if (c === 45) hyphen = 32;
  }
  const first = isUpper(text.charCodeAt(start)) ? 1 : 0;
  return (
    first |
    (letters > 1 && upper === letters ? 2 : 0) |
    (upper > first && upper < letters ? 4 : 0) |
    (digits > 0 ? 8 : 0) |
    (digits > 0 && letters === 0 ? 16 : 0) |
    hyphen |
    (letters === 0 ? 64 : 0) |
    (end - start > 1 && text.charCodeAt(end - 1) === 46 ? 128 : 0) |
    (letters === 1 ? 256 : 0)
  );
}

const LONGEST_HASHED = 64;

/** Hashes every token once. */
export function formsOf(text: string, starts: Int32Array, ends: Int32Array, lexicon: Lexicon): Forms {
  const count = starts.length;
  const column = () => new Int32Array(count);
  const forms = {
    count,
    norm: column(),
    prefix1: column(),
    prefix3: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    shape: column(),
    ambiguity: new Uint8Array(count),
    cluster: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const end = Math.min(ends[i]!, start + LONGEST_HASHED);
    let hash = 17;
    for (let c = start; c < end; c++) {
      if (c === start + 1) forms.prefix1[i] = hash;
      if (c === start + 3) forms.prefix3[i] = hash;
      const code = text.charCodeAt(c);
      if (classOf(code) === MARK && code > 127 && isInvisible(code)) continue;
      hash = mix(hash, plain(code));
    }
    if (end - start === 1) forms.prefix1[i] = hash;
    if (end - start <= 3) forms.prefix3[i] = hash;
    forms.norm[i] = hash;
    const last = ends[i]!;
    let tail = 23;
    for (let back = 1; back <= 4; back++) {
      if (last - back < start) tail = mix(tail, 7);
      else tail = mix(tail, plain(text.charCodeAt(last - back)));
      if (back === 1) forms.suffix1[i] = tail;
      else if (back === 2) forms.suffix2[i] = tail;
      else if (back === 3) forms.suffix3[i] = tail;
      else forms.suffix4[i] = tail;
    }
    forms.shape[i] = shapeOf(text, start, end);
    const known = lookUp(lexicon, hash);
    forms.ambiguity[i] = known & 255;
    forms.cluster[i] = known >>> 8;
  }
  return forms;
}

const isInvisible = (code: number) =>
  code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
