import type { Entry } from "../model/entry.ts";
import { addStatement, change, history, undo } from "./entries.ts";
import { oneRow, pageOfRows } from "./find.ts";
import { reportId } from "./ids.ts";
import type { Investigation } from "./investigation.ts";
import { lastLine, lines, record, type Store } from "./journal.ts";
import { add, keptReport, listReports, listVersions, original, standing } from "./keep.ts";
import { decisions, mergePeople, people, splitPerson, undoDecision } from "./people.ts";
import { remove } from "./remove.ts";
import { search } from "./search.ts";
import { type Connection, type OpenOptions, openSqlite } from "./sqlite.ts";
import { keepStamp } from "./stamps.ts";
import { verify } from "./verify.ts";

export interface InvestigationOptions extends OpenOptions {
  /** The present instant; the clock unless a test says otherwise. */
  readonly now?: () => string;
  /** Who opens it, for the log's first line. */
  readonly by?: string;
}

/** Opens the investigation in a file, and makes it where `create` allows. Throws HearsayError. */
export async function openInvestigation(path: string, options: InvestigationOptions = {}): Promise<Investigation> {
  const c = openSqlite(path, options);
  const now = options.now ?? (() => new Date().toISOString());
  const store: Store = { c, now };
  if (!c.readOnly && !lastLine(store))
    c.write(() => {
      if (!lastLine(store)) record(store, options.by ?? "hearsay", "opened", "investigation", { hash: "SHA-256" });
    });
  return over(store, c);
}

const PAGE = 200;

/** The asynchronous interface over a connection that answers at once. */
function over(store: Store, c: Connection): Investigation {
  return {
    name: c.path,
    readOnly: c.readOnly,
    standing: async (report, key, engine) => standing(store, report, key, engine),
    add: async (kept, author) => add(store, kept, author),
    async *reports() {
      for (let after = 0; ; ) {
        const page = listReports(store, after, PAGE);
        if (page.length === 0) return;
        yield* page;
        after = Number(page[page.length - 1]!.id.slice(1));
      }
    },
    report: async (id, version) => keptReport(store, id, version),
    versions: async (id) => listVersions(store, id),
    original: async (id, version) => original(store, id, version),
    async *rows({ report, ...rest } = {}) {
      const only = report === undefined ? 0 : reportId(report);
      const filter: { report?: number; rejected?: boolean } = only > 0 ? { ...rest, report: only } : rest;
      let after: readonly [number, number, number] | null = [
        filter.report ? filter.report - 1 : 0,
        0x7fffffff,
        0x7fffffff,
      ];
      while (after) {
        const page = pageOfRows(store, filter, after, PAGE);
        yield* page.rows;
        after = page.last;
      }
    },
    row: async (id) => oneRow(store, id),
    search: async (query) => search(store, query),
    change: async (id, what, author) => change(store, id, what, author),
    addStatement: async (report, spans, what, author) => addStatement(store, report, spans, what, author),
    undo: async (id, author) => undo(store, id, author),
    history: async (id) => history(store, id),
    async *entries() {
      for (let after = 0; ; ) {
        const page = c.all<{ id: number; body: string }>(
          "SELECT id, body FROM entry WHERE id > ? ORDER BY id LIMIT ?",
          after,
          PAGE,
        );
        if (page.length === 0) return;
        yield* page.map((r) => JSON.parse(r.body) as Entry);
        after = page[page.length - 1]!.id;
      }
    },
    people: async () => people(store),
    merge: async (from, into, author) => mergePeople(store, from, into, author),
    split: async (person, alias, author) => splitPerson(store, person, alias, author),
    undoDecision: async (id, author) => undoDecision(store, id, author),
    decisions: async () => decisions(store),
    remove: async (id, author) => remove(store, id, author),
    async *log() {
      yield* lines(store);
    },
    fingerprint: async () => {
      const last = lastLine(store);
      return { lines: last?.seq ?? 0, hash: last?.hash ?? "" };
    },
    verify: async (kept) => verify(store, kept),
    stamp: async (stamp, of, author) => keepStamp(store, stamp, of, author),
    close: async () => c.close(),
  };
}
