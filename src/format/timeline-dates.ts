/** A calendar date as far as it is known; `month` and `day` may be missing. */
export interface PartialDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** First and last date of an EDTF expression, each as far as it goes; null: open or unknown at that end. */
export function edtfEnds(edtf: string): { readonly first: PartialDate | null; readonly last: PartialDate | null } {
  const parts = edtf.replace(/[[\]{}]/g, "").split(/\/|,|(?<=\d)\.\.(?=\d)/);
  return { first: end(parts[0] ?? "", true), last: end(parts[parts.length - 1] ?? "", false) };
}

/** Months of the EDTF codes of seasons (21–24) and quarters (33–36). */
const CODES: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 12],
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
};

function end(text: string, first: boolean): PartialDate | null {
  const match = /^(-?[\dX]{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (match === null || match[1]!.startsWith("X")) return null;
  const year = Number(match[1]!.replace(/X/g, first ? "0" : "9"));
  if (match[2] === undefined) return { year };
  const code = CODES[Number(match[2])];
  const month = code === undefined ? Number(match[2]) : code[first ? 0 : 1];
  return match[3] === undefined ? { year, month } : { year, month, day: Number(match[3]) };
}

/** A number that grows with time, for order and drawing: about days since year 0. */
export function ordinal(date: PartialDate, first: boolean): number {
  return date.year * 366 + ((date.month ?? (first ? 1 : 12)) - 1) * 30.5 + (date.day ?? (first ? 1 : 31)) - 1;
}
