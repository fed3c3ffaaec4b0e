import { describe, expect, test } from "vitest";
import { find } from "../../src/attribution/find.ts";
import { secondLook } from "../../src/attribution/second-look.ts";
import { analyse } from "../../src/text/analyse.ts";
import { loadWeights } from "../../src/weights/load.ts";

const weights = loadWeights();

/** Everything found outermost, at first sight or at second: "source | cue | content". */
function seen(text: string): string[] {
  const analysis = analyse(text, weights.base);
  const found = find(analysis, weights.attribution);
  const again = secondLook(analysis, found, { model: weights.meaning.nested, verbClass: weights.meaning.verbClass });
  const words = (ranges: readonly (readonly [number, number])[]) =>
    ranges.map(([a, b]) => text.slice(analysis.starts[a], analysis.ends[b - 1])).join(" … ");
  return [...found.filter((f) => f.confidence >= 0.35), ...again].map(
    (f) => `${words(f.source)} | ${words(f.cue)} | ${words(f.content)}`,
  );
}

describe("found, if need be at second look", () => {
  const cases: Record<string, string> = {
    "Police in Varrow put the number of arrests at 46.": "Police in Varrow | put | the number of arrests at 46",
    "The harbour office spoke of fewer than 300 ships.": "The harbour office | spoke | of fewer than 300 ships",
    "The electoral office gave Prell 53.1 percent.": "The electoral office | gave | Prell 53.1 percent",
    "Some 400 villagers are said to be on the road.": " | are said | Some 400 villagers … to be on the road",
  };
  for (const [text, expected] of Object.entries(cases))
    test(text, () => {
      expect(seen(text)).toContain(expected);
    });
});

test("who merely puts or gives something is not heard", () => {
  expect(seen("The ferryman put the 40 crates at the gate. The baker gave the child two rolls.")).toEqual([]);
});
