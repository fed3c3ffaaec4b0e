import type { Analysis } from "../model/analysis.ts";
import type { Found } from "./find.ts";
import type { Range } from "./link.ts";

/** A quotation of fewer words is rather a name or a distance than somebody's statement. */
const FEWEST_WORDS = 5;

/** How sure a statement without source and cue is: it is somebody's words, but nobody is named for them. */
export const FLOATING_SURE = 0.3;

/** A draft less sure than this is no better than saying that the speaker is not known. */
const LEAST_RESCUED = 0.12;

interface Uncovered {
  readonly content: Range[];
}

/**
 * What quotations that no statement covers are put on record as. A quotation is always somebody's words: it goes to the surest draft
 * that claims it, though that would not stand by itself; failing that it becomes a statement whose source and cue are not known.
 */
export function floating(analysis: Analysis, taken: readonly Found[], drafts: readonly Found[]): Found[] {
  return uncovered(analysis, taken).map((quote) => {
    const claims = drafts.filter((f) => f.confidence >= LEAST_RESCUED && share(quote.content, f.content) >= 0.5);
    const best = claims.reduce<Found | null>((a, b) => (a === null || b.confidence > a.confidence ? b : a), null);
    return (
      best ?? { source: [], cue: [], content: quote.content, heart: quote.content[0]![0], confidence: FLOATING_SURE }
    );
  });
}

/** The share of the first ranges' tokens that the second cover. */
function share(a: readonly Range[], b: readonly Range[]): number {
  let all = 0;
  let both = 0;
  for (const [first, last] of a) {
    all += last - first;
    for (const [p, q] of b) both += Math.max(0, Math.min(last, q) - Math.max(first, p));
  }
  return both / all;
}

/** Long quotations outside every statement; one that runs on over a paragraph break is one. */
function uncovered(analysis: Analysis, taken: readonly Found[]): Uncovered[] {
  const { quotations, starts, ends, length, text } = analysis;
  const covered = new Uint8Array(length);
  for (const f of taken) for (const [first, last] of [...f.content, ...f.cue]) covered.fill(1, first, last);
  const found: Uncovered[] = [];
  const by = new Map<number, Uncovered>();
  let at = 0;
  quotations.forEach((q, k) => {
    if (q.level > 0 || q.scare) return;
    while (at < length && ends[at]! <= q.start) at++;
    let last = at;
    let words = 0;
    let free = true;
    while (last < length && starts[last]! < q.end) {
      if (covered[last]) free = false;
      if (/[\p{L}\p{N}]/u.test(text.slice(starts[last], ends[last]))) words++;
      last++;
    }
    const before = q.continues >= 0 ? by.get(q.continues) : undefined;
    if (!free || last === at || (words < FEWEST_WORDS && !before)) return;
    const one: Uncovered = before ?? { content: [] };
    one.content.push([at, last]);
    by.set(k, one);
    if (!before) found.push(one);
  });
  return found.map(({ content }) => ({
    source: [],
    cue: [],
    content,
    heart: content[0]![0],
    confidence: FLOATING_SURE,
  }));
}
