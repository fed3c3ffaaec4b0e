import { Command, Option } from "commander";
import { FORMATS, type FormatName, UNATTRIBUTED_FORMATS, writerFor } from "../format/formats.ts";
import { confidence, date, jobs } from "./options.ts";
import { print } from "./print.ts";
import { say } from "./say.ts";

interface Options {
  readonly format: FormatName;
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly minConfidence: number;
  readonly jobs: number;
  readonly unattributed?: boolean;
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
    .option("--unattributed", "also list the sentences in the outlet's own voice")
    .option("-j, --jobs <number>", "worker threads", jobs, 1)
    .option("-o, --output <file>", "write here rather than to standard output")
    .addHelpText("after", EXAMPLES)
    .action(read);
}

async function read(files: readonly string[], options: Options): Promise<void> {
  const { title, outlet, published, minConfidence, jobs, output } = options;
  const overrides = {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
  };
  const unattributed = options.unattributed === true;
  if (unattributed && !UNATTRIBUTED_FORMATS.includes(options.format))
    say(`--unattributed changes nothing in ${options.format}; it is for ${UNATTRIBUTED_FORMATS.join(", ")}.`);
  await print({ command: "read", files, overrides, minConfidence, jobs, output }, (screen) =>
    writerFor(options.format, screen, unattributed),
  );
}
