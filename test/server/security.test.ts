import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serveWorkbench } from "../../src/server/serve.ts";
import { desk } from "./desk.ts";

const HEADERS = { "content-type": "application/octet-stream" };

test.each(["evil.example", "127.0.0.1.evil.example", "192.168.1.20:4747", ""])(
  "a foreign host name is refused: %s",
  async (host) => {
    const { ask } = await desk();
    for (const path of ["/", "/api/statements"]) expect((await ask(path, { headers: { host } })).status).toBe(403);
  },
);

test.each([
  { origin: "http://evil.example" },
  { origin: "null" },
  { origin: "http://127.0.0.1:9999" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
])("another page may not write or read: %o", async (headers) => {
  const { ask } = await desk();
  expect((await ask("/api/statements/R1.1", { method: "PATCH", json: { status: "checked" }, headers })).status).toBe(
    403,
  );
  expect((await ask("/api/statements", { headers })).status).toBe(403);
});

test("a form of another page cannot write, whatever its headers", async () => {
  const { ask } = await desk();
  const form = { method: "POST", body: "{}", headers: { "content-type": "text/plain" } };
  expect((await ask("/api/jobs", form)).status).toBe(415);
});

test.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/secret.txt",
  "/dam.hearsay",
  "/etc/passwd",
  "/assets/%00",
])("nothing of the disk is served: %s", async (path) => {
  const { ask } = await desk();
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain("Nobody may read");
});

test.each(["../../evil.txt", "/etc/evil.txt", "..\\..\\evil.txt", "...", "a\u0000b.txt", `${"x".repeat(490)}.txt`])(
  "a file's name leads nowhere: %j",
  async (name) => {
    const { ask, at, served } = await desk();
    const answer = await ask(`/api/uploads?name=${encodeURIComponent(name)}`, {
      method: "POST",
      body: "words",
      headers: HEADERS,
    });
    expect(answer.status).toBe(200);
    expect(readdirSync(at).sort()).toEqual([
      "dam.hearsay",
      "dam.hearsay-shm",
      "dam.hearsay-wal",
      "secret.txt",
      "uploads",
    ]);
    expect(readdirSync(served.uploads)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  },
);

test("an upload that says it is too large is refused before it is read, one that does not say is stopped", async () => {
  const { ask, served } = await desk();
  const said = await ask("/api/uploads?name=a.txt", {
    method: "POST",
    body: "x",
    headers: { ...HEADERS, "content-length": String(2 * 2 ** 30) },
  });
  expect(said.status).toBe(413);
  let sent = 0;
  const endless = new ReadableStream({
    pull(out) {
      sent++;
      out.enqueue(new Uint8Array(2 ** 16));
    },
  });
  const stopped = await ask("/api/uploads?name=a.txt", {
    method: "POST",
    body: endless,
    headers: HEADERS,
    duplex: "half",
  } as never);
  expect(stopped.status).toBe(413);
  expect(sent).toBeLessThan(64);
  expect(readdirSync(served.uploads)).toEqual([]);
});

test("every answer forbids foreign scripts, also a refusal", async () => {
  const { ask } = await desk();
  for (const [path, host] of [
    ["/", "127.0.0.1"],
    ["/reports", "localhost"],
    ["/api/statements", "127.0.0.1"],
    ["/nothing.js", "127.0.0.1"],
    ["/", "evil.example"],
  ] as const) {
    const { headers } = await ask(path, { headers: { host } });
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("on another address nothing is answered without the token, and the token goes into a cookie", async () => {
  const { ask } = await desk({ token: "t0ken" });
  for (const path of ["/", "/api/statements", "/?token=wrong", "/api/statements?token=t0ken"])
    expect((await ask(path)).status).toBe(401);
  const entry = await ask("/?token=t0ken");
  expect([entry.status, entry.headers.get("location")]).toEqual([303, "/"]);
  const cookie = entry.headers.get("set-cookie")!;
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect((await ask("/api/statements", { headers: { cookie: cookie.split(";")[0]! } })).status).toBe(200);
  expect((await ask("/api/statements", { headers: { authorization: "Bearer t0ken" } })).status).toBe(200);
});

test("addresses on this machine are not fetched", async () => {
  const { ask, json } = await desk();
  const { job } = await json("/api/jobs", {
    method: "POST",
    json: { addresses: ["http://127.0.0.1:1/", "http://[::ffff:169.254.169.254]/"] },
  });
  const told = await (await ask(`/api/jobs/${job}/events`)).text();
  expect(told.match(/"kind":"problem"/g)).toHaveLength(2);
  expect(told).not.toContain('"kind":"added"');
});

test("two hundred requests at once are all answered", async () => {
  const { ask } = await desk();
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      ask(
        i % 4 ? `/api/statements?offset=${i}` : "/api/statements/R1.1",
        i % 4 ? {} : { method: "PATCH", json: { note: `${i}` } },
      ),
    ),
  );
  expect(answers.map((a) => a.status).filter((s) => s !== 200)).toEqual([]);
});

test.skipIf(!process.env.HEARSAY_FULL)(
  "over a socket: 2 GB are refused early, a client that never reads harms nobody",
  async () => {
    const { served, at } = await desk();
    const serving = await serveWorkbench({ ...served, host: "127.0.0.1", port: 0 });
    const { port } = new URL(serving.address);
    const status = await new Promise<number>((done, failed) => {
      const one = request({
        port,
        host: "127.0.0.1",
        method: "POST",
        path: "/api/uploads?name=big.txt",
        headers: { ...HEADERS, "content-length": 2 * 2 ** 30 },
      });
      one.on("response", (answer) => {
        done(answer.statusCode!);
        one.destroy();
      });
      one.on("error", failed);
      one.write(Buffer.alloc(1024));
    });
    expect(status).toBe(413);
    const idle = request({ port, host: "127.0.0.1", path: "/api/export?format=json" });
    idle.on("response", (answer) => answer.pause());
    idle.on("error", () => {});
    idle.end();
    expect((await fetch(`${serving.address}api/statements`)).status).toBe(200);
    await serving.close();
    expect(readdirSync(at)).not.toContain(join("big.txt"));
  },
);
