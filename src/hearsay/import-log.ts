import { HearsayError } from "../errors.ts";
import { LOG_COLUMNS, saidBy } from "../format/log/columns.ts";
import type { Sheet } from "../ingest/sheet/sheet.ts";
import type { Author, Change, Investigation } from "../investigation/investigation.ts";
import { type Corrections, ENTRY_STATUSES, type EntryStatus } from "../model/entry.ts";
import type { LogRow } from "../model/row.ts";
import { ACTS, type Act } from "../model/statement.ts";
import { locate } from "./locate.ts";

/** What became of a row of an imported sheet; rows that say nothing new are "same". */
export interface Imported {
  readonly line: number;
  readonly what: "changed" | "added" | "same" | "refused";
  readonly id: string | null;
  readonly why: string | null;
}

export interface ImportRequest {
  readonly sheet: Sheet;
  /** Our heading for each heading of theirs that is called otherwise. */
  readonly mapping: ReadonlyMap<string, string>;
  /** The report all rows without a place of their own belong to. */
  readonly report: string | null;
  readonly author: Author;
  /** Says what would happen, and changes nothing. */
  readonly dryRun: boolean;
}

/** The headings a sheet can be taken back by. */
export const IMPORT_HEADINGS = [...LOG_COLUMNS.map((c) => c.heading), "Report"] as const;

/** Takes a sheet back: edited rows by their ID, rows without one as statements found by their words. */
export async function* importLog(investigation: Investigation, request: ImportRequest): AsyncGenerator<Imported> {
  const { sheet, mapping } = request;
  const ours = new Map([...mapping].map(([our, their]) => [their, our]));
  const headings = sheet.headings.map((h) => ours.get(h) ?? h);
  if (!headings.includes("ID") && !headings.includes("Exact words"))
    throw new HearsayError(
      "sheet-broken",
      "The sheet has neither a column ID nor one of exact words.",
      'Say which column holds the words: --map "Exact words=Quote".',
    );
  const places = await reportsBy(investigation);
  let line = 1;
  for (const raw of sheet.rows) {
    line++;
    const cells = new Map([...raw].map(([their, value]) => [ours.get(their) ?? their, plain(value)]));
    try {
      const id = cells.get("ID") ?? "";
      if (id !== "") yield { line, ...(await edited(investigation, id, cells, request)) };
      else if ((cells.get("Exact words") ?? "") !== "")
        yield { line, ...(await added(investigation, cells, request, places)) };
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      yield { line, what: "refused", id: cells.get("ID") || null, why: `${error.message} ${error.remedy}` };
    }
  }
}

type Cells = ReadonlyMap<string, string>;
type Outcome = Omit<Imported, "line">;

/** Our own guard against formulas, taken off again. */
const plain = (value: string): string => value.replace(/^'(?=\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n])/, "");

async function edited(
  investigation: Investigation,
  id: string,
  cells: Cells,
  request: ImportRequest,
): Promise<Outcome> {
  const row = await investigation.row(id);
  const now = new Map(LOG_COLUMNS.map((c) => [c.heading, c.cell(row).text.trim()]));
  const changed = EDITABLE.filter((h) => cells.has(h) && tidy(cells.get(h)!) !== tidy(now.get(h)!));
  if (cells.has("Exact words") && tidy(cells.get("Exact words")!) !== tidy(now.get("Exact words")!))
    return { what: "refused", id: row.id, why: "Words are not changed in a sheet; use `hearsay correct --words`." };
  const stale = cells.has("Entry") && cells.get("Entry") !== (row.entry ?? "");
  // The status moves on by itself when a row is corrected; an older sheet does not mean to take that back.
  if (changed.length === 0 || (stale && changed.join() === "Status" && cells.get("Status") === "unchecked"))
    return { what: "same", id: row.id, why: null };
  if (stale)
    return {
      what: "refused",
      id: row.id,
      why: `It was changed${row.checkedBy ? ` by ${row.checkedBy}` : ""} after the sheet was made.`,
    };
  const change = changeOf(new Map(changed.map((h) => [h, cells.get(h)!])), row);
  if (!request.dryRun) await investigation.change(row.id, change, { ...request.author, replaces: row.entry });
  return { what: "changed", id: row.id, why: changed.join(", ") };
}

const tidy = (value: string) => value.replace(/\s+/g, " ");

const EDITABLE = [
  "Said by",
  "Role",
  "Kind",
  "Said to",
  "About",
  "Event date",
  "Statement date",
  "Status",
  "Progress",
  "Notes",
];

const list = (value: string) =>
  value
    .split(";")
    .map((v) => v.trim())
    .filter((v) => v !== "");

/** What cells say, as a change; `row` is what stood there. */
function changeOf(cells: Cells, row: LogRow | null): Change {
  const fields: { -readonly [K in keyof Corrections]: Corrections[K] } = {};
  const change: { -readonly [K in keyof Change]: Change[K] } = {};
  for (const [heading, value] of cells) {
    if (heading === "Said by" && (row === null || value !== saidBy(row))) fields.speakers = list(value);
    else if (heading === "Role") fields.role = value || null;
    else if (heading === "Kind") Object.assign(fields, kindOf(value));
    else if (heading === "Said to") fields.addressees = list(value);
    else if (heading === "About") fields.targets = list(value);
    else if (heading === "Event date") fields.event = list(value).map(dateOf);
    else if (heading === "Statement date") fields.said = value === "" ? null : dateOf(value);
    else if (heading === "Status") change.status = statusOf(value);
    else if (heading === "Progress") change.progress = value || null;
    else if (heading === "Notes") change.note = value || null;
  }
  return Object.keys(fields).length > 0 ? { ...change, fields } : change;
}

function kindOf(value: string): Pick<Corrections, "act" | "negated"> {
  const [word = "", negated] = value.toLowerCase().split(/\s+/);
  if (word === "") return { act: null };
  if (!(ACTS as readonly string[]).includes(word)) throw unknownWord("kind", value, ACTS);
  return { act: word as Act, negated: negated === "(negated)" };
}

function statusOf(value: string): EntryStatus {
  const word = value
    .toLowerCase()
    .replace(/, orphaned$/, "")
    .trim();
  if (!(ENTRY_STATUSES as readonly string[]).includes(word)) throw unknownWord("status", value, ENTRY_STATUSES);
  return word as EntryStatus;
}

const unknownWord = (what: string, value: string, words: readonly string[]) =>
  new HearsayError("sheet-broken", `${JSON.stringify(value)} is no ${what}.`, `It is one of ${words.join(", ")}.`);

const EDTF = /^(?:\.\.|\d{4}(?:-\d{2}){0,2}[~?%]?)(?:\/(?:\.\.|\d{4}(?:-\d{2}){0,2}[~?%]?)?)?$/;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A date as EDTF, or as people write it with the month in letters; figures alone could mean two days and are refused. */
function dateOf(value: string): string {
  const given = value.trim();
  if (EDTF.test(given)) return given;
  const instant = /^(\d{4}-\d{2}-\d{2})[T ]/.exec(given);
  if (instant) return instant[1]!;
  const m =
    /^(\d{1,2})\.? ([a-z]{3})[a-z]*\.?,? (\d{4})$/i.exec(given) ??
    /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(given);
  const [day, month] = m ? (/^\d/.test(m[1]!) ? [m[1]!, m[2]!] : [m[2]!, m[1]!]) : ["", ""];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  if (m && number > 0 && Number(day) >= 1 && Number(day) <= 31)
    return `${m[3]}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`;
  throw new HearsayError(
    "date-malformed",
    `"${given.slice(0, 40)}" is no date that can be told.`,
    "Write 2031-05-12, or 12 May 2031.",
  );
}

interface Places {
  readonly address: ReadonlyMap<string, string>;
  readonly title: ReadonlyMap<string, string>;
  readonly all: readonly string[];
}

async function reportsBy(investigation: Investigation): Promise<Places> {
  const address = new Map<string, string>();
  const title = new Map<string, string>();
  const all: string[] = [];
  for await (const r of investigation.reports()) {
    all.push(r.id);
    for (const url of [r.url, r.archived]) if (url) address.set(bare(url), r.id);
    if (r.title) title.set(tidy(r.title).toLowerCase(), r.id);
  }
  return { address, title, all };
}

const bare = (url: string) =>
  url
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/[#?].*$|\/$/g, "")
    .toLowerCase();

async function added(
  investigation: Investigation,
  cells: Cells,
  request: ImportRequest,
  places: Places,
): Promise<Outcome> {
  const words = cells.get("Exact words")!.replace(/^[“"«„](.*)[”"»“]$/su, "$1");
  const named =
    cells.get("Report") ||
    places.address.get(bare(cells.get("Address") ?? "")) ||
    places.title.get(tidy(cells.get("Title") ?? "").toLowerCase()) ||
    request.report;
  const found: { id: string; span: { start: number; end: number } }[] = [];
  for (const id of named ? [named] : places.all) {
    const { text } = (await investigation.report(id)).report;
    try {
      found.push({ id, span: locate(text, words) });
    } catch (error) {
      if (named || !(error instanceof HearsayError) || error.code !== "words-missing") throw error;
    }
    if (found.length > 1) break;
  }
  if (found.length !== 1)
    return {
      what: "refused",
      id: null,
      why:
        found.length === 0
          ? "No kept report holds these words."
          : `${found[0]!.id} and ${found[1]!.id} hold these words; say which in a column Report.`,
    };
  const { id, span } = found[0]!;
  for await (const row of investigation.rows({ report: id, rejected: true }))
    if (
      row.spans.length === 1 &&
      row.spans[0]!.start === span.start &&
      row.spans[0]!.end === span.end &&
      row.status === "added"
    )
      return { what: "same", id: row.id, why: null };
  const rest = new Map([...cells].filter(([h, v]) => EDITABLE.includes(h) && v !== ""));
  const change = changeOf(rest, null);
  if (request.dryRun) return { what: "added", id, why: null };
  const entry = await investigation.addStatement(id, [span], change, request.author);
  return { what: "added", id: entry.statement, why: null };
}
