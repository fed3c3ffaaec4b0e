import { basename } from "node:path";
import { Command } from "commander";
import { HearsayError } from "../errors.ts";
import { openHearsay } from "../hearsay.ts";
import { type Kept, now, onInvestigation, within } from "./investigation.ts";
import { fileOutput } from "./output.ts";
import { say } from "./say.ts";

interface Options extends Kept {
  readonly html?: string;
  readonly bundle?: string;
  readonly withWithheld?: boolean;
}

/** `hearsay export`: the page for an editor, and the bundle that can be checked without Hearsay. */
export const exportCommand = (): Command =>
  onInvestigation(new Command("export"))
    .summary("hand over: a page for an editor, a bundle that can be checked")
    .description(
      "Writes one read-only page (claim log, timeline, reports with their statements marked), or a folder with it, the log, the texts, the chain of hashes and a script that checks them without Hearsay.",
    )
    .option("--html <file>", "the page alone")
    .option("--bundle <folder>", "the folder, new or empty")
    .option("--with-withheld", "with confidential rows and rows under embargo")
    .action((options: Options) => {
      if (!options.html && !options.bundle)
        throw new HearsayError("input-missing", "Nothing to write.", "Say --html FILE or --bundle FOLDER.");
      return within(options, async (inv) => {
        const name = basename(options.investigation).replace(/\.hearsay$/, "");
        const request = { name, now: now(), withWithheld: options.withWithheld ?? false };
        if (options.html) {
          const output = await fileOutput(options.html, [options.investigation]);
          try {
            for await (const piece of openHearsay().page(inv, request)) await output.write(piece);
            await output.finish();
          } catch (error) {
            output.discard();
            throw error;
          }
        }
        if (!options.bundle) return;
        const withheld = await openHearsay().bundle(inv, options.bundle, request);
        if (withheld > 0) say(`${withheld} confidential or embargoed rows were left out; --with-withheld adds them.`);
      });
    });
