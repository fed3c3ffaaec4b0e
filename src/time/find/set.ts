import type { Found } from "../meaning.ts";
import { cardinalAt, ordinalAt } from "../number.ts";
import { DIGITS, joined, type Words, word } from "../words.ts";
import { monthAt, weekdayAt } from "./atoms.ts";
import { durationValue } from "./duration.ts";

const make = (first: number, last: number, value: string, rule = "set"): Found => ({
  first,
  last,
  rule,
  meaning: { kind: "set", value },
});

/** "every year", "each July", "daily", "twice a week", "$3 a day", "per month", "Mondays". */
export function set(w: Words, i: number): Found | null {
  const first = word(w, i);
  const lexeme = w.lexemes[i];
  if (lexeme?.repeat !== undefined)
    return first === "annual" || (joined(w, i) && word(w, i - 1) === "-") ? null : make(i, i + 1, lexeme.repeat);
  if (lexeme?.weekday !== undefined && lexeme.plural)
    return joined(w, i + 1) && word(w, i + 1) === "'" ? null : make(i, i + 1, `XXXX-WXX-${lexeme.weekday}`);
  if (lexeme?.weekday !== undefined) return weekdayNights(w, i);
  if (first === "every" || first === "each") return every(w, i);
  if (first === "per" || first === "a" || first === "an") {
    const unit = w.lexemes[i + 1]?.unit;
    if (
      unit === undefined ||
      w.lexemes[i + 1]?.plural ||
      unit === "half" ||
      unit === "quarter" ||
      unit === "second" ||
      unit === "minute" ||
      unit === "century" ||
      unit === "decade"
    )
      return null;
    if (
      word(w, i + 2) === "-" ||
      word(w, i + 2) === "ago" ||
      word(w, i + 2) === "earlier" ||
      word(w, i + 2) === "later"
    )
      return null;
    if (first === "per") return make(i, i + 2, durationValue(unit, 1));
    return rateBefore(w, i) ? make(i, i + 2, durationValue(unit, 1)) : null;
  }
  if (first === "the" && word(w, i + 1) === "weekends") return make(i, i + 2, "XXXX-WXX-WE");
  if (first === "weekends") return make(i, i + 1, "XXXX-WXX-WE");
  if (first === "nights" && word(w, i - 1) === "at") return make(i, i + 1, "XXXX-XX-XXTNI");
  return null;
}

/** "Monday nights", "Monday and Tuesday nights": a part of the day in the plural makes the days a habit. */
function weekdayNights(w: Words, i: number): Found | null {
  const day = weekdayAt(w, i);
  if (day === null) return null;
  const part = w.lexemes[day.next];
  if (part?.part !== undefined && part.plural) return make(i, day.next + 1, `XXXX-WXX-${day.value}T${part.part}`);
  if (!/^(and|or|,)$/.test(word(w, day.next))) return null;
  const other = weekdayAt(w, day.next + 1);
  const shared = other === null ? undefined : w.lexemes[other.next];
  return shared?.part !== undefined && shared.plural ? make(i, day.next, `XXXX-WXX-${day.value}T${shared.part}`) : null;
}

function every(w: Words, i: number): Found | null {
  let at = i + 1;
  let count = 1;
  const ordinal = w.lexemes[at]?.ordinal !== undefined ? ordinalAt(w, at) : null;
  const number =
    ordinal ??
    (w.kinds[at] === DIGITS || w.lexemes[at]?.cardinal !== undefined
      ? (cardinalAt(w, at) ?? { value: Number(word(w, at)), next: at + 1 })
      : null);
  if (word(w, at) === "other") {
    count = 2;
    at++;
  } else if (word(w, at) === "single") at++;
  else if (number?.value != null && number.value < 1000) {
    count = number.value;
    at = number.next;
  } else if (word(w, at) === "few")
    return w.lexemes[at + 1]?.unit === undefined
      ? null
      : make(i, at + 2, durationValue(w.lexemes[at + 1]!.unit!, null));
  const lexeme = w.lexemes[at];
  const weekday = weekdayAt(w, at);
  if (weekday !== null) {
    const part = w.lexemes[weekday.next]?.part;
    return make(
      i,
      part === undefined ? weekday.next : weekday.next + 1,
      `XXXX-WXX-${weekday.value}${part === undefined ? "" : `T${part}`}`,
    );
  }
  const month = monthAt(w, at);
  if (month !== null) return make(i, month.next, `XXXX-${String(month.value).padStart(2, "0")}`);
  if (lexeme?.season !== undefined) return make(i, at + 1, `XXXX-${lexeme.season}`);
  if (lexeme?.part !== undefined && !lexeme.dayOffset) return make(i, at + 1, "P1D");
  if (lexeme?.unit === "weekend") return make(i, at + 1, "XXXX-WXX-WE");
  if (lexeme?.unit === undefined || lexeme.unit === "half" || lexeme.unit === "season") return null;
  return make(i, at + 1, durationValue(lexeme.unit, count));
}

/** True where "a day" says how often or how much: after a number, "times", "once", money. */
function rateBefore(w: Words, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 5; k--) {
    const at = word(w, k);
    if (at === "once" || at === "twice" || at === "times" || at === "thrice") return k >= i - 2;
    if (/^(for|in|of|after|within|than|by|about|over|,|;|\.|:)$/.test(at) && k === i - 1) return false;
    if (/^[.;:!?]$/.test(at)) return false;
    if (
      w.kinds[k] === DIGITS ||
      w.lexemes[k]?.cardinal !== undefined ||
      at === "%" ||
      at === "$" ||
      at === "£" ||
      at === "€"
    )
      return true;
    if (w.lexemes[k]?.unit !== undefined && k === i - 1) continue;
  }
  return false;
}
