import { Command, InvalidArgumentError, Option } from "commander";
import { HearsayError } from "../errors.ts";
import { inert } from "../format/inert.ts";
import { isWithheld } from "../format/log/withheld.ts";
import { LOG_FORMATS, type LogFormat, logWriter } from "../format/log/writer.ts";
import { LogXlsx } from "../format/log/xlsx.ts";
import { IMPORT_HEADINGS, type Investigation, type LogRow, openHearsay } from "../hearsay.ts";
import { author, type Kept, now, onInvestigation, within } from "./investigation.ts";
import { fileOutput, type Output, standardOutput } from "./output.ts";
import { say } from "./say.ts";
import { screen } from "./screen.ts";

/** How rows are printed. */
export interface Printed {
  readonly format: LogFormat;
  readonly output?: string;
  readonly withWithheld?: boolean;
}

interface Options extends Kept, Printed {
  readonly report?: string;
  readonly rejected?: boolean;
  readonly import?: string;
  readonly map?: ReadonlyMap<string, string>;
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  hearsay log                                    the claim log on the terminal
  hearsay log --format xlsx --output log.xlsx    a sheet to work in
  hearsay log --report R3 --format csv > r3.csv
  hearsay log --import log.xlsx                  take back what was edited in it
  hearsay log --import old.xlsx --map "Exact words=Quote" --map "Said by=Speaker"

Confidential rows and rows under embargo are left out of every format but text, and counted.`;

/** Adds the options of printed rows. */
export const printing = (command: Command): Command =>
  command
    .addOption(new Option("-f, --format <format>", "how to print").choices(LOG_FORMATS).default("text"))
    .option("-o, --output <file>", "write here rather than to standard output")
    .option("--with-withheld", "print confidential rows and rows under embargo too");

/** `hearsay log`: the claim log of an investigation. */
export function logCommand(): Command {
  return printing(onInvestigation(new Command("log"), true))
    .summary("print the claim log")
    .description("Prints the claim log: every statement of every report, as read and as people left it.")
    .option("--report <id>", "of one report only")
    .option("--rejected", "with the rows that people rejected")
    .option("--import <file>", "take an edited sheet back, or your own old log (.xlsx, .csv)")
    .option("--map <ours=theirs>", "with --import: what a column of ours is called there; again for another", mapped)
    .option("--dry-run", "with --import: say what would change, and change nothing")
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      within(options, async (investigation) => {
        if (options.import !== undefined) return takeBack(investigation, options.import, options);
        const { report, rejected } = options;
        const filter = { ...(report === undefined ? {} : { report }), ...(rejected ? { rejected } : {}) };
        return print(investigation.rows(filter), options);
      }),
    );
}

function mapped(value: string, before: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const [, ours = "", theirs = ""] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (!(IMPORT_HEADINGS as readonly string[]).includes(ours))
    throw new InvalidArgumentError(`It is written "Exact words=Quote"; ours are ${IMPORT_HEADINGS.join(", ")}.`);
  return new Map([...before, [ours, theirs]]);
}

async function takeBack(investigation: Investigation, path: string, options: Options): Promise<void> {
  const sum = { changed: 0, added: 0, same: 0, refused: 0 };
  const request = {
    mapping: options.map ?? new Map<string, string>(),
    report: options.report ?? null,
    author: author(options),
    dryRun: options.dryRun ?? false,
  };
  for await (const one of openHearsay().importLog(investigation, path, request)) {
    sum[one.what]++;
    if (one.what === "refused") say(`${path}, row ${one.line}${one.id ? ` (${one.id})` : ""}: ${one.why}`);
    else if (one.what !== "same")
      process.stdout.write(`${one.what.padEnd(8)} ${one.id}${one.why ? ` ${inert(one.why)}` : ""}\n`);
  }
  const would = options.dryRun ? "would be " : "";
  process.stdout.write(
    `${sum.changed} ${would}changed, ${sum.added} ${would}added, ${sum.same} the same, ${sum.refused} refused\n`,
  );
  if (sum.refused > 0) process.exitCode = 1;
}

/** Prints rows as they come, without those an export has to leave out. */
export async function print(rows: AsyncIterable<LogRow> | Iterable<LogRow>, options: Printed): Promise<void> {
  const { format, output: path } = options;
  const terminal = path === undefined && Boolean(process.stdout.isTTY);
  if (format === "xlsx" && terminal)
    throw new HearsayError(
      "output-unwritable",
      "A workbook is no text for a terminal.",
      "Name a file with --output log.xlsx.",
    );
  const at = now();
  let withheld = 0;
  const shown = async function* () {
    for await (const row of rows)
      if (!options.withWithheld && (format !== "text" || !terminal) && isWithheld(row, at)) withheld++;
      else yield row;
  };
  if (format === "xlsx") await printSheet(shown(), path);
  else {
    const output = path === undefined ? standardOutput() : await fileOutput(path, []);
    await printText(shown(), format, output, terminal);
  }
  if (withheld > 0) say(`${withheld} confidential or embargoed rows were left out; --with-withheld prints them.`);
}

async function printText(
  rows: AsyncIterable<LogRow>,
  format: Exclude<LogFormat, "xlsx">,
  output: Output,
  terminal: boolean,
): Promise<void> {
  const writer = logWriter(format, screen(terminal));
  try {
    await output.write(writer.head());
    for await (const row of rows) await output.write(writer.row(row));
    await output.write(writer.tail());
    await output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
}

async function printSheet(rows: AsyncIterable<LogRow>, path: string | undefined): Promise<void> {
  const output = path === undefined ? standardOutput() : await fileOutput(path, []);
  const pieces: Uint8Array[] = [];
  const sheet = new LogXlsx((piece) => pieces.push(piece));
  try {
    for await (const row of rows) {
      sheet.row(row);
      for (const piece of pieces.splice(0)) await output.write(piece);
    }
    sheet.end();
    for (const piece of pieces.splice(0)) await output.write(piece);
    await output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
}
