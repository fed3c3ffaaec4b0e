import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = new URL("../../weights/en/", import.meta.url);
const weights = readdirSync(FOLDER).filter((name) => name.endsWith(".bin"));

test.each(weights)("%s has a card that names its own checksum", (name) => {
  const sha256 = createHash("sha256")
    .update(readFileSync(new URL(name, FOLDER)))
    .digest("hex");
  expect(readFileSync(new URL(name.replace(/\.bin$/, ".md"), FOLDER), "utf8")).toContain(sha256);
});

test("the base layer fits into 5 MB", () => {
  expect(readFileSync(new URL("base.bin", FOLDER)).length).toBeLessThanOrEqual(5_000_000);
});
