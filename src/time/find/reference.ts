import { REFERENCES } from "../../language/en/time-words.ts";
import type { Found } from "../meaning.ts";
import { DIGITS, joined, type Words, word } from "../words.ts";

const BY_FIRST = new Map<
  string,
  { readonly words: readonly string[]; readonly value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF" }[]
>();
for (const [phrase, value] of REFERENCES) {
  const words = phrase.split(" ");
  const at = BY_FIRST.get(words[0]!) ?? [];
  at.push({ words, value });
  at.sort((a, b) => b.words.length - a.words.length);
  BY_FIRST.set(words[0]!, at);
}

/** "now", "currently", "recently", "the past", "soon": the present, the past or the future, no day. */
export function reference(w: Words, i: number): Found | null {
  const candidates = BY_FIRST.get(word(w, i));
  if (candidates === undefined) return null;
  for (const { words, value } of candidates) {
    let k = 1;
    while (k < words.length && word(w, i + k) === words[k]) k++;
    if (k < words.length || !fits(w, i, i + k, words.join(" "))) continue;
    return { first: i, last: i + k, rule: "reference", meaning: { kind: "reference", value } };
  }
  return null;
}

function fits(w: Words, i: number, last: number, phrase: string): boolean {
  const next = word(w, last);
  if (joined(w, last) && next === "-" && phrase !== "present day") return false;
  if (joined(w, i) && word(w, i - 1) === "-") return false;
  if ((phrase === "the past" || phrase === "the future") && word(w, i - 1) === "in")
    return w.lexemes[last] === undefined && w.kinds[last] !== DIGITS && !/^(a|half|couple)$/.test(next);
  if (phrase === "the past" || phrase === "the present" || phrase === "the future")
    return /^([.,;:)"'!?”]|and|or|but|in|to|is|was|of|with|as|for|that|when|has|will|because|by|at)?$/.test(next);
  if (phrase === "this time" || phrase === "the moment" || phrase === "this moment")
    return word(w, i - 1) === "at" || word(w, i - 1) === "for";
  if (phrase === "future") return word(w, i - 1) === "in";
  if (phrase === "soon")
    return (
      !/^(as|how|too|so|than|very)$/.test(word(w, i - 1)) && !/^(after|afterward|afterwards|as|enough)$/.test(next)
    );
  if (phrase === "long ago") return word(w, i - 1) !== "that" && word(w, i - 1) !== "so";
  return true;
}
