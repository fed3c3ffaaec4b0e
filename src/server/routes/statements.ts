import { createRoute, z } from "@hono/zod-openapi";
import { HearsayError } from "../../errors.ts";
import { cite } from "../../format/log/cite.ts";
import { isWithheld } from "../../format/log/withheld.ts";
import type { Change } from "../../hearsay.ts";
import { author, type Routes } from "../context.ts";
import { windows } from "../rows.ts";
import { answers, body, change, entry, id, page, query, row, span } from "../schemas.ts";

/** The claim log: windows, single statements, and people's changes to them. */
export const statementRoutes: Routes = (app, served) => {
  const { investigation: inv, now } = served;
  const window = windows(inv);

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/statements",
      summary: "A window into the claim log",
      request: { query: query.extend(page.shape) },
      responses: answers(
        z.object({ total: z.int(), exact: z.boolean(), offset: z.int(), rows: z.array(row) }),
        "Rows from `offset`; where `exact` is false there are at least `total`.",
      ),
    }),
    async (c) => {
      const { limit, offset, ...asked } = c.req.valid("query");
      return c.json({ offset, ...(await window(asked, limit, offset)) } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/statements/{id}",
      summary: "One statement, with its history and a line to cite it by",
      request: { params: id },
      responses: answers(
        z.object({ row, history: z.array(entry), cite: z.string().nullable() }),
        "The statement; `cite` is null while it is withheld.",
      ),
    }),
    async (c) => {
      const one = await inv.row(c.req.valid("param").id);
      const history = await inv.history(one.id);
      return c.json({ row: one, history, cite: isWithheld(one, now()) ? null : cite(one) } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/statements/{id}",
      summary: "Check, correct, reject or annotate a statement",
      description: "If-Match names the entry that is replaced; when another has come in between, the answer is 412.",
      request: { params: id, ...body(change) },
      responses: answers(row, "The statement as it stands now."),
    }),
    async (c) => {
      const made = await inv.change(c.req.valid("param").id, c.req.valid("json") as Change, author(c, served));
      return c.json((await inv.row(made.statement ?? c.req.valid("param").id)) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/statements/{id}/undo",
      summary: "Go back to what stood before the last change",
      request: { params: id },
      responses: answers(row, "The statement as it stands now."),
    }),
    async (c) => {
      const made = await inv.undo(c.req.valid("param").id, author(c, served));
      return c.json((await inv.row(made.statement ?? c.req.valid("param").id)) as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/statements/bulk",
      summary: "The same change to many statements",
      request: body(z.strictObject({ ids: z.array(z.string().max(20)).min(1).max(1000), change })),
      responses: answers(
        z.object({ changed: z.array(row), refused: z.array(z.object({ id: z.string(), why: z.string() })) }),
        "What was changed, and what was not with the reason.",
      ),
    }),
    async (c) => {
      const { ids, change: what } = c.req.valid("json");
      const changed = [];
      const refused = [];
      for (const one of ids)
        try {
          await inv.change(one, what as Change, author(c, served));
          changed.push(await inv.row(one));
        } catch (error) {
          if (!(error instanceof HearsayError)) throw error;
          refused.push({ id: one, why: error.message });
        }
      return c.json({ changed, refused } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/reports/{id}/statements",
      summary: "Add a statement by its words",
      request: { params: id, ...body(z.strictObject({ spans: z.array(span).min(1).max(50), change })) },
      responses: answers(row, "The statement that was added."),
    }),
    async (c) => {
      const { spans, change: what } = c.req.valid("json");
      const made = await inv.addStatement(c.req.valid("param").id, spans, what as Change, author(c, served));
      return c.json((await inv.row(made.statement!)) as never, 200);
    },
  );
};
