import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Investigation, openHearsay } from "../../src/hearsay.ts";
import { workbench } from "../../src/server/app.ts";
import type { Served } from "../../src/server/context.ts";
import { folder } from "../folder.ts";
import { sella } from "../investigation/made.ts";

/** A workbench over the Sella report, asked without a socket. */
export async function desk(more: Partial<Served> = {}) {
  const at = folder({ "secret.txt": "Nobody may read this." });
  const hearsay = openHearsay();
  const investigation: Investigation = await hearsay.open(join(at, "dam.hearsay"), { create: true, by: "ona" });
  await investigation.add({ ...sella(), original: null, key: "sella" }, { by: "ona" });
  onTestFinished(() => investigation.close());
  const served: Served = {
    hearsay,
    investigation,
    name: "dam",
    version: "1",
    by: "ona",
    now: () => "2031-06-01T00:00:00Z",
    hosts: ["127.0.0.1", "localhost"],
    token: null,
    page: new Map([["/index.html", { type: "text/html", bytes: new TextEncoder().encode("<p>page") }]]),
    largest: 2 ** 20,
    uploads: join(at, "uploads"),
    jobs: 1,
    allowPrivate: false,
    ...more,
  };
  const app = workbench(served);
  const ask = (path: string, init: RequestInit & { json?: unknown } = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has("host")) headers.set("host", "127.0.0.1:4747");
    if (init.json !== undefined) {
      headers.set("content-type", "application/json");
      if (!headers.has("content-length"))
        headers.set("content-length", String(Buffer.byteLength(JSON.stringify(init.json))));
    }
    return app.request(`http://127.0.0.1:4747${path}`, {
      ...init,
      headers,
      ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
    });
  };
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
  const json = async (path: string, init: Parameters<typeof ask>[1] = {}): Promise<any> =>
    (await ask(path, init)).json();
  return { at, served, app, ask, json, investigation };
}
