import { isWithheld } from "../format/log/withheld.ts";
import type { Investigation, KeptReport } from "../investigation/investigation.ts";
import type { Party } from "../model/party.ts";
import type { Reading } from "../model/reading.ts";
import type { LogRow, RowDate, RowParty } from "../model/row.ts";
import type { TextSpan } from "../model/span.ts";
import type { Statement } from "../model/statement.ts";
import type { TimeExpression, TimeValue } from "../model/time.ts";

/** Which rows a view may show; `now` is when it is made. */
export interface View {
  readonly now: string;
  readonly withWithheld: boolean;
  readonly report?: string;
}

/**
 * The kept reports as Readings, for every view that works on readings: as people left them. Statements bear their IDs
 * in the investigation; rejected, orphaned and withheld ones are left out, added ones are in.
 */
export async function* keptReadings(investigation: Investigation, view: View): AsyncGenerator<Reading> {
  for await (const report of investigation.reports()) {
    if (view.report !== undefined && view.report.toUpperCase() !== report.id) continue;
    if (!view.withWithheld && isWithheld(report, view.now)) continue;
    const rows: LogRow[] = [];
    for await (const row of investigation.rows({ report: report.id }))
      if (row.orphaned === null && (view.withWithheld || !isWithheld(row, view.now))) rows.push(row);
    yield asLeft(await investigation.report(report.id), rows);
  }
}

/** A reading with what people did laid over it. */
function asLeft({ report, reading, row: { unread }, ids }: KeptReport, rows: readonly LogRow[]): Reading {
  const parties: Party[] = [...(reading?.parties ?? [])];
  const times: TimeExpression[] = [...(reading?.times ?? [])];
  const shown = new Set(rows.map((r) => r.id));
  const known = (local: string | null): string | null => {
    const id = local === null ? undefined : ids.get(local);
    return id !== undefined && shown.has(id) ? id : null;
  };
  const machine = new Map((reading?.statements ?? []).map((s) => [ids.get(s.id) ?? s.id, s]));
  const partyOf = ({ name, kind, role }: RowParty): string => {
    const found = parties.find((p) => p.name === name) ?? parties.find((p) => p.aliases.includes(name));
    if (found) return found.id;
    const id = `person-${parties.length + 1}`;
    parties.push({ id, kind, name, aliases: [], members: [], roles: role ? [role] : [], mentions: [] });
    return id;
  };
  const spanOf = ({ start, end }: { start: number; end: number }): TextSpan => ({
    start,
    end,
    text: report.text.slice(start, end),
  });
  const statements = rows.map((row): Statement => {
    const base = machine.get(row.id);
    const within = row.within !== null && shown.has(row.within) ? row.within : null;
    if (base && row.entry === null) return { ...base, id: row.id, within };
    const content = row.spans.map(spanOf);
    const at = content[0]?.start ?? 0;
    const about = row.event.map((date): number => {
      const same = base?.about.find((i) => times[i]?.edtf === date.edtf);
      if (same !== undefined) return same;
      times.push({
        start: at,
        end: at,
        text: "",
        type: "DATE",
        value: date.edtf,
        edtf: date.edtf,
        time: timeOf(date),
        why: date.why,
      });
      return times.length - 1;
    });
    return {
      ...(base ?? BLANK),
      id: row.id,
      content,
      mode: row.mode,
      speakers: row.saidBy.map(partyOf),
      unknownSpeaker: row.unknown === null ? null : { why: row.unknown, candidates: [] },
      act: row.act,
      negated: row.negated,
      addressees: row.saidTo.map(partyOf),
      targets: row.about.map(partyOf),
      said: row.said && timeOf(row.said),
      saidWhy: row.saidWhy,
      about,
      within,
    };
  });
  return {
    id: report.id,
    report,
    unread: reading?.unread ?? (unread !== null && rows.length === 0 ? { why: unread } : null),
    parties,
    statements,
    times,
    quantities: (reading?.quantities ?? []).map((q) => ({ ...q, authority: known(q.authority) })),
    labels: reading?.labels ?? [],
    disputes: (reading?.disputes ?? []).flatMap((d) => {
      const [a, b] = [known(d.a), known(d.b)];
      return a === null || (d.b !== null && b === null) ? [] : [{ ...d, id: `${report.id}-${d.id}`, a, b }];
    }),
    outletVoice: reading?.outletVoice ?? [],
    version: reading?.version ?? "",
    weights: reading?.weights ?? [],
  };
}

const timeOf = ({ edtf, from, to }: RowDate): TimeValue => ({
  edtf,
  from,
  to,
  anchor: null,
  rule: "person",
  basis: "explicit",
});

/** What nobody has read: a statement that a person added. */
const BLANK: Omit<Statement, "id"> = {
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
  saidWhy: "none was given",
  about: [],
  within: null,
  confidence: { statement: 1, speaker: null, act: null, said: null },
  evidence: [],
};
