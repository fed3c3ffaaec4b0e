import { readFileSync, statSync } from "node:fs";
import { HearsayError } from "../../errors.ts";
import { decode } from "../decode.ts";
import { asFileError } from "../sources.ts";
import { parseCsv } from "./csv.ts";
import { parseXlsx } from "./xlsx.ts";

const LARGEST_SHEET = 100_000_000;

/** A sheet: its headings, and its rows by heading. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/** Reads a sheet from a CSV or XLSX file, headings in its first row. Throws HearsayError. */
export async function readSheet(path: string): Promise<Sheet> {
  let bytes: Buffer;
  try {
    if (statSync(path).size > LARGEST_SHEET)
      throw new HearsayError("sheet-broken", `${path} is larger than 100 MB.`, "Split it.");
    bytes = readFileSync(path);
  } catch (error) {
    throw asFileError(error, path);
  }
  const zipped = bytes.toString("latin1", 0, 4) === "PK\u0003\u0004";
  if (!zipped && /\.xlsx?$/i.test(path))
    throw new HearsayError("sheet-broken", `${path} is no Excel workbook (.xlsx).`, "Save it as .xlsx or .csv.");
  const table = zipped ? parseXlsx(bytes, path) : parseCsv((await decode(bytes)).text);
  const headings = (table[0] ?? []).map((h) => h.trim());
  if (!headings.some((h) => h !== ""))
    throw new HearsayError("sheet-broken", `${path} has no headings in its first row.`, "Give every column a heading.");
  return {
    headings: headings.filter((h) => h !== ""),
    rows: table.slice(1).map((cells) => new Map(headings.map((h, i) => [h, (cells[i] ?? "").trim()]))),
  };
}
