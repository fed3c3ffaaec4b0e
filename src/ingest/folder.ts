import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { HearsayError } from "../errors.ts";

/** File endings that a folder is searched for. A file named by hand may have any ending. */
export const REPORT_ENDINGS = [
  ".txt",
  ".text",
  ".html",
  ".htm",
  ".xhtml",
  ".jsonl",
  ".ndjson",
  ".pdf",
  ".docx",
  ".rss",
  ".atom",
  ".srt",
  ".vtt",
] as const;

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The reports of a folder and its subfolders, relative to it, in code-unit order; hidden ones are passed over. */
export function walk(folder: string): string[] {
  const found: string[] = [];
  const look = (inside: string) => {
    const entries = readdirSync(join(folder, inside), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.isDirectory()) look(path);
      else if (REPORT_ENDINGS.some((ending) => entry.name.toLowerCase().endsWith(ending)) && isFile(entry, path))
        found.push(path);
    }
  };
  const isFile = (entry: { isFile(): boolean; isSymbolicLink(): boolean }, path: string) => {
    if (!entry.isSymbolicLink()) return entry.isFile();
    try {
      return statSync(join(folder, path)).isFile();
    } catch {
      return false;
    }
  };
  look("");
  if (found.length === 0)
    throw new HearsayError(
      "folder-empty",
      `${folder} holds no reports.`,
      `Reports end in ${REPORT_ENDINGS.join(", ")}; other files are read when named one by one.`,
    );
  return found;
}
