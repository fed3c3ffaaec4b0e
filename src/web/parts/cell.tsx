import { useEffect, useRef, useState } from "preact/hooks";
import type { LogRow } from "../../model/row.ts";
import { ACTS } from "../../model/statement.ts";
import type { Change } from "../client.ts";
import { edit } from "../edits.ts";
import { kindOf, WORDS, whoSaid } from "../words.ts";
import { Status, When } from "./small.tsx";

export type ColumnName =
  | "id"
  | "saidBy"
  | "act"
  | "words"
  | "saidTo"
  | "about"
  | "disputed"
  | "event"
  | "said"
  | "published"
  | "outlet"
  | "status"
  | "notes";

/** The columns of the sheet in order; those the server can sort by say so. */
export const COLUMNS: readonly { readonly name: ColumnName; readonly label: string; readonly sorts: boolean }[] = (
  [
    "id",
    "saidBy",
    "act",
    "words",
    "saidTo",
    "about",
    "disputed",
    "event",
    "said",
    "published",
    "outlet",
    "status",
    "notes",
  ] as const
).map((name) => ({
  name,
  label: WORDS.columns[name],
  sorts: ["saidBy", "act", "event", "said", "published", "outlet", "status"].includes(name),
}));

const list = (value: string) =>
  value
    .split(";")
    .map((v) => v.trim())
    .filter((v) => v !== "");

/** How a cell can be edited in place: what stands in it, and the change it makes. */
const EDITS: Partial<Record<ColumnName, { now: (r: LogRow) => string; change: (v: string) => Change }>> = {
  saidBy: { now: (r) => r.saidBy.map((p) => p.name).join("; "), change: (v) => ({ fields: { speakers: list(v) } }) },
  act: { now: (r) => r.act ?? "", change: (v) => ({ fields: { act: v || null } }) },
  saidTo: { now: (r) => r.saidTo.map((p) => p.name).join("; "), change: (v) => ({ fields: { addressees: list(v) } }) },
  about: { now: (r) => r.about.map((p) => p.name).join("; "), change: (v) => ({ fields: { targets: list(v) } }) },
  event: { now: (r) => r.event.map((d) => d.edtf).join("; "), change: (v) => ({ fields: { event: list(v) } }) },
  said: { now: (r) => r.said?.edtf ?? "", change: (v) => ({ fields: { said: v.trim() || null } }) },
  status: { now: (r) => r.status, change: (v) => ({ status: v as "checked" }) },
  notes: { now: (r) => r.notes ?? "", change: (v) => ({ note: v || null }) },
};

/** A cell of the log, as it stands or being edited. */
export function Cell({
  row,
  column,
  editing,
  leave,
}: {
  row: LogRow;
  column: ColumnName;
  editing: boolean;
  leave: () => void;
}) {
  const how = EDITS[column];
  if (editing && how) return <Editor row={row} column={column} how={how} leave={leave} />;
  switch (column) {
    case "id":
      return (
        <a href={`/report/${row.id}`} tabIndex={-1}>
          {row.id}
        </a>
      );
    case "saidBy":
      return row.saidBy.length === 0 && row.unknown ? (
        <span class="unknown" title={row.unknown}>
          {row.source || "Not known"}, because {row.unknown}
        </span>
      ) : (
        whoSaid(row)
      );
    case "act":
      return <span class={`kind ${row.act ?? ""}`}>{kindOf(row)}</span>;
    case "words":
      return <span class="quote">{row.words}</span>;
    case "saidTo":
      return <>{row.saidTo.map((p) => p.name).join("; ")}</>;
    case "about":
      return <>{row.about.map((p) => p.name).join("; ")}</>;
    case "disputed":
      return (
        <>
          {row.disputedBy.map((d) => (
            <a key={d.id} href={`/report/${d.id}`} tabIndex={-1} title={WORDS.dispute[d.kind] ?? d.kind}>
              {d.id}{" "}
            </a>
          ))}
        </>
      );
    case "event":
      return <>{row.event.map((d) => d.edtf).join("; ")}</>;
    case "said":
      return <When date={row.said} why={row.saidWhy} />;
    case "published":
      return <When date={row.published} />;
    case "outlet":
      return <>{row.outlet}</>;
    case "status":
      return <Status row={row} />;
    case "notes":
      return <>{row.notes}</>;
  }
}

function Editor({
  row,
  column,
  how,
  leave,
}: {
  row: LogRow;
  column: ColumnName;
  how: NonNullable<(typeof EDITS)[ColumnName]>;
  leave: () => void;
}) {
  const draft = `draft ${row.id} ${column}`;
  const [value, set] = useState(() => sessionStorage.getItem(draft) ?? how.now(row));
  const field = useRef<HTMLElement>(null);
  useEffect(() => field.current?.focus(), []);
  const type = (v: string) => {
    set(v);
    sessionStorage.setItem(draft, v);
  };
  const save = (v: string) => {
    sessionStorage.removeItem(draft);
    if (v !== how.now(row)) void edit(row, how.change(v));
    leave();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === "Enter") save(value);
    else if (e.key === "Escape") {
      sessionStorage.removeItem(draft);
      leave();
    } else return;
    e.stopPropagation();
    e.preventDefault();
  };
  const label = `${WORDS.columns[column]} of ${row.id}`;
  const options = column === "act" ? ["", ...ACTS] : column === "status" ? Object.keys(WORDS.status) : null;
  return options ? (
    <select
      ref={field as never}
      aria-label={label}
      value={value}
      onKeyDown={onKeyDown}
      onChange={(e) => save(e.currentTarget.value)}
    >
      {options.map((o) => (
        <option key={o} value={o}>
          {column === "status" ? WORDS.status[o as "checked"] : o || "not known"}
        </option>
      ))}
    </select>
  ) : (
    <input
      ref={field as never}
      aria-label={label}
      value={value}
      onInput={(e) => type(e.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => value === how.now(row) && leave()}
    />
  );
}
