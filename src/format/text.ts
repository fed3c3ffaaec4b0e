import { details, percent } from "./details.ts";
import { heading } from "./heading.ts";
import { inert } from "./inert.ts";
import { type OutletSentence, withOutletVoice } from "./outlet.ts";
import { type Row, rows } from "./row.ts";
import { type Piece, wrap } from "./wrap.ts";
import { PAPER, type Screen, type Writer } from "./writer.ts";

const MARGIN = 14;

/** The log for reading: grouped by report, a statement an entry: place, confidence, who · cue · what, and what else is known. */
export function textWriter(screen: Screen = PAPER, unattributed = false): Writer {
  const { style } = screen;
  const width = Math.max(40, Math.min(screen.width, 120));
  const plain = (words: string): Piece => ({ words: inert(words), paint: (w) => w });
  const painted = (name: Parameters<Screen["style"]>[0], words: string): Piece => ({
    words: inert(words),
    paint: (w) => style(name, w),
  });
  const quiet = (words: string) => painted("quiet", words);

  const entry = (row: Row): string => {
    const place = `${row.place.line}:${row.place.column}`.padStart(7);
    const sure = percent(row.statement.confidence.statement).padStart(6);
    const step = MARGIN + 2 + 2 * Math.min(row.depth, 6);
    const indent = " ".repeat(step);
    const main = wrap(
      [
        row.who ? painted("who", row.who) : quiet("(nobody named)"),
        quiet(" · "),
        row.cue ? painted("cue", row.cue) : quiet("(no verb)"),
        quiet(" · "),
        row.what ? plain(row.what) : quiet("(nothing quoted)"),
      ],
      width - step,
    );
    const more = details(row).map(({ label, words }) => `${label}: ${words}`);
    const nested = row.depth > 0 ? `${" ".repeat(step - MARGIN - 2)}` : "";
    const head = `${style("quiet", `${place} ${sure}`)}  ${nested}`;
    const rest = more.length > 0 ? wrap([quiet(more.join(" · "))], width - step) : [];
    return [...main, ...rest].map((line, i) => (i === 0 ? `${head}${line}` : `${indent}${line}`)).join("\n");
  };

  const outletEntry = ({ span, place }: OutletSentence): string => {
    const head = `${`${place.line}:${place.column}`.padStart(7)}${" ".repeat(MARGIN + 2 - 7)}`;
    const lines = wrap([quiet("(the outlet) · "), plain(span.text)], width - MARGIN - 2);
    return lines.map((line, i) => (i === 0 ? head : " ".repeat(MARGIN + 2)) + line).join("\n");
  };

  let first = true;
  return {
    head: () => "",
    reading(reading) {
      const { title, known, state } = heading(reading);
      const top = [
        ...wrap([painted("title", title)], width),
        ...wrap([quiet([...known, ...(reading.unread ? [] : [state])].join(" · "))], width),
        ...(reading.unread ? [inert(state)] : []),
        ...(reading.statements.length > 0 || (unattributed && reading.outletVoice.length > 0) ? [""] : []),
      ];
      const log = unattributed
        ? withOutletVoice(reading, rows(reading)).map(({ row, outlet }) => (row ? entry(row) : outletEntry(outlet!)))
        : rows(reading).map(entry);
      const gap = first ? "" : "\n";
      first = false;
      return `${gap}${[...top, ...log].join("\n")}\n`;
    },
    tail: () => "",
  };
}
