import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { HearsayError } from "../errors.ts";
import { addCommand } from "./add.ts";
import { changeCommands } from "./change.ts";
import { checkCommand, clocksCommand } from "./check.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import {
  citeCommand,
  historyCommand,
  peopleCommands,
  removeCommand,
  reportsCommand,
  verifyCommand,
  versionsCommand,
} from "./keep.ts";
import { logCommand } from "./log.ts";
import { quitOnClosedPipe } from "./output.ts";
import { readCommand } from "./read.ts";
import { say } from "./say.ts";
import { searchCommand } from "./search.ts";
import { serveCommand } from "./serve.ts";
import { timelineCommand } from "./timeline.ts";
import { viewCommands } from "./views.ts";

/** Exit codes: all went well; an input was bad or an operation failed; the command was misspelt. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

const version = () =>
  (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;

/** The whole command line as data; docs and tests look here for commands and options. */
export function program(): Command {
  const whole = new Command("hearsay")
    .description("Reads news reports and keeps the record: who said what, in whose report, on which words it stands.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .addCommand(serveCommand())
    .addCommand(readCommand())
    .addCommand(timelineCommand());
  for (const view of viewCommands()) whole.addCommand(view);
  whole
    .addCommand(explainCommand())
    .addCommand(checkCommand())
    .addCommand(clocksCommand())
    .addCommand(addCommand())
    .addCommand(reportsCommand())
    .addCommand(versionsCommand())
    .addCommand(logCommand())
    .addCommand(searchCommand())
    .addCommand(citeCommand());
  for (const one of [...changeCommands(), historyCommand(), ...peopleCommands()]) whole.addCommand(one);
  return whole
    .addCommand(exportCommand())
    .addCommand(verifyCommand())
    .addCommand(removeCommand())
    .addHelpText("after", "\nStart with:  hearsay read report.txt\nEach command has a --help with examples.");
}

/** Runs one command line and gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  quitOnClosedPipe();
  const command = program();
  for (const one of [command, ...command.commands]) {
    const help = one === command ? "hearsay --help" : `hearsay ${one.name()} --help`;
    one.exitOverride().configureOutput({ outputError: (text) => process.stderr.write(usage(text, help)) });
  }
  try {
    await command.parseAsync(args, { from: "user" });
    return Number(process.exitCode ?? EXIT.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof HearsayError)) throw error;
    say(`${error.message} ${error.remedy}`);
    return EXIT.failed;
  }
}

/** Commander's message as one line in our form, with the way to the help. */
const usage = (text: string, help: string) =>
  `hearsay: ${text
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/([^.)?])$/, "$1.")} See ${help}.\n`;
