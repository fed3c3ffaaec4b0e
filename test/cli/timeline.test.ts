import { expect, test } from "vitest";
import { hearsay } from "./run.ts";

const REPORT = "The dam failed on Tuesday. Ana Lisk, the minister, said on Friday that it would be mended by June.";

test("what is said to have happened, in order", async () => {
  const { code, out, err } = await hearsay(["timeline", "--published", "2031-05-12", "--format", "json"], REPORT);
  expect([code, err]).toEqual([0, ""]);
  const rows: { date: string; statement: string | null }[] = JSON.parse(out);
  expect(rows[0]).toMatchObject({ date: "2031-05-06", statement: null, what: "The dam failed on Tuesday." });
  expect(rows.map((row) => row.date)).toContain("2031-06");
});

test("without a publication date the user is told what to do", async () => {
  const { code, err } = await hearsay(["timeline"], REPORT);
  expect(code).toBe(0);
  expect(err).toContain("--published");
});

test("a wrong order, and a file that is not there", async () => {
  expect((await hearsay(["timeline", "--by", "mood"], REPORT)).code).toBe(2);
  const missing = await hearsay(["timeline", "no-such-report.txt"]);
  expect(missing.code).toBe(1);
  expect(missing.err).toMatch(/^hearsay: .*no-such-report\.txt.*\n$/);
});
