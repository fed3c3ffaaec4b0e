import { Readable } from "node:stream";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Ingested, Overrides } from "../../src/ingest/ingested.ts";
import type { Report } from "../../src/model/report.ts";

/** Runs the ingest over files (and `stdin`) and collects what comes, by kind. */
export async function collect(inputs: readonly string[], overrides: Overrides = {}, stdin: Iterable<Buffer> = []) {
  const all: Ingested[] = [];
  const progress = { done: 0, total: 0 };
  for await (const one of ingest(inputs, Readable.from(stdin), overrides, progress)) all.push(one);
  const reports: Report[] = all.flatMap((one) => (one.kind === "report" ? [one.report] : []));
  const problems = all.flatMap((one) => (one.kind === "problem" ? [one.error] : []));
  const notes = all.flatMap((one) => (one.kind === "note" ? [one.message] : []));
  return { all, reports, problems, notes, progress };
}
