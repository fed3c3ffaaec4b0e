import type { Analysis } from "../model/analysis.ts";
import type { Base } from "./base.ts";

/** Splits, tags and parses one untouched English text. Linear in its length. */
export function analyse(_text: string, _base: Base): Analysis {
  throw new Error("not built yet");
}
