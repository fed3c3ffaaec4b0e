import type { ClockState, StoredClock, ZoneBasis } from "../../model/media.ts";
import type { Wall } from "./date-text.ts";

/** A stored clock on its way to a Clock. `zone`: minutes east of UTC. */
export interface Reading {
  readonly stored: StoredClock;
  readonly wall: Wall | null;
  zone: number | null;
  basis: ZoneBasis;
  state: ClockState;
  readonly readings: readonly string[];
  meaning: string;
}
