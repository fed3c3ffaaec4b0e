import type { HearsayError } from "../errors.ts";
import type { Report } from "../model/report.ts";

/**
 * What comes out of a source: a report with the bytes and the file it was taken from (null: not from a file), a problem
 * that cost a report, or a note about one that was read all the same.
 */
export type Ingested =
  | { readonly kind: "report"; readonly report: Report; readonly bytes: Uint8Array; readonly path: string | null }
  | { readonly kind: "problem"; readonly error: HearsayError }
  | { readonly kind: "note"; readonly message: string };

/** What the caller knows better than the file. */
export interface Overrides {
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
}

/** How far the ingest has come, in bytes; updated in place while it runs. */
export interface Progress {
  done: number;
  total: number;
}
