import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Reading } from "../src/model/reading.ts";
import { hearsay } from "./cli/run.ts";

const valid = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync("schema/reading.schema.json", "utf8")));

test("what is printed of the examples meets the schema", async () => {
  const { out } = await hearsay(["read", "examples", "--format", "json"]);
  const readings: Reading[] = JSON.parse(out);
  expect(readings).toHaveLength(6);
  for (const reading of readings) expect(valid(reading), JSON.stringify(valid.errors)).toBe(true);
});

test("a reading of a report that was not read meets it too", async () => {
  const { out } = await hearsay(["read", "--format", "json"], "Министр сказал, что решения пока нет, и ушёл.");
  expect(valid(JSON.parse(out)), JSON.stringify(valid.errors)).toBe(true);
});
