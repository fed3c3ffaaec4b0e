import { Command, InvalidArgumentError, Option } from "commander";
import { HearsayError } from "../errors.ts";
import { FORMATS, type FormatName, writerFor } from "../format/formats.ts";
import { isPublicationDate, openHearsay } from "../hearsay.ts";
import { fileOutput, standardOutput } from "./output.ts";
import { showProgress } from "./progress.ts";
import { say } from "./say.ts";
import { screen } from "./screen.ts";
import { lacksPublication, undatedNote } from "./undated.ts";

interface Options {
  readonly format: FormatName;
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly minConfidence: number;
  readonly jobs: number;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  hearsay read report.txt                               the statements of one report
  hearsay read reports/ --format csv --output log.csv   a folder as a sheet
  hearsay read page.html --format html --output page-read.html
  hearsay read feed.jsonl --format jsonl --jobs 2 > readings.jsonl
  cat report.txt | hearsay read --published 2031-05-12

A report is a .txt, .html or .jsonl file ({"id", "text", "title", "outlet", "published", "url"} a line).
Exit code: 0 all read, 1 something could not be read, 2 wrong usage.`;

/** `hearsay read FILE…`: reads reports and prints their statements. */
export function readCommand(): Command {
  return new Command("read")
    .summary("read reports and print who said what")
    .description("Reads reports and prints who said what, with the characters it stands on.")
    .argument("[file...]", "files or folders; - or nothing for standard input")
    .addOption(new Option("-f, --format <format>", "how to print").choices(FORMATS).default("text"))
    .option("-p, --published <date>", "publication date, as 2031-05-12 or 2031-05-12T09:30:00Z", date)
    .option("--outlet <name>", "who published")
    .option("--title <title>", "title of the report")
    .option("-c, --min-confidence <number>", "leave out statements less sure than this, 0 to 1", confidence, 0)
    .option("-j, --jobs <number>", "worker threads", jobs, 1)
    .option("-o, --output <file>", "write here rather than to standard output")
    .addHelpText("after", EXAMPLES)
    .action(read);
}

/** A publication date as an option. */
export function date(value: string): string {
  if (!isPublicationDate(value))
    throw new InvalidArgumentError("A date is written 2031-05-12 or 2031-05-12T09:30:00Z.");
  return value;
}

/** A probability as an option. */
export function confidence(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("It is a number from 0 to 1.");
  return number;
}

/** A number of worker threads as an option. */
export function jobs(value: string): number {
  if (!/^\d{1,3}$/.test(value) || Number(value) < 1)
    throw new InvalidArgumentError("It is a whole number from 1 to 999.");
  return Number(value);
}

async function read(files: readonly string[], options: Options): Promise<void> {
  if (files.length === 0 && process.stdin.isTTY)
    throw new HearsayError(
      "input-missing",
      "Nothing to read: no file is named and nothing comes through a pipe.",
      "Try: hearsay read report.txt",
    );
  const inputs = files.length > 0 ? files : ["-"];
  const { title, outlet, published } = options;
  const overrides = {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
  };
  const output = options.output === undefined ? standardOutput() : await fileOutput(options.output, inputs);
  const printing = options.output === undefined && Boolean(process.stdout.isTTY);
  const writer = writerFor(options.format, screen(printing));
  const progress = { done: 0, total: 0 };
  let readings = 0;
  let problems = 0;
  let undated = 0;
  const hide = showProgress(progress, () => readings, printing);
  try {
    const { minConfidence, jobs } = options;
    const outcomes = openHearsay().read({ inputs, stdin: process.stdin, overrides, minConfidence, jobs, progress });
    for await (const outcome of outcomes) {
      if (outcome.kind === "problem") {
        problems++;
        say(`${outcome.error.message} ${outcome.error.remedy}`);
      } else if (outcome.kind === "note") say(outcome.message);
      else {
        const piece = writer.reading(outcome.reading);
        await output.write(readings === 0 ? writer.head() + piece : piece);
        readings++;
        if (lacksPublication(outcome.reading)) undated++;
      }
    }
    if (readings > 0) await output.write(writer.tail());
    if (readings > 0) await output.finish();
    else output.discard();
    if (undated > 0) say(undatedNote(undated));
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    hide();
  }
  process.exitCode = problems > 0 ? 1 : 0;
}
