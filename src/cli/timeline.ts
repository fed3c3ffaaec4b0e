import { Command, InvalidArgumentError, Option } from "commander";
import { HearsayError } from "../errors.ts";
import { TIMELINE_ORDERS, type TimelineOrder, timeline } from "../format/timeline.ts";
import { printTimeline, TIMELINE_FORMATS, type TimelineFormat } from "../format/timeline-writers.ts";
import { isPublicationDate, openHearsay } from "../hearsay.ts";
import type { Reading } from "../model/reading.ts";
import { now, within } from "./investigation.ts";
import { fileOutput, standardOutput } from "./output.ts";
import { say } from "./say.ts";
import { screen } from "./screen.ts";
import { lacksPublication, undatedNote } from "./undated.ts";

interface Options {
  readonly by: TimelineOrder;
  readonly format: TimelineFormat;
  readonly published?: string;
  readonly minConfidence: number;
  readonly output?: string;
  readonly investigation?: string;
  readonly withWithheld?: boolean;
}

const EXAMPLES = `
Examples:
  hearsay timeline report.txt --published 2031-05-12     what is said to have happened, in order
  hearsay timeline reports/ --by statement               who said what, in the order it was said
  hearsay timeline reports/ --format timelinejs --output timeline.json
  hearsay timeline -I investigation.hearsay              of everything that is kept, as people left it

A stretch is drawn as a stretch: ● a day, ├──┤ from … to, → no known end, ? not dated.
Exit code: 0 all read, 1 something could not be read, 2 wrong usage.`;

/** `hearsay timeline FILE…`: statements and dated events of reports in order of one of the three dates. */
export function timelineCommand(): Command {
  return new Command("timeline")
    .summary("put statements and dated events in order")
    .description("Reads reports and puts what is said, and what is said to have happened, in the order of its dates.")
    .argument("[file...]", "files or folders; - or nothing for standard input")
    .addOption(new Option("-b, --by <date>", "which date to go by").choices(TIMELINE_ORDERS).default("event"))
    .addOption(new Option("-f, --format <format>", "how to print").choices(TIMELINE_FORMATS).default("text"))
    .option("-p, --published <date>", "publication date, as 2031-05-12 or 2031-05-12T09:30:00Z", date)
    .option("-c, --min-confidence <number>", "leave out statements less sure than this, 0 to 1", confidence, 0)
    .option("-o, --output <file>", "write here rather than to standard output")
    .option("-I, --investigation <file>", "of an investigation's reports rather than of files")
    .option("--with-withheld", "of an investigation: with confidential statements and those under embargo")
    .addHelpText("after", EXAMPLES)
    .action(show);
}

function date(value: string): string {
  if (!isPublicationDate(value))
    throw new InvalidArgumentError("A date is written 2031-05-12 or 2031-05-12T09:30:00Z.");
  return value;
}

function confidence(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("It is a number from 0 to 1.");
  return number;
}

async function show(files: readonly string[], options: Options): Promise<void> {
  if (options.investigation !== undefined) return showKept(options.investigation, options);
  if (files.length === 0 && process.stdin.isTTY)
    throw new HearsayError(
      "input-missing",
      "Nothing to read: no file is named and nothing comes through a pipe.",
      "Try: hearsay timeline report.txt",
    );
  const inputs = files.length > 0 ? files : ["-"];
  const { published, minConfidence } = options;
  const output = options.output === undefined ? standardOutput() : await fileOutput(options.output, inputs);
  const readings: Reading[] = [];
  let problems = 0;
  try {
    const overrides = published === undefined ? {} : { published };
    for await (const outcome of openHearsay().read({
      inputs,
      stdin: process.stdin,
      overrides,
      minConfidence,
      jobs: 1,
    })) {
      if (outcome.kind === "problem") {
        problems++;
        say(`${outcome.error.message} ${outcome.error.remedy}`);
      } else if (outcome.kind === "note") say(outcome.message);
      else readings.push(outcome.reading);
    }
    const printing = options.output === undefined && Boolean(process.stdout.isTTY);
    if (readings.length === 0) output.discard();
    else {
      await output.write(printTimeline(timeline(readings, options.by), options.format, screen(printing)));
      await output.finish();
    }
    const undated = readings.filter(lacksPublication).length;
    if (undated > 0) say(undatedNote(undated));
  } catch (error) {
    output.discard();
    throw error;
  }
  process.exitCode = problems > 0 ? 1 : 0;
}

/** The timeline of what is kept. */
async function showKept(investigation: string, options: Options): Promise<void> {
  await within({ investigation }, async (inv) => {
    const output = options.output === undefined ? standardOutput() : await fileOutput(options.output, [investigation]);
    const readings: Reading[] = [];
    const view = { now: now(), withWithheld: options.withWithheld ?? false };
    for await (const reading of openHearsay().readings(inv, view)) {
      const statements = reading.statements.filter((s) => s.confidence.statement >= options.minConfidence);
      readings.push({ ...reading, statements });
    }
    const printing = options.output === undefined && Boolean(process.stdout.isTTY);
    await output.write(printTimeline(timeline(readings, options.by), options.format, screen(printing)));
    await output.finish();
  });
}
