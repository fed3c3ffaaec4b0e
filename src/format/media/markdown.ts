import { type MediaCheck, VERDICT_WORDS } from "../../model/media.ts";
import { escapeMarkdown as md } from "../markdown.ts";
import { clockPlace, clockRole, clockRows, clockValue, known, settings } from "./rows.ts";

/** A media check as Markdown: a section a file, its reasons as a list, its clocks as a table. */
export function mediaMarkdown(check: MediaCheck): string {
  const sections = check.exhibits.map((e) => {
    const finding = check.claim
      ? `**${md(VERDICT_WORDS[e.verdict])}** (${e.verdict}${e.strength === "-" ? "" : `, ${e.strength}`})\n\n${e.reasons.map((r) => `- ${md(r.text)}`).join("\n")}\n\n`
      : e.error
        ? `${md(e.error)}\n\n`
        : "";
    const notes = e.notes.length > 0 ? `${e.notes.map((n) => `- ${md(n)}`).join("\n")}\n\n` : "";
    const rows = clockRows(e.clocks).map(
      ({ clock, times }) =>
        `| ${md(clockValue(clock))} | ${md(clockRole(clock))} | ${md(clockPlace(clock))}${times > 1 ? ` and ${times - 1} more` : ""} | ${md(clock.meaning)} |`,
    );
    const table =
      rows.length > 0 ? `| clock | role | where | meaning |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n\n` : "";
    return `## ${md(e.file)}\n\n${known(e).map(md).join(" · ")}\n\n${finding}${notes}${table}`;
  });
  return `${sections.join("")}${settings(check).map(md).join(" ")}\n${check.claim ? `\n${md(check.caveat)}\n` : ""}`;
}
