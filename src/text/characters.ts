/** Classes of UTF-16 code units, as the tokenizer sees them. */
export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Combining marks and invisible format characters: they belong to the word they stand in. */
export const MARK = 3;
export const OTHER = 4;
export const HIGH = 5;
export const LOW = 6;

const UNKNOWN = 255;
const classes = new Uint8Array(65536).fill(UNKNOWN);

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdbff) return HIGH;
  if (code >= 0xdc00 && code <= 0xdfff) return LOW;
  const char = String.fromCharCode(code);
  if (/\s|[\x00-\x1f\x7f-\x9f]/.test(char)) return SPACE;
  if (/[\p{M}\p{Cf}]/u.test(char)) return MARK;
  if (/[\p{L}\p{Nl}_]/u.test(char)) return LETTER;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  return OTHER;
}

/** The class of one code unit; control characters (NUL too) count as space. */
export function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== UNKNOWN) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

const lowered = new Uint16Array(65536);

/** Lower case of one code unit, locale-free; units whose lower case is longer stay as they are. */
export function lowerOf(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  const known = lowered[code]!;
  if (known !== 0) return known;
  const lower = code >= 0xd800 && code <= 0xdfff ? "" : String.fromCharCode(code).toLowerCase();
  const found = lower.length === 1 ? lower.charCodeAt(0) : code;
  lowered[code] = found;
  return found;
}

/** True for a code unit that changes when lowered. */
export const isUpper = (code: number): boolean => lowerOf(code) !== code;
