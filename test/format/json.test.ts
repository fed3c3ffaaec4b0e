import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { jsonlWriter, jsonWriter } from "../../src/format/json.ts";
import { ACTS } from "../../src/model/statement.ts";
import { READING_VERSION } from "../../src/read.ts";
import { reading, statement } from "./sample.ts";

const schema = JSON.parse(readFileSync("schema/reading.schema.json", "utf8"));
const valid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const written = (count: number) => {
  const writer = jsonWriter();
  const pieces = Array.from({ length: count }, (_, i) => writer.reading(reading({ id: `r${i}` })));
  return writer.head() + pieces.join("") + writer.tail();
};

test("one reading is the object, several are an array, none is an empty array", () => {
  expect(JSON.parse(written(1))).toEqual(reading({ id: "r0" }));
  expect(JSON.parse(written(3))).toEqual([0, 1, 2].map((i) => reading({ id: `r${i}` })));
  expect(JSON.parse(written(0))).toEqual([]);
  expect(written(2)).toBe(`${JSON.stringify([reading({ id: "r0" }), reading({ id: "r1" })], null, 2)}\n`);
});

test("JSONL is one reading a line", () => {
  const lines = jsonlWriter().reading(reading()).split("\n");
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!)).toEqual(reading());
});

test("a reading with every field filled meets the schema, and so does one with none", () => {
  expect(valid(reading()), JSON.stringify(valid.errors)).toBe(true);
  const bare = { parties: [], times: [], quantities: [], labels: [], disputes: [], outletVoice: [], weights: [] };
  expect(valid(reading({ ...bare, statements: [statement({})] })), JSON.stringify(valid.errors)).toBe(true);
});

test("the schema knows every field, wants every field, and bears the version", () => {
  const { version: _, ...less } = reading();
  expect(valid(less)).toBe(false);
  expect(valid({ ...reading(), more: 1 })).toBe(false);
  expect(schema.$id).toBe(`urn:hearsay:reading:${READING_VERSION}`);
  expect(schema.$defs.statement.properties.act.anyOf[0].enum).toEqual([...ACTS]);
});
