import type { EntryStatus } from "../model/entry.ts";
import type { LogRow } from "../model/row.ts";
import type { Span } from "../model/span.ts";
import { store } from "./state.ts";

export interface ReportRow {
  readonly id: string;
  readonly version: number;
  readonly versions: number;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly unread: string | null;
  readonly statements: number;
  readonly added: string;
  readonly addedBy: string;
  readonly confidential: boolean;
  readonly notes: string | null;
}

export interface ReportText {
  readonly row: ReportRow;
  readonly text: string;
  readonly byline: string | null;
  readonly rows: readonly LogRow[];
  readonly outletVoice: readonly Span[];
}

export interface Entry {
  readonly id: string;
  readonly status: EntryStatus;
  readonly note: string | null;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  readonly statements: number;
  readonly reports: number;
  readonly merged: readonly string[];
}

export interface Decision {
  readonly id: string;
  readonly kind: "merge" | "split";
  readonly from: string;
  readonly into: string;
  readonly alias: string | null;
  readonly by: string;
  readonly undone: string | null;
}

export interface Change {
  readonly status?: EntryStatus;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly note?: string | null;
  readonly progress?: string | null;
  readonly confidential?: boolean;
}

export interface Found {
  readonly total: number;
  readonly exact: boolean;
  readonly offset: number;
  readonly rows: readonly LogRow[];
}

export type JobEvent =
  | { kind: "added"; report: string; title: string; standing: string; statements: number; unread: string | null }
  | { kind: "problem"; message: string; remedy: string }
  | { kind: "note"; message: string }
  | { kind: "done"; kept: number; problems: number };

/** What the server refused, in words for people. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function ask<T>(path: string, init: RequestInit = {}, why?: string): Promise<T> {
  const headers = new Headers(init.headers);
  if (store.by) headers.set("hearsay-by", encodeURIComponent(store.by));
  if (why) headers.set("hearsay-why", encodeURIComponent(why));
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, headers });
  } catch {
    throw new Refused(0, "The server does not answer. Start it again; what was confirmed is kept.");
  }
  if (answer.ok) return (await answer.json()) as T;
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; remedy?: string };
  throw new Refused(
    answer.status,
    [problem.detail ?? `The server answered ${answer.status}.`, problem.remedy].filter(Boolean).join(" "),
  );
}

const send = <T>(method: string, path: string, body?: unknown, why?: string, match?: string): Promise<T> =>
  ask<T>(
    path,
    {
      method,
      headers: { "content-type": "application/json", ...(match ? { "if-match": match } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    why,
  );

const search = (asked: Readonly<Record<string, string>>) =>
  new URLSearchParams(Object.entries(asked).filter(([, v]) => v !== "")).toString();

/** The use cases over HTTP. */
export const client = {
  investigation: () =>
    ask<{ name: string; by: string; version: string; fingerprint: { lines: number; hash: string } }>(
      "/api/investigation",
    ),
  rows: (asked: Readonly<Record<string, string>>, offset: number, limit: number) =>
    ask<Found>(`/api/statements?${search({ ...asked, offset: String(offset), limit: String(limit) })}`),
  statement: (id: string) => ask<{ row: LogRow; history: Entry[]; cite: string | null }>(`/api/statements/${id}`),
  /** Refused with 412 when somebody else was quicker. */
  change: (row: LogRow, change: Change, why?: string) =>
    send<LogRow>("PATCH", `/api/statements/${row.id}`, change, why, `"${row.id}-${row.entry ?? "0"}"`),
  bulk: (ids: readonly string[], change: Change) =>
    send<{ changed: LogRow[]; refused: { id: string; why: string }[] }>("POST", "/api/statements/bulk", {
      ids,
      change,
    }),
  undo: (id: string) => send<LogRow>("POST", `/api/statements/${id}/undo`),
  add: (report: string, spans: readonly Span[], change: Change) =>
    send<LogRow>("POST", `/api/reports/${report}/statements`, { spans, change }),
  reports: (offset: number) => ask<{ more: boolean; rows: ReportRow[] }>(`/api/reports?offset=${offset}&limit=500`),
  report: (id: string) => ask<ReportText>(`/api/reports/${id}`),
  overview: (which: "disputes" | "requests" | "numbers" | "timeline") =>
    ask<{ more: boolean; rows: LogRow[] }>(`/api/${which}`),
  people: () => ask<{ people: Person[]; decisions: Decision[] }>("/api/people"),
  merge: (from: string, into: string) => send<Decision>("POST", `/api/people/${from}/merge`, { into }),
  split: (id: string, alias: string) => send<Decision>("POST", `/api/people/${id}/split`, { alias }),
  undoDecision: (id: string) => send<Decision>("POST", `/api/decisions/${id}/undo`),
  upload: (file: File) =>
    ask<{ upload: string }>(`/api/uploads?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    }),
  takeBack: (file: File) =>
    ask<{ rows: { line: number; what: string; id: string | null; why: string | null }[] }>(
      `/api/import?name=${encodeURIComponent(file.name)}`,
      { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file },
    ),
  job: (given: unknown) => send<{ job: string }>("POST", "/api/jobs", given),
  /** Hands over every event of a job; ends when the job does. */
  watch: (job: string, seen: (event: JobEvent) => void): Promise<void> =>
    new Promise((done) => {
      const source = new EventSource(`/api/jobs/${job}/events`);
      source.onmessage = ({ data }) => {
        const event = JSON.parse(data as string) as JobEvent;
        seen(event);
        if (event.kind === "done") {
          source.close();
          done();
        }
      };
      source.onerror = () => {
        if (source.readyState === EventSource.CLOSED) done();
      };
    }),
  exportAddress: (format: string, asked: Readonly<Record<string, string>>) =>
    `/api/export?${search({ ...asked, format })}`,
};
