import type { PartyId } from "../../model/party.ts";
import type { Reading } from "../../model/reading.ts";
import type { Statement, StatementId } from "../../model/statement.ts";
import { rows } from "../row.ts";
import { matterOf, sameMatter } from "./overlap.ts";
import { type Brief, briefOf, known, list, placeOf, told, type View, whoOf } from "./view.ts";

/** Somebody asks somebody for something: derived from the statements that ask or order. */
export interface Request {
  /** The statement it stands on; where the report tells one request twice, the first of them. */
  readonly statement: StatementId;
  readonly line: number;
  readonly column: number;
  readonly act: "asks" | "orders";
  readonly negated: boolean;
  readonly askedBy: string;
  /** Whose act is wanted, else whom it is said to; empty: the report does not say. */
  readonly askedOf: readonly string[];
  readonly saidTo: readonly string[];
  readonly what: string;
  /** EDTF of the statement date; null: not known. */
  readonly statementDate: string | null;
  /** Where the same speaker asks for the same again. */
  readonly again: readonly Brief[];
  /** Others who ask for the same. */
  readonly backedBy: readonly Brief[];
  /** What those who are asked say further on in the report, whatever it is about; nothing says that it answers. */
  readonly since: readonly Brief[];
}

const REACH = 40;
const MOST_SINCE = 10;

/** The requests of a reading, in order of the text. */
export function requestsOf(reading: Reading): Request[] {
  const all = rows(reading);
  const members = new Map(reading.parties.map((p) => [p.id, p.members]));
  const withMembers = (ids: readonly PartyId[]) => new Set(ids.flatMap((id) => [id, ...(members.get(id) ?? [])]));
  const names = new Map(reading.parties.map((p) => [p.id, p.name]));
  const said = new Map<PartyId, number[]>();
  all.forEach((row, i) => {
    for (const id of row.statement.speakers) {
      const by = said.get(id);
      if (by) by.push(i);
      else said.set(id, [i]);
    }
  });
  const asks = all.flatMap((row, i) =>
    isRequest(row.statement) ? [{ row, i, matter: matterOf(row.what), asked: askedBy(row.statement) }] : [],
  );
  const taken = new Set<number>();
  return asks.flatMap((ask, n) => {
    if (taken.has(n)) return [];
    const again: Brief[] = [];
    const backedBy: Brief[] = [];
    const { statement } = ask.row;
    for (let m = Math.max(0, n - REACH); m < Math.min(asks.length, n + REACH); m++) {
      const other = asks[m]!;
      if (m === n || other.row.statement.negated || statement.negated || !sameMatter(ask.matter, other.matter))
        continue;
      if (other.asked.length > 0 && ask.asked.length > 0 && !meet(other.asked, ask.asked)) continue;
      if (meet(other.row.statement.speakers, statement.speakers)) {
        if (m < n || !alike(other.row.statement.speakers, statement.speakers)) continue;
        again.push(briefOf(other.row));
        taken.add(m);
      } else if (whoOf(other.row) !== whoOf(ask.row) || statement.speakers.length > 0)
        backedBy.push(briefOf(other.row));
    }
    const askers = new Set(statement.speakers);
    const since = [...withMembers(ask.asked)]
      .filter((id) => !askers.has(id))
      .flatMap((id) => later(said.get(id) ?? [], ask.i))
      .sort((a, b) => a - b);
    return [
      {
        statement: statement.id,
        line: ask.row.place.line,
        column: ask.row.place.column,
        act: statement.act as Request["act"],
        negated: statement.negated === true,
        askedBy: whoOf(ask.row),
        askedOf: ask.asked.map((id) => names.get(id) ?? id),
        saidTo: ask.row.addressees,
        what: ask.row.what,
        statementDate: statement.said?.edtf ?? null,
        again,
        backedBy,
        since: [...new Set(since)].slice(0, MOST_SINCE).map((i) => briefOf(all[i]!)),
      },
    ];
  });
}

const isRequest = (s: Statement) => s.act === "asks" || s.act === "orders";
const askedBy = (s: Statement): readonly PartyId[] => (s.performers.length > 0 ? s.performers : s.addressees);
const meet = (a: readonly string[], b: readonly string[]) => a.some((x) => b.includes(x));
const alike = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((x) => b.includes(x));

/** The first few of ascending indices beyond one. */
function later(indices: readonly number[], than: number): number[] {
  let low = 0;
  for (let high = indices.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (indices[middle]! <= than) low = middle + 1;
    else high = middle;
  }
  return indices.slice(low, low + MOST_SINCE);
}

export const REQUESTS: View<Request> = {
  name: "requests",
  noun: "request",
  rows: requestsOf,
  columns: [
    ["statement", (r) => r.statement],
    ["line", (r) => String(r.line)],
    ["column", (r) => String(r.column)],
    ["asked_by", (r) => r.askedBy],
    ["act", (r) => r.act],
    ["negated", (r) => (r.negated ? "yes" : "no")],
    ["asked_of", (r) => list(r.askedOf)],
    ["said_to", (r) => list(r.saidTo)],
    ["for_what", (r) => r.what],
    ["statement_date", (r) => r.statementDate ?? ""],
    ["told_again", (r) => list(r.again.map(placeOf))],
    ["backed_by", (r) => list(r.backedBy.map(told))],
    ["said_since", (r) => list(r.since.map(told))],
  ],
  entry: (r) => ({
    place: placeOf(r),
    words: [r.askedBy, `${r.negated ? "(not) " : ""}${r.act} ${r.askedOf.join(", ")}`.trimEnd(), r.what],
    more: known([
      ["said to", r.saidTo.join(", ") === r.askedOf.join(", ") ? "" : r.saidTo.join(", ")],
      ["statement date", r.statementDate ?? ""],
      ["told again at", r.again.map(placeOf).join(", ")],
      ["backed by", r.backedBy.map(told).join(" | ")],
      ["those asked say further on", r.since.map(told).join(" | ")],
    ]),
  }),
};
