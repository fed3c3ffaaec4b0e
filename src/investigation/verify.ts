import { HearsayError } from "../errors.ts";
import type { Entry } from "../model/entry.ts";
import { canonical, sha256 } from "./canonical.ts";
import type { Fingerprint, Verification } from "./investigation.ts";
import { lines, type Store } from "./journal.ts";
import { loadReport } from "./keep.ts";
import { type LogLine, lineBreak } from "./log.ts";
import { unpack } from "./pack.ts";
import { draftRows, heads, rowColumns } from "./refresh.ts";
import { stamps } from "./stamps.ts";
import { checkStamp } from "./timestamp.ts";

/** Stops at the first thing that does not hold. */
class Break extends Error {}

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Break(what);
};

/**
 * Recomputes the chain, every commitment, every hash and every row of the claim log, on one view of the file, and names
 * the first break. With a fingerprint that was kept elsewhere also says whether the log still leads through it.
 */
export function verify(store: Store, kept?: Fingerprint): Verification {
  const { c } = store;
  const count = { reports: 0, entries: 0, removed: 0 };
  let last: { seq: number; hash: string } | null = null;
  let broken: string | null = null;
  try {
    const { integrity_check: check } = c.get<{ integrity_check: string }>("PRAGMA integrity_check(1)")!;
    must(check === "ok", "the file is damaged");
    c.look(() => {
      const seen = chain(store, kept, (line) => {
        last = line;
      });
      count.removed = seen.removals;
      reports(store, count, seen);
      must(
        c.get<{ n: number }>("SELECT count(*) AS n FROM entry")!.n === count.entries,
        "an entry stands there that the log does not know",
      );
      const stamped = stamps(store);
      must(stamped.length === seen.stamps.size, "a time-stamp is gone, or the log does not know it");
      for (const { lines, hash, response } of stamped) {
        must(seen.stamps.has(`${lines} ${hash} ${sha256(response)}`), `the time-stamp over line ${lines} was changed`);
        must(stampHolds(response, hash), `the time-stamp over line ${lines} does not hold`);
      }
    });
  } catch (error) {
    if (error instanceof Break) broken = error.message;
    else if (error instanceof HearsayError && error.code === "investigation-damaged") broken = "the file is damaged";
    else throw error;
  }
  const end = last as { seq: number; hash: string } | null;
  return {
    ok: broken === null,
    fingerprint: { lines: end?.seq ?? 0, hash: end?.hash ?? "" },
    broken,
    ...count,
    stamps: broken === null ? stamps(store) : [],
  };
}

function stampHolds(response: Uint8Array, hash: string): boolean {
  try {
    checkStamp(response, hash, null);
    return true;
  } catch {
    return false;
  }
}

/** What the log says of the rest of the file. */
interface Seen {
  readonly removals: number;
  readonly readings: ReadonlyMap<string, string>;
  readonly stamps: ReadonlySet<string>;
}

function chain(store: Store, kept: Fingerprint | undefined, each: (line: LogLine) => void): Seen {
  const blank = new Map<number, string>();
  const readings = new Map<string, string>();
  const stamped = new Set<string>();
  let last: LogLine | null = null;
  let removals = 0;
  for (const line of lines(store)) {
    const why = lineBreak(line, last);
    must(why === null, why ?? "");
    last = line;
    each(line);
    if (kept && line.seq === kept.lines)
      must(line.hash === kept.hash, `the log does not lead through the fingerprint you kept (line ${line.seq})`);
    if (line.body === null) blank.set(line.seq, line.subject);
    else if (line.kind === "removed") {
      removals++;
      for (const seq of (JSON.parse(line.body) as { lines: number[] }).lines) {
        must(blank.has(seq), `line ${seq} should be empty after the removal of ${line.subject}`);
        blank.delete(seq);
      }
    } else if (line.kind === "read") readings.set(line.subject, (JSON.parse(line.body) as { sha256: string }).sha256);
    else if (line.kind === "report") reportLine(store, line);
    else if (line.kind === "entry") entryLine(store, line);
    else if (line.kind === "stamped") {
      const body = JSON.parse(line.body) as { lines: number; hash: string; response: string };
      stamped.add(`${body.lines} ${body.hash} ${body.response}`);
    }
  }
  must(last !== null, "the log is empty");
  if (kept && (last?.seq ?? 0) < kept.lines)
    throw new Break(`the log ends at line ${last?.seq ?? 0}; the fingerprint you kept is over ${kept.lines} lines`);
  const [first] = blank;
  must(!first, first ? `the contents of line ${first[0]} (${first[1]}) are gone, and no removal says so` : "");
  return { removals, readings, stamps: stamped };
}

function reportLine({ c }: Store, line: LogLine): void {
  const said = JSON.parse(line.body!) as Record<string, unknown>;
  const row = c.get<Record<string, string>>(
    "SELECT v.*, r.key FROM version v JOIN report r ON r.id = v.report WHERE v.report = ? AND v.version = ?",
    Number(line.subject.slice(1)),
    said.version,
  );
  must(row !== undefined, `${line.subject}, version ${said.version}, is gone (line ${line.seq})`);
  const { key, version, text, encoding, original, meta } = row!;
  must(
    canonical({ key, version, text, encoding, original, meta: JSON.parse(meta!) }) === canonical(said) &&
      row!.at === line.at &&
      row!.by === line.by,
    `${line.subject}, version ${said.version}, was changed (line ${line.seq})`,
  );
}

function entryLine({ c }: Store, line: LogLine): void {
  const id = (JSON.parse(line.body!) as Entry).id;
  const row = c.get<{ body: string }>("SELECT body FROM entry WHERE id = ?", Number(id.slice(1)));
  must(row !== undefined, `entry ${id} on ${line.subject} is gone (line ${line.seq})`);
  must(
    canonical(JSON.parse(row!.body)) === canonical(JSON.parse(line.body!)),
    `entry ${id} on ${line.subject} was changed (line ${line.seq})`,
  );
}

/** Every report: its texts and bytes, its reading, and the rows that follow from them. */
function reports(store: Store, count: { reports: number; entries: number }, seen: Seen): void {
  const { c } = store;
  for (let after = 0; ; ) {
    const row = c.get<{ id: number; version: number }>(
      "SELECT id, version FROM report WHERE id > ? ORDER BY id LIMIT 1",
      after,
    );
    if (!row) return;
    after = row.id;
    count.reports++;
    const id = `R${row.id}`;
    const versions = c.all<{ version: number; text: string; original: string | null }>(
      "SELECT version, text, original FROM version WHERE report = ? ORDER BY version",
      row.id,
    );
    must(
      versions.length > 0 && versions.every((v, i) => v.version === i + 1) && versions.length === row.version,
      `${id} lacks a version, or has one too many`,
    );
    for (const v of versions)
      for (const hash of v.original ? [v.text, v.original] : [v.text]) {
        const blob = c.get<{ bytes: Buffer }>("SELECT bytes FROM blob WHERE sha256 = ?", hash);
        must(
          blob !== undefined && whole(blob.bytes, hash),
          `the kept bytes of ${id}, version ${v.version}, were changed`,
        );
      }
    const lines = c.get<{ n: number }>("SELECT count(*) AS n FROM log WHERE kind = 'report' AND subject = ?", id)!.n;
    must(lines === versions.length, `${id} has a version that the log does not know`);
    const read = c.get<{ sha256: string; bytes: Buffer }>("SELECT sha256, bytes FROM reading WHERE report = ?", row.id);
    if (read)
      must(seen.readings.get(id) === read.sha256 && whole(read.bytes, read.sha256), `the reading of ${id} was changed`);
    count.entries += c.get<{ n: number }>("SELECT count(*) AS n FROM entry WHERE report = ?", row.id)!.n;
    rows(store, row.id);
  }
}

const whole = (bytes: Buffer, hash: string): boolean => {
  try {
    return sha256(unpack(bytes)) === hash;
  } catch {
    return false;
  }
};

function rows(store: Store, report: number): void {
  const { c } = store;
  const { report: kept, reading } = loadReport(store, report);
  const wanted = draftRows(store, report, kept.text, reading).map((d) => canonical(rowColumns(d)));
  const found = c
    .all<Record<string, unknown>>(
      "SELECT n, place, status, act, confidence, orphaned, said_from, said_to, words, who, notes, detail FROM row JOIN row_text USING (id) WHERE report = ? ORDER BY place, n",
      report,
    )
    .map((r) => canonical(r));
  const lossy = /\p{Surrogate}/u;
  must(
    found.length === wanted.length && wanted.every((w, i) => w === found[i] || lossy.test(w) || /\\ud[89a-f]/.test(w)),
    `the claim log of R${report} was changed`,
  );
  const own = heads(store, report).find(({ n }) => n === null)?.head.entry;
  const flags = c.get<{ archived: string | null; notes: string | null; confidential: number; embargo: string | null }>(
    "SELECT archived, notes, confidential, embargo FROM report WHERE id = ?",
    report,
  )!;
  must(
    canonical(flags) ===
      canonical({
        archived: own?.fields.archived ?? null,
        notes: own?.note ?? null,
        confidential: own?.confidential ? 1 : 0,
        embargo: own?.embargo ?? null,
      }),
    `notes or flags of R${report} were changed`,
  );
}
