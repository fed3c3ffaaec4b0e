import { Command, InvalidArgumentError, Option } from "commander";
import { HearsayError } from "../errors.ts";
import { MEDIA_FORMATS, type MediaFormat, writeMedia } from "../format/media/formats.ts";
import { type ClaimText, openHearsay } from "../hearsay.ts";
import type { ClaimedTime, MediaClaim } from "../model/media.ts";
import { fileOutput, standardOutput } from "./output.ts";
import { showProgress } from "./progress.ts";
import { say } from "./say.ts";
import { screen } from "./screen.ts";

interface Options {
  readonly format: MediaFormat;
  readonly shownAt?: string;
  readonly publishedAt?: string;
  readonly zone?: string;
  readonly now?: string;
  readonly hash: boolean;
  readonly exiftool: boolean;
  readonly jobs: number;
  readonly output?: string;
}

const CHECK_EXAMPLES = `
Examples:
  hearsay check clip.mp4 --shown-at 2031-05-12 --zone +02:00
  hearsay check photo.jpg --shown-at 2031-05-12T09:00:00+02:00/2031-05-12T09:30:00+02:00
  hearsay check clip.mp4 --published-at 2031-05-12T14:30:00Z --format html --output clip.html

Answers for each file: the file's clock reads earlier (predates), fits (consistent), this copy was written later
(postdates), its clocks disagree (conflict), do not settle it (inconclusive), no usable dates (no-evidence), unreadable.
Exit code: 0 all files were read, 1 one could not be, 2 wrong usage.`;

const CLOCKS_EXAMPLES = `
Examples:
  hearsay clocks photo.jpg                    every clock in the file, where it stands and what it means
  hearsay clocks *.mp4 --format json --no-hash

Exit code: 0 all files were read, 1 one could not be, 2 wrong usage.`;

/** `hearsay check FILE…`: compares the clocks of media files with the time they are said to show. */
export function checkCommand(): Command {
  return common(new Command("check"))
    .summary("compare a media file's clocks with the time it is said to show")
    .description("Reads the clocks inside photos, videos, sound and PDF files, and compares them with a claimed time.")
    .option("-s, --shown-at <time>", "the time the scene is said to be: a day, an instant with its zone, or FROM/TO")
    .option("-p, --published-at <time>", "when it was published: an instant with its zone, or a day")
    .option("-z, --zone <zone>", "the zone of times given without one, as +03:00")
    .addHelpText("after", CHECK_EXAMPLES)
    .action(async (files: string[], options: Options, command: Command) => {
      const claim = {
        shownAt: claimed(options.shownAt, options, command),
        publishedAt: claimed(options.publishedAt, options, command),
      };
      if (!claim.shownAt && !claim.publishedAt)
        command.error("error: nothing to check against: give --shown-at or --published-at, or use hearsay clocks", {
          exitCode: 2,
        });
      await look(files, options, claim);
    });
}

/** `hearsay clocks FILE…`: lists every clock of media files. */
export function clocksCommand(): Command {
  return common(new Command("clocks"))
    .summary("list every clock in media files")
    .description(
      "Lists every clock inside photos, videos, sound and PDF files: its value, zone, place, role and meaning.",
    )
    .addHelpText("after", CLOCKS_EXAMPLES)
    .action((files: string[], options: Options) => look(files, options, null));
}

const common = (command: Command): Command =>
  command
    .argument("<file...>", "media files")
    .addOption(new Option("-f, --format <format>", "how to print").choices(MEDIA_FORMATS).default("text"))
    .option("-n, --now <time>", "the day or instant taken as today (default: today)", day)
    .option("--no-hash", "leave out the SHA-256 of each file")
    .option("--no-exiftool", "use our own readers alone")
    .option("-j, --jobs <number>", "files looked at side by side", jobs, 2)
    .option("-o, --output <file>", "write here rather than to standard output");

function claimed(text: string | undefined, options: Options, command: Command): ClaimedTime | null {
  if (text === undefined) return null;
  const read: ClaimText = openHearsay().claim(text, options.zone ?? null);
  if (!read.ok) command.error(`error: ${read.why}`, { exitCode: 2 });
  return (read as Extract<ClaimText, { ok: true }>).claim;
}

function day(value: string): string {
  const read = openHearsay().claim(value, "Z");
  if (!read.ok || value.includes("/"))
    throw new InvalidArgumentError("It is a day (2031-05-12) or an instant with its zone.");
  return read.claim.to;
}

/** Today to its end in UTC, so that two reports of one day are the same. */
const endOfDay = (ms: number): string => `${new Date(ms).toISOString().slice(0, 10)}T23:59:59Z`;

function jobs(value: string): number {
  if (!/^\d{1,2}$/.test(value) || Number(value) < 1)
    throw new InvalidArgumentError("It is a whole number from 1 to 99.");
  return Number(value);
}

async function look(files: readonly string[], options: Options, claim: MediaClaim | null): Promise<void> {
  const output = options.output === undefined ? standardOutput() : await fileOutput(options.output, files);
  const progress = { done: 0, total: files.length };
  // Nothing is printed before the end, so the bar is in nobody's way.
  const hide = showProgress(progress, () => progress.done, false, "files");
  try {
    const check = await openHearsay().check(files, {
      claim,
      now: Date.parse(options.now ?? endOfDay(Date.now())),
      hash: options.hash,
      jobs: options.jobs,
      exiftool: options.exiftool,
      progress: (done) => {
        progress.done = done;
      },
    });
    const paper = screen(options.output === undefined && Boolean(process.stdout.isTTY));
    await output.write(writeMedia(check, options.format, paper));
    await output.finish();
    const unread = check.exhibits.filter((e) => e.verdict === "unreadable");
    for (const e of unread)
      if (options.format !== "text" || options.output !== undefined) say(`${e.file}: ${e.error}.`);
    process.exitCode = unread.length > 0 ? 1 : 0;
  } catch (error) {
    output.discard();
    throw error instanceof HearsayError
      ? error
      : new HearsayError("check-failed", "The media check broke off.", "Try the files one by one.", { cause: error });
  } finally {
    hide();
  }
}
