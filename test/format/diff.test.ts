import fc from "fast-check";
import { expect, test } from "vitest";
import { diff, diffText } from "../../src/format/diff.ts";

test("what changed is shown word by word, in its place", () => {
  const old = "One line.\nThe dam held on Monday, he said.\nLast.\n";
  const now = "One line.\nThe dam held on Tuesday, she said.\nLast.\nNew.\n";
  expect(diffText(diff(old, now))).toBe(
    "One line.\nThe dam held on [-Monday-]{+Tuesday+}, [-he-]{+she+} said.\nLast.\n{+New.\n+}",
  );
  expect(diffText(diff(old, old))).toBe(old);
  expect(diffText(diff("", now))).toBe(`{+${now}+}`);
});

test("both texts can be had back from a comparison", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c ", " ", "\n", "dam", "é", "\u{1f600}"), { maxLength: 60 })
    .map((p) => p.join(""));
  fc.assert(
    fc.property(text, text, (old, now) => {
      const changes = diff(old, now);
      expect(
        changes
          .filter((c) => c.kind !== "new")
          .map((c) => c.text)
          .join(""),
      ).toBe(old);
      expect(
        changes
          .filter((c) => c.kind !== "old")
          .map((c) => c.text)
          .join(""),
      ).toBe(now);
    }),
    { numRuns: 500 },
  );
});

test("two long texts with nothing in common end soon", () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join(" ");
  expect(diff(many("a"), many("b")).length).toBeLessThan(10);
});
