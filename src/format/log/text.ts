import type { LogRow } from "../../model/row.ts";
import { inert } from "../inert.ts";
import { type Piece, wrap } from "../wrap.ts";
import type { Screen, Style } from "../writer.ts";
import { saidBy } from "./columns.ts";
import type { LogWriter } from "./writer.ts";

/** The claim log for a terminal: grouped by report, a statement an entry. */
export function logText(screen: Screen): LogWriter {
  const width = Math.max(40, Math.min(screen.width, 120));
  const paint =
    (style: Style) =>
    (words: string): Piece => ({ words: inert(words), paint: (w) => screen.style(style, w) });
  const plain = (words: string): Piece => ({ words: inert(words), paint: (w) => w });
  const [title, who, quiet] = [paint("title"), paint("who"), paint("quiet")];
  let report = "";
  return {
    head: () => "",
    row(row) {
      const gap = report === "" ? "" : "\n";
      const top =
        row.report === report
          ? []
          : [
              ...wrap([title(`${row.report}  ${row.title ?? "(no title)"}`), quiet(known(row))], width).map((l, i) =>
                i === 0 ? `${gap}${l}` : l,
              ),
            ];
      report = row.report;
      const lines = wrap(
        [
          saidBy(row) ? who(saidBy(row)) : quiet("(nobody named)"),
          quiet(` · ${row.negated ? "not: " : ""}${row.act ?? row.cue} · `),
          plain(row.words),
        ],
        width - 10,
      );
      const more = wrap([quiet(details(row).join(" · "))], width - 10);
      const id = row.id.padEnd(9);
      return `${[...top, ...[...lines, ...more].map((l, i) => `${i === 0 ? screen.style("quiet", id) : " ".repeat(9)} ${l}`)].join("\n")}\n`;
    },
    tail: () => "",
  };
}

const known = (row: LogRow): string =>
  [row.outlet, row.published ? `published ${row.published.edtf}` : null, row.url]
    .filter((k) => k)
    .map((k) => ` · ${k}`)
    .join("");

/** What else is known, what people did first. */
function details(row: LogRow): string[] {
  const by = row.checkedBy ? ` by ${row.checkedBy}` : "";
  const names = (label: string, all: readonly { name: string }[]) =>
    all.length > 0 ? [`${label}: ${all.map((p) => p.name).join(", ")}`] : [];
  return [
    ...(row.confidential ? ["CONFIDENTIAL"] : []),
    ...(row.embargo ? [`embargo until ${row.embargo.slice(0, 16).replace("T", " ")}`] : []),
    ...(row.orphaned ? [`orphaned: ${row.orphaned}`] : []),
    `${row.status}${by}`,
    ...(row.progress ? [row.progress] : []),
    ...names("said to", row.saidTo),
    ...names("about", row.about),
    ...(row.disputedBy.length > 0 ? [`disputed by ${row.disputedBy.map((d) => d.id).join(", ")}`] : []),
    ...(row.event.length > 0 ? [`event date ${row.event.map((d) => d.edtf).join(", ")}`] : []),
    ...(row.said ? [`statement date ${row.said.edtf}`] : []),
    ...(row.hedges.length > 0 ? [`hedged: ${row.hedges.join(", ")}`] : []),
    ...(row.confidence === null ? [] : [`${Math.round(row.confidence * 100)} %`]),
    ...(row.notes ? [`note: ${row.notes}`] : []),
  ];
}
