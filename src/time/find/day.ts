import type { DayPart } from "../../language/en/time-words.ts";
import type { Found } from "../meaning.ts";
import { type Words, word } from "../words.ts";
import { partAt, weekdayAt } from "./atoms.ts";

/** "today", "yesterday morning", "tonight", "this afternoon", "last night", "the night before last". */
export function day(w: Words, i: number): Found | null {
  const lexeme = w.lexemes[i];
  if (lexeme?.dayOffset !== undefined) {
    const part = lexeme.part ?? partAt(w, i + 1)?.value;
    const next = lexeme.part === undefined ? (partAt(w, i + 1)?.next ?? i + 1) : i + 1;
    return found(i, next, "day-word", lexeme.dayOffset, part);
  }
  const the = word(w, i) === "the" ? i + 1 : i;
  if (word(w, the) === "day" && (word(w, the + 1) === "before" || word(w, the + 1) === "after")) {
    const offset = w.lexemes[the + 2]?.dayOffset;
    const sign = word(w, the + 1) === "before" ? -1 : 1;
    if (offset !== undefined && w.lexemes[the + 2]?.part === undefined)
      return found(i, the + 3, "day-word", offset + sign, undefined);
    const step = w.lexemes[the + 2]?.step;
    const named = step === -1 ? weekdayAt(w, the + 3) : null;
    if (named !== null) return null;
  }
  if (lexeme?.step !== undefined && lexeme.from === "publication") {
    const part = partAt(w, i + 1);
    if (part === null || (lexeme.step !== 0 && part.value !== "NI" && lexeme.step !== 1)) return null;
    if (word(w, i) !== "this" && word(w, i) !== "last") return null;
    return found(i, part.next, "day-part", lexeme.step, part.value);
  }
  return null;
}

const found = (first: number, last: number, rule: string, step: number, part: DayPart | undefined): Found => ({
  first,
  last,
  rule,
  meaning: { kind: "unit", unit: "day", step, from: "publication", ...(part === undefined ? {} : { part }) },
});
