import type { ClaimedTime } from "../../model/media.ts";
import { EARLIEST, LATEST } from "../clocks/interpret.ts";
import { DRIFT } from "./disagree.ts";
import { earliest, latest, type Maker, ms } from "./makers.ts";

/** How a group of clocks lies to a claimed time. `margin` in ms, where there is a gap. */
export type Lie =
  | { readonly kind: "before" | "after"; readonly at: Maker; readonly margin: number }
  | { readonly kind: "just before" | "just after"; readonly at: Maker; readonly margin: number }
  | { readonly kind: "fits"; readonly at: Maker }
  | { readonly kind: "open"; readonly at: Maker };

/** Where a group lies to the time that it is said to show. Only the latest reading of the latest clock can lie before it. */
export function againstShown(group: readonly Maker[], claim: ClaimedTime): Lie {
  const [from, to] = [ms(claim.from), ms(claim.to)];
  const [last, first] = [latest(group), earliest(group)];
  if (last.to < from)
    return { kind: from - last.to > DRIFT ? "before" : "just before", at: last, margin: from - last.to };
  if (first.from > to)
    return { kind: first.from - to > DRIFT ? "after" : "just after", at: first, margin: first.from - to };
  const fitting = group.find((m) => fits(m, claim));
  return fitting ? { kind: "fits", at: fitting } : { kind: "open", at: last };
}

/** A clock fits when its plain reading does: its zone if it has one, UTC in a container's header, else the claim's zone. */
function fits(m: Maker, claim: ClaimedTime): boolean {
  const [from, to] = [ms(claim.from), ms(claim.to)];
  const inside = (a: number, b: number): boolean => a <= to && b >= from;
  if (m.clock.zone !== null && inside(ms(m.clock.from!), ms(m.clock.to!))) return true;
  if (m.clock.zone !== null && !m.loose) return false;
  const length = m.to - m.from - EARLIEST - LATEST;
  if (isHeader(m)) return inside(m.wall, m.wall + length);
  if (claim.zone === null) return m.wall <= to - LATEST && m.wall + length >= from + EARLIEST;
  const start = m.wall - claim.zone * 60_000;
  return inside(start, start + length);
}

/** The standards want UTC in these fields, and many devices write local time. */
export const isHeader = (m: Maker): boolean => m.family === "moov" || m.clock.field === "PNG tIME";

/** Where a group lies to a publication: older is what one expects. */
export function againstPublished(group: readonly Maker[], claim: ClaimedTime): Lie {
  const bound = ms(claim.to);
  const [last, first] = [latest(group), earliest(group)];
  if (first.from > bound)
    return { kind: first.from - bound > DRIFT ? "after" : "just after", at: first, margin: first.from - bound };
  const plain = (m: Maker): number =>
    m.clock.zone !== null ? ms(m.clock.from!) : m.wall - (isHeader(m) ? 0 : (claim.zone ?? 0) * 60_000);
  if (last.to <= bound) return { kind: "before", at: last, margin: bound - last.to };
  const beyond = group.find((m) => plain(m) > bound);
  return beyond ? { kind: "open", at: beyond } : { kind: "fits", at: last };
}
