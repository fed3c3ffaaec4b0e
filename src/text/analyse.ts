import type { Analysis, Paragraph, Sentence } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { DEPREL } from "../model/tags.ts";
import type { Base } from "./base.ts";
import { datelineEnd } from "./dateline.ts";
import { type Forms, formsOf } from "./forms.ts";
import { paragraphKind } from "./paragraph-kind.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { parse } from "./parse.ts";
import { quotationsOf } from "./quotations.ts";
import { sentenceBorders } from "./sentences.ts";
import { tag } from "./tag.ts";
import { tokenize } from "./tokenize.ts";

/** The parser sees no more words at once; longer sentences are parsed in pieces, each with a root of its own. */
const LONGEST_PARSED = 200;

/** Tokens that are read at once. */
const LONGEST_BLOCK = 50_000;

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
  const datelines = spans.map(({ start, end }) => datelineEnd(text, start, end));
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(length);
  const tags = new Uint8Array(length);
  const cluster = new Uint8Array(length);
  const heads = new Int32Array(length);
  const deprels = new Uint8Array(length);
  for (const block of blocksOf(firstToken, datelines)) {
    const from = block.firstToken[0]!;
    const to = block.firstToken[block.firstToken.length - 1]!;
    const part = { starts: starts.subarray(from, to), ends: ends.subarray(from, to) };
    const forms = formsOf(text, part.starts, part.ends, base.lexicon);
    cluster.set(forms.cluster, from);
    const local = block.firstToken.map((token) => token - from);
    const borders = sentenceBorders(text, part.starts, part.ends, forms, local, block.datelines, base);
    const blockTags = tags.subarray(from, to);
    const blockHeads = heads.subarray(from, to);
    const blockDeprels = deprels.subarray(from, to);
    for (let s = 0; s + 1 < borders.length; s++) {
      const first = borders[s]!;
      const last = borders[s + 1]!;
      sentenceOf.fill(sentences.length, from + first, from + last);
      sentences.push({ start: part.starts[first]!, end: part.ends[last - 1]!, first: from + first, last: from + last });
      tagAndParse(forms, first, last, base, blockTags, blockHeads, blockDeprels);
    }
    for (let i = 0; i < blockHeads.length; i++) if (blockHeads[i]! >= 0) blockHeads[i]! += from;
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
    cluster,
    heads,
    deprels,
  };
}

/** Fills the columns of one sentence. */
function tagAndParse(
  forms: Forms,
  first: number,
  last: number,
  base: Base,
  tags: Uint8Array,
  heads: Int32Array,
  deprels: Uint8Array,
): void {
  const flat = last - first > LONGEST_SENTENCE;
  if (flat) {
    heads.fill(first, first, last);
    heads[first] = -1;
    deprels.fill(DEP, first, last);
    deprels[first] = ROOT;
  }
  for (let from = first; from < last; from += LONGEST_PARSED) {
    const to = Math.min(last, from + LONGEST_PARSED);
    tag(forms, from, to, base, tags);
    if (!flat) parse(forms, from, to, base, tags, heads, deprels);
  }
}

/** A run of paragraphs, or a piece of an endless one, that is read at once: `firstToken` has one more entry at the end. */
interface Block {
  readonly firstToken: Int32Array;
  readonly datelines: readonly number[];
}

/** Cuts the text into blocks, so that what is needed besides the columns themselves does not grow with it. */
function blocksOf(firstToken: Int32Array, datelines: readonly number[]): Block[] {
  const blocks: Block[] = [];
  let begins: number[] = [];
  let ends: number[] = [];
  const close = (end: number) => {
    if (begins.length > 0) blocks.push({ firstToken: Int32Array.from([...begins, end]), datelines: ends });
    begins = [];
    ends = [];
  };
  for (let p = 0; p < datelines.length; p++)
    for (let first = firstToken[p]!; first < firstToken[p + 1]!; first += LONGEST_BLOCK) {
      if (begins.length > 0 && first - begins[0]! >= LONGEST_BLOCK) close(first);
      begins.push(first);
      ends.push(datelines[p]!);
    }
  close(firstToken[datelines.length]!);
  return blocks;
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
