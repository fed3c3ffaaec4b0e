import type { Found } from "../meaning.ts";
import { joined, type Words, word } from "../words.ts";
import { partAt, weekdayAt } from "./atoms.ts";

/** "Monday", "last Friday", "next Tuesday night", "the previous Sunday". */
export function weekday(w: Words, i: number): Found | null {
  let at = word(w, i) === "the" ? i + 1 : i;
  const lexeme = w.lexemes[at];
  const step = lexeme?.step;
  if (at > i && step === undefined) return null;
  if (step !== undefined) at++;
  const day = weekdayAt(w, at);
  if (day === null) return null;
  let next = day.next;
  const part = partAt(w, next);
  if (part !== null) next = part.next;
  if (step === undefined && part === null && isName(w, at)) return null;
  return {
    first: i,
    last: next,
    rule: step === undefined ? "weekday" : "weekday-step",
    meaning: {
      kind: "date",
      weekday: day.value,
      ...(step === undefined ? {} : { step: { step, from: lexeme!.from! } }),
      ...(part === null ? {} : { part: part.value }),
    },
  };
}

/** "Black Friday", "Bloody Sunday", "Ash Wednesday": the name of a day, not a day of this week. */
function isName(w: Words, at: number): boolean {
  const before = word(w, at - 1);
  return NAMED.has(before) && !joined(w, at);
}

const NAMED = new Set([
  "black",
  "bloody",
  "ash",
  "palm",
  "maundy",
  "cyber",
  "super",
  "fat",
  "shrove",
  "good",
  "easter",
]);
