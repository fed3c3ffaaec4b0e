import type { Span } from "../../model/span.ts";
import type { Row } from "../row.ts";

export type Role = "source" | "cue" | "content";

/** A stretch of text over which nothing changes: the statements that cover it, by index, outermost first, each with its role. */
export interface Segment extends Span {
  readonly covers: readonly { readonly row: number; readonly role: Role }[];
}

interface Piece extends Span {
  readonly row: number;
  readonly role: Role;
}

/** Cuts a text at every border of every span, so that nested and crossing statements can be drawn side by side. */
export function segments(length: number, rows: readonly Row[]): Segment[] {
  const pieces: Piece[] = rows.flatMap(({ statement }, row) =>
    (["source", "cue", "content"] as const).flatMap((role) =>
      statement[role].map(({ start, end }) => ({ start, end, row, role })),
    ),
  );
  const opening = pieces.filter((p) => p.end > p.start).sort((a, b) => a.start - b.start || b.end - a.end);
  const borders = [...new Set([0, length, ...opening.flatMap((p) => [p.start, p.end])])].sort((a, b) => a - b);
  const found: Segment[] = [];
  let open: Piece[] = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i]!, borders[i + 1]!];
    open = open.filter((p) => p.end > start);
    while (next < opening.length && opening[next]!.start === start) open.push(opening[next++]!);
    const covers = open
      .toSorted((a, b) => rows[a.row]!.depth - rows[b.row]!.depth || b.end - b.start - (a.end - a.start))
      .map(({ row, role }) => ({ row, role }));
    found.push({ start, end, covers });
  }
  return found;
}
