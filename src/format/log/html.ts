import { inert } from "../inert.ts";
import { escapeHtml } from "../page/escape.ts";
import { LOG_COLUMNS } from "./columns.ts";
import type { LogWriter } from "./writer.ts";

const STYLE = `body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem;color:#1d1d1f;background:#fff}
h1{font-size:1.3rem;margin:0 0 .3rem}p{margin:.2rem 0 1rem;max-width:60rem}
.sheet{overflow:auto;max-height:85vh;border:1px solid #ccc}table{border-collapse:collapse;font-size:13px}
th,td{padding:.3rem .5rem;border-bottom:1px solid #ddd;text-align:left;vertical-align:top;min-width:5rem;max-width:30rem;overflow-wrap:anywhere}
th{position:sticky;top:0;background:#f2f2f4}.rejected{color:#6b6b6b}
@media(prefers-color-scheme:dark){body{color:#e8e8ea;background:#161618}th{background:#26262a}.sheet,th,td{border-color:#3a3a3e}.rejected{color:#9a9a9a}}`;

/** The claim log as one self-contained page: no script, nothing loaded. */
export const logHtml = (): LogWriter => ({
  head: () => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Claim log · Hearsay</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Claim log</h1>
<p>Each row is somebody’s statement in somebody’s report. Unchecked rows were read by a machine and by nobody else.</p>
<div class="sheet" tabindex="0" role="region" aria-label="Claim log"><table>
<thead><tr>${LOG_COLUMNS.map((c) => `<th scope="col">${c.heading}</th>`).join("")}</tr></thead>
<tbody>
`,
  row: (row) =>
    `<tr id="${row.id}"${row.status === "rejected" ? ' class="rejected"' : ""}>${LOG_COLUMNS.map((c) => `<td dir="auto">${linked(c.heading, c.cell(row).text)}</td>`).join("")}</tr>\n`,
  tail: () => "</tbody></table></div>\n</body>\n</html>\n",
});

function linked(heading: string, words: string): string {
  const shown = escapeHtml(inert(words));
  if ((heading === "Address" || heading === "Archived") && /^https?:\/\//i.test(words))
    return `<a href="${escapeHtml(words)}" rel="noopener noreferrer">${shown}</a>`;
  return shown;
}
