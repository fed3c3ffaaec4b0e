import { HOLIDAYS } from "../../language/en/time-words.ts";
import type { Found, Meaning, Which } from "../meaning.ts";
import { capital, type Words, word } from "../words.ts";
import { yearAfter } from "./calendar-date.ts";

const BY_FIRST = new Map<string, readonly string[][]>();
for (const name of Object.keys(HOLIDAYS)) {
  const words = name.split(/ |(?=['.])|(?<=['.])/).filter((x) => x !== "");
  const others = BY_FIRST.get(words[0]!) ?? [];
  BY_FIRST.set(
    words[0]!,
    [...others, words].sort((a, b) => b.length - a.length),
  );
}

/** "Christmas 1963", "last Thanksgiving", "New Year's Eve", "Good Friday". */
export function holiday(w: Words, i: number): Found | null {
  let step: Which | undefined;
  let at = i;
  if (w.lexemes[i]?.step !== undefined) {
    step = { step: w.lexemes[i]!.step!, from: w.lexemes[i]!.from! };
    at++;
  }
  if (!capital(w, at)) return null;
  for (const words of BY_FIRST.get(word(w, at)) ?? []) {
    let k = 0;
    while (k < words.length && word(w, at + k) === words[k]) k++;
    if (k < words.length) continue;
    const year = step === undefined ? yearAfter(w, at + k) : null;
    const meaning: Meaning = {
      kind: "date",
      holiday: words
        .join(" ")
        .replace(/ (['.]) ?/g, "$1")
        .replace(/'s/g, "'s")
        .replace("'s", "'s "),
      ...(step === undefined ? {} : { step }),
      ...(year?.value ?? {}),
    };
    return { first: i, last: year?.next ?? at + k, rule: "holiday", meaning: { ...meaning, holiday: nameOf(words) } };
  }
  return null;
}

const nameOf = (words: readonly string[]): string =>
  Object.keys(HOLIDAYS).find((name) => name.replace(/[ .']/g, "") === words.join("").replace(/[.']/g, "")) ??
  words.join(" ");
