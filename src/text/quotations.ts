import type { Quotation } from "../model/analysis.ts";
import type { Span } from "../model/span.ts";
import { type Family, mayCloseSingle, type Open, openFor, quoteMark, sideOf } from "./quote-marks.ts";
import { isScare } from "./scare.ts";

/** Marks deeper than this open nothing. */
const DEEPEST = 6;

export interface Quotations {
  readonly quotations: readonly Quotation[];
  readonly quoteDepth: Uint8Array;
  readonly quoteOf: Int32Array;
}

/** A quotation while it is being found: tokens `first` to `last`, both inside. */
interface Draft {
  readonly first: number;
  last: number;
  level: number;
  closed: boolean;
  readonly continues: number;
  readonly family: Family;
}

/**
 * Finds quotations in every style, paragraph by paragraph. `firstToken[p]` is the first token of paragraph p, with one more entry at the end.
 * One that is not closed ends with its paragraph; when the next one opens with the same kind of mark, that carries it on.
 */
export function quotationsOf(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  paragraphs: readonly Span[],
  firstToken: Int32Array,
): Quotations {
  const drafts: Draft[] = [];
  let carried: readonly Open[] = [];
  for (let p = 0; p < paragraphs.length; p++) {
    const first = firstToken[p]!;
    const last = firstToken[p + 1]!;
    const begun = drafts.length;
    const open = pairMarks(text, starts, ends, first, last, carried, drafts);
    mendUnclosed(drafts, begun);
    carried = open.filter((o) => drafts[o.index]!.last === last - 1);
  }
  const quoteDepth = new Uint8Array(starts.length);
  const quoteOf = new Int32Array(starts.length).fill(-1);
  drafts.forEach((d, index) => {
    for (let i = d.first; i <= d.last; i++) {
      quoteDepth[i] = d.level + 1;
      quoteOf[i] = index;
    }
  });
  const quotations = drafts.map((d) => ({
    start: starts[d.first]!,
    end: ends[d.last]!,
    level: d.level,
    closed: d.closed,
    continues: d.continues,
    scare: d.closed && isScare(text, starts, ends, d.first, d.last),
  }));
  return { quotations, quoteDepth, quoteOf };
}

/** Pairs the marks of one paragraph; returns the quotations left open at its end. */
function pairMarks(
  text: string,
  starts: Int32Array,
  ends: Int32Array,
  first: number,
  last: number,
  carried: readonly Open[],
  drafts: Draft[],
): Open[] {
  const stack: Open[] = [];
  const closers = closersAfter(text, starts, ends, first, last);
  let leading = true;
  for (let i = first; i < last; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    const token = end - start <= 2 ? text.slice(start, end) : "";
    const known = quoteMark(token);
    if (!known) {
      leading = false;
      continue;
    }
    const family = known[0];
    const side = sideOf(text, start, end, stack, closers[i - first]!);
    if (side === "open" && stack.length < DEEPEST) {
      const from = leading ? carried[stack.length] : undefined;
      const continues = from && from.family === family ? from.index : -1;
      stack.push({ index: drafts.length, family, mark: token });
      drafts.push({ first: i, last: last - 1, level: stack.length - 1, closed: false, continues, family });
    } else if (side === "close") {
      const at = openFor(stack, family, token);
      if (at < 0) continue;
      while (stack.length > at) {
        const draft = drafts[stack.pop()!.index]!;
        draft.closed = stack.length === at;
        draft.last = draft.closed ? i : i - 1;
        if (draft.last < draft.first) draft.last = draft.first;
      }
    }
    if (side !== "open") leading = false;
  }
  return stack;
}

/** How many later tokens of the paragraph could close a single quotation. */
function closersAfter(text: string, starts: Int32Array, ends: Int32Array, first: number, last: number): Int32Array {
  const after = new Int32Array(last - first);
  let count = 0;
  for (let i = last - 1; i >= first; i--) {
    after[i - first] = count;
    if (ends[i]! - starts[i]! !== 1) continue;
    const c = text.charCodeAt(starts[i]!);
    if ((c === 39 || c === 0x2019) && mayCloseSingle(text, starts[i]!, ends[i]!)) count++;
  }
  return after;
}

/**
 * A quotation that was never closed but holds a closed one of its own family has lost its closing mark before that one:
 * it ends there, and what it held moves up a level.
 */
function mendUnclosed(drafts: Draft[], begun: number): void {
  for (let i = begun; i < drafts.length; i++) {
    const outer = drafts[i]!;
    if (outer.closed) continue;
    const inner = drafts[i + 1];
    if (!inner?.closed || inner.family !== outer.family || inner.first <= outer.first + 1) continue;
    const end = outer.last;
    outer.last = inner.first - 1;
    for (let k = i + 1; k < drafts.length && drafts[k]!.first <= end; k++) drafts[k]!.level--;
  }
}
