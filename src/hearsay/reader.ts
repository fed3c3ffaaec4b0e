import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";

/** Reads reports, in this thread or in others; closed when done. */
export interface Reader {
  /** How many reports to have under way at once. */
  readonly ahead: number;
  read(report: Report): Promise<Reading>;
  close(): Promise<void>;
}

/** Reads in this thread; weights are loaded at the first report. */
export function localReader(minConfidence: number): Reader {
  let engine: Promise<(report: Report) => Reading> | null = null;
  const load = async () => {
    const [{ read }, { loadWeights }] = await Promise.all([import("../read.ts"), import("../weights/load.ts")]);
    const weights = loadWeights();
    return (report: Report) => read(report, weights, { minConfidence });
  };
  return {
    ahead: 1,
    async read(report) {
      engine ??= load();
      return (await engine)(report);
    },
    async close() {},
  };
}
