import { spawn } from "node:child_process";
import { createWriteStream, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folder } from "../folder.ts";
import { collect } from "../ingest/collect.ts";

/** Runs the built package and gives its exit code, peak memory in MB, bytes of output and messages. */
const run = (args: readonly string[], input?: (write: (chunk: Buffer) => Promise<void>) => Promise<void>) =>
  new Promise<{ code: number | null; mb: number; bytes: number; err: string }>((done) => {
    const told = "process.on('exit',()=>process.stderr.write('maxrss='+process.resourceUsage().maxRSS))";
    const child = spawn(process.execPath, ["--import", `data:text/javascript,${told}`, "dist/cli/main.js", ...args]);
    let bytes = 0;
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdin.on("error", () => {});
    const write = (chunk: Buffer) =>
      new Promise<void>((next) => {
        if (!child.stdin.writable || child.stdin.write(chunk)) next();
        else child.stdin.once("drain", next).once("close", next);
      });
    (input?.(write) ?? Promise.resolve()).then(() => child.stdin.end());
    child.on("close", (code) => {
      const mb = Number(/maxrss=(\d+)/.exec(err)?.[1]) / 1024;
      done({ code, mb, bytes, err: err.replace(/maxrss=\d+/, "") });
    });
  });

describe.skipIf(!process.env.HEARSAY_FULL)("large inputs", () => {
  test("100,000 lines of JSONL come through in flat memory", async () => {
    const line = Buffer.from(`${JSON.stringify({ text: "“The bridge is shut,” Ana Lisk said." })}\n`.repeat(1000));
    const { code, mb, bytes, err } = await run(["read", "-", "--format", "jsonl"], async (write) => {
      for (let i = 0; i < 100; i++) await write(line);
    });
    expect([code, err]).toEqual([0, ""]);
    expect(bytes).toBeGreaterThan(40_000_000);
    expect(mb).toBeLessThan(400);
  }, 600_000);

  test("10,000 files in a folder, with two threads, stay under 400 MB", async () => {
    const text = "“The bridge is shut,” Ana Lisk said. She added that it would stay so until Friday.\n\n".repeat(5);
    const path = folder({});
    for (let i = 0; i < 10_000; i++) writeFileSync(join(path, `${i}.txt`), text);
    const { code, mb } = await run(["read", path, "--format", "csv", "--jobs", "2"]);
    expect(code).toBe(0);
    expect(mb).toBeLessThan(400);
    rmSync(path, { recursive: true, force: true });
  }, 600_000);

  test("50 MB in one line, as a file, as a page and through a pipe, is refused at once", async () => {
    const path = folder({});
    for (const name of ["line.txt", "page.html"]) {
      const out = createWriteStream(join(path, name));
      for (let i = 0; i < 50; i++) out.write(Buffer.alloc(1_000_000, "word "));
      await new Promise<void>((next) => out.end(() => next()));
      expect(await run(["read", join(path, name)])).toMatchObject({
        code: 1,
        bytes: 0,
        err: expect.stringMatching(/^hearsay: .* larger than 16 MB.*\n$/),
      });
    }
    const piped = await run(["read"], async (write) => {
      for (let i = 0; i < 50; i++) await write(Buffer.alloc(1_000_000, "word "));
    });
    expect(piped).toMatchObject({ code: 1, err: expect.stringMatching(/^hearsay: standard input .*\n$/) });
    expect(piped.mb).toBeLessThan(300);
  }, 120_000);

  test("a page just below the limits is read in seconds", async () => {
    const html = `<!doctype html><body>${"<p>Ana Lisk said that it was late.</p>".repeat(24_000)}`;
    const { reports } = await collect(["-"], {}, [Buffer.from(html)]);
    expect(reports).toHaveLength(1);
  }, 30_000);
});
