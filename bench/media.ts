import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { exiftoolPath } from "exiftool-vendored";
import { readDate } from "../src/media/clocks/date-text.ts";
import { wallKey } from "../src/media/clocks/wall-key.ts";
import { readContainers } from "../src/media/container/read.ts";
import type { MediaPart } from "../src/model/media.ts";
import { startExifTool } from "../src/probe/exiftool.ts";
import { openFile } from "../src/probe/file.ts";
import type { Figures } from "./figures.ts";

/** Groups of ExifTool's that are no clocks of the file: the file system, and what it puts together itself. */
const NOT_STORED = /^(System|Composite|ExifTool|MacOS|SourceFile)/;

/**
 * Clocks found by value against ExifTool's own `-time:all` on the files of a folder: every stored value with at least
 * a day, in any group. Prints the fields missed; null without perl.
 */
export async function benchMedia(folder: string, jobs = 1): Promise<Figures | null> {
  const second = await startExifTool(jobs);
  if (!second) return null;
  const truth = times(await exiftoolPath(), folder);
  const counts = { all: 0, both: 0, ours: 0, own: 0, files: 0 };
  const missed = new Map<string, string>();
  const own: number[] = [];
  const warm: number[] = [];
  try {
    for (const file of walk(resolve(folder))) {
      const open = openFile(file);
      if (typeof open === "string") continue;
      counts.files++;
      const t0 = performance.now();
      const parts = readContainers(open);
      const t1 = performance.now();
      const answer = parts.some((p) => p.capped) ? "not asked" : await second.read(file);
      const t2 = performance.now();
      open.close();
      own.push(t1 - t0);
      if (counts.files > 1) warm.push(t2 - t0);
      const ours = keys(parts);
      const all = typeof answer === "string" ? ours : new Set([...ours, ...keys([answer])]);
      for (const [tag, key] of truth.get(file) ?? []) {
        counts.all++;
        if (has(all, key)) counts.both++;
        else missed.set(`${tag} (with ExifTool)`, file);
        if (parts.length === 0) continue;
        counts.ours++;
        if (has(ours, key)) counts.own++;
        else missed.set(tag, file);
      }
    }
  } finally {
    await second.end();
  }
  for (const [tag, file] of [...missed].slice(0, 40)) console.log(`  missed ${tag} in ${file}`);
  const percent = (n: number, of: number): number => (of === 0 ? 100 : Math.round((1000 * n) / of) / 10);
  console.log(`  ${counts.files} files, ${counts.all} clocks, ${counts.ours} of them in formats of our own readers`);
  return {
    "found with ExifTool %": percent(counts.both, counts.all),
    "found by our own readers %": percent(counts.own, counts.ours),
    "files a second, ExifTool warm": Math.round(1000 / median(warm)),
    "files a second, our own readers": Math.round(1000 / median(own)),
  };
}

/** A stored date is found, too, where it stands joined with the time that the format keeps in another field. */
const has = (found: ReadonlySet<string>, key: string): boolean =>
  found.has(key) || (key.length === 10 && [...found].some((k) => k.startsWith(`${key}T`)));

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 1;

const keys = (parts: readonly MediaPart[]): Set<string> =>
  new Set(parts.flatMap((p) => p.clocks.map((c) => wallKey(c)).filter((k) => k !== null)));

function* walk(folder: string): Generator<string> {
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* walk(path);
    else if (stat?.isFile()) yield path;
  }
}

function times(script: string, folder: string): Map<string, [string, string][]> {
  const args = [
    script,
    "-config",
    "",
    "-json",
    "-a",
    "-G1:4",
    "-time:all",
    "-q",
    "-q",
    "-r",
    "-ext",
    "*",
    resolve(folder),
  ];
  let text = "";
  try {
    text = execFileSync("perl", args, {
      maxBuffer: 1 << 30,
      env: { PATH: process.env.PATH ?? "", TZ: "UTC" },
      stdio: ["ignore", "pipe", "ignore"],
    }).toString();
  } catch (error) {
    // ExifTool exits with 1 when any of the files is damaged; its answers for the others stand.
    text = String((error as { stdout?: Buffer }).stdout ?? "[]");
  }
  const found = new Map<string, [string, string][]>();
  for (const entry of JSON.parse(text) as Record<string, unknown>[]) {
    const list: [string, string][] = [];
    for (const [tag, value] of Object.entries(entry)) {
      if (NOT_STORED.test(tag)) continue;
      for (const one of Array.isArray(value) ? value : [value]) {
        const read = readDate(String(one));
        if (read.kind === "date" && read.wall.iso.length >= 10) list.push([tag, read.wall.iso.slice(0, 19)]);
      }
    }
    found.set(String(entry.SourceFile), list);
  }
  return found;
}
