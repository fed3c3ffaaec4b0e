import { Command, InvalidArgumentError, Option } from "commander";
import { ACTS, ENTRY_STATUSES, type EntryStatus, type Query } from "../hearsay.ts";
import { counted, interval, type Kept, onInvestigation, within } from "./investigation.ts";
import { type Printed, print, printing } from "./log.ts";
import { confidence } from "./options.ts";
import { say } from "./say.ts";

interface Options extends Kept, Printed {
  readonly by?: string;
  readonly to?: string;
  readonly about?: string;
  readonly kind?: string;
  readonly outlet?: string;
  readonly report?: string;
  readonly said?: readonly [string | null, string | null];
  readonly event?: readonly [string | null, string | null];
  readonly published?: readonly [string | null, string | null];
  readonly status?: EntryStatus;
  readonly orphaned?: boolean;
  readonly minConfidence?: number;
  readonly limit: number;
}

const EXAMPLES = `
Examples:
  hearsay search dam                          statements that hold the word, in any form
  hearsay search '"opened the gates"'         a phrase
  hearsay search 'flood* -drill' --by Brill   words that begin so, without another, by one speaker
  hearsay search --kind denies --said 2031-05-01..2031-05-12`;

/** `hearsay search WORDS`: finds statements. */
export function searchCommand(): Command {
  return printing(onInvestigation(new Command("search")))
    .summary("find statements")
    .description("Finds statements, not pages: by their words, best first, and by who, when and what kind.")
    .argument("[words...]", 'words in any form; "a phrase"; begin*; -without; this OR that')
    .option("--by <name>", "said by: a name, part of it, or a person's ID (P4)")
    .option("--to <name>", "said to")
    .option("--about <name>", "about whom")
    .addOption(new Option("--kind <kind>", "what kind of statement").choices(ACTS))
    .option("--outlet <name>", "published by")
    .option("--report <id>", "in one report")
    .option("--said <from..to>", "statement date, as 2031-05-01..2031-05-12, either side open", interval)
    .option("--event <from..to>", "event date", interval)
    .option("--published <from..to>", "publication date", interval)
    .addOption(new Option("--status <status>", "how far people have come").choices(ENTRY_STATUSES))
    .option("--orphaned", "entries whose words are no longer found")
    .option("-c, --min-confidence <number>", "leave out statements less sure than this, 0 to 1", confidence)
    .option("-n, --limit <number>", "at most so many, up to 1000", limit, 50)
    .addHelpText("after", EXAMPLES)
    .action(search);
}

function limit(value: string): number {
  if (counted(value) > 1000) throw new InvalidArgumentError("At most 1000 are shown; `hearsay log` prints them all.");
  return counted(value);
}

async function search(words: readonly string[], options: Options): Promise<void> {
  const { by, to, about, kind, outlet, report, said, event, published, status, orphaned, minConfidence, limit } =
    options;
  const given = {
    by,
    to,
    about,
    act: kind,
    outlet,
    report,
    said,
    event,
    published,
    status,
    orphaned,
    minConfidence,
    limit,
  };
  const query = {
    words: words.join(" "),
    ...Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined)),
  };
  await within(options, async (investigation) => {
    const found = await investigation.search(query as Query);
    await print(found.rows, options);
    const more = found.total > found.rows.length ? `; ${found.rows.length} are shown (--limit)` : "";
    say(
      `${found.exact ? "" : "at least "}${found.total} ${found.total === 1 ? "statement" : "statements"} found${more}.`,
    );
  });
}
