// Run by fault tests in a process of its own: `child.ts WHAT PATH …`. Prints what was confirmed, a line each.
import { writeSync } from "node:fs";
import Database from "better-sqlite3";
import { HearsayError } from "../../src/errors.ts";
import { openInvestigation } from "../../src/investigation/store.ts";
import { sella } from "./made.ts";

const [what, path = "", name = "", count = "0"] = process.argv.slice(2);
const say = (line: string) => writeSync(1, `${line}\n`);

const jobs: Record<string, () => Promise<void>> = {
  /** Adds and changes without end, or so many times. */
  async fill() {
    const inv = await openInvestigation(path, { create: true });
    for (let i = 0; i < (Number(count) || 1e9); i++) {
      const key = `${name}${i}`;
      const added = await inv.add(
        { ...sella({ title: key }), original: Buffer.from(key.repeat(500)), key },
        { by: name },
      );
      say(`${added.standing} ${added.report}`);
      say((await inv.change(`${added.report}.1`, { note: key }, { by: name })).id);
    }
    await inv.close();
  },
  /** Adds the same reports as another process does. */
  async same() {
    const inv = await openInvestigation(path, { create: true });
    for (let i = 0; i < Number(count); i++) {
      const key = `same${i}`;
      say(
        `${(await inv.add({ ...sella({ title: key, url: `https://x.example/${i}` }), original: null, key }, { by: name })).standing}`,
      );
    }
    await inv.close();
  },
  /** Holds the write lock until it is killed. */
  async hold() {
    const db = new Database(path);
    db.exec("BEGIN EXCLUSIVE");
    say("held");
    // Held by the timer too: a connection nobody refers to is closed by the garbage collector.
    setInterval(() => db.open, 1000);
  },
  /** Reads, then tries to write. */
  async look() {
    const inv = await openInvestigation(path);
    let rows = 0;
    for await (const _ of inv.rows()) rows++;
    say(`${rows} rows, ${(await inv.verify()).ok ? "sound" : "broken"}`);
    await inv.change("R1.1", { note: "x" }, { by: name });
  },
};

try {
  await jobs[what!]!();
} catch (error) {
  if (!(error instanceof HearsayError)) throw error;
  say(error.code);
}
