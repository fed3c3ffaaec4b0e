import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { ingest } from "../src/ingest/ingest.ts";
import type { Query } from "../src/investigation/investigation.ts";
import { openInvestigation } from "../src/investigation/store.ts";
import type { Figures } from "./figures.ts";

const ROOT = resolve(import.meta.dirname, "..");
const TOKENS = 900;

/** Numbers from 0 up to `n`, the same in every run. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const SYLLABLES = "ka ro min tel sa vor du le pan ti gra shen mo ul est ber ny qua fi zor".split(" ");

/** Names and words that no report had before, rare ones rarer: a real archive's vocabulary grows as it does. */
function inventor(roll: (n: number) => number): (many: number) => string {
  const made = (i: number) => {
    let word = "";
    for (let n = i + 400; n > 0; n = Math.floor(n / SYLLABLES.length)) word += SYLLABLES[n % SYLLABLES.length];
    return word;
  };
  return (many) => made(Math.floor(many ** (roll(1_000_000) / 1_000_000)) - 1);
}

/** Writes so many reports of about 900 tokens each, put together from the sentences of examples/ with other names. */
async function write(path: string, count: number): Promise<{ bytes: number; names: string[] }> {
  const sentences: string[] = [];
  for await (const one of ingest([join(ROOT, "examples")], Readable.from([]), {}, { done: 0, total: 0 }))
    if (one.kind === "report")
      sentences.push(...one.report.text.split(/(?<=[.!?]["”]?)\s+/).filter((s) => s.length > 40));
  const roll = dice(11);
  const invent = inventor(roll);
  const title = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  const names = Array.from(
    { length: 4000 },
    (_, i) => `${title(invent(2000))} ${title(invent(9000))}${i % 3 ? "" : "ov"}`,
  );
  const stream = createWriteStream(path);
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const cast = new Map<string, string>();
    const renamed = (sentence: string) =>
      sentence.replace(/\b[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b/g, (name) => {
        let other = cast.get(name);
        if (!other) {
          other = names[roll(roll(4) ? 300 : names.length)]!;
          cast.set(name, other);
        }
        return other;
      });
    let text = "";
    for (let tokens = 0; tokens < TOKENS; ) {
      const sentence = `${renamed(sentences[roll(sentences.length)]!)} The ${invent(40_000)} stayed shut. `;
      tokens += sentence.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)!.length;
      text += roll(5) ? sentence : `${sentence.trimEnd()}\n\n`;
    }
    bytes += Buffer.byteLength(text);
    const published = new Date(Date.UTC(2031, 0, 1 + (i % 500))).toISOString().slice(0, 10);
    const line = {
      id: `n${i}`,
      text,
      title: `Report ${i}`,
      outlet: `Outlet ${i % 40}`,
      published,
      url: `https://news.example/${i}`,
    };
    if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "close");
  return { bytes, names };
}

/** Questions of every kind: rare and frequent words, phrases, beginnings, people, dates, all together. */
function questions(names: readonly string[]): Query[] {
  const roll = dice(5);
  const words =
    "recognition shelling mortar rounds village families treaty guns motion parliament said border army".split(" ");
  const any = () => words[roll(words.length)]!;
  const day = () => new Date(Date.UTC(2031, 0, 1 + roll(500))).toISOString();
  return Array.from({ length: 200 }, (_, i): Query => {
    const name = names[roll(300)]!;
    switch (i % 8) {
      case 0:
        return { words: any() };
      case 1:
        return { words: `${any()} ${any()}` };
      case 2:
        return { words: `"${any()} ${any()}"` };
      case 3:
        return { words: `${any().slice(0, 3)}*` };
      case 4:
        return { words: "", by: name };
      case 5:
        return { words: any(), by: name.split(" ")[1]! };
      case 6:
        return { words: any(), outlet: `Outlet ${roll(40)}`, minConfidence: 0.5 };
      default:
        return { words: roll(2) ? any() : "", published: [day(), null], said: [null, day()] };
    }
  });
}

/**
 * Adds reports with the command line (`--jobs 2`), then searches among them. 1,000 reports unless `--reports 10000` is
 * said; the floors are for 10,000. Needs `npm run build`.
 */
export async function benchInvestigation(_: string, options: readonly string[]): Promise<Figures> {
  const count = Number(/--reports[= ](\d+)/.exec(options.join(" "))?.[1] ?? 1000);
  const jobs = Number(/--jobs[= ](\d+)/.exec(options.join(" "))?.[1] ?? 2);
  spawnSync("npm", ["run", "--silent", "build"], { cwd: ROOT, stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"));
  try {
    const source = join(folder, "reports.jsonl");
    const { bytes, names } = await write(source, count);
    const file = join(folder, "bench.hearsay");
    const told = "process.on('exit',()=>process.stderr.write('maxrss='+process.resourceUsage().maxRSS))";
    const begun = performance.now();
    const ran = spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${told}`,
        join(ROOT, "dist/cli/main.js"),
        "add",
        source,
        "-I",
        file,
        "--jobs",
        String(jobs),
        "--quiet",
      ],
      { encoding: "utf8" },
    );
    const seconds = (performance.now() - begun) / 1000;
    if (ran.status !== 0) throw new Error(ran.stderr + ran.stdout);
    const mb = Number(/maxrss=(\d+)/.exec(ran.stderr)![1]) / 1024;
    const inv = await openInvestigation(file);
    const times: number[] = [];
    for (const query of questions(names)) {
      const start = performance.now();
      await inv.search(query);
      times.push(performance.now() - start);
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
    let rows = 0;
    for await (const one of inv.reports()) rows += one.statements;
    await inv.close();
    const ratio = statSync(file).size / bytes;
    console.log(
      `  (${count} reports of ${Math.round(bytes / count)} bytes, ${rows} statements; p95 ${p95.toFixed(1)} ms, file ${ratio.toFixed(1)} × the text, ${Math.round(mb)} MB)`,
    );
    return {
      "reports/s, added": Math.round((count / seconds) * 10) / 10,
      "searches/s at the 95th percentile": Math.round(1000 / p95),
      "text as % of the file": Math.round(1000 / ratio) / 10,
      [`reports/MB at ${count.toLocaleString("en")} reports`]: Math.round((count / mb) * 10) / 10,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
