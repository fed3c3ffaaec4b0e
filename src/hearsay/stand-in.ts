import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import type { TextSpan } from "../model/span.ts";
import type { Mode, Statement } from "../model/statement.ts";

const NAME = String.raw`(?:the |The |a |an )?(?:[A-Z][\w’'-]+(?: of)? ?){1,5}|[Tt]he (?:[a-z]+ ){0,2}[a-z]+|[Hh]e|[Ss]he|[Tt]hey`;
const CUE = "said|says|told reporters|denied|warned|announced|claimed|insisted|added|reported";
const AFTER = new RegExp(`([“"][^”"“]{3,2000}[”"]),? (${NAME}) ?(${CUE})`, "g");
const BEFORE = new RegExp(`(${NAME}) ?(${CUE}) (?:that )?([^.\n]{10,})`, "g");

/** Stand-in until the engine is here: two shapes by two expressions. */
function thin(text: string): Statement[] {
  const span = (start: number, words: string): TextSpan => {
    const trimmed = words.trimEnd();
    return { start, end: start + trimmed.length, text: trimmed };
  };
  const found: { source: TextSpan; cue: TextSpan; content: TextSpan; mode: Mode }[] = [];
  for (const m of text.matchAll(AFTER)) {
    const at = m.index + m[0].indexOf(m[2]!, m[1]!.length);
    const cue = m.index + m[0].length - m[3]!.length;
    found.push({ source: span(at, m[2]!), cue: span(cue, m[3]!), content: span(m.index, m[1]!), mode: "direct" });
  }
  for (const m of text.matchAll(BEFORE)) {
    const cue = m.index + m[0].indexOf(m[2]!, m[1]!.length);
    const content = m.index + m[0].length - m[3]!.length;
    if (found.some((f) => f.cue.start === cue)) continue;
    const mode = /[“"]/.test(m[3]!) ? "mixed" : "indirect";
    found.push({ source: span(m.index, m[1]!), cue: span(cue, m[2]!), content: span(content, m[3]!), mode });
  }
  found.sort((a, b) => Math.min(a.source.start, a.content.start) - Math.min(b.source.start, b.content.start));
  return found.map((f, i) => ({
    id: `s${i + 1}`,
    source: [f.source],
    cue: [f.cue],
    content: [f.content],
    mode: f.mode,
    speakers: [],
    unknownSpeaker: null,
    act: null,
    negated: null,
    hedges: [],
    addressees: [],
    targets: [],
    performers: [],
    channel: null,
    said: null,
    saidWhy: "",
    about: [],
    within: null,
    confidence: { statement: 0.5, speaker: null, act: null, said: null },
    evidence: [],
  }));
}

/** Until the weights of attribution are here. */
export function standIn(report: Report, { minConfidence }: { minConfidence: number }): Reading {
  const why = { ru: "no engine for Russian yet", und: "no engine for this language yet" }[report.language];
  const all = why ? [] : thin(report.text).filter((s) => s.confidence.statement >= minConfidence);
  return {
    id: report.id,
    report,
    unread: why ? { why } : null,
    parties: [],
    statements: all,
    times: [],
    quantities: [],
    labels: [],
    disputes: [],
    outletVoice: [],
    version: "0.1.0",
    weights: [],
  };
}
