import { Command, Option } from "commander";
import { HearsayError } from "../errors.ts";
import { EXPLAIN_FORMATS, type Explainer, type ExplainFormat, explainWriter } from "../format/explain.ts";
import { date } from "./options.ts";
import { print } from "./print.ts";

interface Options {
  readonly format: ExplainFormat;
  readonly published?: string;
}

const EXAMPLES = `
Examples:
  hearsay read report.txt --format csv      lists the statements with their ids
  hearsay explain report.txt s3
  hearsay explain report.txt s3 --published 2031-05-12 --format json

Exit code: 0 explained, 1 no such statement or report, 2 wrong usage.`;

/** `hearsay explain FILE ID`: why one statement is as it is. */
export function explainCommand(): Command {
  return new Command("explain")
    .summary("why one statement is as it is")
    .description("Shows what one statement stands on: its spans, rules and evidence, candidates, dates and why.")
    .argument("<file>", "a report, or - for standard input; of several in it, each that has the statement")
    .argument("<id>", "the statement's id, as s3")
    .addOption(new Option("-f, --format <format>", "how to print").choices(EXPLAIN_FORMATS).default("text"))
    .option("-p, --published <date>", "publication date, as 2031-05-12 or 2031-05-12T09:30:00Z", date)
    .addHelpText("after", EXAMPLES)
    .action(show);
}

async function show(file: string, id: string, { format, published }: Options): Promise<void> {
  const overrides = published === undefined ? {} : { published };
  const made: Explainer[] = [];
  await print({ command: "explain", files: [file], overrides, minConfidence: 0, jobs: 1 }, (screen) => {
    const writer = explainWriter(id, format, screen);
    made.push(writer);
    return writer;
  });
  if (process.exitCode === 0 && made[0]!.met() === 0)
    throw new HearsayError(
      "statement-missing",
      `${file} has no statement ${id}.`,
      "The ids are in the output of: hearsay read FILE --format csv",
    );
}
