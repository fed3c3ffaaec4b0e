import { HearsayError } from "../errors.ts";
import type { Screen, Writer } from "../format/writer.ts";
import { openHearsay, type ReadRequest } from "../hearsay.ts";
import { fileOutput, standardOutput } from "./output.ts";
import { showProgress } from "./progress.ts";
import { say } from "./say.ts";
import { screen } from "./screen.ts";
import { lacksPublication, undatedNote } from "./undated.ts";

/** What the user asked to have printed. */
interface Printing {
  /** The command, for the hint when nothing is named. */
  readonly command: string;
  readonly files: readonly string[];
  readonly overrides: ReadRequest["overrides"];
  readonly minConfidence: number;
  readonly jobs: number;
  readonly output?: string | undefined;
}

/** Reads files and prints their readings one by one through a writer, so that memory stays flat. */
export async function print(asked: Printing, writerOn: (screen: Screen) => Writer): Promise<void> {
  const { files, overrides, minConfidence, jobs } = asked;
  if (files.length === 0 && process.stdin.isTTY)
    throw new HearsayError(
      "input-missing",
      "Nothing to read: no file is named and nothing comes through a pipe.",
      `Try: hearsay ${asked.command} report.txt`,
    );
  const inputs = files.length > 0 ? files : ["-"];
  const output = asked.output === undefined ? standardOutput() : await fileOutput(asked.output, inputs);
  const printing = asked.output === undefined && Boolean(process.stdout.isTTY);
  const writer = writerOn(screen(printing));
  const progress = { done: 0, total: 0 };
  let readings = 0;
  let problems = 0;
  let undated = 0;
  const hide = showProgress(progress, () => readings, printing);
  try {
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
