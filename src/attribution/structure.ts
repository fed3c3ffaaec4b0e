import type { Columns } from "./columns.ts";
import type { Found } from "./find.ts";
import type { Range } from "./link.ts";

/** Of such statements in PolNeAR train and dev 55 of 66 are right. */
export const STRUCTURE_SURE = 0.83;

const LONGEST_NAME = 6;
const FEWEST_WORDS = 5;
const MOST_BETWEEN = 400;
const DASH = 9;
const COLON = 8;

const capital = (c: Columns, i: number) => c.shape[i]! >= 2 && c.shape[i]! <= 4;

/**
 * Statements that the layout itself makes: a quotation signed by a name behind a dash, and the turns of a printed
 * conversation ("ORLAN: We will go."), where at least two turns of one speaker show that it is one.
 */
export function structure(c: Columns): Found[] {
  return [...signatures(c), ...turns(c)];
}

/** The end of the line that token i stands in: its paragraph's end. */
function lineEnd(c: Columns, i: number): number {
  const { paragraphs, sentences } = c.analysis;
  return sentences[paragraphs[c.paragraphOf[i]!]!.last - 1]!.last;
}

function signatures(c: Columns): Found[] {
  const { quotations, quoteOf, starts, length } = c.analysis;
  const found: Found[] = [];
  for (let i = 1; i + 1 < length; i++) {
    if (c.shape[i] !== DASH || c.quote[i - 1] !== 3 || !capital(c, i + 1)) continue;
    const end = lineEnd(c, i);
    let last = i + 1;
    while (last < end && (capital(c, last) || c.shape[last] === 1 || c.shape[last] === 7) && last - i <= LONGEST_NAME)
      last++;
    if (last < end && c.shape[last] !== 6) continue;
    if (last > i + 2 && c.shape[last - 1] === 7) last--;
    const q = quoteOf[i - 1]!;
    if (q < 0 || !quotations[q]!.closed) continue;
    let first = i - 1;
    while (first > 0 && i - first < MOST_BETWEEN && starts[first]! > quotations[q]!.start) first--;
    if (starts[first] !== quotations[q]!.start || i - first < 4) continue;
    found.push(statement([[i + 1, last]], [i, i + 1], [[first, i]]));
  }
  return found;
}

interface Turn {
  readonly name: number;
  readonly colon: number;
  readonly first: number;
  readonly end: number;
}

function turns(c: Columns): Found[] {
  const { paragraphs, sentences } = c.analysis;
  const all: Turn[] = [];
  for (const paragraph of paragraphs) {
    let first = sentences[paragraph.first]!.first;
    const end = sentences[paragraph.last - 1]!.last;
    while (first < end && c.quote[first]! >= 2) first++;
    let at = first;
    while (at < end && capital(c, at) && at - first < LONGEST_NAME) at++;
    // "Q" and "A" name nobody
    const nameless = at === first + 1 && c.shape[first] === 2;
    if (at === first || nameless || at + FEWEST_WORDS >= end || c.shape[at] !== COLON) continue;
    // the name is known again by its last word
    all.push({ name: c.word[at - 1]!, colon: at, first, end });
  }
  const often = new Map<number, number>();
  for (const turn of all) often.set(turn.name, (often.get(turn.name) ?? 0) + 1);
  const talking = [...often.values()].some((times) => times >= 2) && often.size >= 2;
  if (!talking) return [];
  return all
    .filter((turn) => often.get(turn.name)! >= 2 || all.length >= 5)
    .map((turn) => statement([[turn.first, turn.colon]], [turn.colon, turn.colon + 1], [[turn.colon + 1, turn.end]]));
}

const statement = (source: Range[], cue: Range, content: Range[]): Found => ({
  source,
  cue: [cue],
  content,
  heart: cue[0],
  confidence: STRUCTURE_SURE,
});
