import type { Reading } from "../../src/model/reading.ts";
import type { Report } from "../../src/model/report.ts";
import type { TextSpan } from "../../src/model/span.ts";
import type { Statement } from "../../src/model/statement.ts";
import type { TimeValue } from "../../src/model/time.ts";

export const TEXT = `Quellin denies plan to cross the Vell

"We have no such plan," the minister, Ana Lisk, told reporters on Monday, "and we never had one."

Neda Corvane claimed that a spy had told her service that the army might attack. She did not say who the spy was.

The valley was quiet on Tuesday.`;

const publication: TimeValue = {
  edtf: "2031-05-13",
  from: "2031-05-13T00:00:00Z",
  to: "2031-05-14T00:00:00Z",
  anchor: null,
  rule: "given",
  basis: "explicit",
};

const monday: TimeValue = {
  edtf: "2031-05-12",
  from: "2031-05-12T00:00:00Z",
  to: "2031-05-13T00:00:00Z",
  anchor: "publication",
  rule: "weekday",
  basis: "inferred",
};

/** The span of the nth occurrence of some words in a text. */
export function span(text: string, words: string, nth = 0): TextSpan {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`"${words}" is not in the text`);
  return { start, end: start + words.length, text: words };
}

const on = (words: string, nth = 0) => span(TEXT, words, nth);

export const report = (over: Partial<Report> = {}): Report => ({
  id: "sample.txt",
  text: TEXT,
  title: "Quellin denies plan",
  outlet: "Lakeside Wire",
  byline: "Runa Tesk",
  url: "https://wire.example/vell",
  published: publication,
  dateline: { place: "QUELLIN", date: "2031-05-13", zone: null },
  language: "en",
  sha256: "ab".repeat(32),
  original: { sha256: "cd".repeat(32), mime: "text/plain", retrieved: null },
  ...over,
});

export const statement = (over: Partial<Statement>): Statement => ({
  id: "s1",
  source: [],
  cue: [],
  content: [],
  mode: "indirect",
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
  ...over,
});

export const reading = (over: Partial<Reading> = {}): Reading => ({
  id: "sample.txt",
  report: report(),
  unread: null,
  parties: [
    {
      id: "p1",
      kind: "person",
      name: "Ana Lisk",
      aliases: ["Lisk"],
      members: [],
      roles: ["minister"],
      mentions: [on("Ana Lisk")],
    },
    { id: "p2", kind: "group", name: "reporters", aliases: [], members: [], roles: [], mentions: [on("reporters")] },
    {
      id: "p3",
      kind: "person",
      name: "Neda Corvane",
      aliases: [],
      members: [],
      roles: [],
      mentions: [on("Neda Corvane")],
    },
    { id: "p4", kind: "unnamed", name: "a spy", aliases: [], members: [], roles: [], mentions: [on("a spy")] },
  ],
  statements: [
    statement({
      id: "s1",
      source: [on("the minister, Ana Lisk")],
      cue: [on("told")],
      content: [on('"We have no such plan,"'), on('"and we never had one."')],
      mode: "direct",
      speakers: ["p1"],
      act: "denies",
      negated: false,
      addressees: ["p2"],
      said: monday,
      saidWhy: "on Monday",
      about: [0],
      confidence: { statement: 0.97, speaker: 0.99, act: 0.8, said: 0.9 },
      evidence: [{ rule: "quotation", span: { start: 39, end: 61 }, weight: 0.9 }],
    }),
    statement({
      id: "s2",
      source: [on("Neda Corvane")],
      cue: [on("claimed")],
      content: [on("that a spy had told her service that the army might attack")],
      speakers: ["p3"],
      act: "accuses",
      negated: false,
      hedges: [{ ...on("claimed"), by: "reporter" }],
      targets: ["p1"],
      confidence: { statement: 0.88, speaker: 0.9, act: 0.6, said: null },
    }),
    statement({
      id: "s3",
      source: [on("a spy")],
      cue: [on("told", 1)],
      content: [on("that the army might attack")],
      speakers: ["p4"],
      act: "warns",
      negated: false,
      hedges: [{ ...on("might"), by: "speaker" }],
      channel: on("her service"),
      within: "s2",
      confidence: { statement: 0.71, speaker: 0.9, act: 0.6, said: null },
    }),
    statement({
      id: "s4",
      source: [on("She")],
      cue: [on("did not say")],
      content: [on("who the spy was")],
      unknownSpeaker: { why: "two women are named before", candidates: ["p1", "p3"] },
      act: "says",
      negated: true,
      performers: ["p1"],
      confidence: { statement: 0.42, speaker: 0.5, act: 0.6, said: null },
    }),
  ],
  times: [
    {
      ...on("Monday"),
      type: "DATE",
      value: "2031-05-12",
      edtf: "2031-05-12",
      time: monday,
      why: "the last Monday before publication",
    },
  ],
  quantities: [{ ...on("one"), value: 1, upper: null, unit: "plan", bound: "exact", authority: "s1" }],
  labels: [{ ...on("the army"), party: "p1", voice: "reported" }],
  disputes: [{ id: "d1", kind: "denial", a: "s2", b: "s1", rule: "denies-plan" }],
  outletVoice: [on("The valley was quiet on Tuesday.")],
  version: "0.1.0",
  weights: ["ef".repeat(32)],
  ...over,
});
