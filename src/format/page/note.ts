import type { Mode } from "../../model/statement.ts";
import { details, percent } from "../details.ts";
import type { Row } from "../row.ts";
import { escapeHtml } from "./escape.ts";

const MODES: Record<Mode, string> = { direct: "quoted", indirect: "in the outlet’s words", mixed: "partly quoted" };

const or = (words: string, none: string) => (words ? escapeHtml(words) : `<span class="none">${none}</span>`);

/** The name of a statement on the page: of its note, and with a `t` in front of its number in the text. */
export const anchor = (report: number, statement: number) => `r${report}-s${statement}`;

/** The note beside a paragraph: who, cue, what, how sure, and what else is known of statement `n`. */
export function note(row: Row, report: number, n: number, words: readonly string[]): string {
  const { statement, depth } = row;
  const sure = statement.confidence.statement;
  const inside = depth > 0 ? ` in${Math.min(depth, 2)}` : "";
  const more = details(row)
    .map(({ label, words }) => `<dt>${label}</dt><dd>${escapeHtml(words)}</dd>`)
    .join("");
  return `<li class="note s${n}${inside}" id="${anchor(report, n)}"><p><b>${n}</b> <span class="source">${or(row.who, "nobody named")}</span> <span class="cue">${or(row.cue, "no verb")}</span></p><p class="what">${or(words.join(" … "), "no words of it")}</p>${more ? `<dl class="more">${more}</dl>` : ""}<p class="sure"><span class="bar"><i style="width:${Math.round(sure * 100)}%"></i></span>${percent(sure)} sure · ${MODES[statement.mode]}<a class="back" href="#t${anchor(report, n)}" aria-label="Back to statement ${n} in the text">↑</a></p></li>`;
}
