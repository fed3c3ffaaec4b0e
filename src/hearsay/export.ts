import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HearsayError } from "../errors.ts";
import { type Dated, datesOf, pageHead, pageReport, pageRow, pageTail, pageTimeline } from "../format/log/page.ts";
import { isWithheld } from "../format/log/withheld.ts";
import { logWriter } from "../format/log/writer.ts";
import { PAPER } from "../format/writer.ts";
import type { Investigation } from "../investigation/investigation.ts";
import type { LogRow } from "../model/row.ts";

export interface ExportRequest {
  readonly name: string;
  readonly now: string;
  readonly withWithheld: boolean;
}

/** What an export may show: everything but confidential and embargoed rows and reports. */
async function shownOf(inv: Investigation, request: ExportRequest) {
  const hidden = new Set<string>();
  const reports: string[] = [];
  for await (const r of inv.reports())
    if (request.withWithheld || !isWithheld(r, request.now)) reports.push(r.id);
    else hidden.add(r.id);
  let withheld = 0;
  for await (const row of inv.rows({ rejected: true }))
    if (!request.withWithheld && isWithheld(row, request.now)) {
      hidden.add(row.id);
      withheld++;
    } else if (row.status === "rejected") hidden.add(row.id);
  return { reports, withheld, shown: (id: string) => !hidden.has(id) && !hidden.has(id.split(".")[0]!) };
}

/** The page for an editor, piece by piece: claim log, timeline, reports with their statements marked. */
export async function* exportPage(inv: Investigation, request: ExportRequest): AsyncGenerator<string> {
  const { reports, withheld, shown } = await shownOf(inv, request);
  const { lines, hash } = await inv.fingerprint();
  yield pageHead({ name: request.name, fingerprint: `${lines}-${hash}`, made: request.now, withheld });
  const dated: Dated[] = [];
  for await (const row of inv.rows())
    if (shown(row.id)) {
      dated.push(...datesOf(row));
      yield pageRow(row, shown);
    }
  yield pageTimeline(dated);
  for (const id of reports) {
    const rows: LogRow[] = [];
    for await (const row of inv.rows({ report: id })) if (shown(row.id)) rows.push(row);
    yield pageReport((await inv.report(id)).report, rows);
  }
  yield pageTail();
}

/**
 * Writes a folder that can be checked without Hearsay: the page, the log, the texts, the chain with what may be shown
 * of it, a manifest of hashes, and the script that checks them. The folder must be new or empty.
 */
export async function exportBundle(inv: Investigation, folder: string, request: ExportRequest): Promise<number> {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0)
    throw new HearsayError("output-unwritable", `${folder} is not empty.`, "Name a new folder.");
  mkdirSync(join(folder, "texts"));
  mkdirSync(join(folder, "stamps"));
  const files: Record<string, string> = {};
  const put = async (name: string, pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) => {
    const hash = createHash("sha256");
    const stream = createWriteStream(join(folder, name));
    for await (const piece of pieces) {
      hash.update(piece);
      if (!stream.write(piece)) await once(stream, "drain");
    }
    stream.end();
    await once(stream, "close");
    files[name] = hash.digest("hex");
  };
  const { reports, withheld, shown } = await shownOf(inv, request);
  await put("index.html", exportPage(inv, request));
  for (const format of ["csv", "json"] as const) await put(`log.${format}`, written(inv, format, shown));
  for (const id of reports)
    for (const { version } of await inv.versions(id)) {
      const { text } = (await inv.report(id, version)).report;
      await put(`texts/${id}.${version}.txt`, [text]);
    }
  await put("chain.jsonl", chain(inv, shown));
  const { stamps, fingerprint } = await inv.verify();
  for (const [i, stamp] of stamps.entries()) await put(`stamps/${stamp.lines}-${i + 1}.tsr`, [stamp.response]);
  await put("verify.mjs", [readFileSync(new URL("./verify-bundle.mjs", import.meta.url))]);
  const manifest = {
    made: request.now,
    by: "Hearsay",
    fingerprint: `${fingerprint.lines}-${fingerprint.hash}`,
    withheld,
    files,
  };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return withheld;
}

async function* written(
  inv: Investigation,
  format: "csv" | "json",
  shown: (id: string) => boolean,
): AsyncGenerator<string> {
  const writer = logWriter(format, PAPER);
  yield writer.head();
  for await (const row of inv.rows())
    if (shown(row.id)) yield writer.row({ ...row, disputedBy: row.disputedBy.filter((d) => shown(d.id)) });
  yield writer.tail();
}

/** The log, with contents and salts only of what may be shown; the rest keeps its commitment. */
async function* chain(inv: Investigation, shown: (id: string) => boolean): AsyncGenerator<string> {
  for await (const line of inv.log()) {
    const open =
      line.kind === "opened" ||
      line.kind === "removed" ||
      line.kind === "stamped" ||
      (line.kind !== "people" && shown(line.subject));
    yield `${JSON.stringify(open ? line : { ...line, body: null, salt: null })}\n`;
  }
}
