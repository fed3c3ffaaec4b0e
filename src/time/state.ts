import type { Stamp } from "./stamp.ts";
import type { Tense } from "./tense.ts";
import type { Zone } from "./zone.ts";

/** What is known while the expressions of a text are resolved one after the other. */
export interface State {
  /** The day that relative dates count from (days since 1970): the report's date line or its publication; null: unknown. */
  readonly published: number | null;
  /** Words for that anchor: "publication", "the date line", "utterance". */
  readonly anchor: string;
  /** True for histories: dates without a year follow the last year named, not the publication. */
  readonly narrative: boolean;
  readonly zone: Zone | null;
  /** The last date named in the text, and the last year and quarter. */
  last: Stamp | null;
  lastYear: number | null;
  /** First day of the last month or day named whose year became `lastYear`. */
  lastMonth: number | null;
  /** A year named once that is far from the others: a glance aside until a second one follows. */
  aside: number | null;
  lastQuarter: Stamp | null;
  /** End offset of the words that named it. */
  lastQuarterEnd: number;
  /** End offset of the last date named. */
  lastEnd: number;
  /** Where a clause has named a year of its own, offsets of that clause's end. */
  readonly tenseOf: (offset: number) => Tense | null;
  /** True when the word at an offset is followed by "'s". */
  readonly possessive: (offset: number) => boolean;
}

/** What an expression comes to: a stretch of the calendar, or what is left when there is none. */
export interface Settled {
  readonly stamp: Stamp | null;
  /** Set where `value` is not that of the stamp. */
  readonly value?: string;
  /** Set where EDTF is not that of the stamp; null where nothing can be said. */
  readonly edtf?: string | null;
  readonly anchor: string | null;
  readonly rule: string;
  readonly basis: "explicit" | "inferred";
  readonly why: string;
  readonly bounds?: { readonly from: number | null; readonly to: number | null };
}
