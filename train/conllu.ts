import { readFileSync } from "node:fs";
import { DEPREL, UPOS, XPOS } from "../src/model/tags.ts";

/** One gold sentence: columns over its words. `heads` are word indices, -1 for the root. */
export interface GoldSentence {
  readonly words: string[];
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly heads: Int32Array;
  readonly deprels: Uint8Array;
  /** Is there a space after each word? */
  readonly spaced: boolean[];
  /** The running text of the sentence, and where each word stands in it; -1 where a fused word has no letters of its own. */
  readonly text: string;
  readonly opensDocument: boolean;
  readonly opensParagraph: boolean;
}

const index = (list: readonly string[]) => new Map(list.map((name, i) => [name, i]));
const UPOS_CODE = index(UPOS);
const XPOS_CODE = index(XPOS);
const DEPREL_CODE = index(DEPREL);

const code = (map: Map<string, number>, name: string): number => {
  const found = map.get(name);
  if (found === undefined) throw new Error(`unknown tag ${name}`);
  return found;
};

/** Reads a CoNLL-U file of UD English. */
export function readConllu(path: string): GoldSentence[] {
  const sentences: GoldSentence[] = [];
  let opensDocument = false;
  let opensParagraph = false;
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    if (block.trim() === "") continue;
    const rows: string[][] = [];
    let text = "";
    let fusedUntil = 0;
    const spaced: boolean[] = [];
    for (const line of block.split("\n")) {
      if (line.startsWith("# newdoc")) opensDocument = true;
      else if (line.startsWith("# newpar")) opensParagraph = true;
      else if (line.startsWith("# text = ")) text = line.slice(9);
      if (line.startsWith("#") || line === "") continue;
      const row = line.split("\t");
      if (row[0]!.includes(".")) continue;
      if (row[0]!.includes("-")) {
        fusedUntil = Number(row[0]!.split("-")[1]);
        continue;
      }
      rows.push(row);
      spaced.push(!row[9]!.includes("SpaceAfter=No") && rows.length >= fusedUntil);
    }
    sentences.push({
      words: rows.map((r) => r[1]!),
      upos: Uint8Array.from(rows, (r) => code(UPOS_CODE, r[3]!)),
      xpos: Uint8Array.from(rows, (r) => code(XPOS_CODE, r[4]!)),
      heads: Int32Array.from(rows, (r) => Number(r[6]) - 1),
      deprels: Uint8Array.from(rows, (r) => code(DEPREL_CODE, r[7]!)),
      spaced,
      text,
      opensDocument,
      opensParagraph,
    });
    opensDocument = false;
    opensParagraph = false;
  }
  return sentences;
}
