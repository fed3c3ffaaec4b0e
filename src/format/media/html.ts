import { type MediaCheck, VERDICT_WORDS } from "../../model/media.ts";
import { inert } from "../inert.ts";
import { escapeHtml } from "../page/escape.ts";
import { mediaChart } from "./chart.ts";
import { clockPlace, clockRole, clockRows, clockValue, known, settings } from "./rows.ts";

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1c1a;--soft:#5d5a53;--line:#dedad0;--tint:#ffdf8a;--lit:#0a4a8c;--focus:#0a58ca}
@media (prefers-color-scheme:dark){:root{--paper:#14161a;--ink:#e9e6df;--soft:#aaa69c;--line:#343841;--tint:#6a5a24;--lit:#a3ccff;--focus:#8ab8ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem clamp(1rem,4vw,3rem);background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1rem}h2{overflow-wrap:anywhere;margin:2rem 0 .2rem}
.known,.settings,.notes{color:var(--soft);font-size:.85rem;overflow-wrap:anywhere}
.finding{font-size:1.15rem;font-weight:600}
svg{width:100%;height:auto;display:block;margin:1rem 0}
svg text{font-size:12px;fill:var(--ink)}svg .name{text-anchor:end}svg .tick{fill:var(--soft)}
.band.shown{fill:var(--tint);opacity:.7}.band.published{fill:var(--soft)}
.reach{stroke:var(--lit);stroke-width:3;opacity:.55}.known-dot,.known{stroke:none}svg .known{fill:var(--lit)}svg .open{fill:var(--paper);stroke:var(--lit);stroke-width:2}.axis{stroke:var(--line)}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.85rem}th,td{text-align:left;vertical-align:top;padding:.25rem .8rem .25rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
`;

/** One file that shows a media check: findings, drawings, clocks. No script, nothing loaded. */
export function mediaHtml(check: MediaCheck): string {
  const e = (words: string): string => escapeHtml(inert(words));
  const sections = check.exhibits.map((x, i) => {
    const finding = check.claim
      ? `<p class="finding">${e(VERDICT_WORDS[x.verdict])} <small>(${x.verdict}${x.strength === "-" ? "" : `, ${x.strength}`})</small></p><ul>${x.reasons.map((r) => `<li>${e(r.text)}</li>`).join("")}</ul>`
      : x.error
        ? `<p>${e(x.error)}</p>`
        : "";
    const charts = check.claim
      ? (x.parts.length > 0 ? x.parts : [x])
          .map((p, k) => mediaChart(p.clocks, check.claim!.shownAt, check.claim!.publishedAt, `c${i}-${k}`))
          .join("")
      : "";
    const rows = clockRows(x.clocks).map(
      ({ clock, times }) =>
        `<tr><td>${e(clockValue(clock))}</td><td>${e(clockRole(clock))}</td><td>${e(clockPlace(clock))}${times > 1 ? ` and ${times - 1} more` : ""}</td><td>${e(clock.meaning)}</td></tr>`,
    );
    const table =
      rows.length > 0
        ? `<div class="scroll" tabindex="0" role="region" aria-label="Clocks"><table><thead><tr><th scope="col">clock</th><th scope="col">role</th><th scope="col">where</th><th scope="col">meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`
        : "";
    const notes = x.notes.length > 0 ? `<ul class="notes">${x.notes.map((n) => `<li>${e(n)}</li>`).join("")}</ul>` : "";
    return `<section><h2 dir="auto">${e(x.file)}</h2><p class="known">${known(x).map(e).join(" · ")}</p>${finding}${charts}${table}${notes}</section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>Clocks of media files · Hearsay</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Hearsay · clocks of media files</h1>
<main>
${sections.join("\n")}
</main>
<p class="settings">${settings(check).map(e).join(" ")}</p>
${check.claim ? `<p>${e(check.caveat)}</p>` : ""}
</body>
</html>
`;
}
