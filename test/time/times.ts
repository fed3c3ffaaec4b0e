import { readFileSync } from "node:fs";
import type { TimeExpression } from "../../src/model/time.ts";
import { analyse } from "../../src/text/analyse.ts";
import { decodeBase } from "../../src/text/base.ts";
import { bareAnalysis } from "../../src/time/bare.ts";
import { findTimes, type TimeContext } from "../../src/time/times.ts";

/** The day most tests are published on: Monday 12 May 2031. */
export const MONDAY = "2031-05-12";

/** Times found without tags. */
export const bare = (text: string, context: Partial<TimeContext> = {}): TimeExpression[] =>
  findTimes(bareAnalysis(text), { published: MONDAY, ...context });

const base = decodeBase(readFileSync("weights/en/base.bin"), "");

/** Times found over the base layer's tags and heads. */
export const tagged = (text: string, context: Partial<TimeContext> = {}): TimeExpression[] =>
  findTimes(analyse(text, base), { published: MONDAY, ...context });

export const analysed = (text: string) => analyse(text, base);

/** "words = value (edtf)" of each time, for short tables. */
export const short = (times: readonly TimeExpression[]): string[] =>
  times.map((t) => `${t.text} = ${t.value}${t.edtf === null || t.edtf === t.value ? "" : ` (${t.edtf})`}`);
