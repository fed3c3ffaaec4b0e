import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Reads the reports of this folder as a user would, and says what to try next.
const here = fileURLToPath(new URL(".", import.meta.url));
const cli = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const { status } = spawnSync(process.execPath, [cli, "read", here], { stdio: "inherit" });
if (status === 0)
  process.stdout.write(`
These were six reports on one invented dispute (examples/). Next, try:
  npx hearsay read examples --format html --output examples.html    and open it: the statements stand in place
  npx hearsay read examples --format csv --output examples.csv      the same as a sheet
  npx hearsay read your-report.txt                                  a report of your own
`);
process.exitCode = status ?? 1;
