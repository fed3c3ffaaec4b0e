import { ABBREVIATIONS, BEFORE_NAME, BEFORE_NUMBER, PREFIXES } from "../language/en/abbreviations.ts";
import { AFTER_APOSTROPHE, FUSED } from "../language/en/clitics.ts";
import { classOf, DIGIT, HIGH, isUpper, LETTER, LOW, MARK, OTHER, SPACE } from "./characters.ts";
import { Growing } from "./growing.ts";

/** Token borders: token i is `text.slice(starts[i], ends[i])`. */
export interface Tokens {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const LONGEST_ADDRESS = 2000;
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<>"“”]+|[\w.+%-]+@[\w-]+(?:\.[\w-]+)*/iy;
const TRAILING = /[.,;:!?'"’”)\]}>]+$/;
const EMOTICON = /[:;=8]['’]?-?[)(DPp\]|/]+(?![\w])|<3(?!\d)|\^_+\^/y;
const PHONE = /\d{1,4}(?:-\d{2,4}){2,4}(?![\d-])|\d{3}-\d{4}(?![\d-])/y;
const ELIDED = /['’](?:\d{2}s?(?![\w])|em(?!\w)|n(?!\w)|til(?!\w)|cause(?!\w)|cuz(?!\w)|twas(?!\w)|tis(?!\w))/iy;
const DOMAIN =
  /\.(?:com|net|org|gov|edu|mil|int|info|biz|uk|us|eu|ru|ua|de|fr|io|tv|doc|docx|xls|xlsx|pdf|txt|jpg|png|gif|html?|xml|zip|exe|mp3|mp4)(?![\p{L}\p{N}])/iuy;
const UNIT = /(?:am|pm|km|kg|mph|mm|cm|ft|bn|mw|kw|mb|gb|hz|khz|mhz|hrs?|yrs?|mins?|lbs?|%)(?![\p{L}\p{N}])/iuy;
const DOLLARS = new Set(["us", "u", "a", "c", "nz", "hk", "au", "ca", "r", "s"]);
const REPEATED = new Set(".-=*_~#<>`+|^".split("").map((c) => c.charCodeAt(0)));
const DOT = 46;
const isApostrophe = (c: number) => c === 39 || c === 0x2019;

/** Splits a text into words and marks in the manner of UD English; every non-space character falls into one token. */
export function tokenize(text: string): Tokens {
  const starts = new Growing();
  const ends = new Growing();
  const length = text.length;
  const at = (i: number) => (i < length ? text.charCodeAt(i) : 32);
  const kind = (i: number) => (i < length ? classOf(text.charCodeAt(i)) : SPACE);
  const emit = (start: number, end: number) => {
    starts.push(start);
    ends.push(end);
  };
  const sticky = (pattern: RegExp, i: number): number => {
    pattern.lastIndex = i;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  const isWord = (i: number) => {
    const k = kind(i);
    return k === LETTER || k === DIGIT || k === MARK || (k === HIGH && astralLetter(text, i));
  };
  /** End of the run of letters, digits and marks that starts at i. */
  const runEnd = (i: number) => {
    let q = i;
    for (;;) {
      const k = kind(q);
      if (k === LETTER || k === DIGIT || k === MARK) q++;
      else if (k === HIGH && astralLetter(text, q)) q += 2;
      else return q;
    }
  };

  /** Does a word go on over the mark at q, whose last piece began at `piece`? Returns the end of the next piece or -1. */
  const goesOn = (start: number, piece: number, q: number): number => {
    const mark = at(q);
    if (!isWord(q + 1)) return -1;
    const before = kind(q - 1);
    const after = kind(q + 1);
    if (mark === DOT) {
      if (before === DIGIT && after === DIGIT) return runEnd(q + 1);
      if (after !== LETTER) return -1;
      const next = runEnd(q + 1);
      const short = q - piece === 1 && before === LETTER;
      if (short && next - q === 2) return next;
      if (short && next - q === 3 && at(next) === DOT && !isUpper(at(q + 2))) return next;
      if (q - piece <= 3 && isUpper(at(piece)) && next - q === 2 && at(next) === DOT && isUpper(at(q + 1))) return next;
      return sticky(DOMAIN, q) > 0 ? next : -1;
    }
    if (mark === 44) {
      if (before !== DIGIT || after !== DIGIT) return -1;
      const next = runEnd(q + 1);
      return next - q === 4 ? next : -1;
    }
    if (mark === 58) return before === DIGIT && after === DIGIT ? runEnd(q + 1) : -1;
    if (mark === 47) {
      if (before === DIGIT && after === DIGIT) return runEnd(q + 1);
      if (q - piece !== 1 || before !== LETTER || after !== LETTER) return -1;
      const next = runEnd(q + 1);
      return next - q === 2 ? next : -1;
    }
    if (mark === 38) {
      if (!isUpper(at(q - 1)) || !isUpper(at(q + 1)) || q - piece > 3) return -1;
      const next = runEnd(q + 1);
      return next - q <= 3 ? next : -1;
    }
    if (mark === 45 || mark === 0x2010 || mark === 0x2011) {
      if (q - start > 7 || after === MARK) return -1;
      if (at(q - 2) === 45 || at(start) === 45) return -1;
      if (PREFIXES.has(text.slice(start, q).toLowerCase())) return runEnd(q + 1);
      return -1;
    }
    if (isApostrophe(mark)) {
      if (before === DIGIT || after !== LETTER) return -1;
      const next = runEnd(q + 1);
      if (next - q <= 3) {
        const tail = text.slice(q + 1, next).toLowerCase();
        if (AFTER_APOSTROPHE.has(tail)) return -1;
        if (tail === "t" && (at(q - 1) | 32) === 110) return -1;
      }
      return next;
    }
    return -1;
  };

  /** Does the word that ends at q keep the full stop standing there? */
  const keepsStop = (start: number, q: number): boolean => {
    if (q - start > 9 || at(q) !== DOT || at(q + 1) === DOT) return false;
    const word = text.slice(start, q).toLowerCase();
    const upper = isUpper(at(start));
    if (word.includes(".") && kind(start) === LETTER && q - start <= 7) return sticky(DOMAIN, q - 4) < 0;
    let next = q + 1;
    while (next < q + 4 && kind(next) === SPACE && next < length) next++;
    const afterKind = kind(next);
    if (q - start === 1 && upper && kind(start) === LETTER) {
      if (word === "i") return next < length && isUpper(at(next)) && isUpper(at(lastStart()));
      return next < length && kind(q + 1) !== DIGIT;
    }
    if (BEFORE_NUMBER.has(word) && (afterKind === DIGIT || (next < length && isUpper(at(next)) && !isWord(next + 1))))
      return true;
    if (BEFORE_NUMBER.has(word)) return word === "pt" || word === "sec" ? upper : false;
    if (BEFORE_NAME.has(word))
      return upper || word.length > 3 || word === "vs" || word === "v" || word === "cf" || word === "al";
    if (!ABBREVIATIONS.has(word)) return false;
    if (!AMBIGUOUS.has(word)) return upper || word === "etc" || word === "tel" || word === "approx" || word.length > 4;
    return upper && (afterKind === DIGIT || at(q + 1) === 44 || at(q + 1) === 41);
  };
  const lastStart = () => (starts.length > 0 ? starts.values[starts.length - 1]! : 0);

  /** Emits the word that starts at p and returns its end. */
  const word = (p: number): number => {
    if (kind(p) === DIGIT) {
      const phone = sticky(PHONE, p);
      if (phone > 0 && !isWord(phone) && phone - p >= 8) {
        emit(p, phone);
        return phone;
      }
    }
    let piece = p;
    let q = runEnd(p);
    for (;;) {
      const next = goesOn(p, piece, q);
      if (next < 0) break;
      piece = q + 1;
      q = next;
    }
    if (kind(p) === DIGIT && kind(q - 1) === LETTER) {
      let digits = p;
      while (kind(digits) === DIGIT || at(digits) === 58 || at(digits) === 44 || at(digits) === DOT) digits++;
      if (digits < q && sticky(UNIT, digits) === q) {
        emit(p, digits);
        emit(digits, q);
        return q;
      }
    }
    if (keepsStop(p, q)) {
      emit(p, q + 1);
      return q + 1;
    }
    const mark = at(q);
    if (isApostrophe(mark) && (at(q + 1) | 32) === 116 && (at(q - 1) | 32) === 110 && q - 1 > p && !isWord(q + 2)) {
      emit(p, q - 1);
      emit(q - 1, q + 2);
      return q + 2;
    }
    if (q - p <= 8 && q - p >= 2) {
      const fused = FUSED.get(text.slice(p, q).toLowerCase());
      if (fused !== undefined && !(q - p === 2 && isUpper(at(p + 1)))) {
        emit(p, p + fused);
        emit(p + fused, q);
        return q;
      }
      if (mark === 36 && kind(q + 1) === DIGIT && DOLLARS.has(text.slice(p, q).toLowerCase())) {
        emit(p, q + 1);
        return q + 1;
      }
    }
    emit(p, q);
    return q;
  };

  /** Emits the mark, or run of marks, that starts at p and returns its end. */
  const marks = (p: number, afterSpace: boolean): number => {
    const c = at(p);
    let q = p + 1;
    if (kind(p) === HIGH && kind(q) === LOW) {
      q++;
      for (;;) {
        const joined = at(q) === 0x200d ? 1 : 0;
        if (at(q) === 0xfe0f) q++;
        else if (kind(q + joined) === HIGH && kind(q + joined + 1) === LOW && (joined || isModifier(at(q), at(q + 1))))
          q += joined + 2;
        else break;
      }
      emit(p, q);
      return q;
    }
    if (isApostrophe(c)) {
      const tail = runEnd(q);
      if (!afterSpace && tail - q <= 2 && AFTER_APOSTROPHE.has(text.slice(q, tail).toLowerCase())) {
        emit(p, tail);
        return tail;
      }
      const elided = afterSpace || !isWord(p - 1) ? sticky(ELIDED, p) : -1;
      if (elided > 0) {
        emit(p, elided);
        return elided;
      }
      if (at(q) === c && c === 39) q++;
    } else if (c === 33 || c === 63) {
      while (at(q) === 33 || at(q) === 63) q++;
    } else if (c === DOT && kind(q) === DIGIT && afterSpace) {
      q = runEnd(q);
    } else if (REPEATED.has(c)) {
      const smile = afterSpace ? sticky(EMOTICON, p) : -1;
      if (smile > 0) q = smile;
      else while (at(q) === c) q++;
    } else if ((c === 58 || c === 59) && (afterSpace || kind(p - 1) === OTHER || kind(p - 1) === LETTER)) {
      const smile = kind(q) === OTHER || afterSpace ? sticky(EMOTICON, p) : -1;
      if (smile > 0 && (afterSpace || smile - p > 1)) q = smile;
    }
    while (kind(q) === MARK) q++;
    emit(p, q);
    return q;
  };

  let p = 0;
  while (p < length) {
    if (kind(p) === SPACE) {
      p++;
      continue;
    }
    let end = p;
    let address = false;
    while (end < length && kind(end) !== SPACE) {
      const c = at(end++);
      if (c === 64 || (c === 58 && at(end) === 47) || (c === 119 && at(end) === 119)) address = true;
    }
    const short = end - p <= LONGEST_ADDRESS;
    let fresh = true;
    while (p < end) {
      if (address && short && fresh) {
        const found = sticky(ADDRESS, p);
        if (found > 0) {
          const cut = text.slice(p, found).replace(TRAILING, "");
          if (cut.length > 0) {
            emit(p, p + cut.length);
            p += cut.length;
            fresh = false;
            continue;
          }
        }
      }
      if (isWord(p)) {
        fresh = false;
        p = word(p);
      } else {
        const afterSpace = p === 0 || kind(p - 1) === SPACE;
        p = marks(p, afterSpace);
      }
    }
  }
  return { starts: starts.done(), ends: ends.done() };
}

/** Abbreviations that are also words: they keep their stop only before a number, a comma or a bracket. */
const AMBIGUOUS = new Set(
  "sun sat wed mar fri del ill ind la md me mo pa miss mass wash cal conn fla ga kan ky colo ala ore tex tenn co div est ext wis vt va".split(
    " ",
  ),
);

const isModifier = (high: number, low: number) => high === 0xd83c && low >= 0xdffb && low <= 0xdfff;

function astralLetter(text: string, i: number): boolean {
  const code = text.codePointAt(i)!;
  return code > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
}
