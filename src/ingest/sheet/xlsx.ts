import { Parser } from "htmlparser2";
import { unzip } from "../unzip.ts";

const MOST_COLUMNS = 500;
const MOST_ROWS = 200_000;

/** The first sheet of an Excel workbook as rows of cells; real dates come as 2031-05-12, formulas as their last value. */
export function parseXlsx(bytes: Uint8Array, where: string): string[][] {
  const parts = unzip(
    bytes,
    (name) => /^xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(\.rels)?$/.test(name),
    where,
  );
  const part = (name: string) => parts.get(name)?.toString("utf8") ?? "";
  const sheet =
    part(firstSheet(part("xl/workbook.xml"), part("xl/_rels/workbook.xml.rels"))) || part("xl/worksheets/sheet1.xml");
  return rowsOf(
    sheet,
    sharedStrings(part("xl/sharedStrings.xml")),
    dateStyles(part("xl/styles.xml")),
    /date1904="(1|true)"/.test(part("xl/workbook.xml")),
  );
}

type Attributes = Record<string, string>;

function walk(
  xml: string,
  open: (name: string, attributes: Attributes) => void,
  text: (data: string) => void,
  close: (name: string) => void,
): void {
  const bare = (name: string) => name.slice(name.indexOf(":") + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(bare(name), attributes),
      ontext: text,
      onclosetag: (name) => close(bare(name)),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

function firstSheet(workbook: string, rels: string): string {
  let id = "";
  let target = "";
  walk(
    workbook,
    (name, a) => {
      if (name === "sheet" && id === "") id = a["r:id"] ?? "";
    },
    () => {},
    () => {},
  );
  walk(
    rels,
    (name, a) => {
      if (name === "Relationship" && a.Id === id) target = a.Target ?? "";
    },
    () => {},
    () => {},
  );
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function sharedStrings(xml: string): string[] {
  const all: string[] = [];
  let inText = false;
  let phonetic = 0;
  walk(
    xml,
    (name) => {
      if (name === "si") all.push("");
      if (name === "rPh") phonetic++;
      inText = name === "t" && phonetic === 0;
    },
    (data) => {
      if (inText) all[all.length - 1] += data;
    },
    (name) => {
      if (name === "rPh") phonetic--;
      if (name === "t") inText = false;
    },
  );
  return all;
}

/** Which cell styles show a number as a date. */
function dateStyles(xml: string): Set<number> {
  const dates = new Set<number>();
  const formats = new Map<number, string>();
  let inCells = false;
  let index = 0;
  walk(
    xml,
    (name, a) => {
      if (name === "numFmt") formats.set(Number(a.numFmtId), a.formatCode ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(a.numFmtId);
      const code = (formats.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
      if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || /[dy]/i.test(code)) dates.add(index);
      index++;
    },
    () => {},
    (name) => {
      if (name === "cellXfs") inCells = false;
    },
  );
  return dates;
}

function rowsOf(xml: string, shared: readonly string[], dates: ReadonlySet<number>, since1904: boolean): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = -1;
  let type = "";
  let style = 0;
  let value = "";
  let inValue = false;
  walk(
    xml,
    (name, a) => {
      if (name === "row") {
        row = [];
        at = -1;
      } else if (name === "c") {
        at = a.r ? column(a.r) : at + 1;
        type = a.t ?? "n";
        style = Number(a.s ?? 0);
        value = "";
      } else if (name === "v" || name === "t") inValue = true;
    },
    (data) => {
      if (inValue) value += data;
    },
    (name) => {
      if (name === "v" || name === "t") inValue = false;
      else if (name === "c" && at >= 0 && at < MOST_COLUMNS) {
        while (row.length < at) row.push("");
        row[at] = shown(type, value, dates.has(style), shared, since1904);
      } else if (name === "row" && rows.length < MOST_ROWS && row.some((cell) => cell !== "")) rows.push(row);
    },
  );
  return rows;
}

function shown(type: string, value: string, isDate: boolean, shared: readonly string[], since1904: boolean): string {
  if (type === "s") return escaped(shared[Number(value)] ?? "");
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "n" && isDate && value !== "" && Number.isFinite(Number(value))) {
    const ms = (Number(value) - 25_569 + (since1904 ? 1462 : 0)) * 86_400_000;
    if (Math.abs(ms) > 8e15) return value;
    const date = new Date(Math.round(ms / 1000) * 1000).toISOString();
    return date.endsWith("T00:00:00.000Z") ? date.slice(0, 10) : date.replace(".000Z", "");
  }
  return escaped(value);
}

/** Excel's way of writing what XML cannot hold. */
const escaped = (words: string) =>
  words.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The column of a cell's name, from 0: "A1" is 0, "AB7" is 27. */
function column(name: string): number {
  let n = 0;
  for (const c of /^[A-Z]{1,3}/.exec(name)?.[0] ?? "") n = n * 26 + c.charCodeAt(0) - 64;
  return n - 1;
}
