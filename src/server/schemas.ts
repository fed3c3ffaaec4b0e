import { z } from "@hono/zod-openapi";
import { ACTS, ENTRY_STATUSES } from "../hearsay.ts";

const KINDS = ["person", "organization", "government", "group", "document", "unnamed"] as const;

const date = z.object({ edtf: z.string(), from: z.string().nullable(), to: z.string().nullable(), why: z.string() });
const party = z.object({
  name: z.string(),
  person: z.string().nullable(),
  kind: z.enum(KINDS),
  role: z.string().nullable(),
});
export const span = z.object({ start: z.int().min(0), end: z.int().min(0) });

/** A row of the claim log. */
export const row = z
  .object({
    id: z.string(),
    report: z.string(),
    version: z.int(),
    within: z.string().nullable(),
    saidBy: z.array(party),
    unknown: z.string().nullable(),
    act: z.enum(ACTS).nullable(),
    mode: z.enum(["direct", "indirect", "mixed"]),
    negated: z.boolean().nullable(),
    words: z.string(),
    spans: z.array(span),
    source: z.string(),
    cue: z.string(),
    channel: z.string().nullable(),
    saidTo: z.array(party),
    about: z.array(party),
    performers: z.array(party),
    disputedBy: z.array(z.object({ id: z.string(), kind: z.string() })),
    event: z.array(date),
    said: date.nullable(),
    saidWhy: z.string(),
    published: date.nullable(),
    outlet: z.string().nullable(),
    title: z.string().nullable(),
    url: z.string().nullable(),
    archived: z.string().nullable(),
    retrieved: z.string().nullable(),
    hedges: z.array(z.string()),
    numbers: z.array(z.string()),
    confidence: z.number().nullable(),
    status: z.enum(ENTRY_STATUSES),
    orphaned: z.string().nullable(),
    progress: z.string().nullable(),
    checkedBy: z.string().nullable(),
    checkedAt: z.string().nullable(),
    notes: z.string().nullable(),
    confidential: z.boolean(),
    embargo: z.string().nullable(),
    entry: z.string().nullable(),
  })
  .openapi("Statement");

export const reportRow = z
  .object({
    id: z.string(),
    version: z.int(),
    versions: z.int(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    url: z.string().nullable(),
    archived: z.string().nullable(),
    published: z.string().nullable(),
    retrieved: z.string().nullable(),
    language: z.string(),
    unread: z.string().nullable(),
    statements: z.int(),
    added: z.string(),
    addedBy: z.string(),
    confidential: z.boolean(),
    embargo: z.string().nullable(),
    notes: z.string().nullable(),
  })
  .openapi("Report");

const words = (most: number) => z.string().max(most);
const edtf = z
  .string()
  .regex(
    /^(?:\.\.|-?\d{4}(?:-\d{2}){0,2}(?:T[\d:]+(?:Z|[+-]\d{2}:\d{2})?)?[~?%]?)(?:\/(?:\.\.|-?\d{4}(?:-\d{2}){0,2}[~?%]?)?)?$/,
    "A date is written in EDTF: 2031-05-12, 2031-05, 2031-05-10/2031-05-12, 2031~.",
  );
const names = z.array(words(300)).max(50);

/** A person's change to a statement or report; what is absent stays. */
export const change = z
  .strictObject({
    status: z.enum(ENTRY_STATUSES).optional(),
    fields: z
      .strictObject({
        speakers: names.optional(),
        role: words(300).nullable().optional(),
        kind: z.enum(KINDS).optional(),
        act: z.enum(ACTS).nullable().optional(),
        mode: z.enum(["direct", "indirect", "mixed"]).optional(),
        negated: z.boolean().optional(),
        said: edtf.nullable().optional(),
        event: z.array(edtf).max(50).optional(),
        addressees: names.optional(),
        targets: names.optional(),
        archived: words(2000).nullable().optional(),
      })
      .optional(),
    spans: z.array(span).min(1).max(50).optional(),
    note: words(20_000).nullable().optional(),
    progress: words(200).nullable().optional(),
    confidential: z.boolean().optional(),
    embargo: z.iso.datetime().nullable().optional(),
  })
  .openapi("Change");

export const entry = z
  .object({
    id: z.string(),
    report: z.string(),
    statement: z.string().nullable(),
    status: z.enum(ENTRY_STATUSES),
    note: z.string().nullable(),
    progress: z.string().nullable(),
    why: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    replaces: z.string().nullable(),
  })
  .openapi("Entry");

export const person = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    aliases: z.array(z.string()),
    statements: z.int(),
    reports: z.int(),
    merged: z.array(z.string()),
  })
  .openapi("Person");

export const decision = z
  .object({
    id: z.string(),
    kind: z.enum(["merge", "split"]),
    from: z.string(),
    into: z.string(),
    alias: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    why: z.string().nullable(),
    undone: z.string().nullable(),
  })
  .openapi("Decision");

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    remedy: z.string().optional(),
  })
  .openapi("Problem");

export const SORTS = ["log", "saidBy", "act", "said", "event", "published", "outlet", "status", "confidence"] as const;

/** What narrows and orders the claim log; dates are instants or days, and open where absent. */
export const query = z.object({
  words: words(500).default(""),
  by: words(300).optional(),
  to: words(300).optional(),
  about: words(300).optional(),
  act: z.enum(ACTS).optional(),
  outlet: words(300).optional(),
  report: words(20).optional(),
  saidFrom: words(30).optional(),
  saidTo: words(30).optional(),
  eventFrom: words(30).optional(),
  eventTo: words(30).optional(),
  status: z.enum(ENTRY_STATUSES).optional(),
  orphaned: z.enum(["true"]).optional(),
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  sort: z.enum(SORTS).default("log"),
  desc: z.enum(["true", "false"]).default("false"),
});

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
});

export type AskedRows = z.infer<typeof query>;

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

/** The answers of a route: what it gives when all went well, and the problems every route may answer with. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: json(schema, description),
  "4XX": { content: { "application/problem+json": { schema: problem } }, description: "A problem (RFC 9457)." },
});

export const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

export const id = z.object({ id: words(20).openapi({ param: { name: "id", in: "path" }, example: "R12.3" }) });
