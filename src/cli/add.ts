import { Command } from "commander";
import { inert } from "../format/inert.ts";
import { openHearsay } from "../hearsay.ts";
import { author, type Kept, onInvestigation, within } from "./investigation.ts";
import { date, jobs } from "./options.ts";
import { showProgress } from "./progress.ts";
import { say } from "./say.ts";

interface Options extends Kept {
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly jobs: number;
  readonly quiet?: boolean;
  readonly pages?: boolean;
  readonly allowPrivate?: boolean;
}

const EXAMPLES = `
Examples:
  hearsay add reports/                          keep a folder in investigation.hearsay
  hearsay add page.html --outlet "Harbour Post"
  hearsay add feed.jsonl --jobs 2 -I dam.hearsay
  hearsay add https://outlet.example/article    fetch one page and keep it
  hearsay add https://outlet.example/feed.xml --pages

What is there already is passed over, so a run that was interrupted can be repeated.
Exit code: 0 all kept, 1 something could not be, 2 wrong usage.`;

/** `hearsay add SOURCE…`: keeps reports in an investigation. */
export function addCommand(): Command {
  return onInvestigation(new Command("add"), true)
    .summary("keep reports in an investigation")
    .description("Reads reports and keeps them, with their bytes and what was read in them, in an investigation.")
    .argument("<source...>", "files, folders, web addresses; - for standard input")
    .option("--pages", "of a feed by address: fetch its items' pages too, as robots.txt allows")
    .option("--allow-private", "fetch from this machine and private networks too")
    .option("-p, --published <date>", "publication date, as 2031-05-12 or 2031-05-12T09:30:00Z", date)
    .option("--outlet <name>", "who published")
    .option("--title <title>", "title of the report")
    .option("-j, --jobs <number>", "worker threads", jobs, 1)
    .option("-q, --quiet", "name only problems and the sum")
    .addHelpText("after", EXAMPLES)
    .action(add);
}

async function add(inputs: readonly string[], options: Options): Promise<void> {
  const { title, outlet, published } = options;
  const overrides = {
    ...(title === undefined ? {} : { title }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(published === undefined ? {} : { published }),
  };
  const progress = { done: 0, total: 0 };
  const sum = { new: 0, changed: 0, unread: 0, present: 0, problems: 0 };
  const web = { pages: options.pages ?? false, allowPrivate: options.allowPrivate ?? false };
  const printing = !options.quiet && Boolean(process.stdout.isTTY);
  const hide = showProgress(progress, () => sum.new + sum.changed + sum.unread + sum.present, printing);
  try {
    await within(
      options,
      async (investigation) => {
        const request = {
          inputs,
          stdin: process.stdin,
          overrides,
          investigation,
          author: author(options),
          progress,
          web,
        };
        for await (const outcome of openHearsay().add({ ...request, jobs: options.jobs })) {
          if (outcome.kind === "note") say(outcome.message);
          else if (outcome.kind === "problem") {
            sum.problems++;
            say(`${outcome.error.message} ${outcome.error.remedy}`);
          } else {
            const { added, report, unread } = outcome;
            sum[added.standing]++;
            if (added.orphaned > 0)
              say(
                `${added.report}: ${added.orphaned} of your entries cannot find their words in this version; \`hearsay search --orphaned\` lists them.`,
              );
            if (!options.quiet)
              process.stdout.write(
                `${SAYS[added.standing].padEnd(14)} ${added.report.padEnd(6)} ${inert(report.title ?? report.id)}${unread ? ` · kept, not read: ${unread}` : ` · ${added.statements} statements`}\n`,
              );
          }
        }
      },
      { create: true },
    );
  } finally {
    hide();
  }
  process.stdout.write(
    `${sum.new} new, ${sum.changed} changed, ${sum.unread} read again, ${sum.present} already there${sum.problems > 0 ? `, ${sum.problems} not kept` : ""}\n`,
  );
  if (sum.problems > 0) process.exitCode = 1;
}

const SAYS = { new: "new", changed: "changed", unread: "read again", present: "already there" } as const;
