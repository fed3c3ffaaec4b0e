import type { Reading } from "../model/reading.ts";
import type { Span, TextSpan } from "../model/span.ts";
import type { StatementId } from "../model/statement.ts";
import type { TimeValue } from "../model/time.ts";
import { details, percent } from "./details.ts";
import { heading } from "./heading.ts";
import { inert } from "./inert.ts";
import { places } from "./place.ts";
import { type Row, rows } from "./row.ts";
import { type Piece, wrap } from "./wrap.ts";
import { PAPER, type Screen, type Writer } from "./writer.ts";

/** The forms an explanation is printed in. */
export const EXPLAIN_FORMATS = ["text", "json"] as const;
export type ExplainFormat = (typeof EXPLAIN_FORMATS)[number];

/** A writer that tells why one statement is as it is; `met` counts the reports that have it. */
export interface Explainer extends Writer {
  readonly met: () => number;
}

/** Explains the statement of this id in every reading that has one. */
export function explainWriter(id: StatementId, format: ExplainFormat, screen: Screen = PAPER): Explainer {
  let met = 0;
  return {
    head: () => "",
    reading(reading) {
      const row = rows(reading).find((one) => one.statement.id === id);
      if (row === undefined) return "";
      met++;
      if (format === "json") return `${met === 1 ? "[\n" : ",\n"}${JSON.stringify(explain(reading, row), null, 2)}`;
      return `${met === 1 ? "" : "\n"}${inWords(reading, row, screen)}`;
    },
    tail: () => (format === "json" && met > 0 ? "\n]\n" : ""),
    met: () => met,
  };
}

/** All that bears on one statement: spans, slots with names, evidence with its words, dates with why, neighbours. */
export function explain(reading: Reading, row: Row) {
  const { statement: s } = row;
  const { text } = reading.report;
  const name = new Map(reading.parties.map((p) => [p.id, p.name]));
  const at = places(text);
  return {
    report: reading.id,
    statement: s,
    place: row.place,
    speakers: row.speakers,
    candidates: (s.unknownSpeaker?.candidates ?? []).map((id) => ({ party: id, name: name.get(id) ?? id })),
    unknownSpeaker: s.unknownSpeaker?.why ?? null,
    evidence: s.evidence.map(({ rule, span, weight }) => ({
      rule,
      weight,
      words: span === null ? null : text.slice(span.start, span.end),
      place: span === null ? null : at(span.start),
    })),
    statementDate: { time: s.said, why: s.saidWhy },
    eventDates: s.about.flatMap((index) => reading.times[index] ?? []),
    inside: reading.statements.filter((other) => other.within === s.id).map((other) => other.id),
    disputes: reading.disputes.filter((d) => d.a === s.id || d.b === s.id),
    numbers: reading.quantities.filter((q) => q.authority === s.id),
  };
}

const GAP = 16;

function inWords(reading: Reading, row: Row, { width: columns, style }: Screen): string {
  const width = Math.max(40, Math.min(columns, 120));
  const told = explain(reading, row);
  const at = places(reading.report.text);
  const { statement: s } = row;
  const piece = (name: "title" | "quiet" | null, words: string): Piece => ({
    words: inert(words),
    paint: name === null ? (w) => w : (w) => style(name, w),
  });
  const spot = (span: Span) => {
    const { line, column } = at(span.start);
    return `${line}:${column}, characters ${span.start} to ${span.end}`;
  };
  const spans = (all: readonly TextSpan[], none: string) =>
    all.length === 0 ? [none] : all.map((span) => `“${span.text}” (${spot(span)})`);
  const sure = (p: number | null) => (p === null ? "not judged" : percent(p));
  const { confidence: c } = s;
  const sections: [label: string, lines: readonly string[]][] = [
    ["who", spans(s.source, "nobody is named")],
    ["cue", spans(s.cue, "no verb of saying")],
    ["what", spans(s.content, "nothing is quoted")],
    ["known", [`${s.mode} speech`, ...details(row).map(({ label, words }) => `${label}: ${words}`)]],
    [
      "speaker",
      [row.speakers.length > 0 ? row.speakers.join(", ") : `unknown: ${told.unknownSpeaker ?? "no reason kept"}`],
    ],
    ["candidates", told.candidates.map((one) => `${one.name} (${one.party})`)],
    [
      "evidence",
      told.evidence.map(
        (e) =>
          `${e.rule}${e.words === null ? "" : ` — “${e.words}” (${e.place!.line}:${e.place!.column})`}, weight ${e.weight}`,
      ),
    ],
    ["statement date", [dated(s.said, s.saidWhy)]],
    ["event dates", told.eventDates.map((t) => `“${t.text}” (${spot(t)}): ${dated(t.time, t.why)}`)],
    ["stands inside", s.within === null ? [] : [s.within]],
    ["holds", told.inside],
    [
      "disputes",
      told.disputes.map(
        (d) => `${d.id}, ${d.kind}, ${d.a} against ${d.b ?? "what nobody is reported to have said"}: ${d.rule}`,
      ),
    ],
    ["numbers", told.numbers.map((q) => `“${q.text}” (${spot(q)})`)],
    [
      "confidence",
      [
        `statement ${sure(c.statement)}, speaker ${sure(c.speaker)}, kind ${sure(c.act)}, statement date ${sure(c.said)}`,
      ],
    ],
  ];
  const { title, known } = heading(reading);
  const body = sections.flatMap(([label, lines]) =>
    lines.flatMap((line, i) =>
      wrap([piece(null, line)], width - GAP).map(
        (part, j) => (i === 0 && j === 0 ? style("quiet", label.padEnd(GAP)) : " ".repeat(GAP)) + part,
      ),
    ),
  );
  return `${[
    ...wrap([piece("title", title)], width),
    ...wrap([piece("quiet", [...known, `statement ${s.id}`].join(" · "))], width),
    "",
    ...body,
  ].join("\n")}\n`;
}

/** A date with how it was come by, or why there is none. */
function dated(time: TimeValue | null, why: string): string {
  const reason = why === "" ? "" : `: ${why}`;
  if (time === null) return `no day named${reason}`;
  const anchor = time.anchor === null ? "" : `, counted from ${time.anchor}`;
  return `${time.edtf} (${time.basis}, rule ${time.rule}${anchor})${reason}`;
}
