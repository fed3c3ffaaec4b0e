import { AFTER_APOSTROPHE, FUSED } from "../language/en/clitics.ts";
import { DIGIT, HIGH, isUpper, LETTER, LOW, MARK, OTHER, SPACE } from "./characters.ts";
import { Growing } from "./growing.ts";
import { Scanner } from "./scanner.ts";
import { goesOn, isApostrophe, keepsStop } from "./word-joins.ts";

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
const ELIDED = /['’‘](?:\d{2}s?(?![\w])|em(?!\w)|n(?!\w)|til(?!\w)|cause(?!\w)|cuz(?!\w)|twas(?!\w)|tis(?!\w))/iy;
const UNIT = /(?:am|pm|km|kg|mph|mm|cm|ft|bn|mw|kw|mb|gb|hz|khz|mhz|hrs?|yrs?|mins?|lbs?|%)(?![\p{L}\p{N}])/iuy;
const DOLLARS = new Set(["us", "u", "a", "c", "nz", "hk", "au", "ca", "r", "s"]);
const REPEATED = new Set(".-=*_~#<>`+|^".split("").map((c) => c.charCodeAt(0)));
const DOT = 46;

/** Splits a text into words and marks in the manner of UD English; every non-space character falls into one token. */
export function tokenize(text: string): Tokens {
  const starts = new Growing();
  const ends = new Growing();
  const length = text.length;
  const scan = new Scanner(text);
  const emit = (start: number, end: number) => {
    starts.push(start);
    ends.push(end);
  };
  const lastStart = () => (starts.length > 0 ? starts.values[starts.length - 1]! : 0);

  /** Emits the word that starts at p and returns its end. */
  const word = (p: number): number => {
    if (scan.kind(p) === DIGIT) {
      const phone = scan.sticky(PHONE, p);
      if (phone > 0 && !scan.isWord(phone) && phone - p >= 8) {
        emit(p, phone);
        return phone;
      }
    }
    let piece = p;
    let q = scan.runEnd(p);
    for (;;) {
      const next = goesOn(scan, p, piece, q);
      if (next < 0) break;
      piece = q + 1;
      q = next;
    }
    if (scan.kind(p) === DIGIT && scan.kind(q - 1) === LETTER) {
      let digits = p;
      while (scan.kind(digits) === DIGIT || scan.at(digits) === 58 || scan.at(digits) === 44 || scan.at(digits) === DOT)
        digits++;
      if (digits < q && scan.sticky(UNIT, digits) === q) {
        emit(p, digits);
        emit(digits, q);
        return q;
      }
    }
    if (keepsStop(scan, p, q, lastStart())) {
      emit(p, q + 1);
      return q + 1;
    }
    const mark = scan.at(q);
    if (
      isApostrophe(mark) &&
      (scan.at(q + 1) | 32) === 116 &&
      (scan.at(q - 1) | 32) === 110 &&
      q - 1 > p &&
      !scan.isWord(q + 2)
    ) {
      emit(p, q - 1);
      emit(q - 1, q + 2);
      return q + 2;
    }
    if (q - p <= 8 && q - p >= 2) {
      const fused = FUSED.get(text.slice(p, q).toLowerCase());
      if (fused !== undefined && !(q - p === 2 && isUpper(scan.at(p + 1)))) {
        emit(p, p + fused);
        emit(p + fused, q);
        return q;
      }
      if (mark === 36 && scan.kind(q + 1) === DIGIT && DOLLARS.has(text.slice(p, q).toLowerCase())) {
        emit(p, q + 1);
        return q + 1;
      }
    }
    emit(p, q);
    return q;
  };

  /** Emits the mark, or run of marks, that starts at p and returns its end. */
  const marks = (p: number, afterSpace: boolean): number => {
    const c = scan.at(p);
    let q = p + 1;
    if (scan.kind(p) === HIGH && scan.kind(q) === LOW) {
      q++;
      for (;;) {
        const joined = scan.at(q) === 0x200d ? 1 : 0;
        if (scan.at(q) === 0xfe0f) q++;
        else if (
          scan.kind(q + joined) === HIGH &&
          scan.kind(q + joined + 1) === LOW &&
          (joined || isModifier(scan.at(q), scan.at(q + 1)))
        )
          q += joined + 2;
        else break;
      }
      emit(p, q);
      return q;
    }
    if (isApostrophe(c)) {
      const tail = scan.runEnd(q);
      if (!afterSpace && tail - q <= 2 && AFTER_APOSTROPHE.has(text.slice(q, tail).toLowerCase())) {
        emit(p, tail);
        return tail;
      }
      const elided = afterSpace || !scan.isWord(p - 1) ? scan.sticky(ELIDED, p) : -1;
      if (elided > 0) {
        emit(p, elided);
        return elided;
      }
      // Two typewriter apostrophes are one mark; of three, the single one stands on the inside.
      if (c === 39 && scan.at(q) === 39 && (scan.at(q + 1) !== 39 || afterSpace)) q++;
    } else if (c === 33 || c === 63) {
      while (scan.at(q) === 33 || scan.at(q) === 63) q++;
    } else if (c === DOT && scan.kind(q) === DIGIT && afterSpace) {
      q = scan.runEnd(q);
    } else if (REPEATED.has(c)) {
      const smile = afterSpace ? scan.sticky(EMOTICON, p) : -1;
      if (smile > 0) q = smile;
      else while (scan.at(q) === c) q++;
    } else if ((c === 58 || c === 59) && (afterSpace || scan.kind(p - 1) === OTHER || scan.kind(p - 1) === LETTER)) {
      const smile = scan.kind(q) === OTHER || afterSpace ? scan.sticky(EMOTICON, p) : -1;
      if (smile > 0 && (afterSpace || smile - p > 1)) q = smile;
    }
    while (scan.kind(q) === MARK) q++;
    emit(p, q);
    return q;
  };

  let p = 0;
  while (p < length) {
    if (scan.kind(p) === SPACE) {
      p++;
      continue;
    }
    let end = p;
    let address = false;
    while (end < length && scan.kind(end) !== SPACE) {
      const c = scan.at(end++);
      if (c === 64 || (c === 58 && scan.at(end) === 47) || (c === 119 && scan.at(end) === 119)) address = true;
    }
    const short = end - p <= LONGEST_ADDRESS;
    let fresh = true;
    while (p < end) {
      if (address && short && fresh) {
        const found = scan.sticky(ADDRESS, p);
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
      if (scan.isWord(p)) {
        fresh = false;
        p = word(p);
      } else {
        const afterSpace = p === 0 || scan.kind(p - 1) === SPACE;
        p = marks(p, afterSpace);
      }
    }
  }
  return { starts: starts.done(), ends: ends.done() };
}

const isModifier = (high: number, low: number) => high === 0xd83c && low >= 0xdffb && low <= 0xdfff;
