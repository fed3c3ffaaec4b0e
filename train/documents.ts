import type { GoldSentence } from "./conllu.ts";

/** A running text made of gold sentences, with the places of its words. */
export interface GoldDocument {
  readonly text: string;
  readonly sentences: readonly {
    readonly start: number;
    readonly end: number;
    readonly gold: GoldSentence;
    readonly words: Int32Array;
  }[];
}

/** Puts gold sentences together again: a blank line between paragraphs, the spaces of the corpus between sentences. */
export function documentsOf(gold: readonly GoldSentence[]): GoldDocument[] {
  const documents: { text: string; sentences: GoldDocument["sentences"][number][] }[] = [];
  for (const s of gold) {
    if (s.opensDocument || documents.length === 0) documents.push({ text: "", sentences: [] });
    const doc = documents[documents.length - 1]!;
    if (doc.text !== "" && s.opensParagraph) doc.text = `${doc.text.trimEnd()}\n\n`;
    const start = doc.text.length;
    const words = new Int32Array(2 * s.words.length);
    let at = 0;
    s.words.forEach((word, i) => {
      while (s.text[at] === " ") at++;
      const found = s.text.startsWith(word, at) ? at : at;
      words[2 * i] = start + found;
      words[2 * i + 1] = start + found + word.length;
      at = found + word.length;
    });
    doc.text += s.text;
    doc.sentences.push({ start, end: doc.text.length, gold: s, words });
    if (s.spaced[s.spaced.length - 1]) doc.text += " ";
  }
  return documents;
}
