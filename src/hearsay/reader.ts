import { HearsayError } from "../errors.ts";
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
    const weights = orMissing(loadWeights);
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

/** Weights that cannot be read are a broken installation, said plainly; damage inside them is thrown as it is. */
function orMissing<T>(load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== "string") throw error;
    throw new HearsayError("weights-missing", "The learned weights cannot be read.", "Install Hearsay again.", {
      cause: error,
    });
  }
}
