import type {
  CheckedPart,
  Clock,
  Exhibit,
  Finding,
  MediaClaim,
  MediaPart,
  Reason,
  StoredClock,
  Verdict,
} from "../model/media.ts";
import { interpret } from "./clocks/interpret.ts";
import { mergeReaders } from "./clocks/merge.ts";
import { nameClocks } from "./clocks/names.ts";
import { judge } from "./verdict/verdict.ts";

/** What is known of one named file before it is judged. */
export interface Evidence {
  readonly file: string;
  readonly sha256: string | null;
  readonly size: number | null;
  /** What our own readers found, one part for each file inside the file. */
  readonly parts: readonly MediaPart[];
  /** What ExifTool found, or null when it was not asked. */
  readonly second: MediaPart | null;
  /** File-system times and the like: shown, never used. */
  readonly shown: readonly StoredClock[];
  readonly notes: readonly string[];
}

/** The last part of a path, whatever the machine it comes from. */
export const baseName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

/** Judges one file. Pure: `now` is the latest instant a clock may show, in ms. */
export function check(evidence: Evidence, claim: MediaClaim | null, now: number): Exhibit {
  const parts = mergeReaders(evidence.parts, evidence.second);
  const notes = [...evidence.notes, ...parts.flatMap((p) => p.notes)];
  const { file, sha256, size } = evidence;
  const whole = { file, sha256, size, notes };
  const broken =
    parts.length === 0
      ? "no reader knows this format"
      : parts.every((p) => p.broken !== null)
        ? parts[0]!.broken!
        : null;
  if (broken !== null)
    return { ...unreadable(file, broken, size, sha256), notes: notes.filter((n) => !broken.includes(n)) };
  const checked = parts.map((part, i): CheckedPart => {
    const extra = i === 0 ? [...nameClocks(baseName(file)), ...evidence.shown] : [];
    const clocks = interpret([...part.clocks, ...extra], now);
    return {
      kind: part.kind,
      start: part.start,
      clocks,
      ...(claim ? judge(clocks, part.hints, claim, part.kind) : LISTED),
    };
  });
  const clocks: Clock[] = checked.flatMap((p) => p.clocks);
  return { ...whole, kind: checked[0]!.kind, ...together(checked), clocks, parts: checked };
}

const LISTED: Finding = {
  verdict: "inconclusive",
  strength: "-",
  reasons: [{ rule: "no-claim", text: "No claim was given: the clocks are only listed.", clocks: [] }],
};

/** The entry of a file that could not be read, and why. */
export function unreadable(
  file: string,
  why: string,
  size: number | null = null,
  sha256: string | null = null,
): Exhibit {
  return {
    file,
    sha256,
    size,
    kind: null,
    verdict: "unreadable",
    strength: "-",
    reasons: [{ rule: "unreadable", text: why, clocks: [] }],
    clocks: [],
    parts: [],
    notes: [],
    error: why,
  };
}

/** Several files in one: one finding when they agree; said so when they do not. */
function together(parts: readonly CheckedPart[]): Finding {
  const first = parts[0]!;
  if (parts.length === 1) return { verdict: first.verdict, strength: first.strength, reasons: first.reasons };
  let shift = 0;
  const reasons = parts.flatMap((p) => {
    const base = shift;
    shift += p.clocks.length;
    return p.reasons.map((r) => ({
      ...r,
      text: `${p.kind} at byte ${p.start}: ${r.text}`,
      clocks: r.clocks.map((c) => c + base),
    }));
  });
  const telling = parts.filter((p) => p.verdict !== "no-evidence" && p.strength !== "lead");
  const verdicts = new Set<Verdict>(telling.map((p) => p.verdict));
  const two: Reason = {
    rule: "two-files",
    text: `${parts.length} files stand in this one; each is reported on its own.`,
    clocks: [],
  };
  if (verdicts.size <= 1) {
    const main = telling[0] ?? first;
    return { verdict: main.verdict, strength: main.strength, reasons: [two, ...reasons] };
  }
  const apart = verdicts.has("predates") || verdicts.has("conflict");
  const main = telling.find((p) => p.verdict === "consistent") ?? telling[0]!;
  return {
    verdict: apart ? "conflict" : main.verdict,
    strength: apart ? "weak" : main.strength,
    reasons: [two, ...reasons],
  };
}
