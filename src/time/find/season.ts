import type { Found, Meaning, Which } from "../meaning.ts";
import { capital, type Words, word } from "../words.ts";
import { yearAfter } from "./calendar-date.ts";

/** "the summer of 1990", "last fall", "this spring", "in winter". The verbs "fall" and "spring" need a determiner. */
export function season(w: Words, i: number): Found | null {
  let at = i;
  let step: Which | undefined;
  const the = word(w, i) === "the";
  if (the) at++;
  if (w.lexemes[at]?.step !== undefined) {
    step = { step: w.lexemes[at]!.step!, from: w.lexemes[at]!.from! };
    at++;
  }
  const lexeme = w.lexemes[at];
  if (lexeme?.season === undefined || lexeme.plural) return null;
  const year = step === undefined ? yearAfter(w, at + 1) : null;
  const wordAt = word(w, at);
  if (step === undefined && year === null) {
    if (the && (wordAt === "fall" || wordAt === "spring")) {
      if (
        !/^(in|during|by|until|since|of|before|after|through|throughout|over|for|spent|this)$/.test(word(w, i - 1)) ||
        word(w, at + 1) === "of"
      )
        return null;
    } else if (!the && !/^(in|by|until|since|during|early|late|mid|of|before|through|next|-)$/.test(word(w, i - 1)))
      return null;
    if (
      !the &&
      (wordAt === "fall" || wordAt === "spring") &&
      !/^(in|by|until|since|early|late|next)$/.test(word(w, i - 1))
    )
      return null;
    if (!the && (capital(w, at + 1) || word(w, at + 1) === "-")) return null;
    if (
      /^(olympics|games|camp|break|school|vacation|palace|time|collection|season|into|to|over|house|home|line)$/.test(
        word(w, at + 1),
      ) ||
      word(w, at + 1) === "-"
    )
      return null;
  }
  const meaning: Meaning = {
    kind: "date",
    season: lexeme.season,
    ...(step === undefined ? {} : { step }),
    ...(year?.value ?? {}),
  };
  return { first: i, last: year?.next ?? at + 1, rule: step === undefined ? "season" : "season-step", meaning };
}
