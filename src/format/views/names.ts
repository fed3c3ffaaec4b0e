import type { Label, PartyId } from "../../model/party.ts";
import type { Reading } from "../../model/reading.ts";
import type { Span } from "../../model/span.ts";
import { places } from "../place.ts";
import { known, list, placeOf, type View } from "./view.ts";

/** A label that a report uses for a party, in one voice, with every place where it does. */
export interface NameRow {
  readonly party: PartyId;
  readonly name: string;
  readonly label: string;
  /** In whose voice: the outlet's own, a speaker's in the outlet's words, or inside quotation marks. */
  readonly voice: Label["voice"];
  readonly places: readonly { readonly line: number; readonly column: number }[];
  readonly spans: readonly Span[];
}

function nameRows(reading: Reading): NameRow[] {
  const at = places(reading.report.text);
  const names = new Map(reading.parties.map((p) => [p.id, p.name]));
  const found = new Map<string, NameRow & { places: NameRow["places"][number][]; spans: Span[] }>();
  for (const { party, voice, text, start, end } of reading.labels) {
    const label = text.toLowerCase().replace(/\s+/g, " ");
    const key = JSON.stringify([party, voice, label]);
    let row = found.get(key);
    if (row === undefined) {
      row = { party, name: names.get(party) ?? party, label, voice, places: [], spans: [] };
      found.set(key, row);
    }
    row.places.push(at(start));
    row.spans.push({ start, end });
  }
  const order = new Map(reading.parties.map((p, i) => [p.id, i]));
  return [...found.values()].sort((a, b) => (order.get(a.party) ?? 0) - (order.get(b.party) ?? 0));
}

const VOICES: Record<Label["voice"], string> = {
  outlet: "in the outlet's own voice",
  reported: "in reported words",
  quoted: "inside quotation marks",
};

export const NAMES: View<NameRow> = {
  name: "names",
  noun: "name",
  rows: nameRows,
  columns: [
    ["party", (r) => r.party],
    ["name", (r) => r.name],
    ["label", (r) => r.label],
    ["voice", (r) => r.voice],
    ["times", (r) => String(r.places.length)],
    ["places", (r) => list(r.places.map(placeOf))],
  ],
  entry: (r) => ({
    place: placeOf(r.places[0]!),
    words: [r.name, `“${r.label}”`, VOICES[r.voice]],
    more: known([["also at", r.places.slice(1).map(placeOf).join(", ")]]),
  }),
};
