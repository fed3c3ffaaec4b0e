import type { Entry } from "../model/entry.ts";
import type { Party, PartyKind } from "../model/party.ts";
import type { Reading } from "../model/reading.ts";
import type { LogRow, RowDate } from "../model/row.ts";
import type { Span, TextSpan } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { TimeValue } from "../model/time.ts";
import { anchorAll } from "./anchor.ts";

/** A party of a row before it is known who it is over reports. */
export interface DraftParty {
  readonly name: string;
  readonly kind: PartyKind;
  readonly role: string | null;
}

/** What is kept of a row; report, metadata and persons are joined when it is read. */
export type Draft = Pick<
  LogRow,
  | "within"
  | "unknown"
  | "act"
  | "mode"
  | "negated"
  | "words"
  | "spans"
  | "source"
  | "cue"
  | "channel"
  | "event"
  | "said"
  | "saidWhy"
  | "hedges"
  | "numbers"
  | "confidence"
  | "status"
  | "orphaned"
  | "progress"
  | "checkedBy"
  | "checkedAt"
  | "notes"
  | "confidential"
  | "embargo"
  | "entry"
  | "disputedBy"
> & {
  readonly n: number;
  readonly saidBy: readonly DraftParty[];
  readonly saidTo: readonly DraftParty[];
  readonly about: readonly DraftParty[];
  readonly performers: readonly DraftParty[];
};

export interface RowSource {
  /** "R12" */
  readonly report: string;
  readonly text: string;
  readonly reading: Reading | null;
  /** The number of each machine statement by its ID in the reading. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The newest entry on each statement, and who brought it to its status. */
  readonly heads: readonly Head[];
}

/** The newest entry on a statement or report; `decided` is who first gave it the status it has, `set` who each field. */
export interface Head {
  readonly entry: Entry;
  readonly set: Readonly<Record<string, { readonly by: string; readonly why: string | null }>>;
  readonly decided: { readonly by: string; readonly at: string };
}

/** Where a row stands when its words cannot be found. */
export const NOWHERE = 0x7fffffff;

/** Lays people's entries over a reading: the rows of the claim log for one report, in order of its text. */
export function rowsOf(source: RowSource): Draft[] {
  const machine = (source.reading?.statements ?? []).map((s) => machineRow(source, s));
  const taken = new Set<number>();
  const rows = source.heads.map((head) => entryRow(source, head, machine, taken));
  const rest = machine.filter((_, i) => !taken.has(i));
  const byNumber = new Set(rows.map((r) => r.n));
  const gone = new Set(rows.filter((r) => r.status === "rejected").map((r) => `${source.report}.${r.n}`));
  return [...rows, ...rest.filter((r) => !byNumber.has(r.n))]
    .map((r) => (gone.size > 0 ? { ...r, disputedBy: r.disputedBy.filter((d) => !gone.has(d.id)) } : r))
    .sort((a, b) => placeOf(a) - placeOf(b) || a.n - b.n);
}

/** The first place of a row's words in the text. */
export const placeOf = (row: Pick<Draft, "spans">): number => row.spans[0]?.start ?? NOWHERE;

/** The spans by which a statement is held: its content, or what there is of it. */
export const holdOf = (s: Statement): readonly TextSpan[] =>
  s.content.length > 0 ? s.content : s.cue.length > 0 ? s.cue : s.source;

function machineRow({ reading, numbers, report }: RowSource, s: Statement): Draft {
  const { parties, times, quantities, disputes } = reading!;
  const party = (id: string): DraftParty => {
    const found = parties.find((p) => p.id === id);
    return found ? draftParty(found) : { name: id, kind: "unnamed", role: null };
  };
  const idOf = (local: string | null) => {
    const n = local === null ? undefined : numbers.get(local);
    return n === undefined ? null : `${report}.${n}`;
  };
  const hold = holdOf(s);
  return {
    n: numbers.get(s.id)!,
    within: idOf(s.within),
    saidBy: s.speakers.map(party),
    unknown: s.speakers.length === 0 ? (s.unknownSpeaker?.why ?? "the report names nobody") : null,
    act: s.act,
    mode: s.mode,
    negated: s.negated,
    words: join(hold),
    spans: hold.map(({ start, end }) => ({ start, end })),
    source: join(s.source),
    cue: join(s.cue),
    channel: s.channel?.text ?? null,
    saidTo: s.addressees.map(party),
    about: s.targets.map(party),
    performers: s.performers.map(party),
    disputedBy: disputes.flatMap((d) => {
      const other = d.a === s.id ? d.b : d.b === s.id ? d.a : null;
      const id = idOf(other);
      return id ? [{ id, kind: d.kind }] : [];
    }),
    event: s.about.flatMap((i) => {
      const time = times[i];
      return time?.time ? [{ ...dateOf(time.time), why: time.why }] : [];
    }),
    said: s.said ? { ...dateOf(s.said), why: s.saidWhy } : null,
    saidWhy: s.saidWhy,
    hedges: s.hedges.map((h) => h.text),
    numbers: quantities.filter((q) => hold.some((c) => c.start <= q.start && q.end <= c.end)).map((q) => q.text),
    confidence: s.confidence.statement,
    ...UNTOUCHED,
  };
}

const UNTOUCHED = {
  status: "unchecked",
  orphaned: null,
  progress: null,
  checkedBy: null,
  checkedAt: null,
  notes: null,
  confidential: false,
  embargo: null,
  entry: null,
} as const;

const join = (spans: readonly TextSpan[]) => spans.map((s) => s.text).join(" … ");

const draftParty = (p: Party): DraftParty => ({ name: p.name, kind: p.kind, role: p.roles[0] ?? null });

const dateOf = (t: TimeValue): Omit<RowDate, "why"> => ({ edtf: t.edtf, from: t.from, to: t.to });

function entryRow(
  source: RowSource,
  { entry, decided, set }: Head,
  machine: readonly Draft[],
  taken: Set<number>,
): Draft {
  const { text } = source;
  const read = entry.read.length > 0 ? anchorAll(text, entry.read) : null;
  const at = read && "spans" in read ? matching(entry, read.spans, machine, taken) : -1;
  if (at >= 0) taken.add(at);
  const base = at >= 0 ? machine[at]! : blank(entry);
  const own = changedWords(entry);
  const held = own || at < 0 ? anchorAll(text, entry.quote) : { spans: [...base.spans] };
  const orphaned = "orphaned" in held ? held.orphaned : null;
  const spans = "spans" in held ? held.spans : [];
  const f = entry.fields;
  const named = (names: readonly string[]) => names.map((name) => known(source, name, f.kind));
  const settled = entry.status !== "unchecked";
  return {
    ...base,
    n: Number(entry.statement!.slice(entry.statement!.indexOf(".") + 1)),
    words: own || at < 0 ? entry.quote.map((q) => q.exact).join(" … ") : base.words,
    spans,
    orphaned,
    ...(f.speakers
      ? {
          saidBy: named(f.speakers).map((p) => (f.role === undefined ? p : { ...p, role: f.role })),
          unknown: f.speakers.length > 0 ? null : "a person left it open",
        }
      : f.role !== undefined || f.kind
        ? {
            saidBy: base.saidBy.map((p) => ({
              ...p,
              kind: f.kind ?? p.kind,
              role: f.role === undefined ? p.role : f.role,
            })),
          }
        : {}),
    ...(f.act !== undefined ? { act: f.act } : {}),
    ...(f.mode !== undefined ? { mode: f.mode } : {}),
    ...(f.negated !== undefined ? { negated: f.negated } : {}),
    ...(f.said !== undefined
      ? {
          said: f.said === null ? null : { edtf: f.said, ...bounds(f.said), why: byHand(set.said) },
          saidWhy: byHand(set.said),
        }
      : {}),
    ...(f.event ? { event: f.event.map((edtf) => ({ edtf, ...bounds(edtf), why: byHand(set.event) })) } : {}),
    ...(f.addressees ? { saidTo: named(f.addressees) } : {}),
    ...(f.targets ? { about: named(f.targets) } : {}),
    status: entry.status,
    progress: entry.progress,
    checkedBy: settled ? decided.by : null,
    checkedAt: settled ? decided.at : null,
    notes: entry.note,
    confidential: entry.confidential,
    embargo: entry.embargo,
    entry: entry.id,
  };
}

const byHand = (who: { by: string; why: string | null } | undefined) =>
  who ? `set by ${who.by}${who.why ? `: ${who.why}` : ""}` : "set by hand";

const changedWords = (entry: Entry) =>
  entry.read.length !== entry.quote.length ||
  entry.read.some((q, i) => q.exact !== entry.quote[i]!.exact || q.start !== entry.quote[i]!.start);

function blank(entry: Entry): Draft {
  return {
    n: 0,
    within: null,
    saidBy: [],
    unknown: "a person left it open",
    act: null,
    mode: "indirect",
    negated: null,
    words: "",
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
    saidWhy: entry.status === "added" ? "none was given" : "the words are read otherwise now",
    hedges: [],
    numbers: [],
    confidence: null,
    ...UNTOUCHED,
  };
}

/** The party of the reading that bears this name, else one a person names. */
function known({ reading }: RowSource, name: string, kind: PartyKind | undefined): DraftParty {
  const party = reading?.parties.find((p) => p.name === name || p.aliases.includes(name));
  return { name: party?.name ?? name, kind: kind ?? party?.kind ?? "person", role: party?.roles[0] ?? null };
}

/** The machine's statement over the same words: the one of the same number first, else the largest overlap of a half or more. */
function matching(entry: Entry, spans: readonly Span[], machine: readonly Draft[], taken: ReadonlySet<number>): number {
  let best = -1;
  let most = 0;
  machine.forEach((row, i) => {
    if (taken.has(i)) return;
    const share = overlap(spans, row.spans) + (entry.statement!.endsWith(`.${row.n}`) ? 0.25 : 0);
    if (share > most) [best, most] = [i, share];
  });
  return most >= 0.5 ? best : -1;
}

/** Shared code units over all covered (0..1). */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, s) => sum + s.end - s.start, 0);
  let shared = 0;
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return shared / Math.max(1, length(a) + length(b) - shared);
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/;

/** The interval in UTC of a date as people write it (year, month, day, or one / another); open where it says more. */
export function bounds(edtf: string): { from: string | null; to: string | null } {
  const [first, last] = edtf.split("/") as [string, string?];
  return { from: edge(first, 0), to: edge(last ?? first, 1) };
}

function edge(part: string, after: 0 | 1): string | null {
  const day = DAY.exec(part);
  if (!day) return null;
  const [y, m, d] = [Number(day[1]), day[2] ? Number(day[2]) : 0, day[3] ? Number(day[3]) : 0];
  const date = new Date(0);
  if (d) date.setUTCFullYear(y, m - 1, d + after);
  else if (m) date.setUTCFullYear(y, m - 1 + after, 1);
  else date.setUTCFullYear(y + after, 0, 1);
  return `${date.toISOString().slice(0, 10)}T00:00:00Z`;
}
