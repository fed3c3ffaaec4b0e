import { createRoute, z } from "@hono/zod-openapi";
import { author, type Routes } from "../context.ts";
import { answers, body, decision, id, person } from "../schemas.ts";

/** People across reports, and what was decided about who is who. */
export const peopleRoutes: Routes = (app, served) => {
  const { investigation: inv } = served;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/people",
      summary: "Who speaks and is spoken of, and every merge and split",
      responses: answers(z.object({ people: z.array(person), decisions: z.array(decision) }), "Everybody."),
    }),
    async (c) => c.json({ people: await inv.people(), decisions: await inv.decisions() } as never, 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/people/{id}/merge",
      summary: "Say that two are one",
      request: { params: id, ...body(z.strictObject({ into: z.string().max(20) })) },
      responses: answers(decision, "The decision, which can be undone."),
    }),
    async (c) =>
      c.json((await inv.merge(c.req.valid("param").id, c.req.valid("json").into, author(c, served))) as never, 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/people/{id}/split",
      summary: "Say that a name is somebody else's",
      request: { params: id, ...body(z.strictObject({ alias: z.string().max(300) })) },
      responses: answers(decision, "The decision, which can be undone."),
    }),
    async (c) =>
      c.json((await inv.split(c.req.valid("param").id, c.req.valid("json").alias, author(c, served))) as never, 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/decisions/{id}/undo",
      summary: "Undo a merge or split",
      request: { params: id },
      responses: answers(decision, "The decision, now undone."),
    }),
    async (c) => c.json((await inv.undoDecision(c.req.valid("param").id, author(c, served))) as never, 200),
  );
};
