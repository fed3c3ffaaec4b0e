import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { type Outcome, openHearsay, type ReadRequest } from "../src/hearsay.ts";
import { folder } from "./folder.ts";

const request = (over: Partial<ReadRequest>): ReadRequest => ({
  inputs: ["-"],
  stdin: Readable.from([]),
  overrides: {},
  minConfidence: 0,
  jobs: 1,
  ...over,
});

const collect = async (over: Partial<ReadRequest>) => {
  const outcomes: Outcome[] = [];
  for await (const outcome of openHearsay().read(request(over))) outcomes.push(outcome);
  return outcomes;
};

const JSONL = Array.from({ length: 40 }, (_, i) =>
  i % 10 === 3 ? "{" : `{"id":"${i}","text":"Bo said that no. ${"x ".repeat(i * 300)}"}`,
);

test.each([1, 2, 5])("readings, problems and notes come in the order of the input with %d threads", async (jobs) => {
  const outcomes = await collect({ inputs: [folder({ "a.jsonl": JSONL.join("\n") }), "missing"], jobs });
  const ids = outcomes.map((one) => (one.kind === "reading" ? one.reading.id : one.kind));
  expect(ids).toEqual([...JSONL.map((_, i) => (i % 10 === 3 ? "problem" : `${i}`)), "problem"]);
});

test("a caller who has seen enough may leave, with threads at work", async () => {
  for await (const outcome of openHearsay().read(
    request({ inputs: [folder({ "a.jsonl": JSONL.join("\n") })], jobs: 3 }),
  )) {
    expect(outcome.kind).toBe("reading");
    break;
  }
});

test("a publication date that is none is refused before anything is read", async () => {
  await expect(collect({ inputs: ["missing"], overrides: { published: "last week" } })).rejects.toMatchObject({
    code: "date-malformed",
    remedy: expect.stringContaining("2031-05-12"),
  });
});

test("the same report gives the same reading, byte for byte", async () => {
  const [one, two] = await Promise.all([collect({ inputs: ["examples"] }), collect({ inputs: ["examples"], jobs: 2 })]);
  expect(JSON.stringify(two)).toBe(JSON.stringify(one));
});
