import type { Entry } from "../model/entry.ts";
import type { Reading } from "../model/reading.ts";
import { canonical, sha256 } from "./canonical.ts";
import { packDetail } from "./detail.ts";
import type { Store } from "./journal.ts";
import { fileNames } from "./people.ts";
import { type Draft, type DraftParty, type Head, placeOf, rowsOf } from "./rows.ts";

/** The newest entry on each statement of a report and on the report itself (`n` null), oldest statement first. */
export function heads({ c }: Store, report: number): { n: number | null; head: Head }[] {
  const found = new Map<number | null, Head>();
  for (const { n, body } of c.all<{ n: number | null; body: string }>(
    "SELECT n, body FROM entry WHERE report = ? ORDER BY id",
    report,
  )) {
    const entry = JSON.parse(body) as Entry;
    const before = found.get(n);
    const decided = before?.entry.status === entry.status ? before.decided : { by: entry.by, at: entry.at };
    const set: Record<string, { by: string; why: string | null }> = {};
    for (const [field, value] of Object.entries(entry.fields)) {
      const was = before?.entry.fields[field as keyof Entry["fields"]];
      const kept = before?.set[field];
      set[field] = kept && canonical(was) === canonical(value) ? kept : { by: entry.by, why: entry.why };
    }
    found.set(n, { entry, decided, set });
  }
  return [...found].map(([n, head]) => ({ n, head }));
}

/** Gives every statement of a reading its number; the same words, cue and source keep theirs for good. */
export function numberStatements({ c }: Store, report: number, reading: Reading | null): Map<string, number> {
  const numbers = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const s of reading?.statements ?? []) {
    const same = sha256(JSON.stringify([s.content, s.cue, s.source].map((spans) => spans.map((p) => p.text)))).slice(
      0,
      24,
    );
    const times = (seen.get(same) ?? 0) + 1;
    seen.set(same, times);
    numbers.set(s.id, numberOf({ c }, report, `${same}#${times}`));
  }
  return numbers;
}

/** The number kept under a key in a report, taken from the report's own count when it is new. */
export function numberOf({ c }: Pick<Store, "c">, report: number, key: string): number {
  const kept = c.get<{ n: number }>("SELECT n FROM numbered WHERE report = ? AND key = ?", report, key);
  if (kept) return kept.n;
  const { next } = c.get<{ next: number }>("UPDATE report SET next = next + 1 WHERE id = ? RETURNING next", report)!;
  c.run("INSERT INTO numbered (report, n, key) VALUES (?, ?, ?)", report, next - 1, key);
  return next - 1;
}

/** Writes the rows of a report anew from its reading and entries. Returns how many there are, and how many orphaned. */
export function refresh(
  store: Store,
  report: number,
  text: string,
  reading: Reading | null,
): { statements: number; orphaned: number } {
  const drafts = draftRows(store, report, text, reading);
  const aliases = new Map((reading?.parties ?? []).map((p) => [p.name, p.aliases]));
  dropRows(store, report);
  for (const draft of drafts) insertRow(store, report, draft, aliases);
  return {
    statements: drafts.filter((d) => d.status !== "rejected").length,
    orphaned: drafts.filter((d) => d.orphaned).length,
  };
}

/** The rows that follow from what is kept. */
export const draftRows = (store: Store, report: number, text: string, reading: Reading | null): Draft[] =>
  rowsOf({
    report: `R${report}`,
    text,
    reading,
    numbers: numberStatements(store, report, reading),
    heads: heads(store, report).flatMap(({ n, head }) => (n === null ? [] : [head])),
  });

/** Takes a report's rows out, from the index of words first: it needs them to find what to take out. */
export function dropRows({ c }: Store, report: number): void {
  c.run("DELETE FROM row_words WHERE rowid IN (SELECT id FROM row WHERE report = ?)", report);
  c.run("DELETE FROM row WHERE report = ?", report);
}

/** A draft as it lies in the columns of its row. */
export function rowColumns(draft: Draft): Record<string, string | number | null> {
  const { words, n, status, act, confidence, orphaned, notes, ...rest } = draft;
  const named = (parties: readonly DraftParty[]) => parties.flatMap((p) => (p.role ? [p.name, p.role] : [p.name]));
  return {
    n,
    place: placeOf(draft),
    status,
    act,
    confidence,
    orphaned: orphaned ? 1 : 0,
    said_from: draft.said?.from ?? null,
    said_to: draft.said?.to ?? null,
    words,
    who: [...named(draft.saidBy), draft.source].join(" \n"),
    notes,
    detail: packDetail({
      ...rest,
      ...(orphaned ? { orphaned } : {}),
      ...(HALF.test(words) ? { words } : {}),
      ...(notes && HALF.test(notes) ? { notes } : {}),
    }),
  };
}

/** Half a character: SQLite would not give it back as it was. */
const HALF = /\p{Surrogate}/u;

function insertRow(store: Store, report: number, draft: Draft, aliases: ReadonlyMap<string, readonly string[]>): void {
  const { c } = store;
  const columns = rowColumns(draft);
  const { words, who, notes, detail, ...slim } = columns;
  const names = Object.keys(slim);
  const { id } = c.run(
    `INSERT INTO row (report, ${names.join(", ")}) VALUES (?${", ?".repeat(names.length)})`,
    report,
    ...Object.values(slim),
  );
  c.run("INSERT INTO row_text (id, words, who, notes, detail) VALUES (?, ?, ?, ?, ?)", id, words, who, notes, detail);
  c.run("INSERT INTO row_words (rowid, words, who, notes) VALUES (?, ?, ?, ?)", id, words, who, notes);
  for (const e of draft.event) c.run("INSERT INTO row_event (row, at_from, at_to) VALUES (?, ?, ?)", id, e.from, e.to);
  for (const [part, parties] of [
    ["by", draft.saidBy],
    ["to", draft.saidTo],
    ["about", draft.about],
  ] as const)
    for (const p of parties) {
      const filed = fileNames(store, { ...p, aliases: aliases.get(p.name) ?? [] });
      if (!filed) continue;
      c.run("INSERT OR IGNORE INTO row_name (name, part, row) VALUES (?, ?, ?)", filed.name, part, id);
      for (const a of filed.aliases)
        c.run("INSERT OR IGNORE INTO row_name (name, part, row) VALUES (?, 'alias', ?)", a, id);
    }
}
