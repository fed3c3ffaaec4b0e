import { createRoute, z } from "@hono/zod-openapi";
import type { LogRow } from "../../hearsay.ts";
import type { Routes } from "../context.ts";
import { answers, row } from "../schemas.ts";

/** Rows that one overview shows at most; it says so when there are more. */
const MOST = 3000;

/** What concerns the investigation as a whole: its state, disputes, dates, numbers. */
export const overviewRoutes: Routes = (app, { investigation: inv, name, version, by }) => {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/investigation",
      summary: "What is open",
      responses: answers(
        z.object({
          name: z.string(),
          version: z.string(),
          by: z.string(),
          readOnly: z.boolean(),
          fingerprint: z.object({ lines: z.int(), hash: z.string() }),
        }),
        "The investigation and who writes in it by default.",
      ),
    }),
    async (c) =>
      c.json({ name, version, by, readOnly: inv.readOnly, fingerprint: await inv.fingerprint() } as never, 200),
  );

  const overview = (path: string, summary: string, keep: (row: LogRow) => boolean) =>
    app.openapi(
      createRoute({
        method: "get",
        path,
        summary,
        responses: answers(z.object({ more: z.boolean(), rows: z.array(row) }), "Statements in order of the log."),
      }),
      async (c) => {
        const rows: LogRow[] = [];
        for await (const one of inv.rows()) {
          if (!keep(one)) continue;
          if (rows.length === MOST) return c.json({ more: true, rows } as never, 200);
          rows.push(one);
        }
        return c.json({ more: false, rows } as never, 200);
      },
    );
  overview("/api/disputes", "Statements that stand against others", (r) => r.disputedBy.length > 0);
  overview(
    "/api/requests",
    "Statements by which somebody asks or orders",
    (r) => r.act === "asks" || r.act === "orders",
  );
  overview("/api/numbers", "Statements that hold numbers", (r) => r.numbers.length > 0);
  overview("/api/timeline", "Statements with dates", (r) => Boolean(r.said || r.published || r.event.length > 0));
};
