import type { TimeValue } from "./time.ts";

/** The line that opens a wire report: place, date and zone as far as they are stated. */
export interface Dateline {
  readonly place: string | null;
  readonly date: string | null;
  readonly zone: string | null;
}

/** The bytes a report was taken from. */
export interface Original {
  readonly sha256: string;
  readonly mime: string;
  readonly retrieved: string | null;
}

/** A text somebody published. `text` is never edited: every offset in Hearsay points into it. */
export interface Report {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly published: TimeValue | null;
  readonly dateline: Dateline | null;
  /** BCP 47 code of the language the text is written in; "und" when it cannot be told. */
  readonly language: string;
  readonly sha256: string;
  readonly original: Original | null;
}
