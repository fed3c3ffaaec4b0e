import { createHash } from "node:crypto";
import { HearsayError } from "../errors.ts";
import type { Original, Report } from "../model/report.ts";
import { identify } from "../text/language.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { LONGEST_REPORT } from "./limits.ts";
import { readPublished } from "./published.ts";

/** What a source says about itself, before anybody overrides it. */
export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly publishedBy: "page" | "record";
  readonly original: Original | null;
  /** The page, file or line it was taken from. */
  readonly bytes: Uint8Array;
  readonly path: string | null;
}

/** The hash of a text as UTF-8, or of bytes, in hex. */
export const sha256 = (of: string | Uint8Array) => createHash("sha256").update(of).digest("hex");

/**
 * Makes a report of a draft: checks its length, hashes it, tells its language, reads its date.
 * `where` names the file, with the line where there is one.
 */
export function* toReport(draft: Draft, where: string, overrides: Overrides): Generator<Ingested> {
  const { id, text, original } = draft;
  if (!/\S/.test(text)) {
    const message = text === "" ? `${where} is empty.` : `${where} holds nothing but white space.`;
    yield { kind: "problem", error: new HearsayError("report-empty", message, "Name a file with a text in it.") };
    return;
  }
  if (text.length > LONGEST_REPORT) {
    const message = `${where} is ${text.length} characters long; a report holds at most ${LONGEST_REPORT}.`;
    yield { kind: "problem", error: new HearsayError("report-too-long", message, "Split it into several files.") };
    return;
  }
  const stated = draft.published === null ? null : readPublished(draft.published, draft.publishedBy);
  if (draft.published !== null && stated === null && overrides.published === undefined)
    yield {
      kind: "note",
      message: `${where}: its publication date "${draft.published.slice(0, 40)}" is not ISO 8601 and was left out; --published sets it.`,
    };
  const report: Report = {
    id,
    text,
    title: overrides.title ?? draft.title,
    outlet: overrides.outlet ?? draft.outlet,
    byline: draft.byline,
    url: draft.url,
    published: overrides.published === undefined ? stated : readPublished(overrides.published, "given"),
    dateline: null,
    language: identify(text).code,
    sha256: sha256(text),
    original,
  };
  yield { kind: "report", report, bytes: draft.bytes, path: draft.path };
}
