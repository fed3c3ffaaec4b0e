import type { Report } from "../../model/report.ts";
import type { LogRow } from "../../model/row.ts";
import { inert } from "../inert.ts";
import { escapeHtml } from "../page/escape.ts";
import { cite } from "./cite.ts";
import { saidBy } from "./columns.ts";

const STYLE = `:root{--ink:#1d1d1f;--paper:#fff;--soft:#f3f3f5;--line:#d8d8dc;--mark:#fff0b8;--inner:#ffd98a;--link:#1a4fa0}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8ea;--paper:#161618;--soft:#232327;--line:#3a3a3e;--mark:#4a4016;--inner:#6b5510;--link:#8ab4ff}}
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;padding:1rem 1.25rem 4rem;max-width:72rem;color:var(--ink);background:var(--paper)}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem}h3{font-size:1.05rem;margin:2rem 0 .25rem}a{color:var(--link)}
nav a{margin-right:1rem}.known{opacity:.75;font-size:.9rem;margin:.1rem 0 .8rem}
.sheet{overflow:auto;border:1px solid var(--line)}table{border-collapse:collapse;font-size:.85rem;width:100%}
th,td{padding:.35rem .55rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--soft);position:sticky;top:0}.text{white-space:pre-wrap;max-width:44rem;border-left:3px solid var(--line);padding-left:1rem}
mark{background:var(--mark);color:inherit}mark.inner{background:var(--inner)}mark a{color:inherit;text-decoration:none;font-size:.7em;vertical-align:super;opacity:.8}
:target{outline:2px solid var(--link);outline-offset:2px}@media print{.sheet{overflow:visible;border:0}th{position:static}}`;

/** The head of the page an editor gets: what it is, how far it can be trusted, and where its parts are. */
export const pageHead = (facts: {
  name: string;
  fingerprint: string;
  made: string;
  withheld: number;
}): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(inert(facts.name))} · Hearsay</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(inert(facts.name))}</h1>
<p>Each entry is somebody’s statement in somebody’s report; unchecked ones were read by a machine and by nobody else. Made ${facts.made.slice(0, 16).replace("T", " ")} UTC.${facts.withheld > 0 ? ` ${facts.withheld} confidential or embargoed entries are left out.` : ""}</p>
<p class="known">Fingerprint ${facts.fingerprint}</p>
<nav aria-label="Parts"><a href="#log">Claim log</a><a href="#timeline">Timeline</a><a href="#reports">Reports</a></nav>
<h2 id="log">Claim log</h2>
<div class="sheet" role="region" aria-label="Claim log" tabindex="0"><table>
<thead><tr>${["ID", "Said by", "Kind", "Exact words", "Said to", "About", "Disputed by", "Event date", "Statement date", "Status", "Notes"].map((h) => `<th scope="col">${h}</th>`).join("")}</tr></thead>
<tbody>
`;

const to = (id: string) => `<a href="#t-${id}">${id}</a>`;
const cell = (words: string | null | undefined) => `<td dir="auto">${escapeHtml(inert(words ?? ""))}</td>`;

/** A row of the log on that page. */
export const pageRow = (row: LogRow, shown: (id: string) => boolean): string =>
  `<tr id="l-${row.id}"><td>${row.orphaned ? row.id : to(row.id)}</td>${[
    saidBy(row),
    row.act && (row.negated ? `${row.act} (negated)` : row.act),
    row.words,
    row.saidTo.map((p) => p.name).join("; "),
    row.about.map((p) => p.name).join("; "),
  ]
    .map(cell)
    .join("")}<td>${row.disputedBy
    .filter((d) => shown(d.id))
    .map((d) => `<a href="#l-${d.id}">${d.id}</a>`)
    .join(
      " ",
    )}</td>${[row.event.map((d) => d.edtf).join("; "), row.said?.edtf, row.orphaned ? `${row.status}, orphaned` : row.checkedBy ? `${row.status} by ${row.checkedBy}` : row.status, row.notes].map(cell).join("")}</tr>\n`;

/** A dated entry of the timeline. */
export interface Dated {
  readonly id: string;
  readonly from: string;
  readonly edtf: string;
  readonly clock: "event" | "statement";
  readonly line: string;
}

/** The dates of a row, for the timeline. */
export const datesOf = (row: LogRow): Dated[] =>
  [
    ...row.event.map((d) => ({ d, clock: "event" as const })),
    ...(row.said ? [{ d: row.said, clock: "statement" as const }] : []),
  ].flatMap(({ d, clock }) =>
    d.from || d.to
      ? [
          {
            id: row.id,
            from: d.from ?? d.to!,
            edtf: d.edtf,
            clock,
            line: `${saidBy(row) || "(nobody named)"} · ${row.act ?? row.cue} · ${row.words.slice(0, 200)}`,
          },
        ]
      : [],
  );

/** The timeline as a list in order of time. */
export const pageTimeline = (dated: readonly Dated[]): string =>
  `</tbody></table></div>\n<h2 id="timeline">Timeline</h2>\n<ol>${[...dated]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map(
      (d) =>
        `<li><b>${escapeHtml(d.edtf)}</b> (${d.clock} date) <a href="#l-${d.id}">${d.id}</a> <span dir="auto">${escapeHtml(inert(d.line))}</span></li>`,
    )
    .join("\n")}</ol>\n<h2 id="reports">Reports</h2>\n`;

/** A report with its statements marked in place. */
export function pageReport(report: Report, rows: readonly LogRow[]): string {
  const { text } = report;
  const known = [report.outlet, report.byline, report.published ? `published ${report.published.edtf}` : null].filter(
    (k) => k,
  );
  const link =
    report.url && /^https?:/i.test(report.url)
      ? ` · <a href="${escapeHtml(report.url)}" rel="noopener noreferrer">${escapeHtml(inert(report.url))}</a>`
      : "";
  const edges = new Set<number>([0, text.length]);
  for (const r of rows) for (const s of r.spans) edges.add(s.start).add(s.end);
  const cuts = [...edges].sort((a, b) => a - b);
  const starts = new Map<number, LogRow[]>();
  for (const r of rows) if (r.spans[0]) starts.set(r.spans[0].start, [...(starts.get(r.spans[0].start) ?? []), r]);
  const open = new Map<number, number>();
  for (const r of rows)
    for (const s of r.spans) {
      open.set(s.start, (open.get(s.start) ?? 0) + 1);
      open.set(s.end, (open.get(s.end) ?? 0) - 1);
    }
  let depth = 0;
  let body = "";
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, end] = [cuts[i]!, cuts[i + 1]!];
    depth += open.get(from) ?? 0;
    const anchors = (starts.get(from) ?? [])
      .map(
        (r) =>
          `<a id="t-${r.id}" href="#l-${r.id}" title="${escapeHtml(inert(cite(r)))}">${r.id.slice(r.id.indexOf(".") + 1)}</a>`,
      )
      .join("");
    const words = escapeHtml(text.slice(from, end));
    body += depth > 0 ? `<mark${depth > 1 ? ' class="inner"' : ""}>${anchors}${words}</mark>` : anchors + words;
  }
  return `<article id="${report.id}" lang="${escapeHtml(report.language)}"><h3 dir="auto">${report.id} · ${escapeHtml(inert(report.title ?? "(no title)"))}</h3>\n<p class="known">${known.map((k) => escapeHtml(inert(k!))).join(" · ")}${link}</p>\n<div class="text" dir="auto">${body}</div></article>\n`;
}

/** The end of the page. */
export const pageTail = (): string => "</body>\n</html>\n";
