import type { Reading } from "../model/reading.ts";
import type { TextSpan } from "../model/span.ts";
import { type Place, places } from "./place.ts";
import type { Row } from "./row.ts";

/** A sentence that the report asserts on nobody's word. */
export interface OutletSentence {
  readonly span: TextSpan;
  readonly place: Place;
}

/** Statements and the outlet's own sentences, in order of the text; statements keep the order among themselves. */
export function withOutletVoice(
  reading: Reading,
  rows: readonly Row[],
): readonly { readonly row: Row | null; readonly outlet: OutletSentence | null }[] {
  const at = places(reading.report.text);
  const own = reading.outletVoice.map((span) => ({ row: null, outlet: { span, place: at(span.start) } }));
  const all: { row: Row | null; outlet: OutletSentence | null }[] = [];
  let next = 0;
  for (const row of rows) {
    while (next < own.length && own[next]!.outlet.span.start < row.start) all.push(own[next++]!);
    all.push({ row, outlet: null });
  }
  return [...all, ...own.slice(next)];
}
