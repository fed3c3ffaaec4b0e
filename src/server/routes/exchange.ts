import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRoute, z } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { isWithheld } from "../../format/log/withheld.ts";
import { LOG_FORMATS, logWriter } from "../../format/log/writer.ts";
import { LogXlsx } from "../../format/log/xlsx.ts";
import { PAPER } from "../../format/writer.ts";
import { author, type Routes } from "../context.ts";
import { refuse, requestProblem } from "../problem.ts";
import { allRows, queryOf } from "../rows.ts";
import { answers, query } from "../schemas.ts";

const TYPE = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
  markdown: "text/markdown; charset=utf-8",
  html: "text/html; charset=utf-8",
  text: "text/plain; charset=utf-8",
} as const;

const ENDING = { csv: "csv", xlsx: "xlsx", json: "json", markdown: "md", html: "html", text: "txt" } as const;

const LARGEST_SHEET = 64 * 2 ** 20;

/** Handing over and taking back: any view as a file, the editor's page, an edited sheet. */
export const exchangeRoutes: Routes = (app, served) => {
  const { investigation: inv, hearsay, name, now } = served;
  const file = (ending: string) =>
    `attachment; filename="claim-log.${ending}"; filename*=UTF-8''${encodeURIComponent(`${name}.${ending}`)}`;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/export",
      summary: "The claim log as a file, as filtered; withheld rows are left out",
      request: { query: query.extend({ format: z.enum(LOG_FORMATS) }) },
      responses: answers(z.any(), "The file."),
    }),
    (c) => {
      const { format, ...asked } = c.req.valid("query");
      c.header("content-type", TYPE[format]);
      c.header("content-disposition", file(ENDING[format]));
      const at = now();
      return stream(c, async (out) => {
        const pieces: Uint8Array[] = [];
        const sheet = format === "xlsx" ? new LogXlsx((piece) => pieces.push(piece)) : null;
        const writer = format === "xlsx" ? null : logWriter(format, PAPER);
        if (writer) await out.write(writer.head());
        for await (const row of allRows(inv, queryOf(asked))) {
          if (isWithheld(row, at)) continue;
          sheet?.row(row);
          for (const piece of pieces.splice(0)) await out.write(piece);
          if (writer) await out.write(writer.row(row));
        }
        sheet?.end();
        for (const piece of pieces.splice(0)) await out.write(piece);
        if (writer) await out.write(writer.tail());
      }) as never;
    },
  );

  app.get("/api/export/page", (c) => {
    c.header("content-type", TYPE.html);
    c.header("content-disposition", file("html"));
    return stream(c, async (out) => {
      for await (const piece of hearsay.page(inv, { name, now: now(), withWithheld: false })) await out.write(piece);
    });
  });

  app.post("/api/import", async (c) => {
    if (Number(c.req.header("content-length") ?? Number.POSITIVE_INFINITY) > LARGEST_SHEET)
      return refuse(c, requestProblem(413, "upload-too-large", "A sheet may have 64 MB at most."));
    const ending = /\.(csv|xlsx)$/i.exec(c.req.query("name") ?? "")?.[1]?.toLowerCase();
    if (!ending) return refuse(c, requestProblem(422, "sheet-broken", "A sheet is a .csv or .xlsx file."));
    const { mkdirSync } = await import("node:fs");
    mkdirSync(served.uploads, { recursive: true, mode: 0o700 });
    const path = join(served.uploads, `sheet-${crypto.randomUUID()}.${ending}`);
    writeFileSync(path, new Uint8Array(await c.req.arrayBuffer()), { mode: 0o600 });
    try {
      const rows = [];
      const request = { mapping: new Map<string, string>(), report: null, author: author(c, served), dryRun: false };
      for await (const one of hearsay.importLog(inv, path, request)) if (one.what !== "same") rows.push(one);
      return c.json({ rows });
    } finally {
      rmSync(path, { force: true });
    }
  });
};
