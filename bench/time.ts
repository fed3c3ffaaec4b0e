import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import recognizers from "@microsoft/recognizers-text-date-time";
import * as chrono from "chrono-node";
import type { Statement } from "../src/model/statement.ts";
import type { TimeExpression } from "../src/model/time.ts";
import { analyse } from "../src/text/analyse.ts";
import { type Base, decodeBase } from "../src/text/base.ts";
import { bareAnalysis } from "../src/time/bare.ts";
import { readClocks } from "../src/time/clocks.ts";
import { findTimes } from "../src/time/times.ts";
import type { Bench, Figures } from "./figures.ts";

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
  readonly edtf?: string | null;
  readonly nested?: boolean;
  readonly isDCT?: boolean;
}

const f1 = (hits: number, a: number, b: number): number => Math.round((2000 * hits) / (a + b || 1)) / 10;
const jsonl = <T>(path: string): T[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

/** TempEval-3's measures: same span, overlapping span, and of the overlapping those of one value. */
function tempeval(rows: readonly { gold: readonly Gold[]; found: readonly TimeExpression[]; text: string }[]) {
  const hits = { strict: 0, relaxed: 0, value: 0, weekdays: 0 };
  let [a, b, days] = [0, 0, 0];
  for (const { gold, found, text } of rows) {
    const all = gold.filter((g) => !g.nested && !g.isDCT);
    const usable = all.filter((g) => g.value && g.value !== "null");
    const overlaps = (x: Gold | TimeExpression, y: Gold | TimeExpression) => x.start < y.end && y.start < x.end;
    const kept = found.filter((p) => !all.some((g) => !usable.includes(g) && overlaps(p, g)));
    const left = new Set(kept);
    a += kept.length;
    b += usable.length;
    for (const g of usable) {
      const near = [...left].filter((p) => overlaps(p, g));
      const p = near.find((x) => x.start === g.start && x.end === g.end) ?? near[0];
      const day = /^(mon|tues|wednes|thurs|fri|satur|sun)day$/i.test(text.slice(g.start, g.end));
      if (day) days++;
      if (p === undefined) continue;
      left.delete(p);
      hits.relaxed++;
      if (p.start === g.start && p.end === g.end) hits.strict++;
      if (p.value === g.value) hits.value++;
      if (day && p.value === g.value) hits.weekdays++;
    }
  }
  return {
    strict: f1(hits.strict, a, b),
    relaxed: f1(hits.relaxed, a, b),
    value: f1(hits.value, a, b),
    weekdays: Math.round((1000 * hits.weekdays) / (days || 1)) / 10,
  };
}

interface Record {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly timexes: readonly Gold[];
  readonly statements: readonly (Statement & { readonly speaker: string | null })[];
}

/** Times of whole records, and the statement dates of their gold statements. */
function records(folders: readonly string[], base: Base): Figures {
  const figures: Figures = {};
  const hits = { value: 0, edtf: 0, said: 0 };
  let [found, gold, told, asked] = [0, 0, 0, 0];
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((f) => f.endsWith(".json"))) {
      const row = JSON.parse(readFileSync(resolve(folder, name), "utf8")) as Record;
      const spoken = row.statements.map((s) => ({ ...s, speakers: s.speaker === null ? [] : [s.speaker] }));
      const { times, clocks } = readClocks(spoken, analyse(row.text, base), { published: row.published });
      const left = new Set(times);
      found += times.length;
      gold += row.timexes.length;
      for (const g of row.timexes) {
        const p = [...left].find((x) => x.start < g.end && g.start < x.end);
        if (p === undefined) continue;
        left.delete(p);
        if (p.value === g.value) hits.value++;
        if ((p.edtf ?? null) === (g.edtf ?? null)) hits.edtf++;
      }
      row.statements.forEach((s, i) => {
        const [want, got] = [s.said?.edtf ?? null, clocks[i]!.said?.edtf ?? null];
        if (got !== null) told++;
        if (want !== null) asked++;
        if (want !== null && want === got) hits.said++;
      });
    }
  figures["records times value F1"] = f1(hits.value, found, gold);
  figures["records times EDTF F1"] = f1(hits.edtf, found, gold);
  figures["records said F1 (gold statements)"] = f1(hits.said, told, asked);
  return figures;
}

const seconds = (work: () => void): number => {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
};

/** Characters a second of `time/` alone (no tags) over those of chrono-node and of Microsoft's recognizer, same texts, same run. */
function speed(texts: readonly string[]): Figures {
  const ours = () => {
    for (const text of texts) findTimes(bareAnalysis(text), { published: "1999-06-01" });
  };
  const reference = new Date(Date.UTC(1999, 5, 1));
  const theirs = () => {
    for (const text of texts) chrono.parse(text, reference);
  };
  const { recognizeDateTime, Culture } = recognizers as unknown as {
    recognizeDateTime: (text: string, culture: string, options: number, reference: Date) => unknown;
    Culture: { English: string };
  };
  const few = texts.slice(0, Math.max(1, Math.floor(texts.length / 12)));
  const microsoft = () => {
    for (const text of few)
      for (const line of text.split(/(?<=[.!?])\s+/)) recognizeDateTime(line, Culture.English, 0, reference);
  };
  const size = (all: readonly string[]) => all.reduce((sum, text) => sum + text.length, 0);
  ours();
  const mine = size(texts) / Math.min(seconds(ours), seconds(ours), seconds(ours));
  theirs();
  const chronos = size(texts) / Math.min(seconds(theirs), seconds(theirs));
  const microsofts = size(few) / seconds(microsoft);
  return {
    "megabytes/s, time/ alone": Math.round(mine / 1e4) / 100,
    "times Microsoft's recognizer": Math.round((10 * mine) / microsofts) / 10,
    "times chrono-node": Math.round((100 * mine) / chronos) / 100,
  };
}

/** Expressions of time on TimeBank + AQUAINT and WikiWars, whole records, and speed beside two other engines. */
export const benchTime: Bench = (corpora) => {
  if (!existsSync(`${corpora}/tbaq.jsonl`)) return null;
  const base = decodeBase(readFileSync(new URL("../weights/en/base.bin", import.meta.url)), "");
  const figures: Figures = {};
  const texts: string[] = [];
  for (const name of ["tbaq", "wikiwars"]) {
    const rows = jsonl<{ dct: string; text: string; timexes: Gold[] }>(`${corpora}/${name}.jsonl`);
    if (name === "tbaq") texts.push(...rows.map((row) => row.text));
    const scores = tempeval(
      rows.map((row) => ({
        text: row.text,
        gold: row.timexes,
        found: findTimes(analyse(row.text, base), { published: row.dct }),
      })),
    );
    for (const [measure, value] of Object.entries(scores))
      if (name === "tbaq" || measure !== "weekdays") figures[`${name} ${measure}`] = value;
  }
  const folders = ["records", "wires"]
    .map((name) => resolve(corpora, "..", name))
    .filter((folder) => existsSync(folder));
  if (folders.length > 0) Object.assign(figures, records(folders, base));
  return { ...figures, ...speed(texts) };
};
