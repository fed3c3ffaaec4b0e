import type { Mode } from "../../model/statement.ts";
import { details, percent } from "../details.ts";
import type { Row } from "../row.ts";
import { escapeHtml } from "./escape.ts";

const MODES: Record<Mode, string> = { direct: "quoted", indirect: "in the outlet’s words", mixed: "partly quoted" };

const or = (words: string, none: string) => (words ? escapeHtml(words) : `<span class="none">${none}</span>`);

/** The name of a statement on the page: of its note, and with a `t` in front of its number in the text. */
export const anchor = (report: number, statement: number) => `r${report}-s${statement}`;

/** The note beside a paragraph: who, cue and how sure; opened, also what was said and all else known of statement `n`, which has a slot in its group. */
export function note(row: Row, report: number, n: number, slot: number): string {
  const { statement, depth } = row;
  const id = anchor(report, n);
  const inside = depth > 0 ? ` in${Math.min(depth, 2)}` : "";
  const sure = statement.confidence.statement;
  const who = `<span class="source">${or(row.who, "nobody named")}</span> <span class="cue">${or(row.cue, "no verb")}</span>`;
  const kind = [`${percent(sure)} sure`, MODES[statement.mode], ...(statement.act ? [statement.act] : [])].join(" · ");
  const bar = `<span class="bar"><i style="width:${Math.round(sure * 100)}%"></i></span>`;
  const more = details(row)
    .map(({ label, words }) => `<dt>${label}</dt><dd>${escapeHtml(words)}</dd>`)
    .join("");
  const back = `<a href="#t${id}" aria-label="Back to statement ${n} in the text">↑ text</a>`;
  const full = `<div class="full">${back}<p class="brief" aria-hidden="true">${who} · ${percent(sure)} sure</p><p>${or(row.what, "no words of it")}</p>${more ? `<dl class="more">${more}</dl>` : ""}</div>`;
  return `<li class="note s${slot} i${slot}${inside}" id="${id}"><p><a href="#${id}" aria-label="All about statement ${n}">${n}</a>${who}</p><p class="sure">${bar}${kind}</p>${full}</li>`;
}
