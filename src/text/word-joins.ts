import { ABBREVIATIONS, BEFORE_NAME, BEFORE_NUMBER, PREFIXES } from "../language/en/abbreviations.ts";
import { AFTER_APOSTROPHE } from "../language/en/clitics.ts";
import { DIGIT, isUpper, LETTER, MARK, SPACE } from "./characters.ts";
import type { Scanner } from "./scanner.ts";

const DOT = 46;
const DOMAIN =
  /\.(?:com|net|org|gov|edu|mil|int|info|biz|uk|us|eu|ru|ua|de|fr|io|tv|doc|docx|xls|xlsx|pdf|txt|jpg|png|gif|html?|xml|zip|exe|mp3|mp4)(?![\p{L}\p{N}])/iuy;

/** Marks that an apostrophe is written with. */
export const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019 || c === 0x2018;

/** Does a word go on over the mark at q, whose last piece began at `piece`? Returns the end of the next piece or -1. */
export function goesOn(scan: Scanner, start: number, piece: number, q: number): number {
  const mark = scan.at(q);
  if (!scan.isWord(q + 1)) return -1;
  const before = scan.kind(q - 1);
  const after = scan.kind(q + 1);
  if (mark === DOT) {
    if (before === DIGIT && after === DIGIT) return scan.runEnd(q + 1);
    if (after !== LETTER) return -1;
    const next = scan.runEnd(q + 1);
    const short = q - piece === 1 && before === LETTER;
    if (short && next - q === 2) return next;
    if (short && next - q === 3 && scan.at(next) === DOT && !isUpper(scan.at(q + 2))) return next;
    if (q - piece <= 3 && isUpper(scan.at(piece)) && next - q === 2 && scan.at(next) === DOT && isUpper(scan.at(q + 1)))
      return next;
    return scan.sticky(DOMAIN, q) > 0 ? next : -1;
  }
  if (mark === 44) {
    if (before !== DIGIT || after !== DIGIT) return -1;
    const next = scan.runEnd(q + 1);
    return next - q === 4 ? next : -1;
  }
  if (mark === 58) return before === DIGIT && after === DIGIT ? scan.runEnd(q + 1) : -1;
  if (mark === 47) {
    if (before === DIGIT && after === DIGIT) return scan.runEnd(q + 1);
    if (q - piece !== 1 || before !== LETTER || after !== LETTER) return -1;
    const next = scan.runEnd(q + 1);
    return next - q === 2 ? next : -1;
  }
  if (mark === 38) {
    if (!isUpper(scan.at(q - 1)) || !isUpper(scan.at(q + 1)) || q - piece > 3) return -1;
    const next = scan.runEnd(q + 1);
    return next - q <= 3 ? next : -1;
  }
  if (mark === 45 || mark === 0x2010 || mark === 0x2011) {
    if (q - start > 7 || after === MARK) return -1;
    if (scan.at(q - 2) === 45 || scan.at(start) === 45) return -1;
    if (PREFIXES.has(scan.text.slice(start, q).toLowerCase())) return scan.runEnd(q + 1);
    return -1;
  }
  if (isApostrophe(mark)) {
    if (before === DIGIT || after !== LETTER) return -1;
    const next = scan.runEnd(q + 1);
    if (next - q <= 3) {
      const tail = scan.text.slice(q + 1, next).toLowerCase();
      if (AFTER_APOSTROPHE.has(tail)) return -1;
      if (tail === "t" && (scan.at(q - 1) | 32) === 110) return -1;
    }
    return next;
  }
  return -1;
}

/** Does the word [start, q) keep the full stop standing at q? `lastStart` is where the token before it begins. */
export function keepsStop(scan: Scanner, start: number, q: number, lastStart: number): boolean {
  const { length } = scan.text;
  if (q - start > 9 || scan.at(q) !== DOT || scan.at(q + 1) === DOT) return false;
  const word = scan.text.slice(start, q).toLowerCase();
  const upper = isUpper(scan.at(start));
  if (word.includes(".") && scan.kind(start) === LETTER && q - start <= 7) return scan.sticky(DOMAIN, q - 4) < 0;
  let next = q + 1;
  while (next < q + 4 && scan.kind(next) === SPACE && next < length) next++;
  const afterKind = scan.kind(next);
  if (q - start === 1 && upper && scan.kind(start) === LETTER) {
    if (word === "i") return next < length && isUpper(scan.at(next)) && isUpper(scan.at(lastStart));
    return next < length && scan.kind(q + 1) !== DIGIT;
  }
  if (
    BEFORE_NUMBER.has(word) &&
    (afterKind === DIGIT || (next < length && isUpper(scan.at(next)) && !scan.isWord(next + 1)))
  )
    return true;
  if (BEFORE_NUMBER.has(word)) return word === "pt" || word === "sec" ? upper : false;
  if (BEFORE_NAME.has(word))
    return upper || word.length > 3 || word === "vs" || word === "v" || word === "cf" || word === "al";
  if (!ABBREVIATIONS.has(word)) return false;
  if (!AMBIGUOUS.has(word)) return upper || word === "etc" || word === "tel" || word === "approx" || word.length > 4;
  return upper && (afterKind === DIGIT || scan.at(q + 1) === 44 || scan.at(q + 1) === 41);
}

/** Abbreviations that are also words: they keep their stop only before a number, a comma or a bracket. */
const AMBIGUOUS = new Set(
  "sun sat wed mar fri del ill ind la md me mo pa miss mass wash cal conn fla ga kan ky colo ala ore tex tenn co div est ext wis vt va".split(
    " ",
  ),
);
