import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import type { Served } from "./context.ts";
import { guard } from "./guard.ts";
import { problemOf, refuse, requestProblem } from "./problem.ts";
import { exchangeRoutes } from "./routes/exchange.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { peopleRoutes } from "./routes/people.ts";
import { reportRoutes } from "./routes/reports.ts";
import { statementRoutes } from "./routes/statements.ts";

/** JSON that a request may carry. */
const LARGEST_JSON = 8 * 2 ** 20;

/** The server without a socket: the use cases over HTTP, and the page. */
export function workbench(served: Served): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const { path, message } = result.error.issues[0]!;
      return refuse(c, requestProblem(422, "request-malformed", `${path.join(".") || "The request"}: ${message}`));
    },
  });
  app.use(guard(served));
  app.use("/api/*", async (c, next) => {
    c.header("cache-control", "private, no-cache");
    if (c.req.method !== "GET") {
      const type = c.req.header("content-type") ?? "";
      const json = type.startsWith("application/json");
      if (!json && type !== "application/octet-stream" && !/\/(undo)$/.test(c.req.path))
        return refuse(
          c,
          requestProblem(415, "media-type-unknown", "Send application/json, or bytes as application/octet-stream."),
        );
      if (json && Number(c.req.header("content-length") ?? Number.POSITIVE_INFINITY) > LARGEST_JSON)
        return refuse(c, requestProblem(413, "request-too-large", "The request is larger than 8 MB."));
      return next();
    }
    if (/^\/api\/(jobs|export|openapi)/.test(c.req.path)) return next();
    const { lines, hash } = await served.investigation.fingerprint();
    const tag = `W/"${lines}-${hash.slice(0, 16)}"`;
    c.header("etag", tag);
    if (c.req.header("if-none-match") === tag) return c.body(null, 304);
    return next();
  });
  for (const routes of [statementRoutes, reportRoutes, peopleRoutes, overviewRoutes, exchangeRoutes])
    routes(app, served);
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Hearsay",
      version: served.version,
      description: "The claim log of an investigation on this machine.",
    },
  });
  app.get("*", (c) => {
    const { path } = c.req;
    // Every view has an address of its own; all are the same page.
    const file =
      served.page.get(path) ??
      (/^\/(?:[a-z]+(?:\/[RP]\d[\d.]*)?)?$/i.test(path) ? served.page.get("/index.html") : undefined);
    if (!file || path.startsWith("/api"))
      return refuse(c, requestProblem(404, "address-unknown", "There is nothing at this address."));
    const lasting = path.startsWith("/assets/");
    c.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    return c.body(file.bytes, 200, { "content-type": file.type });
  });
  app.notFound((c) => refuse(c, requestProblem(404, "address-unknown", "There is nothing at this address.")));
  app.onError((error, c) => {
    const known = problemOf(error);
    if (known) return refuse(c, known);
    if (error instanceof HTTPException)
      return refuse(c, requestProblem(error.status, "request-malformed", error.message));
    console.error(error);
    return refuse(
      c,
      requestProblem(500, "broken", "Something broke in the server. What was confirmed before is kept."),
    );
  });
  return app;
}
