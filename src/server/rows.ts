import type { Investigation, LogRow, Query } from "../hearsay.ts";
import type { AskedRows, SORTS } from "./schemas.ts";

/** Rows that a sort or an export gathers from filters at most. */
const MOST = 100_000;

type Sort = (typeof SORTS)[number];

const KEY: Record<Exclude<Sort, "log">, (row: LogRow) => string | number> = {
  saidBy: (r) => (r.saidBy[0]?.name ?? r.source).toLowerCase(),
  act: (r) => r.act ?? "",
  said: (r) => r.said?.from ?? "",
  event: (r) => r.event[0]?.from ?? "",
  published: (r) => r.published?.from ?? "",
  outlet: (r) => (r.outlet ?? "").toLowerCase(),
  status: (r) => r.status,
  confidence: (r) => r.confidence ?? -1,
};

const interval = (from?: string, to?: string) => (from || to ? ([from || null, to || null] as const) : undefined);

/** The store's query behind what the page asks. */
export function queryOf(asked: AskedRows): Query {
  const { words, saidFrom, saidTo, eventFrom, eventTo, orphaned, sort: _, desc: __, ...rest } = asked;
  const given = {
    ...rest,
    said: interval(saidFrom, saidTo),
    event: interval(eventFrom, eventTo),
    orphaned: orphaned ? true : undefined,
  };
  return { words, ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined && v !== "")) };
}

const isOpen = (query: Query) => Object.keys(query).length === 1 && query.words.trim() === "";

/** Every row a query finds, in the log's order or the search's. */
export async function* allRows(inv: Investigation, query: Query): AsyncGenerator<LogRow> {
  if (isOpen(query)) return yield* inv.rows();
  if (Object.keys(query).length === 2 && query.report && query.words === "")
    return yield* inv.rows({ report: query.report });
  for (let offset = 0; offset < MOST; offset += 1000) {
    const { rows } = await inv.search({ ...query, limit: 1000, offset });
    yield* rows;
    if (rows.length < 1000) return;
  }
}

interface Window {
  readonly total: number;
  /** False: there are at least `total`. */
  readonly exact: boolean;
  readonly rows: readonly LogRow[];
}

/** Windows into the claim log in any order; a sorted order is kept as a list of IDs until something changes. */
export function windows(inv: Investigation): (asked: AskedRows, limit: number, offset: number) => Promise<Window> {
  const kept = new Map<string, readonly string[]>();
  let state = "";
  return async (asked, limit, offset) => {
    const query = queryOf(asked);
    if (asked.sort === "log") {
      const found = await inv.search({ ...query, limit, offset });
      return { total: found.total, exact: found.exact, rows: found.rows };
    }
    const { hash } = await inv.fingerprint();
    if (hash !== state) kept.clear();
    state = hash;
    const key = JSON.stringify(asked);
    let ids = kept.get(key);
    if (!ids) {
      ids = await sorted(inv, query, KEY[asked.sort], asked.desc === "true");
      if (kept.size >= 4) kept.delete(kept.keys().next().value!);
      kept.set(key, ids);
    }
    const rows = await Promise.all(ids.slice(offset, offset + limit).map((id) => inv.row(id)));
    return { total: ids.length, exact: true, rows };
  };
}

async function sorted(
  inv: Investigation,
  query: Query,
  key: (row: LogRow) => string | number,
  desc: boolean,
): Promise<string[]> {
  const all: { id: string; key: string | number }[] = [];
  for await (const row of allRows(inv, query)) all.push({ id: row.id, key: key(row) });
  const sign = desc ? -1 : 1;
  // What has no value stands last in either direction.
  const empty = (k: string | number) => k === "" || k === -1;
  all.sort((a, b) => Number(empty(a.key)) - Number(empty(b.key)) || (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
  return all.map((one) => one.id);
}
