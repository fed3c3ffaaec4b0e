import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { EXIFTOOL_ARGUMENTS, fromExifTool } from "../media/clocks/exiftool-tags.ts";
import type { MediaPart } from "../model/media.ts";

/** ExifTool as a second reader. `read` never throws: what went wrong is a sentence. */
export interface SecondReader {
  read(path: string): Promise<MediaPart | string>;
  /** False when it turned out not to start. */
  works(): boolean;
  end(): Promise<void>;
}

/** Most memory, in bytes, and most time for one file, in ms, that ExifTool's process gets. */
const MEMORY = 256 << 20;
const TIME = 2500;
/** Most time for its first answer, in which perl and ExifTool are loaded. */
const START = 8000;

/** Perl shuffles its tables at every start unless told not to; which of two equal names is kept would be chance. */
const SAME_ORDER = { PERL_HASH_SEED: "0", PERL_PERTURB_KEYS: "0" };

const onPath = (name: string): string | null => {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Looked for in the next folder.
    }
  }
  return null;
};

/**
 * Starts ExifTool from `exiftool-vendored` in child processes without a shell, without its user's configuration, in UTC,
 * under a memory limit where the system has `prlimit` (Linux), and a time limit everywhere. Null when there is no perl.
 */
export async function startExifTool(jobs: number): Promise<SecondReader | null> {
  const perl = process.platform === "win32" ? "" : onPath("perl");
  if (perl === null) return null;
  const prlimit = process.platform === "linux" ? onPath("prlimit") : null;
  // Loaded here, because other commands do not need it.
  const { ExifTool, exiftoolPath } = await import("exiftool-vendored");
  const children = new Set<ChildProcess>();
  let started = false;
  let dead = false;
  let stillborn = 0;
  let giveUp = (): void => {};
  const never = new Promise<null>((done) => {
    giveUp = () => done(null);
  });
  const tool = new ExifTool({
    maxProcs: Math.max(1, jobs),
    maxTasksPerProcess: 500,
    taskTimeoutMillis: TIME,
    spawnTimeoutMillis: START,
    taskRetries: 0,
    ignoreMinorErrors: false,
    defaultVideosToUTC: false,
    checkPerl: false,
    useMWG: false,
    geolocation: false,
    processFactory: async () => {
      const script = await exiftoolPath();
      const args = [...(perl === "" ? [] : [script]), "-config", "", "-stay_open", "True", "-@", "-"];
      const command = perl === "" ? script : perl;
      const limited = prlimit
        ? { command: prlimit, args: [`--as=${MEMORY}`, "--core=0", command, ...args] }
        : { command, args };
      const child = spawn(limited.command, limited.args, {
        shell: false,
        stdio: "pipe",
        windowsHide: true,
        env: { PATH: process.env.PATH ?? "/usr/bin:/bin", LANG: "C", LC_ALL: "C", TZ: "UTC", ...SAME_ORDER },
      });
      children.add(child);
      child.on("exit", () => {
        children.delete(child);
        if (!started && ++stillborn > 1) giveUp();
      });
      return child;
    },
  });
  return {
    works: () => !dead,
    async read(path) {
      if (/[\0-\x1f\x7f]/.test(path)) return "its name cannot be handed to ExifTool";
      if (dead) return "ExifTool does not start on this machine";
      try {
        const answer = tool.readRaw(path, { readArgs: [...EXIFTOOL_ARGUMENTS] });
        const tags = await within(started ? answer : Promise.race([answer, never]), started ? TIME + 1000 : START);
        if (tags === null) {
          dead ||= !started;
          return started ? `ExifTool was stopped after ${TIME} ms` : "ExifTool does not start on this machine";
        }
        started = true;
        return fromExifTool(tags as unknown as Record<string, unknown>);
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        if (/timeout|timed out/i.test(text)) return `ExifTool was stopped after ${TIME} ms`;
        return /memory/i.test(text) ? "ExifTool was stopped: it asked for too much memory" : "ExifTool gave up on it";
      }
    },
    async end() {
      const ended = tool.end(!dead).catch(() => {});
      await within(ended, dead ? 200 : 2000);
      for (const child of children) child.kill("SIGKILL");
    },
  };
}

/** What a promise gives within a time in ms, or null. */
async function within<T>(promise: Promise<T>, time: number): Promise<T | null> {
  promise.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), time);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
