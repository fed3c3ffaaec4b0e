import { createHash } from "node:crypto";
import type { Party } from "../../src/model/party.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { TextSpan } from "../../src/model/span.ts";
import type { Act, Statement } from "../../src/model/statement.ts";
import type { TimeValue } from "../../src/model/time.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

export const day = (date: string): TimeValue => ({
  edtf: date,
  from: `${date}T00:00:00Z`,
  to: new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().replace(".000Z", "Z"),
  anchor: null,
  rule: "given",
  basis: "explicit",
});

/** A report about the invented quarrel over the Sella dam. */
export function report(text: string, about: Partial<Report> = {}): Report {
  return {
    id: "sella.txt",
    text,
    title: "The Sella dam",
    outlet: "Marrow Valley Courier",
    byline: null,
    url: null,
    published: day("2031-05-12"),
    dateline: null,
    language: "en",
    sha256: sha(text),
    original: null,
    ...about,
  };
}

/** A statement as a test writes it: words that stand in the text, in order. */
export interface Said {
  readonly by?: string;
  readonly kind?: Party["kind"];
  readonly aliases?: readonly string[];
  readonly cue?: string;
  readonly content: string | readonly string[];
  readonly act?: Act;
  readonly to?: string;
  readonly about?: string;
  readonly said?: string;
  readonly event?: string;
  readonly confidence?: number;
  readonly against?: number;
}

/** A reading as an engine might make it, by hand. */
export function reading(of: Report, said: readonly Said[], version = "1"): Reading {
  const names = [...new Set(said.flatMap((s) => [s.by, s.to, s.about]).filter((n) => n !== undefined))];
  const kindOf = (name: string) =>
    said.find((s) => s.by === name)?.kind ?? (/^[A-Z]/.test(name) ? "person" : "unnamed");
  const parties = names.map(
    (name, i): Party => ({
      id: `p${i + 1}`,
      kind: kindOf(name),
      name,
      aliases: said.find((s) => s.by === name)?.aliases ?? [],
      members: [],
      roles: [],
      mentions: [],
    }),
  );
  const id = (name: string | undefined) => (name ? [parties.find((p) => p.name === name)!.id] : []);
  const span = (words: string, after = 0): TextSpan => {
    const start = of.text.indexOf(words, after);
    if (start < 0) throw new Error(`not in the text: ${words}`);
    return { start, end: start + words.length, text: words };
  };
  const events = said.flatMap((s) => (s.event ? [s.event] : []));
  const statements = said.map((s, i): Statement => {
    const content = [s.content].flat().map((c) => span(c));
    const near = Math.max(0, content[0]!.start - 80);
    return {
      id: `s${i + 1}`,
      source: s.by && of.text.includes(s.by, near) ? [span(s.by, near)] : [],
      cue: s.cue ? [span(s.cue, near)] : [],
      content,
      mode: "indirect",
      speakers: id(s.by),
      unknownSpeaker: null,
      act: s.act ?? "says",
      negated: false,
      hedges: [],
      addressees: id(s.to),
      targets: id(s.about),
      performers: [],
      channel: null,
      said: s.said ? day(s.said) : null,
      saidWhy: s.said ? "the day is named" : "no day is named",
      about: s.event ? [events.indexOf(s.event)] : [],
      within: null,
      confidence: { statement: s.confidence ?? 0.8, speaker: 0.9, act: 0.9, said: null },
      evidence: [],
    };
  });
  return {
    id: of.id,
    report: of,
    unread: null,
    parties,
    statements,
    times: events.map((e) => ({
      start: 0,
      end: 1,
      text: of.text.slice(0, 1),
      type: "DATE",
      value: e,
      edtf: e,
      time: day(e),
      why: "the day is named",
    })),
    quantities: [],
    labels: [],
    disputes: said.flatMap((s, i) =>
      s.against === undefined
        ? []
        : [{ id: `d${i}`, kind: "denial" as const, a: `s${s.against + 1}`, b: `s${i + 1}`, rule: "test" }],
    ),
    outletVoice: [],
    version,
    weights: ["aa"],
  };
}

export const SELLA = `SELLA, May 12 - Mayor Ona Brill said the dam would hold. "Nobody opened the gates," she told reporters.
Harbour chief Tamas Roke accused the mayor of hiding the damage on Monday. Brill denied it.
An engineer estimated that 40 houses were under water.`;

/** The Sella report and its reading. */
export function sella(about: Partial<Report> = {}, version = "1"): { report: Report; reading: Reading } {
  const of = report(SELLA, about);
  return {
    report: of,
    reading: reading(
      of,
      [
        { by: "Ona Brill", cue: "said", content: "the dam would hold" },
        { by: "Ona Brill", cue: "told", content: '"Nobody opened the gates,"', to: "reporters", said: "2031-05-12" },
        {
          by: "Tamas Roke",
          cue: "accused",
          content: "of hiding the damage on Monday",
          act: "accuses",
          about: "Ona Brill",
          event: "2031-05-12",
        },
        { by: "Ona Brill", cue: "denied", content: "denied it", act: "denies", against: 2, confidence: 0.5 },
        {
          by: "An engineer",
          kind: "unnamed",
          cue: "estimated",
          content: "that 40 houses were under water",
          act: "estimates",
        },
      ],
      version,
    ),
  };
}
