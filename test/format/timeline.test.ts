import { expect, test } from "vitest";
import { timeline } from "../../src/format/timeline.ts";
import { edtfEnds } from "../../src/format/timeline-dates.ts";
import { bars, printTimeline, TIMELINE_COLUMNS } from "../../src/format/timeline-writers.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { Statement } from "../../src/model/statement.ts";
import type { TimeExpression, TimeValue } from "../../src/model/time.ts";

const TEXT =
  'Lisk said on 9 May that the dam had failed last week. The council resigned in March. Corvane asked: "=why?"';

const value = (edtf: string, from: string | null, to: string | null): TimeValue => ({
  edtf,
  from,
  to,
  anchor: "publication",
  rule: "test",
  basis: "inferred",
});
const span = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, text: words });
const time = (words: string, edtf: string): TimeExpression => ({
  ...span(words),
  type: "DATE",
  value: edtf,
  edtf,
  time: value(edtf, null, null),
  why: "a test",
});
const statement = (
  id: string,
  source: string,
  cue: string,
  content: string,
  said: TimeValue | null,
  about: number[],
): Statement => ({
  id,
  source: [span(source)],
  cue: [span(cue)],
  content: [span(content)],
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
  said,
  saidWhy: said === null ? "no date" : "a date",
  about,
  within: null,
  confidence: { statement: 1, speaker: null, act: null, said: null },
  evidence: [],
});

const reading = {
  id: "r1",
  report: { id: "r1", text: TEXT, title: "T", outlet: "The <Ledger>", published: value("2031-05-12", null, null) },
  statements: [
    statement("s1", "Lisk", "said", "that the dam had failed last week", value("2031-05-09", null, null), [1]),
    statement("s2", "Corvane", "asked", '"=why?"', null, []),
  ],
  times: [time("9 May", "2031-05-09"), time("last week", "2031-05-05/2031-05-11"), time("March", "2031-03")],
} as unknown as Reading;

test("by event: what is said to have happened and what the outlet tells, in order", () => {
  const rows = timeline([reading], "event");
  expect(rows.map((r) => [r.date, r.statement, r.words])).toEqual([
    ["2031-03", null, "March"],
    ["2031-05-05/2031-05-11", "s1", "last week"],
    ["2031-05-09", null, "9 May"],
  ]);
  expect(rows[0]?.what).toBe("The council resigned in March.");
});

test("by statement: undated ones come last", () => {
  expect(timeline([reading], "statement").map((r) => [r.statement, r.date])).toEqual([
    ["s1", "2031-05-09"],
    ["s2", null],
  ]);
});

test("stretches are drawn as stretches", () => {
  const row = timeline([reading], "event")[0]!;
  const draw = (...dates: (string | null)[]) => bars(dates.map((date) => ({ ...row, date }))).map((bar) => bar.trim());
  expect(draw("2031-01-01", "2031-03", "2031-12-31")).toEqual(["●", "├┤", "●"]);
  expect(draw("2031-01-01/..", "2031-12-31")[0]).toMatch(/^├─+→$/);
  expect(draw("../2031-12-31", "2031-01-01")[0]).toMatch(/^←─+┤$/);
  expect(draw("../..", null, "2031")).toEqual(["?", "?", expect.stringMatching(/^├─+┤$/)]);
});

test("the sheet is safe against formulas and holds every column", () => {
  const csv = printTimeline(timeline([reading], "statement"), "csv");
  expect(csv.startsWith(`\ufeff${TIMELINE_COLUMNS.join(",")}\r\n`)).toBe(true);
  const formula = printTimeline([{ ...timeline([reading], "statement")[0]!, what: "=1+1" }], "csv");
  expect(formula).toContain("'=1+1");
});

test("TimelineJS gets dates as parts, ends of stretches, and no live HTML", () => {
  const { events } = JSON.parse(printTimeline(timeline([reading], "event"), "timelinejs"));
  expect(events[0]).toMatchObject({ start_date: { year: "2031", month: "3" }, group: "The &lt;Ledger&gt;" });
  expect(events[1]).toMatchObject({
    start_date: { year: "2031", month: "5", day: "5" },
    end_date: { year: "2031", month: "5", day: "11" },
  });
});

test("text and markdown name who says it", () => {
  expect(printTimeline(timeline([reading], "statement"), "text")).toMatch(/2031-05-09 .* Lisk · said · /);
  expect(printTimeline(timeline([reading], "event"), "markdown")).toContain("the outlet");
});

test("ends of EDTF dates", () => {
  expect(edtfEnds("203X")).toEqual({ first: { year: 2030 }, last: { year: 2039 } });
  expect(edtfEnds("-0492")).toEqual({ first: { year: -492 }, last: { year: -492 } });
  expect(edtfEnds("2031-35")).toEqual({ first: { year: 2031, month: 7 }, last: { year: 2031, month: 9 } });
  expect(edtfEnds("XXXX-09")).toEqual({ first: null, last: null });
  expect(edtfEnds("[2029-02-03,2029-03-02]").last).toEqual({ year: 2029, month: 3, day: 2 });
});
