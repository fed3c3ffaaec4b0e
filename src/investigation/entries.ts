import { HearsayError } from "../errors.ts";
import type { Corrections, Entry, EntryStatus, Quote } from "../model/entry.ts";
import type { Span } from "../model/span.ts";
import { anchorAll, quoteOf } from "./anchor.ts";
import { canonical } from "./canonical.ts";
import { unpackDetail } from "./detail.ts";
import { readId, reportId, unknownId } from "./ids.ts";
import type { Author, Change } from "./investigation.ts";
import { record, type Store } from "./journal.ts";
import { loadReport } from "./keep.ts";
import { heads, numberOf, refresh } from "./refresh.ts";

/** What an entry says, without who wrote it down. */
type State = Omit<Entry, "id" | "why" | "by" | "at" | "replaces">;

/** Changes a statement or a report as a person. */
export const change = (store: Store, id: string, what: Change, author: Author): Entry =>
  store.c.write(() => {
    const named = readId(id);
    if (named.kind === "statement") return changeStatement(store, named.report, named.n, what, author);
    if (named.kind !== "report") throw unknownId(id);
    const before = headOf(store, named.report, null);
    return write(store, named.report, null, before, revise(before ?? blank(named.report, null), what), author);
  });

function changeStatement(store: Store, report: number, n: number, what: Change, author: Author): Entry {
  const { text } = loadReport(store, report).report;
  const before = headOf(store, report, n);
  const state = before ? requote(text, before) : fromRow(store, report, n, text);
  const held = what.spans ? { ...state, quote: quoteAll(text, what.spans) } : state;
  return write(store, report, n, before, revise(held, what, what.spans !== undefined), author);
}

/** Adds a statement by its words. */
export const addStatement = (store: Store, id: string, spans: readonly Span[], what: Change, author: Author): Entry =>
  store.c.write(() => {
    const report = reportId(id);
    const { text } = loadReport(store, report).report;
    const quote = quoteAll(text, spans);
    const { next } = store.c.get<{ next: number }>("SELECT coalesce(max(id), 0) + 1 AS next FROM entry")!;
    const n = numberOf(store, report, `added ${next} ${store.now()}`);
    const state: State = { ...blank(report, n), quote, status: "added" };
    return write(store, report, n, null, { ...revise(state, what), status: what.status ?? "added" }, author);
  });

/** Writes an entry that says what stood before the last one. */
export const undo = (store: Store, id: string, author: Author): Entry =>
  store.c.write(() => {
    const named = readId(id);
    if (named.kind !== "statement" && named.kind !== "report") throw unknownId(id);
    const n = named.kind === "statement" ? named.n : null;
    const last = headOf(store, named.report, n);
    if (!last) throw new HearsayError("change-impossible", `Nobody has changed ${id}.`, "There is nothing to undo.");
    const earlier = all(store, named.report, n).find((e) => e.id === last.replaces);
    const state: State = earlier ?? {
      ...blank(named.report, n),
      quote: last.read.length > 0 ? last.read : last.quote,
      read: last.read,
      status: n !== null && last.read.length === 0 ? "rejected" : "unchecked",
    };
    return write(store, named.report, n, last, state, author);
  });

/** Every entry on a statement or report, oldest first. */
export function history(store: Store, id: string): Entry[] {
  const named = readId(id);
  if (named.kind === "statement") return all(store, named.report, named.n);
  if (named.kind === "report") return all(store, named.report, null);
  throw unknownId(id);
}

const all = ({ c }: Store, report: number, n: number | null): Entry[] =>
  c
    .all<{ body: string }>("SELECT body FROM entry WHERE report = ? AND n IS ? ORDER BY id", report, n)
    .map((r) => JSON.parse(r.body) as Entry);

function headOf({ c }: Store, report: number, n: number | null): Entry | null {
  const row = c.get<{ body: string }>("SELECT body FROM entry WHERE report = ? AND n IS ? AND head = 1", report, n);
  return row ? (JSON.parse(row.body) as Entry) : null;
}

const blank = (report: number, n: number | null): State => ({
  report: `R${report}`,
  statement: n === null ? null : `R${report}.${n}`,
  quote: [],
  read: [],
  fields: {},
  status: "unchecked",
  note: null,
  progress: null,
  confidential: false,
  embargo: null,
});

function fromRow({ c }: Store, report: number, n: number, text: string): State {
  const row = c.get<{ detail: string }>(
    "SELECT detail FROM row JOIN row_text USING (id) WHERE report = ? AND n = ?",
    report,
    n,
  );
  if (!row) throw unknownId(`R${report}.${n}`);
  const { spans } = unpackDetail(row.detail);
  const read = spans.map((s) => quoteOf(text, s));
  return { ...blank(report, n), quote: read, read };
}

/** Quotes anew in the present version what can be found there, so that the surroundings stay fresh. */
function requote(text: string, entry: Entry): Entry {
  const fresh = (quotes: readonly Quote[]) => {
    const found = quotes.length > 0 ? anchorAll(text, quotes) : { orphaned: "" };
    return "spans" in found ? found.spans.map((s) => quoteOf(text, s)) : quotes;
  };
  return { ...entry, quote: fresh(entry.quote), read: fresh(entry.read) };
}

function quoteAll(text: string, spans: readonly Span[]): Quote[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const wrong = sorted.some(
    (s, i) =>
      !Number.isInteger(s.start) ||
      !Number.isInteger(s.end) ||
      s.start < 0 ||
      s.end > text.length ||
      s.end <= s.start ||
      (i > 0 && sorted[i - 1]!.end > s.start),
  );
  if (sorted.length === 0 || wrong)
    throw new HearsayError(
      "words-missing",
      "The selected words do not stand in the report's present version.",
      "Select them again; places count UTF-16 code units and may not overlap.",
    );
  return sorted.map((s) => quoteOf(text, s));
}

function revise(state: State, what: Change, words = false): State {
  const fields: Corrections = { ...state.fields, ...what.fields };
  const touched = words || Object.keys(what.fields ?? {}).length > 0;
  const status: EntryStatus =
    what.status ?? (touched && state.statement !== null && state.status !== "added" ? "corrected" : state.status);
  return {
    ...state,
    fields,
    status,
    note: what.note === undefined ? state.note : what.note,
    progress: what.progress === undefined ? state.progress : what.progress,
    confidential: what.confidential ?? state.confidential,
    embargo: what.embargo === undefined ? state.embargo : what.embargo,
  };
}

function write(
  store: Store,
  report: number,
  n: number | null,
  before: Entry | null,
  state: State,
  author: Author,
): Entry {
  const { c } = store;
  if (!c.get("SELECT 1 FROM report WHERE id = ?", report)) throw unknownId(`R${report}`);
  if (author.replaces !== undefined && author.replaces !== (before?.id ?? null))
    throw new HearsayError(
      "entry-stale",
      `${state.statement ?? state.report} was changed ${before ? `by ${before.by} ` : ""}in the meantime.`,
      "Look at it again, then change it.",
    );
  const same = (s: State) =>
    canonical([
      s.quote.map((q) => [q.exact, q.start]),
      s.fields,
      s.status,
      s.note,
      s.progress,
      s.confidential,
      s.embargo,
    ]);
  if (before && same(before) === same(state))
    throw new HearsayError("change-empty", "That is what stands there already.", "Nothing was written.");
  const { id } = c.run("INSERT INTO entry (report, n, head, body) VALUES (?, ?, 1, '')", report, n);
  c.run("UPDATE entry SET head = 0 WHERE report = ? AND n IS ? AND id <> ?", report, n, id);
  const entry: Entry = {
    id: `E${id}`,
    report: state.report,
    statement: state.statement,
    quote: state.quote,
    read: state.read,
    fields: state.fields,
    status: state.status,
    note: state.note,
    progress: state.progress,
    confidential: state.confidential,
    embargo: state.embargo,
    why: author.why ?? null,
    by: author.by,
    at: store.now(),
    replaces: before?.id ?? null,
  };
  c.run("UPDATE entry SET body = ? WHERE id = ?", JSON.stringify(entry), id);
  record(store, author.by, "entry", entry.statement ?? entry.report, entry, entry.at);
  renew(store, report);
  return entry;
}

/** Brings the claim log's rows and the report's own columns in line with the entries. */
export function renew(store: Store, report: number): void {
  const { report: kept, reading } = loadReport(store, report);
  refresh(store, report, kept.text, reading);
  const own = heads(store, report).find(({ n }) => n === null)?.head.entry;
  store.c.run(
    "UPDATE report SET archived = ?, notes = ?, confidential = ?, embargo = ? WHERE id = ?",
    own?.fields.archived ?? null,
    own?.note ?? null,
    own?.confidential ? 1 : 0,
    own?.embargo ?? null,
    report,
  );
}
