import type { Dispute } from "../../model/dispute.ts";
import type { Reading } from "../../model/reading.ts";
import { type Brief, briefOf, known, placeOf, rowsById, told, type View } from "./view.ts";

/** Two statements of one report that stand against each other, with their words; never who is right. */
export interface DisputeRow {
  readonly dispute: string;
  readonly kind: Dispute["kind"];
  readonly a: Brief | null;
  /** Null: what is denied, nobody is reported to have said. */
  readonly b: Brief | null;
  readonly rule: string;
}

const KINDS: Record<Dispute["kind"], string> = {
  "mutual-accusation": "each accuses the other",
  denial: "denial",
  undercut: "evidence against",
  incompatible: "incompatible positions",
  numbers: "numbers differ",
};

function disputeRows(reading: Reading): DisputeRow[] {
  const at = rowsById(reading);
  const brief = (id: string | null) => {
    const row = id === null ? undefined : at.get(id);
    return row ? briefOf(row) : null;
  };
  return reading.disputes.map((d) => ({
    dispute: d.id,
    kind: d.kind,
    a: brief(d.a),
    b: brief(d.b),
    rule: d.rule,
  }));
}

export const DISPUTES: View<DisputeRow> = {
  name: "disputes",
  noun: "dispute",
  rows: disputeRows,
  columns: [
    ["dispute", (r) => r.dispute],
    ["kind", (r) => r.kind],
    ["a_statement", (r) => r.a?.statement ?? ""],
    ["a_place", (r) => (r.a ? placeOf(r.a) : "")],
    ["a_who", (r) => r.a?.who ?? ""],
    ["a_act", (r) => r.a?.act ?? ""],
    ["a_words", (r) => r.a?.what ?? ""],
    ["b_statement", (r) => r.b?.statement ?? ""],
    ["b_place", (r) => (r.b ? placeOf(r.b) : "")],
    ["b_who", (r) => r.b?.who ?? ""],
    ["b_act", (r) => r.b?.act ?? ""],
    ["b_words", (r) => r.b?.what ?? ""],
    ["rule", (r) => r.rule],
  ],
  entry: (r) => ({
    place: r.a ? placeOf(r.a) : "",
    words: [KINDS[r.kind], r.a ? told(r.a) : "(no statement)"],
    more: known([
      ["against", r.b ? told(r.b) : "what nobody is reported to have said"],
      ["joined because", r.rule],
    ]),
  }),
};
