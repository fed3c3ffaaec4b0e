import { HearsayError } from "../errors.ts";

/** What an ID names: a report ("R12"), a statement ("R12.3"), a person ("P4") or a decision on people ("D2"). */
export type Named =
  | { readonly kind: "report"; readonly report: number }
  | { readonly kind: "statement"; readonly report: number; readonly n: number }
  | { readonly kind: "person"; readonly person: number }
  | { readonly kind: "decision"; readonly decision: number };

const ID = /^(?:R(\d{1,9})(?:\.(\d{1,9}))?|P(\d{1,9})|D(\d{1,9}))$/i;

/** Reads an ID as people type it. */
export function readId(id: string): Named {
  const m = ID.exec(id.trim());
  if (!m) throw unknownId(id);
  if (m[3]) return { kind: "person", person: Number(m[3]) };
  if (m[4]) return { kind: "decision", decision: Number(m[4]) };
  return m[2] ? { kind: "statement", report: Number(m[1]), n: Number(m[2]) } : { kind: "report", report: Number(m[1]) };
}

/** The ID of a report, as a number. */
export function reportId(id: string): number {
  const named = readId(id);
  if (named.kind !== "report") throw unknownId(id);
  return named.report;
}

export const unknownId = (id: string) =>
  new HearsayError(
    "id-unknown",
    `Nothing in this investigation has the ID ${JSON.stringify(id)}.`,
    "IDs look like R12 (a report), R12.3 (a statement), P4 (a person) and D2 (a merge or split); `hearsay log` shows them.",
  );
