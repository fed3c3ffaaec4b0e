/** A stretch of `Report.text` in UTF-16 code units, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with the characters it stands on: `text === report.text.slice(start, end)`. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** Why an entry is as it is: the rule or model that spoke, where, and how strongly (0..1). */
export interface Evidence {
  readonly rule: string;
  readonly span: Span | null;
  readonly weight: number;
}
