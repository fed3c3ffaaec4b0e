import type { Reading } from "../model/reading.ts";

/** Turns readings into one stream of text, piece by piece, so that nothing is held: head, each reading in order, tail. */
export interface Writer {
  head(): string;
  reading(reading: Reading): string;
  tail(): string;
}

/** How wide the lines may be, in columns, and how a style is laid on words ("bold", "dim", …). */
export interface Screen {
  readonly width: number;
  readonly style: (name: Style, words: string) => string;
}

export type Style = "title" | "who" | "cue" | "quiet";

/** A page of paper: 100 columns, no colours. */
export const PAPER: Screen = { width: 100, style: (_, words) => words };
