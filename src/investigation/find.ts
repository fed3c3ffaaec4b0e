import type { Report } from "../model/report.ts";
import type { LogRow, RowDate, RowParty } from "../model/row.ts";
import { nameKey } from "../party/name-key.ts";
import { readId, unknownId } from "./ids.ts";
import type { Found, Query } from "./investigation.ts";
import type { Store } from "./journal.ts";
import { personOf } from "./people.ts";
import type { Draft, DraftParty } from "./rows.ts";
import { matchOf } from "./words.ts";

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

const ROW = `row.id, row.report, row.n, row.place, row.status, row.act, row.confidence, row.words, row.notes, row.detail,
  r.version, v.meta, r.archived, r.confidential, r.embargo`;
const JOINED = `JOIN report r ON r.id = row.report JOIN version v ON v.report = r.id AND v.version = r.version`;

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
    const d = JSON.parse(row.detail) as Draft & { words?: string; notes?: string };
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

/** Up to this many hits are counted; more are "at least". */
const COUNTED = 1000;

/** Finds statements: by words, best first, or by filters alone, in order of the log. */
export function search(store: Store, query: Query): Found {
  const { c } = store;
  const values: unknown[] = [];
  const where: string[] = [];
  const also = (sql: string, ...bound: unknown[]) => {
    where.push(sql);
    values.push(...bound);
  };
  let match = matchOf(query.words);
  if (query.words.trim() !== "" && match === null) return { total: 0, exact: true, rows: [] };
  const party = (part: string, name: string) => {
    const people = peopleCalled(store, name);
    if (people.length > 0)
      return also(
        `row.id IN (SELECT rn.row FROM person p JOIN name n ON n.person = p.id JOIN row_name rn ON rn.name = n.id AND rn.part = ?
          WHERE p.root IN (${people.join(",")}))`,
        part,
      );
    const who = part === "by" ? matchOf(`"${name.replaceAll('"', "")}"`) : null;
    if (!who) return also("0");
    match = match ? `(${match}) AND who : ${who}` : `who : ${who}`;
  };
  if (query.by) party("by", query.by);
  if (query.to) party("to", query.to);
  if (query.about) party("about", query.about);
  if (query.act) also("row.act = ?", query.act);
  if (query.outlet) also("r.outlet LIKE ? ESCAPE '\\'", `%${query.outlet.replace(/[\\%_]/g, "\\$&")}%`);
  if (query.report) {
    const named = readId(query.report);
    also("row.report = ?", named.kind === "report" ? named.report : -1);
  }
  const within = (from: string, to: string, [a, b]: readonly [string | null, string | null]) =>
    `(${from} IS NOT NULL OR ${to} IS NOT NULL)${b === null ? "" : ` AND (${from} IS NULL OR ${from} < ?)`}${a === null ? "" : ` AND (${to} IS NULL OR ${to} > ?)`}`;
  const ends = ([a, b]: readonly [string | null, string | null]) => [
    ...(b === null ? [] : [b]),
    ...(a === null ? [] : [a]),
  ];
  if (query.said) also(within("row.said_from", "row.said_to", query.said), ...ends(query.said));
  if (query.published) also(within("r.published_from", "r.published_to", query.published), ...ends(query.published));
  if (query.event)
    also(
      `row.id IN (SELECT row FROM row_event WHERE ${within("at_from", "at_to", query.event)})`,
      ...ends(query.event),
    );
  if (query.status) also("row.status = ?", query.status);
  else also("row.status <> 'rejected'");
  if (query.orphaned) also("row.orphaned = 1");
  if (query.minConfidence) also("(row.confidence IS NULL OR row.confidence >= ?)", query.minConfidence);
  const from = match === null ? `row ${JOINED}` : `row_words JOIN row ON row.id = row_words.rowid ${JOINED}`;
  const matched = match === null ? "" : "row_words MATCH ? AND";
  const bound = match === null ? values : [match, ...values];
  const order = match === null ? "row.report, row.place, row.n" : "bm25(row_words, 10, 4, 2), row.id";
  const sql = `FROM ${from} WHERE ${matched} ${where.join(" AND ")}`;
  const limit = Math.min(query.limit ?? 50, 1000);
  return c.look(() => {
    const rows = c.all<Stored>(
      `SELECT ${ROW} ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
      ...bound,
      limit,
      query.offset ?? 0,
    );
    const { n } = c.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${sql} LIMIT ${COUNTED + 1})`, ...bound)!;
    return { total: Math.min(n, COUNTED), exact: n <= COUNTED, rows: rows.map(reader(store)) };
  });
}

/** Everybody one of whose names has these words in it; a person's ID names that person alone. */
function peopleCalled({ c }: Store, name: string): number[] {
  const id = /^P(\d{1,9})$/i.exec(name);
  if (id) return [Number(id[1])];
  const key = nameKey(name);
  if (key === "") return [];
  return c
    .all<{ root: number }>(
      "SELECT DISTINCT p.root FROM name n JOIN person p ON p.id = n.person WHERE ' ' || n.key || ' ' LIKE ? LIMIT 200",
      `% ${key} %`,
    )
    .map((r) => r.root);
}
