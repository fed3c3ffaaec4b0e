import { HearsayError } from "../errors.ts";
import type { Span } from "../model/span.ts";

/**
 * Finds words as a person typed or pasted them: the same but for white space and the shape of quotation marks. Words
 * that stand in several places need `which`, from 1.
 */
export function locate(text: string, words: string, which?: number): Span {
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((w) =>
      w
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/["“”„«»]/g, '["“”„«»]')
        .replace(/['‘’ʼ]/g, "['‘’ʼ]"),
    )
    .join("\\s+");
  const found = pattern === "" ? [] : [...text.matchAll(new RegExp(pattern, "g"))].slice(0, 1000);
  if (found.length === 0)
    throw new HearsayError(
      "words-missing",
      `The report does not hold the words ${JSON.stringify(short(words))}.`,
      "Copy them from the report as they stand.",
    );
  if (found.length > 1 && which === undefined)
    throw new HearsayError(
      "words-ambiguous",
      `The words ${JSON.stringify(short(words))} stand in ${found.length} places.`,
      "Give more of them, or say which with --which 1 for the first.",
    );
  const match = found[(which ?? 1) - 1];
  if (!match)
    throw new HearsayError(
      "words-missing",
      `The words stand in ${found.length} places only.`,
      "Give a smaller --which.",
    );
  return { start: match.index, end: match.index + match[0].length };
}

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60)}…` : words);
