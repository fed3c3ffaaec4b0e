import { nameKey } from "../party/name-key.ts";
import { rowsAt } from "./find.ts";
import { readId } from "./ids.ts";
import type { Found, Query } from "./investigation.ts";
import type { Store } from "./journal.ts";
import { matchOf } from "./words.ts";

/** Up to this many hits are counted; more are "at least". */
const COUNTED = 1000;

/** A set of rows larger than this is walked, not gathered: ranking it would take longer than a reader waits. */
const MANY = 10_000;

/** A condition on `row`, and the same as a set of row IDs where an index gives one. */
interface Part {
  readonly where: string;
  readonly values: readonly unknown[];
  readonly set: string | null;
}

type Interval = readonly [string | null, string | null];

/**
 * Finds statements: by words, the best first (BM25 over words, names and notes), or by filters alone, in order of the
 * log. Words that more than 10,000 statements hold are not ranked; then the newest come first.
 */
export const search = (store: Store, query: Query): Found =>
  store.c.look(() => {
    const { parts, who } = partsOf(store, query);
    const asked = matchOf(query.words);
    if (query.words.trim() !== "" && asked === null) return { total: 0, exact: true, rows: [] };
    const match = [asked && `(${asked})`, ...who.map((w) => `(who : ${w})`)].filter((m) => m !== null).join(" AND ");
    const limit = Math.min(query.limit ?? 50, 1000);
    const offset = query.offset ?? 0;
    const ids = match === "" ? walk(store, parts, limit + offset) : matching(store, match, parts, limit + offset);
    return {
      total: Math.min(ids.length, Math.max(COUNTED, limit + offset)),
      exact: ids.length <= Math.max(COUNTED, limit + offset),
      rows: rowsAt(store, ids.slice(offset, offset + limit)),
    };
  });

const count = ({ c }: Store, set: string, values: readonly unknown[]): number =>
  c.get<{ n: number }>(`SELECT count(*) AS n FROM (${set} LIMIT ${MANY + 1})`, ...values)!.n;

/** The smallest set an index gives, if it is small. */
function smallest(store: Store, parts: readonly Part[]): Part | null {
  let best: Part | null = null;
  let least = MANY + 1;
  for (const part of parts) {
    const n = part.set ? count(store, part.set, part.values) : least;
    if (n < least) [best, least] = [part, n];
  }
  return best;
}

const conditions = (parts: readonly Part[]) => parts.map((p) => ` AND ${p.where}`).join("");
const bound = (parts: readonly Part[]) => parts.flatMap((p) => p.values);

function walk(store: Store, parts: readonly Part[], wanted: number): number[] {
  const start = smallest(store, parts);
  const rest = parts.filter((p) => p !== start);
  const from = start ? `row.id IN (${start.set})` : "1";
  return ids(
    store,
    `SELECT row.id FROM row ${start ? "" : "INDEXED BY row_place"} WHERE ${from}${conditions(rest)}
     ORDER BY row.report, row.place, row.n LIMIT ?`,
    [...(start?.values ?? []), ...bound(rest), wanted + COUNTED],
  );
}

function matching(store: Store, match: string, parts: readonly Part[], wanted: number): number[] {
  const most = wanted + COUNTED;
  if (count(store, "SELECT 1 FROM row_words WHERE row_words MATCH ?", [match]) <= MANY)
    return ids(
      store,
      `SELECT row.id FROM row_words JOIN row ON row.id = row_words.rowid WHERE row_words MATCH ?${conditions(parts)}
       ORDER BY bm25(row_words, 10, 4, 2), row.id LIMIT ?`,
      [match, ...bound(parts), most],
    );
  const start = smallest(store, parts);
  if (!start)
    return ids(
      store,
      `SELECT row.id FROM row_words CROSS JOIN row ON row.id = row_words.rowid WHERE row_words MATCH ?${conditions(parts)}
       ORDER BY row_words.rowid DESC LIMIT ?`,
      [match, ...bound(parts), most],
    );
  const rest = parts.filter((p) => p !== start);
  const near = ids(store, `SELECT row.id FROM row WHERE row.id IN (${start.set})${conditions(rest)}`, [
    ...start.values,
    ...bound(rest),
  ]);
  return ids(
    store,
    `SELECT rowid AS id FROM row_words WHERE row_words MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
     ORDER BY bm25(row_words, 10, 4, 2), rowid LIMIT ?`,
    [match, JSON.stringify(near), most],
  );
}

const ids = ({ c }: Store, sql: string, values: readonly unknown[]): number[] =>
  c.all<{ id: number }>(sql, ...values).map((r) => r.id);

/** The filters as conditions, and names that nobody filed bears, to be looked for among the words of sources. */
function partsOf(store: Store, query: Query): { parts: Part[]; who: string[] } {
  const parts: Part[] = [];
  const who: string[] = [];
  const part = (where: string, values: readonly unknown[] = [], set: string | null = null) =>
    parts.push({ where, values, set });
  for (const [kind, name] of [
    ["by", query.by],
    ["to", query.to],
    ["about", query.about],
  ] as const) {
    if (!name) continue;
    const people = peopleCalled(store, name);
    const words = kind === "by" && people.length === 0 ? matchOf(`"${name.replaceAll('"', "")}"`) : null;
    if (words) who.push(words);
    else if (people.length === 0) part("0");
    else {
      const set = `SELECT rn.row FROM person p JOIN name n ON n.person = p.id JOIN row_name rn ON rn.name = n.id AND rn.part = '${kind}'
        WHERE p.root IN (${people.join(",")})`;
      part(`row.id IN (${set})`, [], set);
    }
  }
  const reports = (where: string, values: readonly unknown[]) => {
    const set = `SELECT row.id FROM row WHERE row.report IN (SELECT r.id FROM report r WHERE ${where})`;
    part(`row.report IN (SELECT r.id FROM report r WHERE ${where})`, values, set);
  };
  if (query.outlet) reports("r.outlet LIKE ? ESCAPE '\\'", [`%${query.outlet.replace(/[\\%_]/g, "\\$&")}%`]);
  if (query.published) reports(...within("r.published_from", "r.published_to", query.published));
  if (query.report) {
    const named = readId(query.report);
    const values = [named.kind === "report" ? named.report : -1];
    part("row.report = ?", values, "SELECT id FROM row WHERE report = ?");
  }
  if (query.said) {
    const [where, values] = within("row.said_from", "row.said_to", query.said);
    part(where, values, `SELECT id FROM row WHERE ${where}`);
  }
  if (query.event) {
    const [where, values] = within("at_from", "at_to", query.event);
    const set = `SELECT row FROM row_event WHERE ${where}`;
    part(`row.id IN (${set})`, values, set);
  }
  if (query.act) part("row.act = ?", [query.act]);
  if (query.status) part("row.status = ?", [query.status], "SELECT id FROM row WHERE status = ?");
  else part("row.status <> 'rejected'");
  if (query.orphaned) part("row.orphaned = 1");
  if (query.minConfidence) part("(row.confidence IS NULL OR row.confidence >= ?)", [query.minConfidence]);
  return { parts, who };
}

/** That a half-open interval meets another; an open end meets everything, no dates at all meet nothing. */
function within(from: string, to: string, [a, b]: Interval): [where: string, values: string[]] {
  const some = `(${from} IS NOT NULL OR ${to} IS NOT NULL)`;
  const before = b === null ? "" : ` AND (${from} IS NULL OR ${from} < ?)`;
  const after = a === null ? "" : ` AND (${to} IS NULL OR ${to} > ?)`;
  return [`${some}${before}${after}`, [...(b === null ? [] : [b]), ...(a === null ? [] : [a])]];
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
