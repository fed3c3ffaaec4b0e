import { DIGITS, joined, LETTERS, type Words, word } from "./words.ts";

/** A number in words or digits; `value` null: "several". `next` is the word after it. */
export interface Amount {
  readonly value: number | null;
  readonly next: number;
}

/** A whole number of one to nine digits at word `i`, with thousands marks ("1,200"). */
export function digitsAt(w: Words, i: number): Amount | null {
  if (i >= w.length || w.kinds[i] !== DIGITS || w.lower[i] === "" || w.ends[i]! - w.starts[i]! > 9) return null;
  let value = Number(w.lower[i]);
  let next = i + 1;
  for (let n = 0; n < 3 && word(w, next) === "," && joined(w, next) && joined(w, next + 1); n++) {
    if (w.kinds[next + 1] !== DIGITS || word(w, next + 1).length !== 3) break;
    value = value * 1000 + Number(w.lower[next + 1]);
    next += 2;
  }
  if (word(w, next) === "." && joined(w, next) && joined(w, next + 1) && w.kinds[next + 1] === DIGITS) {
    if (word(w, next + 1).length > 6 || word(w, next + 1) === "") return null;
    value = Number(`${value}.${w.lower[next + 1]}`);
    next += 2;
  }
  return { value, next };
}

/** A cardinal in words: "twenty-four", "a hundred", "two hundred and ten". */
export function cardinalAt(w: Words, i: number): Amount | null {
  let total = 0;
  let current = 0;
  let at = i;
  let seen = false;
  let lastSize = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 8; n++) {
    let next = at;
    if (seen && (word(w, next) === "-" || (word(w, next) === "and" && lastSize >= 100))) next++;
    const value = w.lexemes[next]?.cardinal;
    if (value === undefined) break;
    if (value >= 100 || value === 12) {
      if (value === 12 && word(w, next) === "dozen") current = (current || 1) * 12;
      else if (value === 12) {
        if (seen && lastSize < 100) break;
        current += 12;
      } else if (value === 100) current = (current || 1) * 100;
      else {
        total += (current || 1) * value;
        current = 0;
      }
      lastSize = value;
    } else {
      const size = value >= 20 ? 20 : value >= 10 ? 10 : 1;
      if (seen && (lastSize === 1 || lastSize === 10 || (lastSize === 20 && size !== 1) || lastSize === 12)) break;
      current += value;
      lastSize = size;
    }
    seen = true;
    at = next + 1;
  }
  return seen ? { value: total + current, next: at } : null;
}

/** "5 1/2", "1/2": a fraction after a number; null without one. */
function fractionAt(w: Words, i: number): Amount | null {
  const [a, b] = [word(w, i), word(w, i + 2)];
  if (word(w, i + 1) !== "/" || !joined(w, i + 1) || !joined(w, i + 2)) return null;
  if (!/^\d$/.test(a) || !/^[2-8]$/.test(b) || joined(w, i + 3)) return null;
  return Number(a) < Number(b) ? { value: Number(a) / Number(b), next: i + 3 } : null;
}

/** An amount of something: digits, words, "a couple of", "several", "half a", "two or three". */
export function amountAt(w: Words, i: number): Amount | null {
  const first = word(w, i);
  const second = word(w, i + 1);
  if (first === "a" || first === "an") {
    if (second === "couple" || second === "pair") return { value: 2, next: word(w, i + 2) === "of" ? i + 3 : i + 2 };
    if (second === "few" || second === "good") return { value: null, next: second === "few" ? i + 2 : i + 1 };
    if (second === "number" && word(w, i + 2) === "of") return { value: null, next: i + 3 };
    if (second === "half") return { value: 0.5, next: i + 2 };
    if (w.lexemes[i + 1]?.cardinal !== undefined && w.lexemes[i + 1]!.cardinal! >= 12) return cardinalAt(w, i + 1);
    return { value: 1, next: i + 1 };
  }
  if (first === "couple" && second === "of") return { value: 2, next: i + 3 };
  if (first === "half" && (second === "a" || second === "an")) return { value: 0.5, next: i + 2 };
  if (first === "dozens" || first === "hundreds" || first === "scores")
    return second === "of" ? { value: null, next: i + 2 } : null;
  if (w.kinds[i] === LETTERS && w.lexemes[i]?.vague) return { value: null, next: i + 1 };
  const fraction = fractionAt(w, i);
  if (fraction !== null) return fraction;
  const plain = w.kinds[i] === DIGITS ? digitsAt(w, i) : cardinalAt(w, i);
  if (plain === null) return null;
  const more = fractionAt(w, plain.next);
  if (more !== null) return { value: plain.value! + more.value!, next: more.next };
  if (word(w, plain.next) === "and" && word(w, plain.next + 1) === "a" && word(w, plain.next + 2) === "half")
    return { value: plain.value! + 0.5, next: plain.next + 3 };
  const scale = w.lexemes[plain.next]?.cardinal;
  if (w.kinds[i] === DIGITS && scale !== undefined && scale >= 1_000_000)
    return { value: plain.value! * scale, next: plain.next + 1 };
  return plain;
}

/** "two to three", "12 to 18", "two or three", "5-6": the second amount; null when there is none. */
export function secondAmountAt(w: Words, i: number): Amount | null {
  const link = word(w, i);
  if (link !== "to" && link !== "or" && link !== "-" && link !== "–") return null;
  if (w.lexemes[i + 1]?.vague || word(w, i + 1) === "a") return null;
  return amountAt(w, i + 1);
}

/** "third", "3rd", "twenty-first": an ordinal; null when there is none. */
export function ordinalAt(w: Words, i: number): { readonly value: number; readonly next: number } | null {
  const direct = w.lexemes[i]?.ordinal;
  if (direct !== undefined) return { value: direct, next: i + 1 };
  if (w.kinds[i] === DIGITS && joined(w, i + 1) && word(w, i).length <= 3 && /^(st|nd|rd|th)$/.test(word(w, i + 1)))
    return { value: Number(word(w, i)), next: i + 2 };
  const tens = w.lexemes[i]?.cardinal;
  if (tens !== undefined && tens >= 20 && tens < 100 && word(w, i + 1) === "-") {
    const ones = w.lexemes[i + 2]?.ordinal;
    if (ones !== undefined && ones < 10) return { value: tens + ones, next: i + 3 };
  }
  return null;
}
