import { IRREGULAR } from "../language/en/irregular.ts";

const VOWEL = /[aeiou]/;

/**
 * The key under which all forms of one English verb or noun meet ("accused", "accusing", "accuse" → "accus").
 * A lookup key, not a lemma: it is never shown.
 */
export function stem(lower: string): string {
  const base = IRREGULAR.get(lower);
  if (base !== undefined) return bare(base);
  const n = lower.length;
  if (n > 4 && lower.endsWith("ing") && VOWEL.test(lower.slice(0, -3))) return bare(lower.slice(0, -3));
  if (n > 3 && lower.endsWith("ed") && !lower.endsWith("eed") && VOWEL.test(lower.slice(0, -2)))
    return bare(lower.slice(0, -2));
  if (n > 3 && lower.endsWith("ies")) return bare(lower.slice(0, -2));
  if (n > 3 && lower.endsWith("es") && /(s|x|z|ch|sh)es$/.test(lower)) return bare(lower.slice(0, -2));
  if (n > 2 && lower.endsWith("s") && !/(ss|us|is)$/.test(lower)) return bare(lower.slice(0, -1));
  return bare(lower);
}

/** Drops a final e, a doubled consonant, and turns a final consonant + y into i. */
function bare(word: string): string {
  const n = word.length;
  if (n < 4) return n === 3 && word.endsWith("e") && !VOWEL.test(word[1]!) ? word.slice(0, -1) : word;
  const last = word[n - 1]!;
  const before = word[n - 2]!;
  if (last === "e") return undouble(word.slice(0, -1));
  if (last === "y" && !VOWEL.test(before)) return `${word.slice(0, -1)}i`;
  return undouble(word);
}

function undouble(word: string): string {
  const n = word.length;
  return n > 3 && word[n - 1] === word[n - 2] && !VOWEL.test(word[n - 1]!) ? word.slice(0, -1) : word;
}
