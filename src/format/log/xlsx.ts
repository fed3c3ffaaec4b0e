import { strToU8, Zip, ZipDeflate } from "fflate";
import type { LogRow } from "../../model/row.ts";
import { type Cell, LOG_COLUMNS } from "./columns.ts";

/** Excel keeps this many characters in a cell and this many rows in a sheet. */
const LONGEST_CELL = 32_767;
const MOST_ROWS = 1_048_575;

/**
 * The claim log as an Office Open XML workbook (ECMA-376): real dates, a frozen head, filters. All words are inline
 * strings, which no spreadsheet takes for formulas. Rows are compressed as they come; nothing is held.
 */
export class LogXlsx {
  readonly #zip: Zip;
  readonly #sheet: ZipDeflate;
  #row = 1;

  /** `each` is handed every piece of the file in order. */
  constructor(each: (piece: Uint8Array) => void) {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      each(piece);
    });
    for (const [name, xml] of Object.entries(PARTS)) {
      const part = new ZipDeflate(name, { level: 6 });
      part.mtime = MADE;
      this.#zip.add(part);
      part.push(strToU8(HEADER + xml), true);
    }
    this.#sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 6 });
    this.#sheet.mtime = MADE;
    this.#zip.add(this.#sheet);
    const last = letters(LOG_COLUMNS.length - 1);
    const columns = LOG_COLUMNS.map(
      (c, i) => `<col min="${i + 1}" max="${i + 1}" width="${c.width}" customWidth="1"/>`,
    );
    this.#push(
      `${HEADER}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData><row r="1">${LOG_COLUMNS.map((c, i) => inline(`${letters(i)}1`, c.heading, 2)).join("")}</row>`,
    );
    this.#last = last;
  }

  readonly #last: string;

  #push(xml: string): void {
    this.#sheet.push(strToU8(xml));
  }

  row(row: LogRow): void {
    if (this.#row > MOST_ROWS) return;
    const r = ++this.#row;
    this.#push(`<row r="${r}">${LOG_COLUMNS.map((c, i) => written(`${letters(i)}${r}`, c.cell(row))).join("")}</row>`);
  }

  end(): void {
    this.#push(`</sheetData><autoFilter ref="A1:${this.#last}${this.#row}"/></worksheet>`);
    this.#sheet.push(new Uint8Array(), true);
    this.#zip.end();
  }
}

/** The same rows give the same file. */
const MADE = Date.UTC(1980, 0, 1, 12);

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const PARTS: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="Claim log" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="2" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
};

function written(at: string, cell: Cell): string {
  if (cell.kind === "number") return `<c r="${at}" s="3"><v>${cell.value}</v></c>`;
  const serial = cell.kind === "day" ? serialDay(cell.text) : null;
  if (serial !== null) return `<c r="${at}" s="1"><v>${serial}</v></c>`;
  if (cell.text === "") return "";
  return inline(at, cell.text, /^\s*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/.test(cell.text) ? 4 : 0);
}

/** Days since 1899-12-30, as Excel counts from March 1900 on; null for earlier days, which it has none for. */
export function serialDay(day: string): number | null {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return Number.isInteger(serial) && serial > 60 && serial < 2_958_466 ? serial : null;
}

const inline = (at: string, words: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cut(words))}</t></is></c>`;

const cut = (words: string): string =>
  words.length <= LONGEST_CELL
    ? words
    : `${words.slice(0, LONGEST_CELL - 20).replace(/[\ud800-\udbff]$/, "")} … (cut short)`;

/** Words as XML 1.0 text; what XML cannot hold is written as Excel writes it (_x0001_), half characters are replaced. */
const xmlText = (words: string): string =>
  words
    .replace(/_x[0-9a-f]{4}_/gi, "_x005F$&")
    .replace(/\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/[\0-\x08\x0b-\x1f]/g, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** A, B, … Z, AA, … */
const letters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
