import type { LogRow } from "../../model/row.ts";
import type { Span } from "../../model/span.ts";

/** A stretch of text over which nothing changes: which statements cover it, outermost first. */
export interface Segment extends Span {
  readonly ids: readonly string[];
  readonly outlet: boolean;
}

/** Cuts a text at every border of every statement's words and of the outlet's own voice. */
export function segments(length: number, rows: readonly LogRow[], outletVoice: readonly Span[]): Segment[] {
  const pieces = rows.flatMap((r) => r.spans.map((s) => ({ ...s, id: r.id })));
  const own = outletVoice.map((s) => ({ ...s, id: "" }));
  const opening = [...pieces, ...own]
    .filter((p) => p.end > p.start && p.end <= length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const borders = [...new Set([0, length, ...opening.flatMap((p) => [p.start, p.end])])].sort((a, b) => a - b);
  const found: Segment[] = [];
  let open: typeof opening = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i]!, borders[i + 1]!];
    open = open.filter((p) => p.end > start);
    while (next < opening.length && opening[next]!.start === start) open.push(opening[next++]!);
    const ids = open.filter((p) => p.id !== "").map((p) => p.id);
    found.push({ start, end, ids, outlet: ids.length === 0 && open.length > 0 });
  }
  return found;
}
