import type { DayPart, Season, Unit } from "../language/en/time-words.ts";

/** What part of a period is meant; widens or narrows nothing in TIMEX3 `value`, but the interval. */
export type Modifier = "start" | "mid" | "end" | "early" | "late" | "earlier" | "later" | "rest";

/** A time of day; `offset` in minutes east of Greenwich when a zone was named. */
export interface Clock {
  readonly hour: number;
  readonly minute: number | null;
  readonly second: number | null;
  readonly offset: number | null;
}

/** Which year a date without one is said to lie in ("of that year", "last June", "next year's"). */
export interface Which {
  readonly step: number;
  readonly from: "publication" | "text" | "either";
}

/** What an expression says by itself, before any anchor is known. */
export type Meaning =
  | {
      readonly kind: "date";
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly weekday?: number;
      readonly season?: Season;
      readonly quarter?: number;
      readonly half?: number;
      readonly fiscal?: boolean;
      /** "the latest quarter": the last one that is over. */
      readonly latest?: boolean;
      readonly which?: Which;
      /** A step said with the day itself ("last Friday", "next June") and not with its year. */
      readonly step?: Which;
      readonly holiday?: string;
      /** A second reading of an ambiguous numeric date: month and day the other way round. */
      readonly swapped?: boolean;
      readonly part?: DayPart;
      readonly clock?: Clock;
      readonly modifier?: Modifier;
    }
  | {
      readonly kind: "decade" | "century";
      readonly year: number;
      readonly bc?: boolean;
      readonly short?: boolean;
      readonly modifier?: Modifier;
    }
  | {
      /** "this week", "the following month", "today", "that day". */
      readonly kind: "unit";
      readonly unit: Unit;
      readonly step: number;
      readonly from: "publication" | "text" | "either";
      readonly part?: DayPart;
      readonly clock?: Clock;
      readonly modifier?: Modifier;
    }
  | {
      /** "two weeks ago", "three days later", "a month after the vote"; amount null: not said how many. */
      readonly kind: "shift";
      readonly unit: Unit;
      readonly amount: number | null;
      readonly direction: 1 | -1;
      readonly from: "publication" | "text" | "either";
      readonly event?: string;
      readonly part?: DayPart;
      readonly modifier?: Modifier;
      readonly weekday?: number;
    }
  | { readonly kind: "clock"; readonly clock?: Clock; readonly part?: DayPart; readonly modifier?: Modifier }
  | {
      readonly kind: "duration";
      readonly value: string;
      readonly event?: string;
      readonly modifier?: Modifier;
      readonly span?: { readonly unit: Unit; readonly amount: number | null; readonly direction: 1 | -1 };
    }
  | { readonly kind: "set"; readonly value: string; readonly modifier?: Modifier }
  | {
      readonly kind: "reference";
      readonly value: "PRESENT_REF" | "PAST_REF" | "FUTURE_REF";
      readonly modifier?: Modifier;
    }
  | { readonly kind: "event"; readonly direction: 1 | -1; readonly event: string; readonly modifier?: Modifier };

/** An expression in the text; `first` and `last` are word indices, half-open. `rule` names the finder's rule. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly rule: string;
  readonly meaning: Meaning;
}
