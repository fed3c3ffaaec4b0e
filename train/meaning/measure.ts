/** Fills the slots of gold statements and prints records as JSON lines: node train/meaning/measure.ts FOLDER all|held|kept > predicted.jsonl */
import { readFileSync } from "node:fs";
import { nest } from "../../src/attribution/nest.ts";
import { interpret } from "../../src/meaning/interpret.ts";
import { decodeMeaning } from "../../src/meaning/weights.ts";
import { decodeBase } from "../../src/text/base.ts";
import { goldRecords, heldOut, prepare } from "./gold.ts";

const WEIGHTS = new URL("../../weights/en/", import.meta.url);
const base = decodeBase(readFileSync(new URL("base.bin", WEIGHTS)), "");
const weights = decodeMeaning(new Uint8Array(readFileSync(new URL("meaning.bin", WEIGHTS))), "");
const [, , folder, part, nesting] = process.argv;
for (const [k, record] of goldRecords(folder!).entries()) {
  if ((part === "held") !== heldOut(k) && part !== "all") continue;
  const d = prepare(record, base);
  const given =
    nesting === "nest"
      ? nest(
          d.analysis,
          d.statements.filter((s) => s.within === null),
          { model: weights.nested, verbClass: weights.verbClass },
        )
      : d.statements;
  const read = interpret(d.analysis, given, weights);
  process.stdout.write(`${JSON.stringify({ id: record.id, ...read, times: [] })}\n`);
}
