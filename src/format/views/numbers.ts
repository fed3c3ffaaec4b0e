import type { Quantity } from "../../model/quantity.ts";
import type { Reading } from "../../model/reading.ts";
import { places } from "../place.ts";
import { known, placeOf, rowsById, type View, whoOf } from "./view.ts";

/** A number of a report with what it counts and on whose word it stands. */
export interface NumberRow {
  readonly line: number;
  readonly column: number;
  readonly words: string;
  readonly value: number;
  readonly upper: number | null;
  readonly unit: string;
  readonly bound: Quantity["bound"];
  /** Id of the statement it stands in; null: the outlet's own voice. */
  readonly statement: string | null;
  readonly onTheWordOf: string;
  readonly start: number;
  readonly end: number;
}

function numberRows(reading: Reading): NumberRow[] {
  const at = places(reading.report.text);
  const rows = rowsById(reading);
  return reading.quantities.map((q) => {
    const row = q.authority === null ? undefined : rows.get(q.authority);
    return {
      ...at(q.start),
      words: q.text,
      value: q.value,
      upper: q.upper,
      unit: q.unit,
      bound: q.bound,
      statement: q.authority,
      onTheWordOf: row ? whoOf(row) : "(the outlet)",
      start: q.start,
      end: q.end,
    };
  });
}

const BOUNDS: Record<Quantity["bound"], string> = {
  exact: "",
  over: "over ",
  under: "under ",
  about: "about ",
  between: "",
};

const amount = (r: NumberRow): string =>
  `${BOUNDS[r.bound]}${r.value}${r.upper === null ? "" : ` to ${r.upper}`}${r.unit ? ` ${r.unit}` : ""}`;

export const NUMBERS: View<NumberRow> = {
  name: "numbers",
  noun: "number",
  rows: numberRows,
  columns: [
    ["line", (r) => String(r.line)],
    ["column", (r) => String(r.column)],
    ["words", (r) => r.words],
    ["bound", (r) => r.bound],
    ["value", (r) => String(r.value)],
    ["upper", (r) => (r.upper === null ? "" : String(r.upper))],
    ["unit", (r) => r.unit],
    ["on_the_word_of", (r) => r.onTheWordOf],
    ["statement", (r) => r.statement ?? ""],
    ["start", (r) => String(r.start)],
    ["end", (r) => String(r.end)],
  ],
  entry: (r) => ({
    place: placeOf(r),
    words: [amount(r), r.onTheWordOf],
    more: known([["words", `“${r.words}”`]]),
  }),
};
