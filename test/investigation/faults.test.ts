import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Investigation } from "../../src/investigation/investigation.ts";
import { openInvestigation } from "../../src/investigation/store.ts";
import { reading, report, SELLA, sella } from "./made.ts";

const FULL = Boolean(process.env.HEARSAY_FULL);
const BY = { by: "ona.lim" };
let folder = "";
let path = "";
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-"));
  path = join(folder, "investigation.hearsay");
});
afterEach(() => {
  for (const one of started.splice(0)) one.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const open = (create = true, more = {}) => openInvestigation(path, { create, ...more });
const kept = (i = 0) => ({ ...sella({ title: `t${i}` }), original: Buffer.from(SELLA), key: `k${i}` });

interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  readonly line: () => Promise<void>;
  readonly end: Promise<void>;
}

function child(what: string, ...args: string[]): Child {
  return start([what, path, ...args], {});
}

function start(args: string[], options: object): Child {
  const p = spawn(process.execPath, ["--no-warnings", join(import.meta.dirname, "child.ts"), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    ...options,
  });
  started.push(p);
  const lines: string[] = [];
  let rest = "";
  p.stdout.setEncoding("utf8").on("data", (data: string) => {
    const parts = (rest + data).split("\n");
    rest = parts.pop()!;
    lines.push(...parts);
  });
  const end = new Promise<void>((done) => p.on("close", () => done()));
  const line = () => new Promise<void>((done) => p.stdout.once("data", () => done()));
  return { process: p, lines, line, end };
}

async function sound(inv: Investigation): Promise<void> {
  expect((await inv.verify()).broken).toBeNull();
}

test(
  "killed at any moment, what was confirmed is there and nothing is half-written",
  async () => {
    let confirmed = 0;
    for (let i = 0; i < (FULL ? 100 : 3); i++) {
      const c = child("fill", `run${i}-`);
      await c.line();
      await new Promise((done) => setTimeout(done, (i * 37) % 211));
      c.process.kill("SIGKILL");
      await c.end;
      const inv = await open(false);
      const reports = new Set(c.lines.filter((l) => l.startsWith("new ")).map((l) => l.slice(4)));
      for (const id of reports) expect((await inv.report(id)).row.statements).toBe(5);
      for (const id of c.lines.filter((l) => l.startsWith("E"))) confirmed = Math.max(confirmed, Number(id.slice(1)));
      const entries: string[] = [];
      for await (const e of inv.entries()) entries.push(e.id);
      expect(entries.length).toBeGreaterThanOrEqual(confirmed);
      await sound(inv);
      await inv.close();
    }
  },
  FULL ? 600_000 : 60_000,
);

test("two processes add the same reports at once: each report once, nothing lost", async () => {
  const a = child("same", "ann", "25");
  const b = child("same", "ben", "25");
  await Promise.all([a.end, b.end]);
  expect([...a.lines, ...b.lines].sort()).toEqual([...Array(25).fill("new"), ...Array(25).fill("present")]);
  const inv = await open(false);
  expect((await inv.verify()).reports).toBe(25);
  await sound(inv);
  await inv.close();
});

test("a full disk stops an add with a clear word; what was there stays", async () => {
  const small = await open(true, { mostPages: 90 });
  let added = 0;
  const fill = async () => {
    for (; added < 500; added++)
      await small.add({ ...kept(added), original: Buffer.from(String(added).repeat(2000)) }, BY);
  };
  await expect(fill()).rejects.toMatchObject({ code: "disk-full" });
  expect(added).toBeGreaterThan(0);
  await sound(small);
  await small.close();
  const inv = await open(false);
  expect((await inv.verify()).reports).toBe(added);
  expect(await inv.add(kept(added), BY)).toMatchObject({ standing: "new" });
  await inv.close();
});

test("held by another program it says so", async () => {
  const inv = await open();
  await inv.add(kept(), BY);
  await inv.close();
  const c = child("hold");
  await c.line();
  const blocked = async () => {
    const again = await open(false, { patience: 50 });
    await again.add(kept(1), BY);
  };
  await expect(blocked()).rejects.toMatchObject({ code: "investigation-locked" });
  c.process.kill("SIGKILL");
  await c.end;
  const back = await open(false);
  await sound(back);
  await back.close();
});

test("a file from a newer version is left alone", async () => {
  await (await open()).close();
  const db = new Database(path);
  db.pragma("user_version = 999");
  db.close();
  const before = readFileSync(path);
  await expect(open(false)).rejects.toMatchObject({ code: "investigation-newer" });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a file that is something else, a folder, and nothing are told apart and left alone", async () => {
  await expect(open(false)).rejects.toMatchObject({ code: "investigation-missing" });
  writeFileSync(path, "just some notes");
  await expect(open()).rejects.toMatchObject({ code: "investigation-foreign" });
  expect(readFileSync(path, "utf8")).toBe("just some notes");
  const other = new Database(join(folder, "other.db"));
  other.exec("CREATE TABLE mine (x)");
  other.close();
  await expect(openInvestigation(join(folder, "other.db"))).rejects.toMatchObject({ code: "investigation-foreign" });
  await expect(openInvestigation(folder)).rejects.toMatchObject({ code: "investigation-foreign" });
  await expect(openInvestigation(join(folder, "none", "x"), { create: true })).rejects.toMatchObject({
    code: "folder-missing",
  });
});

test("a damaged page is told, by verify too, and never a crash", async () => {
  const inv = await open();
  for (let i = 0; i < 30; i++) await inv.add(kept(i), BY);
  await inv.close();
  const whole = readFileSync(path);
  const outcomes = new Set<string>();
  for (let at = 4096; at < whole.length; at += 4096 * (FULL ? 1 : 7)) {
    const broken = Buffer.from(whole);
    broken.fill(0xa5, at, at + 4096);
    writeFileSync(path, broken);
    try {
      const damaged = await open(false);
      const { ok, broken: why } = await damaged.verify();
      expect(ok).toBe(false);
      outcomes.add(why!.slice(0, 20));
      await damaged.close();
    } catch (error) {
      expect(error).toMatchObject({ code: "investigation-damaged" });
    }
  }
  expect(outcomes.size).toBeGreaterThan(0);
  writeFileSync(path, whole.subarray(0, whole.length - 5000));
  const cut = async () => (await (await open(false)).verify()).ok;
  expect(await cut().catch((e) => e.code)).not.toBe(true);
});

test.each([
  ["the words of a row", "UPDATE row_text SET words = 'something else' WHERE id = 1", /claim log of R1 was changed/],
  ["a correction", "UPDATE entry SET body = replace(body, 'misread', 'agreed')", /entry E1 on R1\.1 was changed/],
  ["a correction's flag", "DELETE FROM entry", /entry E1 on R1\.1 is gone/],
  ["who wrote a line", "UPDATE log SET by = 'bo' WHERE seq = 4", /line 4 was changed/],
  ["a line's contents", "UPDATE log SET body = replace(body, 'misread', 'agreed') WHERE seq = 4", /contents of line 4/],
  ["a line emptied", "UPDATE log SET body = NULL, salt = NULL WHERE seq = 4", /no removal says so/],
  ["a line taken out", "DELETE FROM log WHERE seq = 3", /line 3 of the log is missing/],
  ["a title", "UPDATE version SET meta = replace(meta, 't0', 't1')", /R1, version 1, was changed/],
  ["a report slipped in", "INSERT INTO report (key, text, version) VALUES ('x', 'y', 1)", /R2 lacks a version/],
  ["a report taken out", "DELETE FROM report", /R1, version 1, is gone/],
  ["a report's flag", "UPDATE report SET confidential = 1", /flags of R1 were changed/],
  ["the reading", "UPDATE reading SET sha256 = 'x'", /reading of R1 was changed/],
  ["the kept bytes", "UPDATE blob SET bytes = x'0300'", /kept bytes of R1/],
])("verify names %s that somebody changed behind its back", async (_, sql, says) => {
  const inv = await open();
  await inv.add(kept(), BY);
  await inv.change("R1.1", { fields: { act: "denies" } }, { by: "ona.lim", why: "misread" });
  await sound(inv);
  await inv.close();
  const db = new Database(path);
  db.pragma("foreign_keys = ON");
  db.exec(sql);
  db.close();
  const back = await open(false);
  expect((await back.verify()).broken).toMatch(says);
  await back.close();
});

test("what is removed is gone from the file's bytes, its side files included", async () => {
  const inv = await open();
  for (let i = 0; i < 20; i++) await inv.add(kept(i), BY);
  const text = "Quorvath Zembliski said the xylographer paid. Brill said nothing.";
  const of = report(text, { title: "Zembliski speaks", outlet: "Ulvermoss Gazette" });
  const said = [{ by: "Quorvath Zembliski", content: "the xylographer paid" }];
  const original = Buffer.from("ORIGINALBYTES7391");
  await inv.add({ report: of, reading: reading(of, said), original, key: "zembliski.txt" }, BY);
  await inv.change("R21.1", { note: "met him in Ulvermoss" }, BY);
  await inv.merge((await inv.people()).find((p) => /Zemb/.test(p.name))!.id, "P1", {
    by: "ona.lim",
    why: "Zembliski is Brill",
  });
  const db = new Database(path, { readonly: true });
  const packed = db.prepare("SELECT bytes FROM blob WHERE sha256 IN (SELECT text FROM report WHERE id = 21)").get() as {
    bytes: Buffer;
  };
  db.close();
  const bytes = () =>
    Buffer.concat(
      ["", "-wal", "-shm"].map((s) =>
        statSync(path + s, { throwIfNoEntry: false }) ? readFileSync(path + s) : Buffer.alloc(0),
      ),
    );
  expect(bytes().includes(packed.bytes)).toBe(true);
  await inv.remove("R21", BY);
  expect(bytes().includes(packed.bytes)).toBe(false);
  for (const word of ["Zembl", "zembl", "xylograph", "Ulvermoss", "ulvermoss", "ORIGINALBYTES", "Quorvath"])
    expect(bytes().includes(Buffer.from(word)), word).toBe(false);
  await sound(inv);
  await inv.close();
  const after = new Database(path, { readonly: true });
  expect(after.pragma("freelist_count", { simple: true })).toBe(0);
  after.close();
});

const root = process.getuid?.() === 0;

test.skipIf(process.platform === "win32")(
  "a file or folder that may not be written can be read, and says why it cannot be written",
  async () => {
    const inv = await open();
    await inv.add(kept(), BY);
    await inv.close();
    chmodSync(folder, 0o555);
    chmodSync(path, 0o444);
    const as = root ? { uid: 65534, gid: 65534 } : {};
    const c = start(["look", path, "x"], as);
    await c.end;
    expect(c.lines).toEqual(["5 rows, sound", "investigation-read-only"]);
    chmodSync(folder, 0o755);
    const d = start(["look", path, "x"], as);
    await d.end;
    expect(d.lines).toEqual(["5 rows, sound", "investigation-read-only"]);
    const made = join(folder, "theirs");
    mkdirSync(made);
    if (root) chownSync(made, 65534, 65534);
    copyFileSync(path, join(made, "x"));
    chmodSync(join(made, "x"), 0o444);
    const e = start(["look", join(made, "x"), "x"], as);
    await e.end;
    expect(e.lines).toEqual(["5 rows, sound", "investigation-read-only"]);
    if (!root) return;
    const f = start(["fill", join(folder, "new.hearsay"), "x", "1"], as);
    await f.end;
    expect(f.lines).toEqual(["investigation-read-only"]);
  },
);

test("a removal while another program reads is done, and purged when the last one closes", async () => {
  const inv = await open(true, { patience: 50 });
  const words = "Zembliski paid the xylographer";
  const of = report(`${words}, she said.`);
  await inv.add({ report: of, reading: reading(of, [{ by: "she", content: words }]), original: null, key: "z" }, BY);
  const reader = new Database(path, { readonly: true });
  const rows = reader.prepare("SELECT * FROM row_text").iterate();
  rows.next();
  expect(await inv.remove("R1", BY)).toMatchObject({ report: "R1", purged: false });
  rows.return?.();
  reader.close();
  await sound(inv);
  await inv.close();
  expect(readFileSync(path).includes("Zembl")).toBe(false);
  expect(statSync(`${path}-wal`, { throwIfNoEntry: false })).toBeUndefined();
});
