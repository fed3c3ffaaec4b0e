import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { MockAgent } from "undici";
import { afterEach, expect, test } from "vitest";
import { checkAddress, isPublic } from "../../src/ingest/address.ts";
import { type FetchOptions, fetchPage } from "../../src/ingest/fetch.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine that stands for one on the internet: its name leads where the test says. */
async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((done) => server.once("listening", done));
  return (server.address() as AddressInfo).port;
}

/** Looks names up in a list, one answer a question, the last for good. */
const names =
  (...answers: string[]) =>
  (_: string, _o: unknown, done: (error: null, found: { address: string; family: number }[]) => void) =>
    done(null, [{ address: answers.length > 1 ? answers.shift()! : answers[0]!, family: 4 }]);

const take = (url: string, options: FetchOptions | object = {}) =>
  fetchPage(url, { allowPrivate: true, patience: 3000, ...options } as FetchOptions);

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "0.1.2.3",
  "224.0.0.1",
  "255.255.255.255",
  "192.0.2.1",
  "198.18.0.1",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "::127.0.0.1",
  "fe80::1",
  "fe80::1%eth0",
  "fc00::1",
  "fd12::1",
  "ff02::1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001:db8::1",
  "100::1",
  "fec0::1",
  "",
  "x",
])("%s is not public", (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
  "%s is public",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

test.each([
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]",
  "http://[::ffff:7f00:1]/",
  "http://[fe80::1]/",
  "http://169.254.169.254/latest/",
  "http://0/",
  "http://localhost/",
  "http://LOCALHOST./",
  "http://a.localhost/",
  "http://printer.local/",
  "http://intranet/",
  "http://127.0.0.1./",
  "http://１２７.0.0.1/",
  "http://127。0。0。1/",
  "ftp://x.example/",
  "file:///etc/passwd",
  "http://u:p@x.example/",
  "javascript:alert(1)",
  "not an address",
  "",
  "http://metadata.google.internal/",
])("%j is refused before anything is sent", async (address) => {
  expect(() => checkAddress(address, false)).toThrow(expect.objectContaining({ code: "address-refused" }));
  await expect(fetchPage(address)).rejects.toMatchObject({ code: "address-refused" });
});

test("a page is fetched with its bytes, its kind and where it was found", async () => {
  const agents: (string | undefined)[] = [];
  const port = await serve((q, a) => {
    agents.push(q.headers["user-agent"]);
    if (q.url === "/old") a.writeHead(301, { location: "/new" }).end();
    else
      a.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" }).end(
        gzipSync("<p>Hi"),
      );
  });
  const page = await take(`http://127.0.0.1:${port}/old`, { now: () => "2031-05-12T00:00:00Z" });
  expect(page).toMatchObject({
    url: `http://127.0.0.1:${port}/new`,
    mime: "text/html",
    retrieved: "2031-05-12T00:00:00Z",
  });
  expect(page.bytes.toString()).toBe("<p>Hi");
  expect(agents[0]).toMatch(/^Hearsay\//);
});

test("a name that leads to a private address is refused at connecting", async () => {
  const port = await serve((_, a) => a.end("secret"));
  for (const address of ["127.0.0.1", "10.0.0.1", "169.254.169.254"])
    await expect(
      take(`http://news.example:${port}/`, { allowPrivate: false, lookup: names(address) }),
    ).rejects.toMatchObject({ code: "address-refused" });
});

test("a name is looked up once and connected to as checked, whatever it says the next time", async () => {
  let asked = 0;
  const port = await serve((_, a) => a.end("secret"));
  const lookup = (_: string, _o: unknown, done: (e: null, f: object[]) => void) => {
    asked++;
    done(null, [{ address: asked === 1 ? "192.0.2.1" : "127.0.0.1", family: 4 }]);
  };
  await expect(take(`http://rebind.example:${port}/`, { allowPrivate: false, lookup })).rejects.toMatchObject({
    code: "address-refused",
  });
  const mixed = (_: string, _o: unknown, done: (e: null, f: object[]) => void) =>
    done(null, [
      { address: "93.184.216.34", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ]);
  await expect(take(`http://mixed.example:${port}/`, { allowPrivate: false, lookup: mixed })).rejects.toMatchObject({
    code: "address-refused",
  });
});

test.each([
  "http://169.254.169.254/latest/meta-data/",
  "http://[::ffff:127.0.0.1]/",
  "http://2130706433/",
  "file:///etc/passwd",
  "//localhost/",
])("a redirect to %s is not followed", async (location) => {
  const dispatcher = new MockAgent();
  dispatcher.disableNetConnect();
  dispatcher.get("http://news.example").intercept({ path: "/" }).reply(302, "", { headers: { location } });
  await expect(fetchPage("http://news.example/", { dispatcher })).rejects.toMatchObject({ code: "address-refused" });
});

test("redirects in a ring, errors and silence end with a clear word", async () => {
  const port = await serve((q, a) => {
    if (q.url === "/ring") a.writeHead(302, { location: "/ring" }).end();
    else if (q.url === "/gone") a.writeHead(404).end("x");
    else if (q.url === "/drip") {
      a.writeHead(200);
      a.write("x");
    }
  });
  await expect(take(`http://127.0.0.1:${port}/ring`)).rejects.toMatchObject({
    message: expect.stringContaining("more than 5 times"),
  });
  await expect(take(`http://127.0.0.1:${port}/gone`)).rejects.toMatchObject({
    message: expect.stringContaining("answers 404"),
  });
  for (const path of ["drip", "silent"])
    await expect(take(`http://127.0.0.1:${port}/${path}`, { patience: 200 })).rejects.toMatchObject({
      message: expect.stringContaining("longer than 0.2 seconds"),
    });
  await expect(take("http://127.0.0.1:1/")).rejects.toMatchObject({ code: "fetch-failed" });
});

test("a page without end and a gzip bomb are cut off", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const port = await serve((q, a) => {
    if (q.url === "/bomb") a.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    else if (q.url === "/twice") a.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(bomb));
    else {
      a.writeHead(200);
      const more = () => {
        while (a.write(Buffer.alloc(65_536, 60)));
        a.once("drain", more);
      };
      a.on("error", () => {});
      more();
    }
  });
  for (const path of ["bomb", "twice", "endless"])
    await expect(take(`http://127.0.0.1:${port}/${path}`, { most: 2_000_000 })).rejects.toMatchObject({
      code: "fetch-too-large",
    });
  const broken = await serve((_, a) => a.writeHead(200, { "content-encoding": "gzip" }).end("no gzip"));
  await expect(take(`http://127.0.0.1:${broken}/`)).rejects.toMatchObject({ code: "fetch-failed" });
});
