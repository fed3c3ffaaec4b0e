import { Bytes } from "./bytes.ts";
import { decodeLexicon, type Lexicon } from "./lexicon.ts";
import { decodeLinear, type Linear } from "./linear.ts";

/** The decoded weights of the base layer. */
export interface Base {
  readonly sha256: string;
  readonly lexicon: Lexicon;
  /** Joint tags: code in Analysis.upos and Analysis.xpos of each class of the tagger. */
  readonly tagUpos: Uint8Array;
  readonly tagXpos: Uint8Array;
  readonly tagger: Linear;
  /** Transitions: kind (see parse.ts) and relation of each class of the parser. */
  readonly moveKind: Uint8Array;
  readonly moveLabel: Uint8Array;
  readonly parser: Linear;
  /** Two classes: the sentence goes on after a token, or ends there. */
  readonly splitter: Linear;
}

/** Decodes `weights/en/base.bin`. Pure: bytes in, arrays out. Throws no error of its own: the file is ours. */
export function decodeBase(bytes: Uint8Array, sha256: string): Base {
  const reader = new Bytes(bytes);
  const lexicon = decodeLexicon(reader);
  const tags = reader.varint();
  const tagUpos = reader.take(tags);
  const tagXpos = reader.take(tags);
  const tagger = decodeLinear(reader);
  const moves = reader.varint();
  const moveKind = reader.take(moves);
  const moveLabel = reader.take(moves);
  const parser = decodeLinear(reader);
  const splitter = decodeLinear(reader);
  return { sha256, lexicon, tagUpos, tagXpos, tagger, moveKind, moveLabel, parser, splitter };
}
