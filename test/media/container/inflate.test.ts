import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inflate } from "../../../src/media/container/inflate.ts";

test("unpacks what zlib packs, at every level", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("abc", "\0\0\0\0", "2031-05-09", "é", "zz")),
      fc.integer({ min: 0, max: 9 }),
      (words, level) => {
        const plain = new TextEncoder().encode(words.join(""));
        const out = inflate(deflateSync(plain, { level }), 1 << 20);
        expect(out.whole).toBe(true);
        expect(Buffer.from(out.bytes).equals(Buffer.from(plain))).toBe(true);
      },
    ),
  );
});

test("stops at its limit, and never throws on noise", () => {
  expect(inflate(deflateSync(new Uint8Array(5000)), 1000)).toMatchObject({ whole: false, limited: true });
  fc.assert(
    fc.property(
      fc.uint8Array(),
      (noise) => inflate(Uint8Array.of(0x78, 0x9c, ...noise), 10_000).bytes.length <= 10_000,
    ),
  );
});
