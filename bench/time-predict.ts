// Writes the times that time/ finds, one report a line, as the scorers read them: {id, times: [{start, end, type, value, edtf}]}.
//   node bench/time-predict.ts CORPUS.jsonl|RECORDS_FOLDER OUT.jsonl [--no-parse] [--half 0|1]
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../src/text/analyse.ts";
import { decodeBase } from "../src/text/base.ts";
import { bareAnalysis } from "../src/time/bare.ts";
import { findTimes } from "../src/time/times.ts";

interface Row {
  readonly id: string;
  readonly text: string;
  readonly dct?: string;
  readonly published?: string;
}

const [place, out] = process.argv.slice(2) as [string, string];
const half = process.argv.includes("--half") ? Number(process.argv[process.argv.indexOf("--half") + 1]) : null;
const parse = !process.argv.includes("--no-parse");
const base = parse ? decodeBase(readFileSync(new URL("../weights/en/base.bin", import.meta.url)), "") : null;
const rows: Row[] = statSync(place).isDirectory()
  ? readdirSync(place)
      .filter((f) => f.endsWith(".json"))
      .sort()
      .map((f) => JSON.parse(readFileSync(join(place, f), "utf8")))
  : readFileSync(place, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
const lines = rows
  .filter((_, i) => half === null || i % 2 === half)
  .map(({ id, text, dct, published }) => {
    const analysis = base === null ? bareAnalysis(text) : analyse(text, base);
    const times = findTimes(analysis, { published: published ?? dct ?? null });
    return JSON.stringify({ id, times });
  });
writeFileSync(out, `${lines.join("\n")}\n`);
