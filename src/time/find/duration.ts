import type { Unit } from "../../language/en/time-words.ts";
import type { Found, Meaning } from "../meaning.ts";
import { type Amount, amountAt, secondAmountAt } from "../number.ts";
import { DIGITS, joined, LETTERS, type Words, word } from "../words.ts";
import { endsPhrase } from "./unit.ts";

const CODES: Partial<Record<Unit, readonly [string, string]>> = {
  second: ["T", "S"],
  minute: ["T", "M"],
  hour: ["T", "H"],
  day: ["", "D"],
  weekend: ["", "WE"],
  week: ["", "W"],
  fortnight: ["", "W"],
  month: ["", "M"],
  quarter: ["", "Q"],
  year: ["", "Y"],
  decade: ["", "DE"],
  century: ["", "CE"],
  millennium: ["", "ML"],
};

/** The TIMEX3 value of so many units; null amount is X. */
export function durationValue(unit: Unit, amount: number | null): string {
  const [time, letter] = CODES[unit] ?? ["", "Y"];
  const count = amount === null ? null : unit === "fortnight" ? amount * 2 : amount;
  if (count !== null && unit === "hour" && !Number.isInteger(count))
    return `PT${Math.floor(count) || ""}${Math.floor(count) ? "H" : ""}${Math.round((count % 1) * 60)}M`;
  if (count !== null && unit === "year" && count % 1 === 0.5) return count > 1 ? `P${Math.floor(count)}Y6M` : "P6M";
  return `P${time}${count === null ? "X" : trim(count)}${letter}`;
}

const trim = (n: number): string => (Number.isInteger(n) ? String(n) : String(Math.round(n * 100) / 100));

const LEAD: readonly (readonly string[])[] = [
  ["more", "than"],
  ["less", "than"],
  ["fewer", "than"],
  ["no", "more", "than"],
  ["no", "less", "than"],
  ["at", "least"],
  ["at", "most"],
  ["as", "many", "as"],
  ["as", "little", "as"],
  ["as", "long", "as"],
  ["up", "to"],
  ["close", "to"],
  ["a", "little", "over"],
  ["a", "little", "more", "than"],
  ["just", "over"],
  ["just", "under"],
  ["well", "over"],
  ["just", "about"],
  ["only", "about"],
  ["within"],
  ["a", "matter", "of"],
  ["a", "period", "of"],
  ["another"],
  ["some"],
  ["much", "of"],
  ["most", "of"],
];

/** Words of estimate before an amount that belong to the expression: "more than", "nearly", "at least". */
export function leadAt(w: Words, i: number): number {
  const first = word(w, i);
  for (const lead of LEAD) {
    if (lead[0] !== first) continue;
    let k = 1;
    while (k < lead.length && word(w, i + k) === lead[k]) k++;
    if (
      k === lead.length &&
      first !== "some" &&
      first !== "another" &&
      first !== "much" &&
      first !== "most" &&
      first !== "within"
    )
      return leadAt2(w, i + k);
  }
  return leadAt2(w, i);
}

const leadAt2 = (w: Words, i: number): number =>
  aboutNumber(w, i) &&
  w.lexemes[i]?.about &&
  word(w, i) !== "only" &&
  word(w, i) !== "just" &&
  word(w, i) !== "exactly" &&
  word(w, i) !== "some"
    ? i + 1
    : i;

const STRETCH = new Set([
  "past",
  "last",
  "next",
  "coming",
  "first",
  "final",
  "previous",
  "preceding",
  "following",
  "latest",
  "prior",
  "recent",
  "early",
  "upcoming",
  "ensuing",
  "intervening",
  "remaining",
  "full",
  "entire",
  "whole",
  "same",
]);
const ADJECTIVES = new Set([
  "more",
  "additional",
  "consecutive",
  "straight",
  "successive",
  "full",
  "trading",
  "working",
  "business",
  "calendar",
  "long",
  "whole",
  "short",
  "solid",
  "extra",
  "fiscal",
  "or",
  "so",
  "odd",
  "further",
  "other",
]);

/** "over nine months" counts, "over the past year" and "over several years" only place. */
const aboutNumber = (w: Words, i: number): boolean =>
  (word(w, i) !== "over" && word(w, i) !== "around" && word(w, i) !== "under") ||
  !(
    /^(the|these|those|this|its|his|her|their)$/.test(word(w, i + 1)) ||
    STRETCH.has(word(w, i + 1)) ||
    w.lexemes[i + 1]?.vague === true
  );

/** "two weeks", "the past three months", "five-year", "years", "a few days", and with "ago" or "later" a date. */
export function duration(w: Words, i: number): Found | null {
  const lead = leadAt(w, i);
  let at = lead;
  let det = word(w, at);
  if (/^(the|these|those|this|his|her|its|their|our)$/.test(det) && /^(the|these|those|this)$/.test(det)) at++;
  else det = "";
  let stretch = "";
  if (STRETCH.has(word(w, at))) {
    stretch = word(w, at);
    at++;
    if (stretch === "very") at++;
  }
  const bare = w.lexemes[at];
  if (bare?.unit !== undefined && (bare.plural || stretch !== "")) return bareUnits(w, i, at, det, stretch);
  const amount = amountAt(w, at);
  if (amount === null) return null;
  if (stretch !== "" && word(w, at) === "a") return null;
  if (w.kinds[at] === DIGITS && joined(w, at) && /^[$£€#.,:/%]$/.test(word(w, at - 1))) return null;
  return amountUnits(w, i, at, amount, det, stretch);
}

function amountUnits(w: Words, i: number, from: number, amount: Amount, det: string, stretch: string): Found | null {
  let next = amount.next;
  let value = amount.value;
  if (
    STRETCH.has(word(w, next)) &&
    word(w, next) !== "same" &&
    w.lexemes[next + 1]?.unit !== undefined &&
    w.lexemes[next + 1]?.plural &&
    (amount.value ?? 2) < 1000
  ) {
    stretch = stretch || word(w, next);
    next++;
  }
  const hyphen = word(w, next) === "-" && joined(w, next) && joined(w, next + 1);
  const second = hyphen && w.lexemes[next + 1]?.unit !== undefined ? null : secondAmountAt(w, next);
  let range = false;
  if (second !== null && unitAfter(w, second.next) !== null) {
    range = true;
    value = second.value === null || value === null ? null : value === second.value ? value : null;
    next = second.next;
  }
  const unit = unitAfter(w, next);
  if (unit === null) return null;
  const dashed = word(w, unit.at - 1) === "-" && joined(w, unit.at);
  let last = unit.at + 1;
  if (
    unit.unit === "second" &&
    !w.lexemes[unit.at]?.plural &&
    (amount.value !== 1 || word(w, from) === "a" || word(w, from) === "one") &&
    !dashed
  )
    return null;
  if (unit.unit === "half" || unit.unit === "season") return null;
  if (unit.unit === "quarter" && (dashed || (stretch === "" && amount.value === 3))) return null;
  if (unit.unit === "quarter" && !w.lexemes[unit.at]?.plural && word(w, from) === "a") return null;
  if (unit.unit === "quarter" && value === null && word(w, from) !== "several" && word(w, from) !== "few") return null;
  const article = word(w, from) === "a" || word(w, from) === "an" || word(w, from) === "one";
  if (range && value === null && second !== null) value = null;
  // "a year or two", "a week or so"
  if (article && word(w, last) === "or" && /^(two|so|more|longer)$/.test(word(w, last + 1))) {
    if (word(w, last + 1) === "two") value = null;
    last += 2;
  } else if (word(w, last) === "or" && /^(so|more|less)$/.test(word(w, last + 1))) last += 2;
  if (article && word(w, last) === "and" && word(w, last + 1) === "a" && word(w, last + 2) === "half") {
    value = (value ?? 1) + 0.5;
    last += 3;
  }
  const shift = shiftAfter(w, i, last, unit.unit, value, dashed);
  if (shift !== null) return shift;
  if (unit.unit === "day" && word(w, from) === "one" && /^(will|would|may|might|could|can|d|ll)$/.test(word(w, i - 1)))
    return { first: i, last, rule: "reference", meaning: { kind: "reference", value: "FUTURE_REF" } };
  if (dashed && det !== "" && stretch === "" && word(w, last) !== "period") return null;
  if (dashed && word(w, last) === "period" && (det !== "" || word(w, i - 1) === "a" || word(w, i - 1) === "an")) last++;
  // An age ("a 14-year-old") is no time of anything told; "19 years old" is a length like any other.
  if (dashed && word(w, last) === "-" && joined(w, last) && /^(old|olds)$/.test(word(w, last + 1))) return null;
  if (word(w, last) === "-" && joined(w, last) && /^(old|olds|long)$/.test(word(w, last + 1))) last += 2;
  else if (dashed && (word(w, last) === "old" || word(w, last) === "long")) last += 1;
  // "a day", "a year" after a number or a price are rates; set.ts has them. A lone "a year" is a length only where one is asked for.
  if (article && word(w, from) !== "one" && !dashed && i === from && stretch === "") {
    if (!lengthOf(w, i) && !/^(before|after)$/.test(word(w, last))) return null;
  }
  const near = stretch === "" && /^(before|after|since)$/.test(word(w, last)) ? eventAfter(w, last + 1) : null;
  if (near !== null)
    return {
      first: i,
      last,
      rule: "duration-event",
      meaning: { kind: "duration", value: durationValue(unit.unit, value), event: near },
    };
  return {
    first: i,
    last,
    rule: stretch === "" ? "duration" : "stretch",
    meaning: stretchMeaning(unit.unit, value, det, stretch),
  };
}

/** The words of an event after "before" or "after", up to six of them and no verb we can see: "the vote", "liftoff". */
function eventAfter(w: Words, i: number): string | null {
  let at = i;
  while (
    at < w.length &&
    at - i < 6 &&
    w.kinds[at] === LETTERS &&
    w.breaks[at] !== 2 &&
    !/^(and|but|that|which|who|when|he|she|it|they|we|was|were|is|are|had|has|said|in|on|at|by|for|to|with|from|because|while|where)$/.test(
      word(w, at),
    )
  )
    at++;
  return at > i ? w.text.slice(w.starts[i]!, w.ends[at - 1]!) : null;
}

function stretchMeaning(unit: Unit, amount: number | null, _det: string, stretch: string): Meaning {
  const value = durationValue(unit, amount);
  const back = /^(past|last|previous|preceding|latest|recent|prior)$/.test(stretch);
  const ahead = /^(next|coming|following|upcoming)$/.test(stretch);
  return {
    kind: "duration",
    value,
    ...(back || ahead ? { span: { unit, amount, direction: back ? (-1 as const) : (1 as const) } } : {}),
  };
}

const LENGTH_BEFORE = new Set([
  "for",
  "in",
  "within",
  "over",
  "than",
  "least",
  "about",
  "nearly",
  "almost",
  "after",
  "lasted",
  "lasts",
  "last",
  "half",
  "took",
  "takes",
  "take",
  "spent",
  "spend",
  "during",
  "of",
  "wait",
  "waited",
  "lasting",
  "throughout",
  "once",
  "under",
  "over",
  "only",
  "just",
  "quite",
  "such",
  "what",
]);

/** "for a year", "in a week": a lone unit with an article is a length only where one is asked for. */
const lengthOf = (w: Words, i: number): boolean => LENGTH_BEFORE.has(word(w, i - 1));

/** The unit after an amount, a word or two of description skipped ("four bloody years", "20 more years"). */
function unitAfter(w: Words, i: number): { readonly unit: Unit; readonly at: number } | null {
  let at = word(w, i) === "-" && joined(w, i) ? i + 1 : i;
  for (let n = 0; n < 2 && w.lexemes[at]?.unit === undefined && ADJECTIVES.has(word(w, at)); n++) at++;
  const unit = w.lexemes[at]?.unit;
  return unit === undefined || w.breaks[at] === 2 ? null : { unit, at };
}

/** "ago", "earlier", "later", "before that", "after the vote": the length becomes a point. */
function shiftAfter(
  w: Words,
  first: number,
  i: number,
  unit: Unit,
  amount: number | null,
  dashed: boolean,
): Found | null {
  if (unit === "weekend") return null;
  let at = i;
  if (word(w, at) === "-" && joined(w, at)) at++;
  const next = word(w, at);
  const make = (last: number, direction: 1 | -1, from: "publication" | "text" | "either", rule: string): Found => ({
    first,
    last,
    rule,
    meaning: { kind: "shift", unit, amount, direction, from },
  });
  if (next === "ago") return make(at + 1, -1, "publication", "ago");
  if (dashed) return null;
  if (next === "earlier" || next === "previously" || next === "prior") {
    if (next === "prior" && word(w, at + 1) === "to") return null;
    return make(at + 1, -1, "text", "earlier");
  }
  if (next === "later" || next === "afterward" || next === "afterwards" || next === "thereafter")
    return make(at + 1, 1, "text", "later");
  if (next === "hence") return make(at + 1, 1, "publication", "later");
  if (next === "from" && (word(w, at + 1) === "now" || word(w, at + 1) === "today"))
    return make(at + 2, 1, "publication", "from-now");
  if (next === "before" && endsPhrase(w, at + 1)) return make(at + 1, -1, "text", "earlier");
  return null;
}

/** "years", "recent weeks", "the past decade", "the coming months", "decades-long". */
function bareUnits(w: Words, i: number, at: number, det: string, stretch: string): Found | null {
  const lexeme = w.lexemes[at]!;
  const unit = lexeme.unit!;
  if (unit === "half" || unit === "season") return null;
  if (!lexeme.plural) {
    if (stretch === "full" && det === "the" && unit === "year" && word(w, i - 1) === "for")
      return {
        first: i,
        last: at + 1,
        rule: "unit-step",
        meaning: { kind: "unit", unit, step: 0, from: "publication" },
      };
    const so = word(w, at + 1) === "or" && word(w, at + 2) === "so" ? at + 3 : at + 1;
    if ((stretch === "past" || stretch === "last" || stretch === "next") && det === "the" && so > at + 1)
      return { first: i, last: so, rule: "stretch", meaning: stretchMeaning(unit, 1, det, stretch) };
    if (
      stretch === "past" ||
      stretch === "entire" ||
      stretch === "whole" ||
      (stretch === "last" && det === "the" && unit !== "quarter" && unit !== "weekend") ||
      (stretch === "full" && det === "the")
    ) {
      if (unit === "quarter" || unit === "weekend" || (det === "" && stretch !== "past")) return null;
      if (stretch === "past" && det === "") return null;
      return { first: i, last: at + 1, rule: "stretch", meaning: stretchMeaning(unit, 1, det, stretch) };
    }
    return null;
  }
  let last = at + 1;
  const before = word(w, i - 1);
  const shift = det === "" && stretch === "" ? shiftAfter(w, i, last, unit, null, false) : null;
  if (shift !== null) return shift;
  if (word(w, last) === "-" && joined(w, last) && (word(w, last + 1) === "long" || word(w, last + 1) === "old"))
    last += 2;
  else if (stretch === "" && det === "" && i === at) {
    if (unit === "second" || unit === "quarter" || unit === "weekend") return null;
    if (
      !/^(for|in|after|of|spent|took|take|within|over|last|lasted|and|even|than|or|be|before|weeks|months|took|takes|lasting|waited|waiting|by)$/.test(
        before,
      ) &&
      !/^(of|before|after)$/.test(word(w, last))
    )
      return null;
    if (joined(w, i)) return null;
  } else if (stretch === "" && (det === "the" || det === "these" || det === "those") && i < at) {
    if (
      word(w, last) !== "of" &&
      word(w, last) !== "since" &&
      word(w, last) !== "before" &&
      word(w, last) !== "after" &&
      word(w, last) !== "when" &&
      word(w, last) !== "leading" &&
      before !== "over"
    )
      return null;
    if (det === "these" && unit === "day") return null;
  }
  const near = /^(before|after|since)$/.test(word(w, last)) ? eventAfter(w, last + 1) : null;
  if (near !== null)
    return {
      first: i,
      last,
      rule: "duration-event",
      meaning: { kind: "duration", value: durationValue(unit, null), event: near },
    };
  return {
    first: i,
    last,
    rule: stretch === "" ? "duration" : "stretch",
    meaning: stretchMeaning(unit, null, det, stretch),
  };
}

/** "a while", "some time", "a long time": a length nobody counted. */
export function vagueDuration(w: Words, i: number): Found | null {
  const [a, b] = [word(w, i), word(w, i + 1)];
  const make = (last: number): Found => ({
    first: i,
    last,
    rule: "duration-vague",
    meaning: { kind: "duration", value: "PXX" },
  });
  if (a === "a" && b === "while" && /^(for|in|after|once|quite)$/.test(word(w, i - 1))) return make(i + 2);
  if (a === "some" && b === "time" && /^(for|in|after|quite)$/.test(word(w, i - 1))) return make(i + 2);
  return null;
}
