import { expect, test } from "vitest";
import { desk } from "./desk.ts";

const patch = (json: unknown, headers: Record<string, string> = {}) => ({ method: "PATCH", json, headers });

test("the claim log comes in windows, narrowed and in any order", async () => {
  const { json } = await desk();
  const all = await json("/api/statements");
  expect([all.total, all.exact, all.rows.length]).toEqual([5, true, 5]);
  const window = await json("/api/statements?limit=2&offset=3");
  expect(window.rows.map((r: { id: string }) => r.id)).toEqual(["R1.4", "R1.5"]);
  const sorted = await json("/api/statements?sort=saidBy&desc=true&limit=1");
  expect(sorted.rows[0].saidBy[0].name).toBe("Tamas Roke");
  expect((await json("/api/statements?act=accuses")).total).toBe(1);
  expect((await json("/api/statements?words=houses")).rows[0].id).toBe("R1.5");
});

test("a person's check stands with name and reason, and is undone", async () => {
  const { json } = await desk();
  const headers = {
    "hearsay-by": encodeURIComponent("Zoë Lim"),
    "hearsay-why": "heard%20the%20tape",
    "if-match": '"R1.1-0"',
  };
  const row = await json(
    "/api/statements/R1.1",
    patch({ status: "checked", fields: { speakers: ["Bo Lim"] } }, headers),
  );
  expect([row.status, row.checkedBy, row.saidBy[0].name]).toEqual(["checked", "Zoë Lim", "Bo Lim"]);
  expect((await json("/api/statements/R1.1")).history[0].why).toBe("heard the tape");
  expect((await json("/api/statements/R1.1/undo", { method: "POST" })).status).toBe("unchecked");
});

test("who comes second is told so, and changes nothing", async () => {
  const { ask, json } = await desk();
  await ask("/api/statements/R1.1", patch({ note: "first" }, { "if-match": '"R1.1-0"' }));
  const second = await ask("/api/statements/R1.1", patch({ note: "second" }, { "if-match": '"R1.1-0"' }));
  expect(second.status).toBe(412);
  expect(second.headers.get("content-type")).toBe("application/problem+json");
  expect(await second.json()).toMatchObject({
    type: "urn:hearsay:entry-stale",
    status: 412,
    remedy: expect.any(String),
  });
  expect((await json("/api/statements/R1.1")).row.notes).toBe("first");
});

test("many are changed at once, and the ones that cannot be are named", async () => {
  const { json } = await desk();
  const done = await json("/api/statements/bulk", {
    method: "POST",
    json: { ids: ["R1.1", "R1.2", "R9.9"], change: { status: "checked" } },
  });
  expect(done.changed.map((r: { id: string }) => r.id)).toEqual(["R1.1", "R1.2"]);
  expect(done.refused).toEqual([{ id: "R9.9", why: expect.stringContaining("R9") }]);
});

test("a statement is added by its words, which stand at their characters", async () => {
  const { json } = await desk();
  const { text } = await json("/api/reports/R1");
  const start = text.indexOf("under water");
  const row = await json("/api/reports/R1/statements", {
    method: "POST",
    json: { spans: [{ start, end: start + 11 }], change: { fields: { speakers: ["An engineer"] } } },
  });
  expect([row.words, row.status, text.slice(row.spans[0].start, row.spans[0].end)]).toEqual([
    "under water",
    "added",
    "under water",
  ]);
});

test("an upload is read, its events tell how, and the same bytes again are already there", async () => {
  const { ask, json } = await desk();
  const drop = async () => {
    const bytes = "The gates hold, Bo Lim said on Monday.\n";
    const { upload } = await json("/api/uploads?name=..%2f..%2fa.txt", {
      method: "POST",
      body: bytes,
      headers: { "content-type": "application/octet-stream" },
    });
    const { job } = await json("/api/jobs", { method: "POST", json: { uploads: [upload], outlet: "Bell Post" } });
    const told = await (await ask(`/api/jobs/${job}/events`)).text();
    return [...told.matchAll(/^data: (.+)$/gm)].map((m) => JSON.parse(m[1]!));
  };
  const first = await drop();
  expect(first).toMatchObject([
    { kind: "added", report: "R2", standing: "new" },
    { kind: "done", kept: 1, problems: 0 },
  ]);
  expect((await drop())[0]).toMatchObject({ standing: "present" });
  expect((await json("/api/reports")).rows[1]).toMatchObject({ id: "R2", outlet: "Bell Post" });
});

test("a pasted text is kept, and what cannot be read says why without a path", async () => {
  const { ask, json, served } = await desk();
  const run = async (given: unknown) => {
    const { job } = await json("/api/jobs", { method: "POST", json: given });
    return (await ask(`/api/jobs/${job}/events`)).text();
  };
  expect(await run({ text: "Bo Lim said the gates hold." })).toContain('"kind":"added"');
  const { upload } = await json("/api/uploads?name=x.pdf", {
    method: "POST",
    body: "no pdf",
    headers: { "content-type": "application/octet-stream" },
  });
  const told = await run({ uploads: [upload] });
  expect(told).toContain('"kind":"problem"');
  expect(told).not.toContain(served.uploads);
});

test("an export holds what is shown and leaves out what is confidential", async () => {
  const { ask } = await desk();
  await ask("/api/statements/R1.1", patch({ confidential: true }));
  const csv = await (await ask("/api/export?format=csv")).text();
  expect(csv).toContain("R1.2");
  expect(csv).not.toContain("the dam would hold");
  const xlsx = new Uint8Array(await (await ask("/api/export?format=xlsx")).arrayBuffer());
  expect([...xlsx.slice(0, 2)]).toEqual([0x50, 0x4b]);
  expect(await (await ask("/api/export/page")).text()).not.toContain("l-R1.1");
});

test("an answer is not sent twice, until something changes", async () => {
  const { ask } = await desk();
  const tag = (await ask("/api/reports")).headers.get("etag")!;
  expect((await ask("/api/reports", { headers: { "if-none-match": tag } })).status).toBe(304);
  await ask("/api/statements/R1.1", patch({ status: "checked" }));
  expect((await ask("/api/reports", { headers: { "if-none-match": tag } })).status).toBe(200);
});

test("the interface describes itself", async () => {
  const { json } = await desk();
  const api = await json("/api/openapi.json");
  expect(api.openapi).toBe("3.1.0");
  expect(Object.keys(api.paths)).toContain("/api/statements/{id}");
});

test("overviews and people", async () => {
  const { json } = await desk();
  expect((await json("/api/disputes")).rows.map((r: { id: string }) => r.id)).toEqual(["R1.3", "R1.4"]);
  expect((await json("/api/timeline")).rows.length).toBe(5);
  const { people } = await json("/api/people");
  const [a, b] = people;
  const made = await json(`/api/people/${a.id}/merge`, { method: "POST", json: { into: b.id } });
  expect(made).toMatchObject({ kind: "merge", undone: null });
  expect((await json(`/api/decisions/${made.id}/undo`, { method: "POST" })).undone).not.toBeNull();
});

test.each([
  ["/api/statements?limit=0", {}, 422],
  ["/api/statements/R9.1", {}, 404],
  ["/api/statements/R1.1", patch({ status: "sure" }), 422],
  ["/api/statements/R1.1", patch({ fields: { said: "yesterday" } }), 422],
  ["/api/reports/R1/statements", { method: "POST", json: { spans: [{ start: 0, end: 9e9 }], change: {} } }, 422],
  ["/api/jobs", { method: "POST", json: { addresses: ["file:///etc/passwd"] } }, 422],
  ["/api/jobs", { method: "POST", json: {} }, 422],
  [
    "/api/jobs",
    { method: "POST", body: "{", headers: { "content-type": "application/json", "content-length": "1" } },
    400,
  ],
  ["/api/nothing", {}, 404],
])("%s is answered with a problem in words", async (path, init, status) => {
  const { ask } = await desk();
  const answer = await ask(path, init);
  expect(answer.status).toBe(status);
  const problem = (await answer.json()) as { status: number; detail: string };
  expect(problem.status).toBe(status);
  expect(problem.detail).not.toBe("");
});
