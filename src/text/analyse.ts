import type { Analysis, Paragraph, Sentence } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import type { Base } from "./base.ts";
import { formsOf } from "./forms.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { parse } from "./parse.ts";
import { quotationsOf } from "./quotation.ts";
import { sentenceBorders } from "./sentences.ts";
import { tag } from "./tag.ts";
import { tokenize } from "./tokenize.ts";

/** The parser sees no more words at once; longer sentences are parsed in pieces, each with a root of its own. */
const LONGEST_PARSED = 200;

/** Splits, tags and parses one untouched English text. Linear in its length. */
export function analyse(text: string, base: Base): Analysis {
  const { starts, ends } = tokenize(text);
  const length = starts.length;
  const spans = paragraphsOf(text);
  const firstToken = firstTokens(starts, spans);
  const quotes = quotationsOf(text, starts, ends, spans, firstToken);
  const forms = formsOf(text, starts, ends, base.lexicon);
  const borders = sentenceBorders(text, starts, ends, forms, firstToken, spans, base);
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(length);
  const tags = new Uint8Array(length);
  const heads = new Int32Array(length);
  const deprels = new Uint8Array(length);
  for (let s = 0; s + 1 < borders.length; s++) {
    const first = borders[s]!;
    const last = borders[s + 1]!;
    sentences.push({ start: starts[first]!, end: ends[last - 1]!, first, last });
    sentenceOf.fill(s, first, last);
    for (let from = first; from < last; from += LONGEST_PARSED) {
      const to = Math.min(last, from + LONGEST_PARSED);
      tag(forms, from, to, base, tags);
      parse(forms, from, to, base, tags, heads, deprels);
    }
  }
  return {
    text,
    length,
    starts,
    ends,
    sentences,
    paragraphs: paragraphsWithSentences(spans, sentences),
    ...quotes,
    sentenceOf,
    upos: tags.map((t) => base.tagUpos[t]!),
    xpos: tags.map((t) => base.tagXpos[t]!),
    heads,
    deprels,
  };
}

/** The first token of every paragraph, and the number of tokens at the end. */
function firstTokens(starts: Int32Array, paragraphs: readonly Span[]): Int32Array {
  const first = new Int32Array(paragraphs.length + 1);
  let token = 0;
  for (let p = 0; p < paragraphs.length; p++) {
    while (token < starts.length && starts[token]! < paragraphs[p]!.start) token++;
    first[p] = token;
  }
  first[paragraphs.length] = starts.length;
  return first;
}

function paragraphsWithSentences(spans: readonly Span[], sentences: readonly Sentence[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    const first = at;
    while (at < sentences.length && sentences[at]!.start < end) at++;
    paragraphs.push({ start, end, kind: "body", first, last: at });
  }
  return paragraphs;
}
