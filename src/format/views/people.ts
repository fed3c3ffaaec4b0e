import type { Party, PartyId } from "../../model/party.ts";
import type { Reading } from "../../model/reading.ts";
import { count } from "../details.ts";
import { places } from "../place.ts";
import { known, list, placeOf, type View } from "./view.ts";

/** Somebody or something that speaks, is spoken to or is spoken of in a report. */
export interface PersonRow {
  readonly party: PartyId;
  readonly kind: Party["kind"];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly members: readonly string[];
  readonly mentions: number;
  /** Where the report first names it; null: nowhere. */
  readonly line: number | null;
  readonly column: number | null;
  /** How many statements are by, to and about it. */
  readonly said: number;
  readonly saidTo: number;
  readonly about: number;
}

function personRows(reading: Reading): PersonRow[] {
  const at = places(reading.report.text);
  const names = new Map(reading.parties.map((p) => [p.id, p.name]));
  const tally = (pick: (s: Reading["statements"][number]) => readonly PartyId[]) => {
    const found = new Map<PartyId, number>();
    for (const s of reading.statements) for (const id of pick(s)) found.set(id, (found.get(id) ?? 0) + 1);
    return found;
  };
  const [said, saidTo, about] = [tally((s) => s.speakers), tally((s) => s.addressees), tally((s) => s.targets)];
  return reading.parties.map((p) => {
    const first = p.mentions[0];
    const place = first === undefined ? null : at(first.start);
    return {
      party: p.id,
      kind: p.kind,
      name: p.name,
      aliases: p.aliases,
      roles: p.roles,
      members: p.members.map((id) => names.get(id) ?? id),
      mentions: p.mentions.length,
      line: place?.line ?? null,
      column: place?.column ?? null,
      said: said.get(p.id) ?? 0,
      saidTo: saidTo.get(p.id) ?? 0,
      about: about.get(p.id) ?? 0,
    };
  });
}

const number = (n: number | null) => (n === null ? "" : String(n));

export const PEOPLE: View<PersonRow> = {
  name: "people",
  noun: "party",
  rows: personRows,
  columns: [
    ["party", (r) => r.party],
    ["kind", (r) => r.kind],
    ["name", (r) => r.name],
    ["aliases", (r) => list(r.aliases)],
    ["roles", (r) => list(r.roles)],
    ["members", (r) => list(r.members)],
    ["mentions", (r) => String(r.mentions)],
    ["line", (r) => number(r.line)],
    ["column", (r) => number(r.column)],
    ["statements", (r) => String(r.said)],
    ["said_to", (r) => String(r.saidTo)],
    ["about", (r) => String(r.about)],
  ],
  entry: (r) => ({
    place: r.line === null ? "" : placeOf({ line: r.line, column: r.column! }),
    words: [
      r.name,
      r.kind === "unnamed" ? "unnamed source" : r.kind,
      `${count(r.said, "statement")}, named ${r.mentions === 1 ? "once" : `${r.mentions} times`}`,
    ],
    more: known([
      ["also called", r.aliases.join(", ")],
      ["roles", r.roles.join(", ")],
      ["members", r.members.join(", ")],
      ["said to", r.saidTo === 0 ? "" : count(r.saidTo, "statement")],
      ["accused, judged or cleared in", r.about === 0 ? "" : count(r.about, "statement")],
    ]),
  }),
};
