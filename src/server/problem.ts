import type { Context } from "hono";
import { type ErrorCode, HearsayError } from "../errors.ts";

/** A refusal of the server itself, in the words of RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy?: string;
}

const STATUS: Partial<Record<ErrorCode, number>> = {
  "id-unknown": 404,
  "entry-stale": 412,
  "investigation-locked": 503,
  "investigation-damaged": 500,
  "investigation-read-only": 403,
  "row-withheld": 403,
  "weights-missing": 500,
  "disk-full": 507,
  "fetch-failed": 502,
};

/** What a failure is called over HTTP; null where it is a broken invariant and no words of ours. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof HearsayError)) return null;
  const { code, message, remedy } = error;
  return { type: `urn:hearsay:${code}`, title: code, status: STATUS[code] ?? 422, detail: message, remedy };
}

/** Answers with a problem (application/problem+json). */
export function refuse(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as 400, { "content-type": "application/problem+json" });
}

/** A problem of the request itself rather than of the investigation. */
export const requestProblem = (status: number, title: string, detail: string): Problem => ({
  type: `urn:hearsay:${title}`,
  title,
  status,
  detail,
});
