import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeMedia } from "./media/make.ts";

// Reads the reports of this folder as a user would, checks the media of the same dispute, and says what to try next.
const here = fileURLToPath(new URL(".", import.meta.url));
const cli = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const hearsay = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { stdio: "inherit" }).status ?? 1;
let status = hearsay("read", here);
const folder = mkdtempSync(join(tmpdir(), "hearsay-demo-"));
try {
  process.stdout.write("\nAnd the media files that these reports speak of, said to be of Friday, 9 May 2031:\n\n");
  const files = makeMedia(folder);
  status ||= hearsay(
    "check",
    ...files,
    "--shown-at",
    "2031-05-09",
    "--zone",
    "+02:00",
    "--now",
    "2031-05-20",
    "--no-hash",
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (status === 0)
  process.stdout.write(`
These were six reports on one invented dispute (examples/) and five files made for them. Next, try:
  npx hearsay read examples --format html --output examples.html    and open it: the statements stand in place
  npx hearsay read examples --format csv --output examples.csv      the same as a sheet
  npx hearsay read your-report.txt                                  a report of your own
  npx hearsay check your-clip.mp4 --shown-at 2031-05-09             a file of your own
`);
process.exitCode = status;
