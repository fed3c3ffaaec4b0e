import type { PartyId } from "../model/party.ts";
import type { Reading } from "../model/reading.ts";
import type { TextSpan } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { TimeExpression } from "../model/time.ts";
import { type Place, places } from "./place.ts";

/** One statement in words, as the sheet, the log and the page show it. Lists are lists; nothing is escaped yet. */
export interface Row {
  readonly statement: Statement;
  readonly start: number;
  readonly place: Place;
  /** How many statements this one stands in. */
  readonly depth: number;
  readonly who: string;
  readonly cue: string;
  readonly what: string;
  readonly speakers: readonly string[];
  readonly addressees: readonly string[];
  readonly targets: readonly string[];
  readonly performers: readonly string[];
  readonly hedges: readonly string[];
  readonly about: readonly string[];
}

/** Spans as one phrase; a gap between two of them shows as an ellipsis. */
const phrase = (spans: readonly TextSpan[]) => spans.map((span) => span.text).join(" … ");

/** Where a statement begins: the first character of any of its spans. */
export const startOf = (s: Statement) =>
  [...s.source, ...s.cue, ...s.content].reduce((least, span) => Math.min(least, span.start), Number.MAX_SAFE_INTEGER);

/** A date, else what is named of one ("P2D"); "now" and "in future" name none. */
const eventDate = (time: TimeExpression | undefined): string[] =>
  time === undefined || (time.edtf === null && time.value.endsWith("_REF")) ? [] : [time.edtf ?? time.value];

/** The statements of a reading as rows, in order of the text. */
export function rows(reading: Reading): Row[] {
  const placeOf = places(reading.report.text);
  const parties = new Map(reading.parties.map((party) => [party.id, party.name]));
  const names = (ids: readonly PartyId[]) => ids.map((id) => parties.get(id) ?? id);
  const outer = new Map(reading.statements.map((s) => [s.id, s.within]));
  const depth = (s: Statement) => {
    let n = 0;
    for (let at = s.within; at !== null && n < outer.size; at = outer.get(at) ?? null) n++;
    return n;
  };
  return reading.statements.map((statement) => {
    const start = startOf(statement);
    return {
      statement,
      start,
      place: placeOf(start),
      depth: depth(statement),
      who: phrase(statement.source),
      cue: phrase(statement.cue),
      what: phrase(statement.content),
      speakers: names(statement.speakers),
      addressees: names(statement.addressees),
      targets: names(statement.targets),
      performers: names(statement.performers),
      hedges: statement.hedges.map((hedge) => hedge.text),
      about: statement.about.flatMap((index) => eventDate(reading.times[index])),
    };
  });
}
