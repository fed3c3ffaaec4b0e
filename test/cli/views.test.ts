import { expect, test } from "vitest";
import { hearsay } from "./run.ts";

const REPORT =
  "Ana Lisk, the minister, asked the council on 9 May 2031 to open the dam. The council refused. Neda Corvane denied that 40 people had fled.";

test.each(["requests", "disputes", "numbers", "people", "names"])("hearsay %s prints its view", async (view) => {
  const { code, out, err } = await hearsay([view, "--format", "json"], REPORT);
  expect([code, err]).toEqual([0, ""]);
  const [one] = JSON.parse(out);
  expect(one).toMatchObject({ report: "stdin", unread: null });
  expect(Array.isArray(one[view])).toBe(true);
  if (view === "people") expect(out).toContain("Ana Lisk");
});

test("hearsay explain shows a statement, and says when there is none", async () => {
  const found = await hearsay(["explain", "-", "s1"], REPORT);
  expect([found.code, found.err]).toEqual([0, ""]);
  expect(found.out).toContain("evidence");
  const none = await hearsay(["explain", "-", "s99"], REPORT);
  expect(none.code).toBe(1);
  expect(none.err).toMatch(/^hearsay: .*s99.*\n$/);
});

test("read --format annotation and --unattributed", async () => {
  const annotated = await hearsay(["read", "--format", "annotation"], REPORT);
  expect(JSON.parse(annotated.out)).toMatchObject({ type: "AnnotationPage" });
  const own = await hearsay(["read", "--unattributed"], `${REPORT} The water rose by the hour.`);
  expect(own.out).toContain("(the outlet) · The water rose by the hour.");
});
