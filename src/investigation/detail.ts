import type { Draft, DraftParty } from "./rows.ts";

/** What a row keeps besides its own columns; orphaned, words and notes only where the columns cannot hold them. */
export type Detail = Omit<Draft, "n" | "status" | "act" | "confidence" | "orphaned" | "words" | "notes"> &
  Partial<Pick<Draft, "orphaned" | "words" | "notes">>;

/** What is not written down: most rows have most of these. */
const USUAL: Omit<Detail, "orphaned" | "words" | "notes"> = {
  within: null,
  saidBy: [],
  unknown: null,
  mode: "indirect",
  negated: false,
  spans: [],
  source: "",
  cue: "",
  channel: null,
  saidTo: [],
  about: [],
  performers: [],
  disputedBy: [],
  event: [],
  said: null,
  saidWhy: "",
  hedges: [],
  numbers: [],
  progress: null,
  checkedBy: null,
  checkedAt: null,
  confidential: false,
  embargo: null,
  entry: null,
};

const PARTIES = ["saidBy", "saidTo", "about", "performers"] as const;

/** A detail as text, without what is usual; there are thirty of them a report. */
export function packDetail(detail: Detail): string {
  const packed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(detail)) {
    const usual = USUAL[key as keyof typeof USUAL];
    if (value !== usual && !(Array.isArray(value) && value.length === 0)) packed[key] = value;
  }
  if (packed.spans) packed.spans = detail.spans.map((s) => [s.start, s.end]);
  if (detail.said && detail.said.why === detail.saidWhy) delete packed.saidWhy;
  for (const part of PARTIES)
    if (packed[part]) packed[part] = detail[part].map((p) => (p.role === null ? { name: p.name, kind: p.kind } : p));
  return JSON.stringify(packed);
}

/** The detail again. */
export function unpackDetail(text: string): Detail {
  const packed = JSON.parse(text) as Partial<Omit<Detail, "spans">> & { spans?: [number, number][] };
  const parties = (all: readonly DraftParty[] | undefined) => (all ?? []).map((p) => ({ ...p, role: p.role ?? null }));
  return {
    ...USUAL,
    ...packed,
    spans: (packed.spans ?? []).map(([start, end]) => ({ start, end })),
    saidWhy: packed.saidWhy ?? packed.said?.why ?? "",
    saidBy: parties(packed.saidBy),
    saidTo: parties(packed.saidTo),
    about: parties(packed.about),
    performers: parties(packed.performers),
  };
}
