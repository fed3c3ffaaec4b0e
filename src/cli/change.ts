import { Command, InvalidArgumentError, Option } from "commander";
import { ACTS, type Change, type Corrections, type Entry, type Investigation, locate } from "../hearsay.ts";
import { author, counted, instant, type Kept, onInvestigation, several, within } from "./investigation.ts";
import { date } from "./read.ts";

interface Fields extends Kept {
  readonly saidBy?: readonly string[];
  readonly role?: string;
  readonly kind?: (typeof ACTS)[number];
  readonly saidTo?: readonly string[];
  readonly about?: readonly string[];
  readonly statementDate?: string;
  readonly eventDate?: readonly string[];
  readonly negated?: boolean;
  readonly words?: string;
  readonly which?: number;
  readonly note?: string;
}

const edit = (name: string, summary: string) => onInvestigation(new Command(name), true).summary(summary);

/** Commands by which a person changes the claim log. */
export function changeCommands(): Command[] {
  const each = (what: Change) => (ids: readonly string[], options: Kept) =>
    within(options, async (inv) => {
      for (const id of ids) done(await inv.change(id, what, author(options)));
    });
  return [
    edit("checked", "mark statements as checked")
      .description("Marks statements as checked by you.")
      .argument("<id...>", "statements, as R12.3")
      .action(each({ status: "checked" })),
    edit("reject", "take statements out of the log")
      .description("Rejects statements: they leave the log and stay in the record.")
      .argument("<id...>", "statements, as R12.3")
      .action(each({ status: "rejected" })),
    corrected(edit("correct", "correct a statement"))
      .description("Corrects who said it, to whom, when, what kind it is, or its words. What is not named stays.")
      .argument("<id>", "a statement, as R12.3")
      .action((id: string, options: Fields) =>
        within(options, async (inv) => done(await inv.change(id, await changeOf(inv, id, options), author(options)))),
      ),
    corrected(edit("add-statement", "add a statement that was missed"))
      .description("Adds a statement by its words in a kept report.")
      .argument("<report>", "the report, as R12")
      .argument("<words>", "the words, as they stand in the report")
      .action((report: string, words: string, options: Fields) =>
        within(options, async (inv) => {
          const { text } = (await inv.report(report)).report;
          const change = await changeOf(inv, report, { ...options, words: undefined } as never);
          done(await inv.addStatement(report, [locate(text, words, options.which)], change, author(options)));
        }),
      ),
    edit("note", "write a note on a statement or report")
      .description("Writes a note on a statement or a report; no text takes it off.")
      .argument("<id>", "a statement or report")
      .argument("[text]", "the note")
      .action((id: string, text: string | undefined, options: Kept) =>
        within(options, async (inv) => done(await inv.change(id, { note: text ?? null }, author(options)))),
      ),
    edit("status", "label how far the desk has come")
      .description('Labels a statement or report with a step of your own ("call back", "legal"); no text takes it off.')
      .argument("<id>", "a statement or report")
      .argument("[text]", "the label")
      .action((id: string, text: string | undefined, options: Kept) =>
        within(options, async (inv) => done(await inv.change(id, { progress: text ?? null }, author(options)))),
      ),
    edit("flag", "mark as confidential or under embargo")
      .description(
        "Marks statements or reports as confidential, or under embargo until a date. Every export leaves them out.",
      )
      .argument("<id...>", "statements or reports")
      .option("--confidential", "leave out of every export")
      .option("--embargo <date>", "leave out of every export until then", until)
      .option("--clear", "take both marks off")
      .option("--archived <address>", "of a report: where a copy is archived")
      .action((ids: readonly string[], options: Kept & Flags) =>
        within(options, async (inv) => {
          for (const id of ids) done(await inv.change(id, flags(options), author(options)));
        }),
      ),
    edit("undo", "go back to what stood before the last change")
      .description(
        "Goes back to what stood before the last change of a statement or report, or undoes a merge or split (D2).",
      )
      .argument("<id>", "a statement, report, merge or split")
      .action((id: string, options: Kept) =>
        within(options, async (inv) => {
          if (!/^d\d/i.test(id)) return done(await inv.undo(id, author(options)));
          process.stdout.write(`${(await inv.undoDecision(id, author(options))).id} undone\n`);
        }),
      ),
  ];
}

interface Flags {
  readonly confidential?: boolean;
  readonly embargo?: string;
  readonly clear?: boolean;
  readonly archived?: string;
}

function flags({ confidential, embargo, clear, archived }: Flags): Change {
  return {
    ...(clear ? { confidential: false, embargo: null } : {}),
    ...(confidential ? { confidential } : {}),
    ...(embargo ? { embargo } : {}),
    ...(archived === undefined ? {} : { fields: { archived: archived || null } }),
  };
}

const until = (value: string) => instant(date(value), 0);

const corrected = (command: Command): Command =>
  command
    .option("--said-by <name>", "who said it; again for a second speaker", several)
    .option("--role <role>", "the speaker's role")
    .addOption(new Option("--kind <kind>", "what kind of statement").choices(ACTS))
    .option("--said-to <name>", "to whom; again for another", several)
    .option("--about <name>", "about whom; again for another", several)
    .option("--statement-date <date>", "when it was said, in EDTF; empty for not known", edtf)
    .option("--event-date <date>", "when it is said to have happened, in EDTF; again for another", dates)
    .option("--negated", "the attribution itself is negated: did not say")
    .option("--not-negated", "it is not negated")
    .option("--words <words>", "the words it should hold, as they stand in the report")
    .option("--which <number>", "which, if the words stand there several times", counted)
    .option("--note <text>", "a note");

const EDTF =
  /^(?:\.\.|-?\d{4}(?:-\d{2}){0,2}(?:T[\d:]+(?:Z|[+-]\d{2}:\d{2})?)?[~?%]?)(?:\/(?:\.\.|-?\d{4}(?:-\d{2}){0,2}[~?%]?)?)?$/;

function edtf(value: string): string {
  if (value !== "" && !EDTF.test(value))
    throw new InvalidArgumentError("A date is written in EDTF: 2031-05-12, 2031-05, 2031-05-10/2031-05-12, 2031~.");
  return value;
}

const dates = (value: string, before: readonly string[] = []): readonly string[] => [...before, edtf(value)];

async function changeOf(inv: Investigation, id: string, options: Fields & { notNegated?: boolean }): Promise<Change> {
  const { saidBy, role, kind, saidTo, about, statementDate, eventDate, negated, notNegated, words, which, note } =
    options;
  const fields: Corrections = {
    ...(saidBy ? { speakers: saidBy.filter((n) => n !== "") } : {}),
    ...(role === undefined ? {} : { role: role || null }),
    ...(kind ? { act: kind } : {}),
    ...(saidTo ? { addressees: saidTo.filter((n) => n !== "") } : {}),
    ...(about ? { targets: about.filter((n) => n !== "") } : {}),
    ...(statementDate === undefined ? {} : { said: statementDate || null }),
    ...(eventDate ? { event: eventDate.filter((d) => d !== "") } : {}),
    ...(negated ? { negated: true } : notNegated ? { negated: false } : {}),
  };
  const spans = words === undefined ? null : [locate((await inv.report(id.split(".")[0]!)).report.text, words, which)];
  return { fields, ...(spans ? { spans } : {}), ...(note === undefined ? {} : { note: note || null }) };
}

/** Says what was written down. */
function done(entry: Entry): void {
  process.stdout.write(
    `${entry.statement ?? entry.report} ${entry.status} (${entry.id}${entry.replaces ? `, replaces ${entry.replaces}` : ""})\n`,
  );
}
