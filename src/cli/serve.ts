import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { openHearsay } from "../hearsay.ts";
import { author, counted, type Kept, onInvestigation, within } from "./investigation.ts";

interface Options extends Kept {
  readonly host: string;
  readonly port: number;
  readonly jobs: number;
  readonly allowPrivate?: boolean;
}

const EXAMPLES = `
Examples:
  hearsay serve                          investigation.hearsay in this folder
  hearsay serve -I valley.hearsay
  hearsay serve --host 192.168.1.20      for the desk's network; a token is asked for

The page is served to this machine alone unless --host names another address. What goes over a
network is not encrypted: put a proxy with TLS before it.`;

/** `hearsay serve`: the page where people work. */
export const serveCommand = (): Command =>
  onInvestigation(new Command("serve"), true)
    .summary("open the page where people work")
    .description(
      "Serves the workbench: the claim log, reports with their statements lit up, timeline and people, as a page in your browser. Stops with Ctrl-C.",
    )
    .option("--host <address>", "serve at this address of the machine", "127.0.0.1")
    .option("--port <number>", "serve at this port; 0 takes a free one", port, 4747)
    .option("-j, --jobs <number>", "read with this many threads", counted, 2)
    .option("--allow-private", "fetch addresses on private networks too")
    .addHelpText("after", EXAMPLES)
    .action((options: Options) =>
      within(
        options,
        async (investigation) => {
          const { serveWorkbench } = await import("../server/serve.ts");
          const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
          const serving = await serveWorkbench({
            hearsay: openHearsay(),
            investigation,
            by: author(options).by,
            version,
            host: options.host,
            port: options.port,
            // One thread would read in the server's own, which then answers nobody.
            jobs: Math.max(2, options.jobs),
            allowPrivate: options.allowPrivate ?? false,
          });
          process.stdout.write(`Hearsay is open at ${serving.address}\nStop it with Ctrl-C.\n`);
          await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
          await serving.close();
        },
        { create: true },
      ),
    );

const port = (value: string) => (value === "0" ? 0 : counted(value));
