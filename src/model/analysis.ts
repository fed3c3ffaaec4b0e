import type { Span } from "./span.ts";

/** A stretch inside one pair of quotation marks, marks included. `level` 0 is outermost. */
export interface Quotation extends Span {
  readonly level: number;
  /** False when no closing mark was found and the end is a guess (end of paragraph). */
  readonly closed: boolean;
  /** Index of the quotation that this one carries on over a paragraph break, or -1. */
  readonly continues: number;
  /** One to four words that name or distance rather than quote ("so-called 'experts'"). */
  readonly scare: boolean;
}

export type ParagraphKind = "body" | "headline" | "byline" | "dateline" | "list" | "caption" | "heading";

/** A paragraph; `first` and `last` are sentence indices, half-open. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  /** The dateline that opens it ("KYIV, Feb 21 (Agency) —"), a sentence of its own. */
  readonly dateline: Span | null;
  readonly first: number;
  readonly last: number;
}

/** A sentence; `first` and `last` are token indices, half-open. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The base layer over one untouched text: columns over tokens, as in Universal Dependencies.
 * Token i is `text.slice(starts[i], ends[i])`.
 */
export interface Analysis {
  readonly text: string;
  readonly length: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly Quotation[];
  /** Sentence index of each token. */
  readonly sentenceOf: Int32Array;
  /** Depth of quotation at each token (0: outside); the marks themselves count as inside. */
  readonly quoteDepth: Uint8Array;
  /** Index into `quotations` of the innermost one holding the token, or -1. */
  readonly quoteOf: Int32Array;
  /** Index into UPOS. */
  readonly upos: Uint8Array;
  /** Index into XPOS (Penn Treebank tags). */
  readonly xpos: Uint8Array;
  /** Distributional cluster of the word, 0 when it is in none. */
  readonly cluster: Uint8Array;
  /** Token index of the head, -1 for the root of a sentence. */
  readonly heads: Int32Array;
  /** Index into DEPREL (universal relations with English subtypes). */
  readonly deprels: Uint8Array;
}
