import type { Analysis } from "../model/analysis.ts";
import type { Found } from "./find.ts";
import type { Range } from "./link.ts";

/** A quotation of fewer words is rather a name or a distance than somebody's statement. */
const FEWEST_WORDS = 5;

/** How sure a statement without source and cue is: it is somebody's words, but nobody is named for them. */
export const FLOATING_SURE = 0.4;

/**
 * Quotations that no statement covers: they follow on with no cue of their own. Each becomes a statement whose content is known and
 * whose source and cue are not; one that runs on over a paragraph break is one statement.
 */
export function floating(analysis: Analysis, taken: readonly Found[]): Found[] {
  const { quotations, starts, ends, length, text } = analysis;
  const covered = new Uint8Array(length);
  for (const f of taken) for (const [first, last] of [...f.content, ...f.cue]) covered.fill(1, first, last);
  const found: { content: Range[] }[] = [];
  const by = new Map<number, { content: Range[] }>();
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
    const one = before ?? { content: [] };
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
