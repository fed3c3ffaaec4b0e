import type { Reading } from "../model/reading.ts";
import type { Span } from "../model/span.ts";
import { heading } from "./heading.ts";
import { inert } from "./inert.ts";
import { escapeHtml } from "./page/escape.ts";
import { anchor, note } from "./page/note.ts";
import { paragraphs } from "./page/paragraphs.ts";
import { type Segment, segments } from "./page/segments.ts";
import { lighting, STYLE } from "./page/style.ts";
import { type Row, rows } from "./row.ts";
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
      const all = rows(reading);
      let rules = "";
      while (lit < all.length) rules += lighting(++lit);
      const style = rules ? `<style>${rules}</style>\n` : "";
      const head = `<header><h2 dir="auto">${escapeHtml(inert(title))}</h2><p class="known">${[...known, state].map((k) => escapeHtml(inert(k))).join(" · ")}${address(reading)}</p></header>`;
      return `${style}<article class="report" id="r${number}" lang="${escapeHtml(reading.report.language)}">\n${head}\n${body(reading, all, number)}</article>\n`;
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

/** The paragraphs of a report, each with the notes of the statements that begin in it. */
function body({ report: { text } }: Reading, all: readonly Row[], number: number): string {
  const cut = segments(text.length, all);
  const noted = new Set<number>();
  let next = 0;
  return paragraphs(text)
    .map((paragraph) => {
      while (next < cut.length && cut[next]!.end <= paragraph.start) next++;
      let words = "";
      const notes: string[] = [];
      for (let i = next; i < cut.length && cut[i]!.start < paragraph.end; i++) {
        for (const { row } of cut[i]!.covers) {
          if (noted.has(row)) continue;
          noted.add(row);
          const n = row + 1;
          words += `<a class="n s${n} i${n}" id="t${anchor(number, n)}" href="#${anchor(number, n)}" aria-label="Statement ${n}">${n}</a>`;
          notes.push(note(all[row]!, number, n));
        }
        words += drawn(text, cut[i]!, paragraph, all);
      }
      const list = notes.length > 0 ? `<ol class="notes">${notes.join("")}</ol>` : "";
      return `<section class="row"><p class="words" dir="auto">${words}</p>${list}</section>\n`;
    })
    .join("");
}

/** The part of a segment that lies in a paragraph, with the classes of all statements that cover it. */
function drawn(text: string, { start, end, covers }: Segment, within: Span, all: readonly Row[]): string {
  const words = escapeHtml(text.slice(Math.max(start, within.start), Math.min(end, within.end)));
  const inner = covers.at(-1);
  if (!inner) return words;
  const depth = Math.min(3, covers.filter(({ role }) => role === "content").length);
  const low = inner.role === "content" && all[inner.row]!.statement.confidence.statement < 0.5;
  const marks = [depth > 0 ? `c${depth}` : "", low ? "low" : "", inner.role === "content" ? "" : inner.role];
  const statements = new Set(covers.map(({ row }) => `s${row + 1}`));
  return `<span class="${["g", ...marks.filter(Boolean), ...statements, `i${inner.row + 1}`].join(" ")}">${words}</span>`;
}
