import type { LogRow } from "../../model/row.ts";
import { inert } from "../inert.ts";
import { saidBy } from "./columns.ts";

/** A statement in a line to paste: words, speaker, role, date, outlet, address, archive. */
export function cite(row: LogRow): string {
  const words = inert(row.words).trim();
  const quoted = /^[“"«„]/.test(words) ? words : `“${words}”`;
  const role = row.saidBy.find((p) => p.role)?.role;
  const who = `${saidBy(row) || "speaker not named"}${role ? ` (${role})` : ""}`;
  const verb = row.act ? `, ${row.negated ? "not " : ""}${row.act}` : "";
  const when = row.said ? `statement date ${row.said.edtf}` : null;
  const where = [
    row.outlet,
    row.title ? `“${row.title}”` : null,
    row.published ? `published ${row.published.edtf}` : null,
    row.url,
    row.archived ? `archived at ${row.archived}` : null,
    row.retrieved ? `retrieved ${row.retrieved.slice(0, 10)}` : null,
  ].filter((part) => part !== null);
  const state = row.status === "unchecked" ? "read by machine, unchecked" : `${row.status} by ${row.checkedBy}`;
  return inert(
    `${quoted} — ${[`${who}${verb}`, when].filter((p) => p !== null).join(", ")}; ${where.join(", ")} [${row.id}, ${state}]`,
  );
}
