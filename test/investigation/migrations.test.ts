import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { nextLine } from "../../src/investigation/log.ts";
import { LATEST, MIGRATIONS } from "../../src/investigation/migrations/index.ts";
import { APPLICATION_ID } from "../../src/investigation/sqlite.ts";
import { openInvestigation } from "../../src/investigation/store.ts";
import { folder } from "../folder.ts";
import { sella } from "./made.ts";

const BY = { by: "ona" };

test.each(MIGRATIONS.map((_, i) => i + 1))(
  "a file of format %d is brought up to date, and what was in it holds",
  async (format) => {
    const path = join(folder({ x: "" }), "old.hearsay");
    const db = new Database(path);
    for (const step of MIGRATIONS.slice(0, format)) db.exec(step);
    const line = nextLine(null, {
      at: "2031-05-12T00:00:00Z",
      by: "ona",
      kind: "opened",
      subject: "investigation",
      body: {},
    });
    const names = Object.keys(line);
    db.prepare(`INSERT INTO log (${names}) VALUES (${names.map(() => "?")})`).run(...Object.values(line));
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${format}`);
    db.close();
    const inv = await openInvestigation(path);
    expect(await inv.fingerprint()).toEqual({ lines: 1, hash: line.hash });
    expect(await inv.add({ ...sella(), original: null, key: "a" }, BY)).toMatchObject({ standing: "new" });
    expect((await inv.verify()).broken).toBeNull();
    await inv.close();
    const after = new Database(path);
    expect(after.pragma("user_version", { simple: true })).toBe(LATEST);
    after.close();
  },
);

test("a file that was left empty, or before its first step, is begun anew", async () => {
  const at = folder({ "empty.hearsay": "" });
  new Database(join(at, "begun.hearsay")).pragma("journal_mode = WAL");
  for (const name of ["empty.hearsay", "begun.hearsay"]) {
    const inv = await openInvestigation(join(at, name));
    expect((await inv.verify()).ok).toBe(true);
    await inv.close();
  }
});
