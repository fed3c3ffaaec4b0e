import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import compromise from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import type { Bench } from "./figures.ts";

const ROOT = resolve(import.meta.dirname, "..");
const REPORTS = 300;
const MANY = 10_000;

/** Runs the command line in a process of its own: wall time in milliseconds, peak memory in megabytes, output. */
function hearsay(args: readonly string[]): { ms: number; mb: number; out: string } {
  const told = "process.on('exit',()=>process.stderr.write('maxrss='+process.resourceUsage().maxRSS))";
  const begun = performance.now();
  const main = ["--import", `data:text/javascript,${told}`, join(ROOT, "dist/cli/main.js"), "read", ...args];
  const ran = spawnSync(process.execPath, main, { encoding: "utf8", maxBuffer: 1 << 30 });
  const ms = performance.now() - begun;
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { ms, mb: Number(/maxrss=(\d+)/.exec(ran.stderr)![1]) / 1024, out: ran.stdout };
}

/** The words and marks of a text, counted one way for all three. */
const tokens = (text: string) => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;

const seconds = (work: () => void) => {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
};

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/**
 * Reading from file to JSONL on one thread, start included, beside what wink-nlp and compromise take for splitting and
 * tagging alone, on the same reports (those of examples/, over and over) in the same run. Needs `npm run build`.
 */
export const benchSpeed: Bench = () => {
  spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
  const { out } = hearsay([join(ROOT, "examples"), "--format", "jsonl"]);
  const texts = out
    .split("\n")
    .filter(Boolean)
    .map((line): string => JSON.parse(line).report.text);
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
  try {
    const corpus = (n: number) => Array.from({ length: n }, (_, i) => texts[i % texts.length]!);
    const file = (n: number) => {
      const path = join(folder, `${n}.jsonl`);
      writeFileSync(
        path,
        corpus(n)
          .map((text) => `${JSON.stringify({ text })}\n`)
          .join(""),
      );
      return path;
    };
    const total = corpus(REPORTS).reduce((sum, text) => sum + tokens(text), 0);
    const first = join(folder, "first.txt");
    writeFileSync(first, texts[0]!.slice(0, 200));
    const start = median(Array.from({ length: 5 }, () => hearsay([first]).ms));

    const wink = winkNLP(model, ["sbd", "pos"]);
    const tagging = (tag: (text: string) => unknown) =>
      seconds(() => {
        for (const text of corpus(REPORTS)) tag(text);
      });
    const rate = {
      hearsay: (total / hearsay([file(REPORTS), "--format", "jsonl", "--output", join(folder, "out.jsonl")]).ms) * 1000,
      wink: total / tagging((text) => wink.readDoc(text).tokens().out(wink.its.pos)),
      compromise: total / tagging((text) => compromise(text).out("tags")),
    };
    const memory = hearsay([file(MANY), "--format", "jsonl", "--output", join(folder, "out.jsonl")]).mb;
    return {
      "tokens/s, read end to end": Math.round(rate.hearsay),
      "tokens/s, wink-nlp tags": Math.round(rate.wink),
      "tokens/s, compromise tags": Math.round(rate.compromise),
      "times as fast as wink-nlp tags": Number((rate.hearsay / rate.wink).toFixed(2)),
      "times as fast as compromise tags": Number((rate.hearsay / rate.compromise).toFixed(2)),
      "starts/s": Number((1000 / start).toFixed(2)),
      "ms, start to first output": Math.round(start),
      "reports/MB at 10,000 reports": Number((MANY / memory).toFixed(1)),
      "MB at 10,000 reports": Math.round(memory),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
