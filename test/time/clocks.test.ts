import { expect, test } from "vitest";
import { bareAnalysis } from "../../src/time/bare.ts";
import { readClocks, type Spoken } from "../../src/time/clocks.ts";
import { analysed, MONDAY } from "./times.ts";

/** A statement by the words of its parts; each must stand once in the text. */
function spoken(
  text: string,
  id: string,
  parts: { source?: string; cue: string; content: string; speaker?: string; within?: string; act?: string },
): Spoken {
  const span = (words: string) => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(words);
    return { start, end: start + words.length };
  };
  return {
    id,
    source: parts.source === undefined ? [] : [span(parts.source)],
    cue: [span(parts.cue)],
    content: [span(parts.content)],
    speakers: parts.speaker === undefined ? [] : [parts.speaker],
    act: parts.act ?? null,
    within: parts.within ?? null,
  };
}

const read = (text: string, statements: Spoken[], published: string | null = MONDAY) =>
  readClocks(statements, analysed(text), { published });

test("a time that belongs to the cue is explicit", () => {
  const text = "The minister said on Friday that the bridge had fallen on Tuesday.";
  const { times, clocks } = read(text, [
    spoken(text, "s1", { source: "The minister", cue: "said", content: "that the bridge had fallen on Tuesday" }),
  ]);
  expect(clocks[0]?.said).toMatchObject({ edtf: "2031-05-09", basis: "explicit" });
  expect(clocks[0]?.saidWhy).toBe('"Friday" belongs to the words of saying');
  expect(clocks[0]?.about.map((i) => times[i]?.text)).toEqual(["Tuesday"]);
});

test.each([
  [
    "On Friday, the mayor announced that the school would close.",
    "announced",
    "that the school would close",
    "2031-05-09",
  ],
  [
    "The mayor told reporters late Thursday that the school would close.",
    "told",
    "that the school would close",
    "2031-05-08",
  ],
  [
    "The mayor announced last week that the school would close.",
    "announced",
    "that the school would close",
    "2031-05-05/2031-05-11",
  ],
  ["The school would close, the mayor said Sunday.", "said", "The school would close", "2031-05-11"],
])("explicit: %s", (text, cue, content, edtf) => {
  const { clocks } = read(text, [spoken(text, "s1", { cue, content })]);
  expect(clocks[0]?.said).toMatchObject({ edtf, basis: "explicit" });
});

test("a time inside the content is no date of saying", () => {
  const text = "The mayor says the school closed on Friday.";
  const { clocks } = read(text, [
    spoken(text, "s1", { source: "The mayor", cue: "says", content: "the school closed on Friday" }),
  ]);
  expect(clocks[0]?.said).toBeNull();
  expect(clocks[0]?.saidWhy).not.toBe("");
  expect(clocks[0]?.about).toEqual([0]);
});

test("the same speaker goes on with the same day", () => {
  const text = 'Ana Lisk denied the plan on Friday. "We have none," she said.';
  const { clocks } = read(text, [
    spoken(text, "s1", { source: "Ana Lisk", cue: "denied", content: "the plan", speaker: "p1" }),
    spoken(text, "s2", { source: "she", cue: "said", content: '"We have none,"', speaker: "p1" }),
  ]);
  expect(clocks[1]?.said).toMatchObject({ edtf: "2031-05-09", basis: "inferred", rule: "said-same-speaker" });
});

test("what somebody thinks or has long said has no date of saying", () => {
  const text = "On Friday the bridge fell. Residents hope that it will be mended. The mayor has said that it was safe.";
  const { clocks } = read(text, [
    spoken(text, "s1", { source: "Residents", cue: "hope", content: "that it will be mended" }),
    spoken(text, "s2", { source: "The mayor", cue: "has said", content: "that it was safe" }),
  ]);
  expect(clocks.map((c) => c.said)).toEqual([null, null]);
});

test("tomorrow in a quotation counts from the day it was spoken", () => {
  const text = '"We march tomorrow," Neda Corvane told supporters on Friday.';
  const { times, clocks } = read(text, [
    spoken(text, "s1", { source: "Neda Corvane", cue: "told", content: '"We march tomorrow,"' }),
  ]);
  expect(times[clocks[0]!.about[0]!]).toMatchObject({
    text: "tomorrow",
    value: "2031-05-10",
    time: { anchor: "utterance" },
  });
});

test("an event with no date of its own is open, never a point", () => {
  const text = "The mayor said nobody had been arrested since the coup.";
  const { times, clocks } = read(text, [
    spoken(text, "s1", { cue: "said", content: "nobody had been arrested since the coup" }),
  ]);
  expect(times[clocks[0]!.about[0]!]?.time).toMatchObject({ anchor: "the coup", edtf: "../..", from: null, to: null });
});

test("without tags and without a date of publication nothing fails and nothing is guessed", () => {
  const text = "The minister said on Friday that the bridge had fallen on Tuesday.";
  const s = spoken(text, "s1", { cue: "said", content: "that the bridge had fallen on Tuesday" });
  const { times, clocks } = readClocks([s], bareAnalysis(text), { published: null });
  expect(clocks[0]?.said).toBeNull();
  expect(times.map((t) => t.time)).toEqual([null, null]);
  expect(readClocks([s], bareAnalysis(text), { published: MONDAY }).clocks[0]?.said?.edtf).toBe("2031-05-09");
});

test("many statements in one endless sentence take no more than their share", () => {
  const piece = "the mayor said on Friday that it rained and ";
  const text = piece.repeat(5000);
  const statements = Array.from({ length: 5000 }, (_, i) => ({
    id: `s${i}`,
    source: [],
    cue: [{ start: i * piece.length + 10, end: i * piece.length + 14 }],
    content: [{ start: i * piece.length + 25, end: i * piece.length + 39 }],
    speakers: ["p1"],
    act: null,
    within: null,
  }));
  const begun = performance.now();
  readClocks(statements, bareAnalysis(text), { published: MONDAY });
  expect(performance.now() - begun).toBeLessThan(15_000);
});
