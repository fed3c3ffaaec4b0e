import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Weights } from "../read.ts";
import { decodeBase } from "../text/base.ts";

const FOLDER = new URL("../../weights/en/", import.meta.url);

const take = (name: string): { bytes: Uint8Array; sha256: string } => {
  const bytes = readFileSync(new URL(name, FOLDER));
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
};

/** Reads and decodes every weight of the English engine: the only reader of learned parameters. */
export function loadWeights(): Weights {
  if (!existsSync(FOLDER)) return { base: decodeBase(new Uint8Array(), ""), sha256: [] };
  const base = take("base.bin");
  return { base: decodeBase(base.bytes, base.sha256), sha256: [base.sha256] };
}
