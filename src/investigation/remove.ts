import { HearsayError } from "../errors.ts";
import { renew } from "./entries.ts";
import { readId, unknownId } from "./ids.ts";
import type { Author, Removed } from "./investigation.ts";
import { record, type Store } from "./journal.ts";
import { dropRows } from "./refresh.ts";

/**
 * Takes a report with everything about it, or the entries on a statement, out of the file, its index and its log.
 * The log keeps the commitments, so that it still closes. Freed pages are overwritten and given back.
 */
export function remove(store: Store, id: string, author: Author): Removed {
  const named = readId(id);
  const done = store.c.write(() => {
    if (named.kind === "report") return removeReport(store, named.report, author);
    if (named.kind === "statement") return removeEntries(store, named.report, named.n, author);
    throw unknownId(id);
  });
  return { ...done, purged: giveBack(store) };
}

function removeReport(store: Store, report: number, author: Author): Omit<Removed, "purged"> {
  const { c } = store;
  if (!c.get("SELECT 1 FROM report WHERE id = ?", report)) throw unknownId(`R${report}`);
  const { n } = c.get<{ n: number }>("SELECT count(*) AS n FROM entry WHERE report = ?", report)!;
  dropRows(store, report);
  c.run("DELETE FROM report WHERE id = ?", report);
  c.run(
    "DELETE FROM blob WHERE NOT EXISTS (SELECT 1 FROM version WHERE text = blob.sha256) AND NOT EXISTS (SELECT 1 FROM version WHERE original = blob.sha256)",
  );
  const lines = [...blankLines(store, `R${report}`), ...dropNames(store)];
  record(store, author.by, "removed", `R${report}`, { lines, why: author.why ?? null });
  return { report: `R${report}`, entries: n, lines: lines.length };
}

function removeEntries(store: Store, report: number, n: number, author: Author): Omit<Removed, "purged"> {
  const { c } = store;
  const { changes } = c.run("DELETE FROM entry WHERE report = ? AND n = ?", report, n);
  if (changes === 0) throw unknownId(`R${report}.${n}`);
  renew(store, report);
  const lines = [...blankLines(store, `R${report}.${n}`), ...dropNames(store)];
  record(store, author.by, "removed", `R${report}.${n}`, { lines, why: author.why ?? null });
  return { report: null, entries: changes, lines: lines.length };
}

/** Takes bodies and salts out of the lines on a report or statement; says which lines. */
function blankLines({ c }: Store, subject: string): number[] {
  const whole = !subject.includes(".");
  return c
    .all<{ seq: number }>(
      `UPDATE log SET body = NULL, salt = NULL
       WHERE kind <> 'removed' AND body IS NOT NULL AND (subject = ?${whole ? " OR (subject > ? AND subject < ?)" : ""})
       RETURNING seq`,
      subject,
      ...(whole ? [`${subject}.`, `${subject}/`] : []),
    )
    .map((r) => r.seq)
    .sort((a, b) => a - b);
}

/** Drops names that no row uses any more, and what was decided about people who are gone. Returns the lines blanked. */
function dropNames(store: Store): number[] {
  const { c } = store;
  c.run("DELETE FROM name WHERE NOT EXISTS (SELECT 1 FROM row_name WHERE row_name.name = name.id)");
  const gone = new Set(
    c
      .all<{ id: number }>("SELECT id FROM person WHERE NOT EXISTS (SELECT 1 FROM name WHERE name.person = person.id)")
      .map((r) => `P${r.id}`),
  );
  const lines: number[] = [];
  for (const { id, body } of c.all<{ id: number; body: string }>("SELECT id, body FROM decision")) {
    const { from, into } = JSON.parse(body) as { from: string; into: string };
    if (!gone.has(from) && !gone.has(into)) continue;
    if (gone.has(into)) c.run("UPDATE person SET root = id WHERE id = ?", Number(from.slice(1)));
    c.run("DELETE FROM decision WHERE id = ?", id);
    lines.push(...blankLines(store, `D${id}`));
  }
  for (const id of gone) {
    c.run("UPDATE person SET root = id WHERE root = ?", Number(id.slice(1)));
    c.run("DELETE FROM person WHERE id = ?", Number(id.slice(1)));
  }
  c.run(`UPDATE person SET name = (SELECT shown FROM name WHERE person = person.id ORDER BY length(shown) DESC, id LIMIT 1)
    WHERE NOT EXISTS (SELECT 1 FROM name WHERE name.person = person.id AND name.shown = person.name)`);
  return lines;
}

/**
 * Rewrites the file without its free pages and empties the write-ahead log. Where another program has the file open this
 * waits until the last one closes it: then SQLite writes the overwritten pages back and drops the write-ahead log.
 */
function giveBack({ c }: Store): boolean {
  try {
    c.get("PRAGMA wal_checkpoint(TRUNCATE)");
    c.run("VACUUM");
    return c.get<{ busy: number }>("PRAGMA wal_checkpoint(TRUNCATE)")!.busy === 0;
  } catch (error) {
    if (error instanceof HearsayError && (error.code === "investigation-locked" || error.code === "disk-full"))
      return false;
    throw error;
  }
}
