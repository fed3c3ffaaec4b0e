import { ADDRESSES, SPELLINGS } from "../language/en/spellings.ts";

/**
 * The key under which all spellings of a name meet over reports: lower case, without marks, articles, forms of address
 * and possessives, with older spellings of places and the endings of Slavic surnames brought together. Never shown.
 */
export function nameKey(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’ʼ]s\b/gu, "")
    .replace(/['’ʼ`]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== "");
  while (words.length > 1 && (ADDRESSES.has(words[0]!) || words[0] === "the" || words[0] === "a")) words.shift();
  return words.map(spelling).join(" ");
}

const spelling = (word: string): string =>
  SPELLINGS.get(word) ?? word.replace(/sk(?:yy|yi|iy|ij|ii|i|y)$/, "sky").replace(/(?:yy|iy|ij|ii)$/, "y");

/** The last word of a key: what a person is called when one name is all there is. */
export const lastKey = (key: string): string => key.slice(key.lastIndexOf(" ") + 1);
