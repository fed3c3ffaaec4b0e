import type { Reading } from "../model/reading.ts";
import { heading } from "./heading.ts";
import { inert } from "./inert.ts";
import { body } from "./page/body.ts";
import { escapeHtml } from "./page/escape.ts";
import { lighting, STYLE } from "./page/style.ts";
import { rows } from "./row.ts";
import type { Writer } from "./writer.ts";

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Who said what · Hearsay</title>
<style>${STYLE}</style>
</head>
<body>
<header class="top">
<a class="skip" href="#reports">To the list of reports</a>
<h1>Hearsay</h1><p>Each entry is somebody’s statement in somebody’s report, read by a machine. Check it against the words it stands on.</p>
<p class="legend"><span class="source">who</span> <span class="cue">said</span> <span class="g c1">what</span> <span class="g c2">a statement inside another</span> <span class="g c1 low">less than 50 % sure</span></p>
</header>
<main>
`;

/** So many statements of neighbouring paragraphs light up; the links of the others still work. */
const MOST_LIT = 60;

/** One file that shows reports with their statements marked in place and noted beside; no script, nothing loaded. */
export function htmlWriter(): Writer {
  const listed: string[] = [];
  let lit = 0;
  return {
    head: () => HEAD,
    reading(reading) {
      const number = listed.length + 1;
      const { title, known, state } = heading(reading);
      listed.push(`<li><a href="#r${number}">${escapeHtml(inert(title))}</a></li>`);
      let rules = "";
      const { html, slots } = body(reading.report.text, rows(reading), number);
      while (lit < Math.min(slots, MOST_LIT)) rules += lighting(++lit);
      const style = rules ? `<style>${rules}</style>\n` : "";
      const head = `<header><h2 dir="auto">${escapeHtml(inert(title))}</h2><p class="known">${[...known, state].map((k) => escapeHtml(inert(k))).join(" · ")}${address(reading)}</p></header>`;
      return `${style}<article class="report" id="r${number}" lang="${escapeHtml(reading.report.language)}">\n${head}\n${html}</article>\n`;
    },
    tail: () =>
      `</main>\n<nav class="index" id="reports" aria-label="Reports">${listed.length > 1 ? `<p>Reports in this file</p><ol>${listed.join("")}</ol>` : ""}</nav>\n</body>\n</html>\n`,
  };
}

function address({ report: { url } }: Reading): string {
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url ?? "")?.[1];
  if (!url || !host) return "";
  return ` · <a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(inert(host))}</a>`;
}
