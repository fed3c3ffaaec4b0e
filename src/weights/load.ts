import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { decodeAttribution } from "../attribution/weights.ts";
import { decodeMeaning } from "../meaning/weights.ts";
import type { Weights } from "../read.ts";
import { decodeBase } from "../text/base.ts";

const FOLDER = new URL("../../weights/en/", import.meta.url);

const take = (name: string): { bytes: Uint8Array; sha256: string } => {
  const bytes = new Uint8Array(readFileSync(new URL(name, FOLDER)));
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
};

/** Reads and decodes every weight of the English engine: the only reader of learned parameters. */
export function loadWeights(): Weights {
  const base = take("base.bin");
  const attribution = take("attribution.bin");
  const meaning = take("meaning.bin");
  return {
    base: decodeBase(base.bytes, base.sha256),
    attribution: decodeAttribution(attribution.bytes, attribution.sha256),
    meaning: decodeMeaning(meaning.bytes, meaning.sha256),
    sha256: [base.sha256, attribution.sha256, meaning.sha256],
  };
}
