// Puts `said` and `about` on gold statements, so that records.mjs scores the clocks alone: time-said.ts RECORDS_FOLDER OUT.jsonl
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "../src/text/analyse.ts";
import { decodeBase } from "../src/text/base.ts";
import { readClocks, type Spoken } from "../src/time/clocks.ts";

type Gold = Spoken & { speaker: string | null; mode: string };
interface Row {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly parties: unknown[];
  readonly statements: Gold[];
}

const [folder, out] = process.argv.slice(2) as [string, string];
const base = decodeBase(readFileSync(new URL("../weights/en/base.bin", import.meta.url)), "");
const lines = readdirSync(folder)
  .filter((f) => f.endsWith(".json"))
  .sort()
  .map((f) => {
    const row = JSON.parse(readFileSync(join(folder, f), "utf8")) as Row;
    const analysis = analyse(row.text, base);
    const context = { published: row.published };
    const spoken = row.statements.map((s) => ({ ...s, speakers: s.speaker === null ? [] : [s.speaker] }));
    const { times, clocks } = readClocks(spoken, analysis, context);
    const statements = spoken.map((s, i) => ({ ...s, ...clocks[i]! }));
    return JSON.stringify({ id: row.id, parties: row.parties, statements, times, quantities: [] });
  });
writeFileSync(out, `${lines.join("\n")}\n`);
