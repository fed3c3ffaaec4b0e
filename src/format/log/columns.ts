import type { LogRow, RowDate, RowParty } from "../../model/row.ts";

/** A cell of the sheet: words, a number, a day ("2031-05-12", written as a real date where the format has them). */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "day"; readonly text: string };

export interface Column {
  readonly heading: string;
  /** How wide it is shown, in characters. */
  readonly width: number;
  readonly cell: (row: LogRow) => Cell;
}

const text = (words: string | null | undefined): Cell => ({ kind: "text", text: words ?? "" });
const list = (items: readonly string[]) => text(items.join("; "));
const names = (parties: readonly RowParty[]) => list(parties.map((p) => p.name));

const date = (d: RowDate | null): Cell =>
  d && /^\d{4}-\d{2}-\d{2}$/.test(d.edtf) ? { kind: "day", text: d.edtf } : text(d?.edtf);

const dates = (all: readonly RowDate[]): Cell => (all.length === 1 ? date(all[0]!) : list(all.map((d) => d.edtf)));

const day = (instant: string | null): Cell =>
  instant && /^\d{4}-\d{2}-\d{2}T/.test(instant) ? { kind: "day", text: instant.slice(0, 10) } : text(instant);

/** Who is said to speak: the parties, else the words that name somebody. */
export const saidBy = (row: LogRow): string => row.saidBy.map((p) => p.name).join("; ") || row.source;

const named = (row: LogRow): string =>
  row.saidBy.length === 0 ? "" : row.saidBy.every((p) => p.kind === "unnamed") ? "unnamed" : "named";

/** The columns of the claim log, in order. */
export const LOG_COLUMNS: readonly Column[] = [
  { heading: "ID", width: 8, cell: (r) => text(r.id) },
  { heading: "Said by", width: 24, cell: (r) => text(saidBy(r)) },
  { heading: "Role", width: 18, cell: (r) => list([...new Set(r.saidBy.flatMap((p) => (p.role ? [p.role] : [])))]) },
  { heading: "Named", width: 9, cell: (r) => text(named(r)) },
  { heading: "Kind", width: 11, cell: (r) => text(r.act && (r.negated ? `${r.act} (negated)` : r.act)) },
  { heading: "Exact words", width: 60, cell: (r) => text(r.words) },
  { heading: "Said to", width: 18, cell: (r) => names(r.saidTo) },
  { heading: "About", width: 18, cell: (r) => names(r.about) },
  { heading: "Disputed by", width: 14, cell: (r) => list(r.disputedBy.map((d) => d.id)) },
  { heading: "Event date", width: 12, cell: (r) => dates(r.event) },
  { heading: "Event date why", width: 20, cell: (r) => list(r.event.map((d) => d.why)) },
  { heading: "Statement date", width: 12, cell: (r) => date(r.said) },
  { heading: "Statement date why", width: 20, cell: (r) => text(r.said?.why ?? r.saidWhy) },
  {
    heading: "Publication date",
    width: 12,
    cell: (r) => (r.published ? day(r.published.from ?? r.published.edtf) : text("")),
  },
  {
    heading: "Publication date why",
    width: 12,
    cell: (r) => text(r.published ? (PUBLISHED[r.published.why] ?? r.published.why) : ""),
  },
  { heading: "Outlet", width: 20, cell: (r) => text(r.outlet) },
  { heading: "Title", width: 30, cell: (r) => text(r.title) },
  { heading: "Address", width: 24, cell: (r) => text(r.url) },
  { heading: "Archived", width: 24, cell: (r) => text(r.archived) },
  { heading: "Retrieved", width: 12, cell: (r) => day(r.retrieved) },
  { heading: "Hedges", width: 16, cell: (r) => list(r.hedges) },
  { heading: "Numbers", width: 16, cell: (r) => list(r.numbers) },
  {
    heading: "Confidence",
    width: 10,
    cell: (r) =>
      r.confidence === null ? text("") : { kind: "number", value: r.confidence, text: r.confidence.toFixed(2) },
  },
  { heading: "Status", width: 11, cell: (r) => text(r.orphaned ? `${r.status}, orphaned` : r.status) },
  { heading: "Progress", width: 14, cell: (r) => text(r.progress) },
  { heading: "Checked by", width: 14, cell: (r) => text(r.checkedBy) },
  { heading: "Notes", width: 30, cell: (r) => text(r.notes) },
  { heading: "Entry", width: 8, cell: (r) => text(r.entry) },
];

const PUBLISHED: Readonly<Record<string, string>> = {
  given: "given when it was kept",
  page: "stated by the page",
  record: "stated in the file",
};
