import type { Unit } from "../../language/en/time-words.ts";
import type { Found } from "../meaning.ts";
import { joined, type Words, word } from "../words.ts";
import { partAt } from "./atoms.ts";

const STEPPED: ReadonlySet<Unit> = new Set([
  "day",
  "weekend",
  "week",
  "fortnight",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
  "half",
]);

/** "this week", "last month", "the following year", "that day", "the same month", "the previous decade". */
export function unitStep(w: Words, i: number): Found | null {
  let at = word(w, i) === "the" ? i + 1 : i;
  const the = at > i;
  let lexeme = w.lexemes[at];
  if (lexeme?.step === undefined) return theUnit(w, i);
  const which = word(w, at);
  at++;
  if (
    (which === "this" || which === "that") &&
    (word(w, at) === "same" || word(w, at) === "past" || word(w, at) === "coming" || word(w, at) === "very")
  ) {
    if (word(w, at) === "past" || word(w, at) === "coming") lexeme = w.lexemes[at]!;
    at++;
  }
  const fiscal = word(w, at) === "fiscal" || word(w, at) === "calendar" ? at + 1 : at;
  const unit = w.lexemes[fiscal]?.unit;
  const part = partAt(w, at);
  if (
    part !== null &&
    (which === "that" || which === "same" || lexeme.from === "either" || (the && which === "next"))
  ) {
    const by = which === "that" || which === "same" ? 0 : lexeme.step!;
    return {
      first: i,
      last: part.next,
      rule: "that-part",
      meaning: { kind: "unit", unit: "day", step: by, from: "text", part: part.value },
    };
  }
  if (unit === undefined || !STEPPED.has(unit) || (unit === "half" && which !== "this") || w.lexemes[fiscal]?.plural) {
    return which === "this" && word(w, fiscal) === "years"
      ? step(w, i, fiscal, "year", 0, "publication", "unit-step")
      : null;
  }
  if (unit === "day" && which === "this" && word(w, i) === "this") return null;
  if (unit === "day" && which === "last") return null;
  if (unit === "day" && which === "past") return null;
  if (which === "current" && !the && word(w, i - 1) !== "'s" && !/^(its|their|his|her|our|s)$/.test(word(w, i - 1)))
    return null;
  if (joined(w, fiscal + 1) && word(w, fiscal + 1) === "-") return null;
  let from = lexeme.from!;
  if (the && (which === "next" || which === "last")) from = unit === "day" || which === "next" ? "either" : from;
  if (which === "that" || which === "same") from = "text";
  if (which === "prior" && !the) return null;
  // "the past year", "the last year" are a stretch up to now, "last year" is a calendar year.
  if ((which === "past" || (the && which === "last")) && unit !== "weekend" && unit !== "half") {
    if (which === "past" || unit !== "quarter") return null;
  }
  return step(
    w,
    i,
    fiscal,
    unit,
    lexeme.step!,
    from,
    fiscal > at && word(w, at) === "fiscal" ? "fiscal-step" : from === "publication" ? "unit-step" : "unit-text",
  );
}

function step(
  w: Words,
  first: number,
  at: number,
  unit: Unit,
  by: number,
  from: "publication" | "text" | "either",
  rule: string,
): Found {
  const part = unit === "day" ? partAt(w, at + 1) : null;
  return {
    first,
    last: part?.next ?? at + 1,
    rule,
    meaning: { kind: "unit", unit, step: by, from, ...(part === null ? {} : { part: part.value }) },
  };
}

/** "the weekend", "the day before", "the year before", "the week after": anchored in the text. */
function theUnit(w: Words, i: number): Found | null {
  const end = periodEnd(w, i);
  if (end !== null) return end;
  const the = word(w, i) === "the" || word(w, i) === "a" ? i + 1 : i;
  const unit = w.lexemes[the]?.unit;
  if (unit === undefined || !STEPPED.has(unit) || w.lexemes[the]?.plural) return null;
  if (the === i) return null;
  const after = word(w, the + 1);
  const direction = /^(before|previously|prior|earlier)$/.test(after)
    ? -1
    : /^(after|later|following|afterwards|afterward)$/.test(after)
      ? 1
      : 0;
  if (direction !== 0 && word(w, i) === "the" && endsPhrase(w, the + 2))
    return step2(i, the + 2, unit, direction, "text", "unit-text");
  if ((unit === "year" || unit === "month" || unit === "week") && word(w, i) === "the") {
    if (unit === "year" && /^(ended|ending)$/.test(word(w, the + 1)))
      return { first: i, last: the + 1, rule: "duration", meaning: { kind: "duration", value: "P1Y" } };
    if (word(w, i - 1) === "for" && /^[,.;]$/.test(word(w, the + 1)))
      return {
        first: i,
        last: the + 1,
        rule: "unit-step",
        meaning: { kind: "unit", unit, step: 0, from: "publication" },
      };
  }
  if (unit === "weekend" && word(w, i) === "the")
    return { first: i, last: the + 1, rule: "weekend", meaning: { kind: "unit", unit, step: 0, from: "either" } };
  return null;
}

/** "year end", "year-end", "the year's end", "month's end". */
function periodEnd(w: Words, i: number): Found | null {
  const at = word(w, i) === "the" && word(w, i + 2) === "'" ? i + 1 : i;
  const unit = w.lexemes[at]?.unit;
  if ((unit !== "year" && unit !== "month") || w.lexemes[at]?.plural || joined(w, at)) return null;
  const possessive = word(w, at + 1) === "'" && word(w, at + 2) === "s" ? at + 3 : at + 1;
  const end = word(w, possessive) === "-" && possessive === at + 1 ? possessive + 1 : possessive;
  if (word(w, end) !== "end" || (end === at + 1 && unit === "month")) return null;
  return {
    first: i,
    last: end + 1,
    rule: "unit-part",
    meaning: { kind: "unit", unit, step: 0, from: "publication", modifier: "end" },
  };
}

const step2 = (first: number, last: number, unit: Unit, by: number, from: "text", rule: string): Found => ({
  first,
  last,
  rule,
  meaning: { kind: "unit", unit, step: by, from },
});

/** True where a phrase closes: nothing follows that "before" could govern. */
export function endsPhrase(w: Words, i: number): boolean {
  if (i >= w.length || w.breaks[i]! > 0) return true;
  const next = word(w, i);
  return (
    /^[.,;:)"”'!?–-]$/.test(next) ||
    /^(and|but|when|as|that|who|which|he|she|it|they|we|i|in|at|on|to|for|with|was|were|had|has|is|by|said|from|because|while|where|when|after)$/.test(
      next,
    )
  );
}
