import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import { HearsayError } from "../../errors.ts";
import type { Change } from "../../hearsay.ts";
import { author, type Routes, type Served } from "../context.ts";
import { jobs } from "../jobs.ts";
import { refuse, requestProblem } from "../problem.ts";
import { answers, body, change, id, page, reportRow, row, span } from "../schemas.ts";

const NO_UPLOAD = requestProblem(404, "upload-unknown", "This upload is no longer here. Drop the file again.");

/** Reports: the list, one with its text and statements, and adding more. */
export const reportRoutes: Routes = (app, served) => {
  const { investigation: inv, hearsay } = served;
  const work = jobs();

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/reports",
      summary: "The kept reports",
      request: { query: page },
      responses: answers(
        z.object({ offset: z.int(), more: z.boolean(), rows: z.array(reportRow) }),
        "Reports in order.",
      ),
    }),
    async (c) => {
      const { limit, offset } = c.req.valid("query");
      const rows = [];
      let n = 0;
      for await (const one of inv.reports()) {
        if (n++ < offset) continue;
        if (rows.length === limit) return c.json({ offset, more: true, rows } as never, 200);
        rows.push(one);
      }
      return c.json({ offset, more: false, rows } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/reports/{id}",
      summary: "A report with its text and statements",
      request: { params: id },
      responses: answers(
        z.object({
          row: reportRow,
          text: z.string(),
          byline: z.string().nullable(),
          rows: z.array(row),
          outletVoice: z.array(span),
          versions: z.array(z.object({ version: z.int(), added: z.string(), addedBy: z.string(), length: z.int() })),
        }),
        "Spans count UTF-16 code units of `text`.",
      ),
    }),
    async (c) => {
      const kept = await inv.report(c.req.valid("param").id);
      const rows = [];
      for await (const one of inv.rows({ report: kept.row.id, rejected: true })) rows.push(one);
      const versions = await inv.versions(kept.row.id);
      const { text, byline } = kept.report;
      const outletVoice = (kept.reading?.outletVoice ?? []).map(({ start, end }) => ({ start, end }));
      return c.json({ row: kept.row, text, byline, rows, outletVoice, versions } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/reports/{id}",
      summary: "Annotate a report, or mark it confidential or under embargo",
      request: { params: id, ...body(change) },
      responses: answers(reportRow, "The report as it stands now."),
    }),
    async (c) => {
      const { id: which } = c.req.valid("param");
      await inv.change(which, c.req.valid("json") as Change, author(c, served));
      return c.json((await inv.report(which)).row as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/uploads",
      summary: "Hand in one file; reading it is asked for by a job",
      request: {
        query: z.object({ name: z.string().min(1).max(500) }),
        body: { required: true, content: { "application/octet-stream": { schema: z.string() } } },
      },
      responses: answers(z.object({ upload: z.string() }), "What a job names it by."),
    }),
    async (c) => {
      const most = served.largest;
      const large = requestProblem(
        413,
        "upload-too-large",
        `A file may have ${Math.floor(most / 2 ** 20)} MB at most.`,
      );
      if (Number(c.req.header("content-length") ?? 0) > most) return refuse(c, large) as never;
      const upload = await receive(served, c.req.raw.body, c.req.valid("query").name);
      return upload === null ? (refuse(c, large) as never) : c.json({ upload } as never, 200);
    },
  );

  const given = z.string().max(500).optional();
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/jobs",
      summary: "Read uploads, a pasted text or addresses, and keep them",
      request: body(
        z.strictObject({
          uploads: z
            .array(z.string().regex(/^[0-9a-f]{64}$/))
            .max(5000)
            .default([]),
          text: z.string().max(5_000_000).optional(),
          addresses: z
            .array(z.url({ protocol: /^https?$/ }).max(4000))
            .max(100)
            .default([]),
          title: given,
          outlet: given,
          published: given,
        }),
      ),
      responses: answers(z.object({ job: z.string() }), "The job; its events tell how far it has come."),
    }),
    async (c) => {
      const { uploads, text, addresses, ...overrides } = c.req.valid("json");
      const files = uploads.map((hash) => fileOf(served, hash));
      if (files.includes(null)) return refuse(c, NO_UPLOAD) as never;
      const given = Object.fromEntries(Object.entries(overrides).filter(([, v]) => v));
      const pasted = text?.trim() ? [await receive(served, new Blob([text]).stream(), "pasted.txt")] : [];
      const inputs = [...files, ...pasted.map((hash) => hash && fileOf(served, hash)), ...addresses].filter(
        (i) => i !== null,
      );
      if (inputs.length === 0)
        throw new HearsayError(
          "input-missing",
          "Nothing was handed in.",
          "Drop a file, paste a text or give an address.",
        );
      const who = author(c, served);
      const job = work.start(
        async function* () {
          try {
            yield* hearsay.add({
              inputs,
              stdin: Readable.from([]),
              overrides: given,
              investigation: inv,
              author: who,
              jobs: served.jobs,
              web: { allowPrivate: served.allowPrivate },
            });
          } finally {
            for (const hash of [...uploads, ...pasted])
              rmSync(join(served.uploads, hash!), { recursive: true, force: true });
          }
        },
        (message) => message.replaceAll(`${served.uploads}/`, "").replace(/\b[0-9a-f]{64}\//g, ""),
      );
      return c.json({ job: job.id } as never, 200);
    },
  );

  app.get("/api/jobs/:id/events", (c) => {
    const job = work.get(c.req.param("id"));
    if (!job) return refuse(c, requestProblem(404, "job-unknown", "No such job, or it was long ago."));
    return streamSSE(c, async (stream) => {
      let seen = Math.max(0, Number(c.req.header("last-event-id") ?? 0) || 0);
      for (;;) {
        while (seen < job.events.length) {
          if (stream.aborted) return;
          const event = job.events[seen]!;
          await stream.writeSSE({ id: String(++seen), data: JSON.stringify(event) });
          if (event.kind === "done") return;
        }
        await job.after(seen);
      }
    });
  });
};

/** Writes an upload under the hash of its bytes and name; null where it grows too large. */
async function receive(served: Served, stream: ReadableStream | null, name: string): Promise<string | null> {
  mkdirSync(served.uploads, { recursive: true, mode: 0o700 });
  const safe =
    name
      .split(/[\\/]/)
      .pop()!
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .replace(/^\.+/, "")
      .slice(-120) || "file";
  const part = join(served.uploads, `part-${crypto.randomUUID()}`);
  const hash = createHash("sha256").update(`${safe}\0`);
  let size = 0;
  let large = false;
  const counted = new Transform({
    transform(chunk, _, done) {
      size += chunk.length;
      hash.update(chunk);
      large ||= size > served.largest;
      done(large ? new Error("too large") : null, chunk);
    },
  });
  try {
    await pipeline(
      stream ? Readable.fromWeb(stream as never) : Readable.from([]),
      counted,
      createWriteStream(part, { mode: 0o600 }),
    );
  } catch (error) {
    rmSync(part, { force: true });
    if (large) return null;
    throw error;
  }
  const id = hash.digest("hex");
  mkdirSync(join(served.uploads, id), { recursive: true, mode: 0o700 });
  renameSync(part, join(served.uploads, id, safe));
  return id;
}

function fileOf(served: Served, hash: string): string | null {
  const folder = join(served.uploads, hash);
  const name = existsSync(folder) ? readdirSync(folder)[0] : undefined;
  return name === undefined ? null : join(folder, name);
}
