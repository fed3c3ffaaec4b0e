import type { LogRow } from "../../model/row.ts";

/** Whether an export made at an instant has to leave a row out: confidential, or under an embargo that still runs. */
export const isWithheld = (row: Pick<LogRow, "confidential" | "embargo">, now: string): boolean =>
  row.confidential || (row.embargo !== null && Date.parse(row.embargo) > Date.parse(now));
