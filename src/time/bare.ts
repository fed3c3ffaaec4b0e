import type { Analysis } from "../model/analysis.ts";

/** An analysis with nothing but its text, for callers that have no base layer at hand. */
export function bareAnalysis(text: string): Analysis {
  const none = new Int32Array(0);
  const bytes = new Uint8Array(0);
  return {
    text,
    length: 0,
    starts: none,
    ends: none,
    sentences: [],
    paragraphs: [],
    quotations: [],
    sentenceOf: none,
    quoteDepth: bytes,
    quoteOf: none,
    upos: bytes,
    xpos: bytes,
    heads: none,
    deprels: bytes,
    cluster: bytes,
  };
}
