import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, extname, join } from "node:path";
import { type ServerType, serve } from "@hono/node-server";
import { HearsayError } from "../errors.ts";
import type { Hearsay, Investigation } from "../hearsay.ts";
import { workbench } from "./app.ts";
import type { PageFile } from "./context.ts";

/** What to serve and where. */
export interface ServeRequest {
  readonly hearsay: Hearsay;
  readonly investigation: Investigation;
  readonly by: string;
  readonly version: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly jobs: number;
  readonly allowPrivate: boolean;
}

export interface Serving {
  /** Where a browser goes; with the token where one is asked for. */
  readonly address: string;
  close(): Promise<void>;
}

const LARGEST = 128 * 2 ** 20;
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Serves the workbench until it is closed. */
export async function serveWorkbench(request: ServeRequest): Promise<Serving> {
  const { host, investigation } = request;
  const local = host === "127.0.0.1" || host === "localhost" || host === "::1";
  const token = local ? null : randomBytes(24).toString("base64url");
  const page = readPage(new URL(import.meta.url.endsWith(".ts") ? "../../dist/web/" : "../web/", import.meta.url));
  const key = createHash("sha256").update(investigation.name).digest("hex").slice(0, 16);
  const uploads = join(tmpdir(), `hearsay-${userInfo().uid}-${key}`);
  const shown = host.includes(":") ? `[${host}]` : host;
  const app = workbench({
    ...request,
    name: basename(investigation.name).replace(/\.hearsay$/, ""),
    now: () => new Date().toISOString(),
    hosts: local ? LOOPBACK : [...LOOPBACK, shown.toLowerCase()],
    token,
    page,
    largest: LARGEST,
    uploads,
  });
  const server = await new Promise<ServerType>((done, failed) => {
    const one = serve({ fetch: app.fetch, hostname: host, port: request.port }, () => done(one));
    one.on("error", (error) =>
      failed(
        new HearsayError(
          "address-taken",
          `The page cannot be served at ${shown}:${request.port}: ${(error as NodeJS.ErrnoException).code}.`,
          "Name another --port, or 0 for any free one.",
          { cause: error },
        ),
      ),
    );
  });
  const { port } = server.address() as { port: number };
  return {
    address: `http://${shown}:${port}/${token ? `?token=${token}` : ""}`,
    close: async () => {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      rmSync(uploads, { recursive: true, force: true });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

function readPage(folder: URL): ReadonlyMap<string, PageFile> {
  if (!existsSync(folder))
    throw new HearsayError("page-missing", "The page was not built.", "Run npm run build, or install Hearsay again.");
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const url = new URL(name, folder);
    const type = TYPES[extname(name)];
    if (type && statSync(url).isFile())
      files.set(`/${name.replaceAll("\\", "/")}`, { type, bytes: new Uint8Array(readFileSync(url)) });
  }
  return files;
}
