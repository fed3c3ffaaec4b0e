import type { Found, Meaning } from "../meaning.ts";
import { DIGITS, LETTERS, MARK, type Words, word } from "../words.ts";
import { modifierAt } from "./atoms.ts";
import { firstDay, month, monthDay, numericDate, secondDay } from "./calendar-date.ts";
import { clock } from "./clock.ts";
import { dated } from "./dated.ts";
import { day } from "./day.ts";
import { duration, vagueDuration } from "./duration.ts";
import { event } from "./event.ts";
import { holiday } from "./holiday.ts";
import { fiscalYear, quarter } from "./quarter.ts";
import { reference } from "./reference.ts";
import { season } from "./season.ts";
import { set } from "./set.ts";
import { unitStep } from "./unit.ts";
import { weekday } from "./weekday.ts";
import { century, decade, year } from "./year.ts";

type Finder = (w: Words, i: number) => Found | null;

/** Finders of a day, which a time of day may be joined to. */
const DAYS: readonly Finder[] = [monthDay, firstDay, numericDate, weekday, day, holiday];
/** Finders of a date, which "early" or "the end of" may narrow. */
const DATES: readonly Finder[] = [...DAYS, month, quarter, fiscalYear, year, decade, century, season, unitStep];
const OTHERS: readonly Finder[] = [duration, vagueDuration, set, reference];

const longest =
  (finders: readonly Finder[]): Finder =>
  (w, i) => {
    let best: Found | null = null;
    for (const finder of finders) {
      const found = finder(w, i);
      if (found !== null && (best === null || found.last > best.last)) best = found;
    }
    return best;
  };

const dayAt = longest(DAYS);
const dateAt = longest(DATES);
const otherAt = longest(OTHERS);
/** On equal length a habit beats a day ("Monday and Tuesday nights"), else the date stands. */
const isHabit = (found: Found): boolean => found.meaning.kind === "set" && found.meaning.value.startsWith("XXXX-WXX");

/** Words without a sense of their own that may open an expression. */
const OPENERS = new Set(
  "the a an early late mid earlier later every each per now right currently presently at present nowadays these those recently recent more most previously formerly lately not long soon future to some no less fewer as up close well another half dozens hundreds fiscal financial fy q day noon midnight year weekends new good boxing valentine may st international armistice remembrance veterans independence bastille waitangi anzac australia canada all halloween thanksgiving labor memorial presidents easter palm ash april christmas ca couple beginning start end close middle turn time ad bc its their".split(
    " ",
  ),
);

function at(w: Words, i: number): Found | null {
  const plain = dateAt(w, i);
  let best = plain;
  const take = (found: Found | null): void => {
    if (found !== null && (best === null || found.last > best.last || (found.last === best.last && isHabit(found))))
      best = found;
  };
  take(otherAt(w, i));
  take(dated(w, i, dayAt, clock));
  const modifier = modifierAt(w, i);
  if (modifier !== null) {
    const the = word(w, modifier.next) === "the" ? modifier.next + 1 : modifier.next;
    const inner = dateAt(w, modifier.next) ?? (the > modifier.next ? theUnit(w, modifier.next, the) : null);
    const fits = inner !== null && inner.meaning.kind !== "reference";
    if (fits && (best === null || inner.last >= best.last) && inner.first === modifier.next)
      best = {
        first: i,
        last: inner.last,
        rule: inner.rule,
        meaning: { ...inner.meaning, modifier: modifier.value } as Meaning,
      };
  }
  return best;
}

/** "the end of the month", "earlier in the year": the unit that holds the anchor. */
function theUnit(w: Words, first: number, i: number): Found | null {
  const unit = w.lexemes[i]?.unit;
  if (
    unit !== "year" &&
    unit !== "month" &&
    unit !== "week" &&
    unit !== "quarter" &&
    unit !== "day" &&
    unit !== "decade" &&
    unit !== "century"
  )
    return null;
  if (w.lexemes[i]?.plural) return null;
  return { first, last: i + 1, rule: "unit-part", meaning: { kind: "unit", unit, step: 0, from: "either" } };
}

/** Finds every expression of time, the longest from the left. Linear: each finder looks a bounded way ahead. */
export function findExpressions(w: Words, events = false): Found[] {
  const found: Found[] = [];
  for (let i = 0; i < w.length; ) {
    const kind = w.kinds[i];
    const opens =
      kind === DIGITS ||
      (kind === LETTERS && (w.lexemes[i] !== undefined || OPENERS.has(w.lower[i]!))) ||
      (kind === MARK && w.lower[i] === "'");
    const best = opens ? at(w, i) : events ? event(w, i) : null;
    if (best === null || best.last <= i) i++;
    else {
      found.push(best);
      i = best.last;
      const second = secondDay(w, best);
      if (second === null) continue;
      // "March 3-5, 1999": the year belongs to both.
      const [a, b] = [best.meaning, second.meaning];
      if (a.kind === "date" && b.kind === "date" && b.year !== undefined)
        found[found.length - 1] = { ...best, rule: "full-date", meaning: { ...a, year: b.year } };
      found.push(second);
      i = second.last;
    }
  }
  return found;
}
