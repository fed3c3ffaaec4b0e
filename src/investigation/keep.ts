import type { Original, Report } from "../model/report.ts";
import { canonical, sha256 } from "./canonical.ts";
import { reportId, unknownId } from "./ids.ts";
import type { Added, Author, Kept, KeptReport, ReportRow, Standing, Version } from "./investigation.ts";
import { record, type Store } from "./journal.ts";
import { engineOf, pack, packReading, textBytes, unpack, unpackReading } from "./pack.ts";
import { numberStatements, refresh } from "./refresh.ts";

interface Place {
  readonly id: number;
  readonly version: number;
  readonly text: string;
}

interface VersionRow {
  readonly report: number;
  readonly version: number;
  readonly text: string;
  readonly encoding: "utf8" | "utf16le";
  readonly original: string | null;
  readonly meta: string;
  readonly at: string;
  readonly by: string;
}

/** What is kept of a report besides its text. */
type Meta = Omit<Report, "text">;

const metaOf = ({ text: _, ...meta }: Report): Meta => meta;

/** What makes a report another version when it differs; not when it was fetched, nor the page around it. */
const telling = ({ title, outlet, byline, url, published }: Meta): string =>
  canonical({ title, outlet, byline, url, published });

/** The report that this one would be a version of: the same key, else, without an address, the same words and metadata. */
function placeOf({ c }: Store, report: Report, key: string, text: string): Place | undefined {
  const found = c.get<Place>("SELECT id, version, text FROM report WHERE key = ?", key);
  if (found || report.url) return found;
  return c
    .all<Place & { meta: string }>(
      "SELECT r.id, r.version, r.text, v.meta FROM report r JOIN version v ON v.report = r.id AND v.version = r.version WHERE r.text = ?",
      text,
    )
    .find((r) => telling(JSON.parse(r.meta) as Meta) === telling(report));
}

const standingOf = (
  store: Store,
  place: Place | undefined,
  report: Report,
  text: string,
  engine: string | null,
): Standing => {
  if (!place) return "new";
  const { meta } = versionRow(store, place.id, place.version);
  if (place.text !== text || telling(JSON.parse(meta) as Meta) !== telling(report)) return "changed";
  const read = store.c.get<{ engine: string }>("SELECT engine FROM reading WHERE report = ?", place.id);
  return engine !== null && read?.engine !== engine ? "unread" : "present";
};

/** How a report stands to what is kept. */
export function standing(store: Store, report: Report, key: string, engine: string | null): Standing {
  const text = sha256(textBytes(report.text).bytes);
  return standingOf(store, placeOf(store, report, key, text), report, text, engine);
}

/** Keeps a report in one transaction. */
export function add(store: Store, kept: Kept, author: Author): Added {
  const { report, reading, original, key } = kept;
  const { encoding, bytes } = textBytes(report.text);
  const text = pack(bytes);
  const source = original ? pack(original) : null;
  const read = reading ? packReading(reading) : null;
  const packedReading = read ? pack(read) : null;
  return store.c.write(() => {
    const { c } = store;
    const place = placeOf(store, report, key, text.sha256);
    const engine = reading && !reading.unread ? engineOf(reading) : null;
    const how = standingOf(store, place, report, text.sha256, engine);
    const unread = reading?.unread?.why ?? (reading ? null : "it was not read");
    let id = place?.id ?? 0;
    let version = place?.version ?? 0;
    if (how === "present") {
      const { n } = c.get<{ n: number }>(
        "SELECT count(*) AS n FROM row WHERE report = ? AND status <> 'rejected'",
        id,
      )!;
      return { standing: how, report: `R${id}`, version, statements: n, orphaned: 0 };
    }
    const at = store.now();
    if (how !== "unread") {
      for (const blob of source ? [text, source] : [text])
        c.run(
          "INSERT OR IGNORE INTO blob (sha256, length, bytes) VALUES (?, ?, ?)",
          blob.sha256,
          blob.length,
          blob.bytes,
        );
      version++;
      if (!place) id = c.run("INSERT INTO report (key, text, version) VALUES (?, ?, ?)", key, text.sha256, version).id;
      const body = {
        key,
        version,
        text: text.sha256,
        encoding,
        original: source?.sha256 ?? null,
        meta: metaOf(report),
      };
      c.run(
        "INSERT INTO version (report, version, text, encoding, original, meta, at, by) VALUES (?,?,?,?,?,?,?,?)",
        id,
        version,
        body.text,
        encoding,
        body.original,
        JSON.stringify(body.meta),
        at,
        author.by,
      );
      c.run(
        "UPDATE report SET text = ?, version = ?, outlet = ?, published_from = ?, published_to = ? WHERE id = ?",
        body.text,
        version,
        report.outlet,
        report.published?.from ?? null,
        report.published?.to ?? null,
        id,
      );
      record(store, author.by, "report", `R${id}`, body, at);
    }
    c.run("UPDATE report SET unread = ? WHERE id = ?", unread, id);
    c.run("DELETE FROM reading WHERE report = ?", id);
    if (packedReading && engine) {
      c.run(
        "INSERT INTO reading (report, version, engine, sha256, bytes) VALUES (?,?,?,?,?)",
        id,
        version,
        engine,
        packedReading.sha256,
        packedReading.bytes,
      );
      record(store, author.by, "read", `R${id}`, { version, engine, sha256: packedReading.sha256 }, at);
    }
    const done = refresh(store, id, report.text, engine ? reading : null);
    return { standing: how, report: `R${id}`, version, ...done };
  });
}

function versionRow({ c }: Store, report: number, version?: number): VersionRow {
  const row =
    version === undefined
      ? c.get<VersionRow>(
          "SELECT v.* FROM report r JOIN version v ON v.report = r.id AND v.version = r.version WHERE r.id = ?",
          report,
        )
      : c.get<VersionRow>("SELECT * FROM version WHERE report = ? AND version = ?", report, version);
  if (!row) throw unknownId(version === undefined ? `R${report}` : `R${report}, version ${version}`);
  return row;
}

const blobOf = ({ c }: Store, hash: string): Buffer =>
  unpack(c.get<{ bytes: Buffer }>("SELECT bytes FROM blob WHERE sha256 = ?", hash)!.bytes);

/** A version of a report with its text, and the reading when it is the present one. Its `id` is the investigation's. */
export function loadReport(
  store: Store,
  id: number,
  version?: number,
): { report: Report; reading: KeptReport["reading"]; version: number } {
  const row = versionRow(store, id, version);
  const meta = JSON.parse(row.meta) as Meta;
  const report: Report = { ...meta, id: `R${id}`, text: blobOf(store, row.text).toString(row.encoding) };
  const read = store.c.get<{ bytes: Buffer; version: number }>(
    "SELECT bytes, version FROM reading WHERE report = ?",
    id,
  );
  const reading = read && read.version === row.version ? unpackReading(unpack(read.bytes), report) : null;
  return {
    report: orderLike(report),
    reading: reading && { ...reading, id: report.id, report: orderLike(report) },
    version: row.version,
  };
}

/** The fields in the order in which Report declares them. */
const orderLike = (r: Report): Report => ({
  id: r.id,
  text: r.text,
  title: r.title,
  outlet: r.outlet,
  byline: r.byline,
  url: r.url,
  published: r.published,
  dateline: r.dateline,
  language: r.language,
  sha256: r.sha256,
  original: r.original,
});

/** A report with its line in the list. */
export function keptReport(store: Store, id: string, version?: number): KeptReport {
  const number = reportId(id);
  return store.c.look(() => {
    const { report, reading } = loadReport(store, number, version);
    const [row] = listReports(store, number - 1, 1);
    const numbers = numberStatements(store, number, reading);
    const ids = new Map([...numbers].map(([local, n]) => [local, `R${number}.${n}`]));
    return { row: row!, report, reading, ids };
  });
}

/** Reports after an ID, at most so many. */
export function listReports({ c }: Store, after: number, limit: number): ReportRow[] {
  return c
    .all<Record<string, never> & ListRow>(
      `SELECT r.id, r.version, v.meta, v.at, v.by, r.unread, r.archived, r.notes, r.confidential, r.embargo, r.published_from,
        (SELECT count(*) FROM version w WHERE w.report = r.id) AS versions,
        (SELECT count(*) FROM row WHERE row.report = r.id AND row.status <> 'rejected') AS statements
      FROM report r JOIN version v ON v.report = r.id AND v.version = r.version
      WHERE r.id > ? ORDER BY r.id LIMIT ?`,
      after,
      limit,
    )
    .map((r) => {
      const meta = JSON.parse(r.meta) as Meta;
      return {
        id: `R${r.id}`,
        version: r.version,
        versions: r.versions,
        title: meta.title,
        outlet: meta.outlet,
        url: meta.url,
        archived: r.archived,
        published: r.published_from,
        retrieved: meta.original?.retrieved ?? null,
        language: meta.language,
        unread: r.unread,
        statements: r.statements,
        added: r.at,
        addedBy: r.by,
        confidential: r.confidential === 1,
        embargo: r.embargo,
        notes: r.notes,
      };
    });
}

interface ListRow {
  readonly id: number;
  readonly version: number;
  readonly versions: number;
  readonly meta: string;
  readonly at: string;
  readonly by: string;
  readonly unread: string | null;
  readonly archived: string | null;
  readonly notes: string | null;
  readonly confidential: number;
  readonly embargo: string | null;
  readonly published_from: string | null;
  readonly statements: number;
}

/** All versions of a report, oldest first. */
export function listVersions(store: Store, id: string): Version[] {
  const rows = store.c.all<VersionRow & { length: number }>(
    "SELECT v.*, b.length FROM version v JOIN blob b ON b.sha256 = v.text WHERE v.report = ? ORDER BY v.version",
    reportId(id),
  );
  if (rows.length === 0) throw unknownId(id);
  return rows.map((r) => ({
    version: r.version,
    sha256: r.text,
    added: r.at,
    addedBy: r.by,
    retrieved: (JSON.parse(r.meta) as Meta).original?.retrieved ?? null,
    length: r.length,
  }));
}

/** The bytes a version was taken from. */
export function original(store: Store, id: string, version?: number): { original: Original; bytes: Uint8Array } | null {
  const row = versionRow(store, reportId(id), version);
  if (!row.original) return null;
  const { original: about } = JSON.parse(row.meta) as Meta;
  return {
    original: about ?? { sha256: row.original, mime: "application/octet-stream", retrieved: null },
    bytes: blobOf(store, row.original),
  };
}
