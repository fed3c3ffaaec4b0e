import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tagged } from "./times.ts";

const page = readFileSync("docs/time.md", "utf8");
const table = /<!-- rules -->\n([\s\S]*)<!-- end of rules -->/.exec(page)![1]!;
const rows = table
  .split("\n")
  .slice(2)
  .filter((line) => line !== "")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test.each(rows)("%s: %s", (rule, _, example, value) => {
  const times = tagged(example!);
  const time = times.find((t) => t.value === value);
  expect(time, `${example}: ${times.map((t) => t.value).join()}`).toBeDefined();
  if (time?.time) expect(`\`${time.time.rule}\``).toBe(rule);
});

test("every rule that a time or a statement date may carry is explained", () => {
  const rules = readdirSync("src/time", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) =>
      [...readFileSync(`src/time/${name}`, "utf8").matchAll(/rule: "([a-z-]+)"/g)].map((match) => match[1]!),
    );
  expect(
    [...new Set(rules)].filter((rule) => rule !== "publication" && rule !== "part" && !page.includes(`\`${rule}\``)),
  ).toEqual([]);
});
