import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { benchAttribution } from "./attribution.ts";
import type { Bench, Figures } from "./figures.ts";
import { benchInvestigation } from "./investigation.ts";
import { benchMedia } from "./media.ts";
import { benchSpeed } from "./speed.ts";
import { benchText } from "./text.ts";
import { benchTime } from "./time.ts";

const CORPORA = resolve(process.env.HEARSAY_CORPORA ?? resolve(import.meta.dirname, "../../shared/corpora"));

const BENCHES: Record<string, Bench> = {
  text: benchText,
  attribution: benchAttribution,
  time: benchTime,
  speed: benchSpeed,
  investigation: benchInvestigation,
};

const floors = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8")) as Record<string, Figures>;
const args = process.argv.slice(2);
const options = args.filter((a) => a.startsWith("-"));
const names = args.filter((a) => !a.startsWith("-"));
const unknown = names[0] === "media" ? undefined : names.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`No such bench: ${unknown}. Known: ${[...Object.keys(BENCHES), "media FOLDER"].join(", ")}.`);
  process.exitCode = 2;
} else if (names[0] === "media" && names[1] === undefined) {
  console.error("Name a folder of media files: npm run bench -- media FOLDER.");
  process.exitCode = 2;
} else if (names[0] === "media") print("media", await benchMedia(names[1]!), "perl is not here");
else
  for (const name of names.length > 0 ? names : Object.keys(BENCHES))
    print(
      name,
      await BENCHES[name]!(CORPORA, options),
      `its corpora are not in ${CORPORA} (HEARSAY_CORPORA names another place)`,
    );

function print(name: string, figures: Figures | null, without: string): void {
  console.log(`\n${name}`);
  if (figures === null) {
    console.log(`  skipped: ${without}`);
    return;
  }
  for (const [figure, value] of Object.entries(figures)) {
    const floor = floors[name]?.[figure];
    const below = floor !== undefined && value < floor;
    if (below) process.exitCode = 1;
    console.log(
      `  ${figure.padEnd(34)}${String(value).padStart(9)}${floor === undefined ? "" : `   floor ${floor}`}${below ? "   BELOW" : ""}`,
    );
  }
}
