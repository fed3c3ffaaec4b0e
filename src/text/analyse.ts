import type { Analysis, Paragraph, Sentence } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { DEPREL } from "../model/tags.ts";
import type { Base } from "./base.ts";
import { datelineEnd } from "./dateline.ts";
import { formsOf } from "./forms.ts";
import { paragraphKind } from "./paragraph-kind.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { parse } from "./parse.ts";
import { quotationsOf } from "./quotations.ts";
import { sentenceBorders } from "./sentences.ts";
import { tag } from "./tag.ts";
import { tokenize } from "./tokenize.ts";

/** The parser sees no more words at once; longer sentences are parsed in pieces, each with a root of its own. */
const LONGEST_PARSED = 200;

/** No sentence is longer: what is longer is a wall of marks or a table, and gets a flat tree. */
const LONGEST_SENTENCE = 1000;
const ROOT = DEPREL.indexOf("root");
const DEP = DEPREL.indexOf("dep");

/** Splits, tags and parses one untouched English text. Linear in its length. */
export function analyse(text: string, base: Base): Analysis {
  const { starts, ends } = tokenize(text);
  const length = starts.length;
  const spans = paragraphsOf(text);
  const firstToken = firstTokens(starts, spans);
  const quotes = quotationsOf(text, starts, ends, spans, firstToken);
  const forms = formsOf(text, starts, ends, base.lexicon);
  const datelines = spans.map(({ start, end }) => datelineEnd(text, start, end));
  const borders = sentenceBorders(text, starts, ends, forms, firstToken, datelines, base);
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
    if (last - first > LONGEST_SENTENCE) {
      heads.fill(first, first, last);
      heads[first] = -1;
      deprels.fill(DEP, first, last);
      deprels[first] = ROOT;
    }
    for (let from = first; from < last; from += LONGEST_PARSED) {
      const to = Math.min(last, from + LONGEST_PARSED);
      tag(forms, from, to, base, tags);
      if (last - first <= LONGEST_SENTENCE) parse(forms, from, to, base, tags, heads, deprels);
    }
  }
  return {
    text,
    length,
    starts,
    ends,
    sentences,
    paragraphs: paragraphsWithSentences(text, spans, datelines, sentences),
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

function paragraphsWithSentences(
  text: string,
  spans: readonly Span[],
  datelines: readonly number[],
  sentences: readonly Sentence[],
): Paragraph[] {
  let at = 0;
  return spans.map(({ start, end }, index) => {
    const first = at;
    while (at < sentences.length && sentences[at]!.start < end) at++;
    const kind = paragraphKind(text, start, end, index, spans.length);
    const dateline = datelines[index]! < 0 ? null : { start, end: datelines[index]! };
    return { start, end, kind, dateline, first, last: at };
  });
}
