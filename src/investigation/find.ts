import type { Report } from "../model/report.ts";
import type { LogRow, RowDate, RowParty } from "../model/row.ts";
import { unpackDetail } from "./detail.ts";
import { readId, unknownId } from "./ids.ts";
import type { Store } from "./journal.ts";
import { personOf } from "./people.ts";
import type { DraftParty } from "./rows.ts";

interface Stored {
  readonly id: number;
  readonly report: number;
  readonly n: number;
  readonly place: number;
  readonly status: LogRow["status"];
  readonly act: LogRow["act"];
  readonly confidence: number | null;
  readonly words: string;
  readonly notes: string | null;
  readonly detail: string;
  readonly version: number;
  readonly meta: string;
  readonly archived: string | null;
  readonly confidential: number;
  readonly embargo: string | null;
}

const ROW = `row.id, row.report, row.n, row.place, row.status, row.act, row.confidence, t.words, t.notes, t.detail,
  r.version, v.meta, r.archived, r.confidential, r.embargo`;
const JOINED = `JOIN row_text t ON t.id = row.id JOIN report r ON r.id = row.report JOIN version v ON v.report = r.id AND v.version = r.version`;

/** Makes rows whole: report, metadata, and who everybody is over reports. */
function reader(store: Store): (row: Stored) => LogRow {
  const persons = new Map<string, string | null>();
  const metas = new Map<string, Report>();
  const who = (p: DraftParty): RowParty => {
    if (p.kind === "unnamed") return { ...p, person: null };
    let person = persons.get(p.name);
    if (person === undefined) {
      person = personOf(store, p.name);
      persons.set(p.name, person);
      if (persons.size > 10_000) persons.clear();
    }
    return { name: p.name, person, kind: p.kind, role: p.role };
  };
  const metaOf = (json: string): Report => {
    let meta = metas.get(json);
    if (!meta) {
      if (metas.size > 100) metas.clear();
      meta = JSON.parse(json) as Report;
      metas.set(json, meta);
    }
    return meta;
  };
  return (row) => {
    const d = unpackDetail(row.detail);
    const meta = metaOf(row.meta);
    const p = meta.published;
    const published: RowDate | null = p && { edtf: p.edtf, from: p.from, to: p.to, why: p.rule };
    const later = [d.embargo, row.embargo].filter((e) => e !== null).sort();
    return {
      id: `R${row.report}.${row.n}`,
      report: `R${row.report}`,
      version: row.version,
      within: d.within,
      saidBy: d.saidBy.map(who),
      unknown: d.unknown,
      act: row.act,
      mode: d.mode,
      negated: d.negated,
      words: d.words ?? row.words,
      spans: d.spans,
      source: d.source,
      cue: d.cue,
      channel: d.channel,
      saidTo: d.saidTo.map(who),
      about: d.about.map(who),
      performers: d.performers.map(who),
      disputedBy: d.disputedBy,
      event: d.event,
      said: d.said,
      saidWhy: d.saidWhy,
      published,
      outlet: meta.outlet,
      title: meta.title,
      url: meta.url,
      archived: row.archived,
      retrieved: meta.original?.retrieved ?? null,
      hedges: d.hedges,
      numbers: d.numbers,
      confidence: row.confidence,
      status: row.status,
      orphaned: d.orphaned ?? null,
      progress: d.progress,
      checkedBy: d.checkedBy,
      checkedAt: d.checkedAt,
      notes: d.notes ?? row.notes,
      confidential: d.confidential || row.confidential === 1,
      embargo: later[later.length - 1] ?? null,
      entry: d.entry,
    };
  };
}

/** A page of the claim log after a place in it. */
export function pageOfRows(
  store: Store,
  filter: { report?: number; rejected?: boolean },
  after: readonly [number, number, number],
  limit: number,
): { rows: LogRow[]; last: readonly [number, number, number] | null } {
  const where = filter.rejected ? "" : "AND row.status <> 'rejected'";
  const only = filter.report === undefined ? "" : "AND row.report = ?";
  const stored = store.c.all<Stored>(
    `SELECT ${ROW} FROM row ${JOINED} WHERE (row.report, row.place, row.n) > (?, ?, ?) ${where} ${only}
     ORDER BY row.report, row.place, row.n LIMIT ?`,
    ...after,
    ...(filter.report === undefined ? [] : [filter.report]),
    limit,
  );
  const end = stored[stored.length - 1];
  return { rows: stored.map(reader(store)), last: end ? [end.report, end.place, end.n] : null };
}

/** Rows by where they lie, in the order asked for. */
export function rowsAt(store: Store, ids: readonly number[]): LogRow[] {
  const read = reader(store);
  return ids.map((id) => read(store.c.get<Stored>(`SELECT ${ROW} FROM row ${JOINED} WHERE row.id = ?`, id)!));
}

/** One row by its ID. */
export function oneRow(store: Store, id: string): LogRow {
  const named = readId(id);
  const row =
    named.kind === "statement"
      ? store.c.get<Stored>(
          `SELECT ${ROW} FROM row ${JOINED} WHERE row.report = ? AND row.n = ?`,
          named.report,
          named.n,
        )
      : undefined;
  if (!row) throw unknownId(id);
  return reader(store)(row);
}
