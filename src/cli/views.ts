import { Command, Option } from "commander";
import { VIEW_FORMATS, VIEWS, type ViewFormat, type ViewName, viewWriter } from "../format/views/writer.ts";
import { listPeople } from "./keep.ts";
import { confidence, date } from "./options.ts";
import { print } from "./print.ts";

interface Options {
  readonly format: ViewFormat;
  readonly published?: string;
  readonly minConfidence: number;
  readonly output?: string;
  readonly investigation?: string;
}

const ABOUT: Record<ViewName, readonly [summary: string, description: string]> = {
  requests: [
    "who asks whom for what",
    "Reads reports and prints who asks whom for what, who backs it, and what those who are asked say further on.",
  ],
  disputes: [
    "which statements stand against each other",
    "Reads reports and prints the statements that stand against each other, with the rule that joined them; never who is right.",
  ],
  numbers: [
    "numbers, and on whose word they stand",
    "Reads reports and prints their numbers: what is counted, how the number is bounded, on whose word it stands.",
  ],
  people: [
    "who is who",
    "Reads reports and prints the people, organisations, governments, groups, documents and unnamed sources in them.",
  ],
  names: [
    "what a report calls whom, and in whose voice",
    "Reads reports and prints the labels they use for each party, and whether the outlet, a speaker or a quotation uses them.",
  ],
};

/** `hearsay requests|disputes|numbers|people|names FILE…`: one view of what was read. */
export function viewCommands(): Command[] {
  return (Object.keys(VIEWS) as ViewName[]).map((name) => {
    const command = viewCommand(name);
    if (name === "people") command.option("-I, --investigation <file>", "of an investigation rather than of files");
    return command;
  });
}

const viewCommand = (name: ViewName): Command =>
  new Command(name)
    .summary(ABOUT[name][0])
    .description(ABOUT[name][1])
    .argument("[file...]", "files or folders; - or nothing for standard input")
    .addOption(new Option("-f, --format <format>", "how to print").choices(VIEW_FORMATS).default("text"))
    .option("-p, --published <date>", "publication date, as 2031-05-12 or 2031-05-12T09:30:00Z", date)
    .option("-c, --min-confidence <number>", "leave out statements less sure than this, 0 to 1", confidence, 0)
    .option("-o, --output <file>", "write here rather than to standard output")
    .addHelpText(
      "after",
      `
Examples:
  hearsay ${name} report.txt
  hearsay ${name} reports/ --format csv --output ${name}.csv

Exit code: 0 all read, 1 something could not be read, 2 wrong usage.`,
    )
    .action(async (files: readonly string[], { format, published, minConfidence, output, investigation }: Options) => {
      if (investigation !== undefined) return listPeople({ investigation });
      const overrides = published === undefined ? {} : { published };
      await print({ command: name, files, overrides, minConfidence, jobs: 1, output }, (screen) =>
        viewWriter(name, format, screen),
      );
    });
