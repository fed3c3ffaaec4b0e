import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { refuse, requestProblem } from "./problem.ts";

/** Who may talk to the server. */
export interface Guarded {
  /** The names under which it is reached, without port ("127.0.0.1", "localhost"). */
  readonly hosts: readonly string[];
  /** Asked of everybody where the server is reached from other machines; null on this machine alone. */
  readonly token: string | null;
}

const COOKIE = "hearsay-token";

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
};

/**
 * Refuses foreign names (DNS rebinding), foreign pages (cross-site requests) and, where a token is asked for, those
 * without it; gives every answer the headers that keep hostile words inert.
 */
export const guard =
  ({ hosts, token }: Guarded): MiddlewareHandler =>
  async (c, next) => {
    const host = c.req.header("host") ?? new URL(c.req.url).host;
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const secured = (answer: Response) => {
      for (const [name, value] of Object.entries(HEADERS)) answer.headers.set(name, value);
      return answer;
    };
    const no = (status: number, title: string, detail: string) =>
      secured(refuse(c, requestProblem(status, title, detail)));
    if (!hosts.includes(nameOf(host)))
      return no(403, "host-foreign", "This address is not one the server is reached by.");
    if (origin !== undefined && origin !== `http://${host}`)
      return no(403, "origin-foreign", "Another page may not talk to this server.");
    if (site !== undefined && site !== "same-origin" && site !== "none")
      if (c.req.method !== "GET" || c.req.path.startsWith("/api/"))
        return no(403, "origin-foreign", "Another page may not talk to this server.");
    if (token !== null) {
      const { searchParams, pathname } = new URL(c.req.url);
      const given = searchParams.get("token");
      if (given !== null && same(given, token) && c.req.method === "GET" && pathname === "/")
        return secured(
          c.body(null, 303, {
            location: "/",
            "set-cookie": `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict`,
          }),
        );
      const bearer = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1];
      const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(c.req.header("cookie") ?? "")?.[1];
      if (!same(bearer ?? cookie ?? "", token))
        return no(401, "token-missing", "Open the address with the token that the server printed when it started.");
    }
    await next();
    secured(c.res);
  };

const nameOf = (host: string) => host.replace(/:\d+$/, "").toLowerCase();

function same(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
