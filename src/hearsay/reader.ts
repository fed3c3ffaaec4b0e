import { HearsayError } from "../errors.ts";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";

/** Reads reports, in this thread or in others; closed when done. */
export interface Reader {
  /** How many reports to have under way at once. */
  readonly ahead: number;
  read(report: Report): Promise<Reading>;
  /** Which rules and weights it reads with. */
  engine(): Promise<Pick<Reading, "version" | "weights">>;
  close(): Promise<void>;
}

/** Reads in this thread; weights are loaded at the first report. */
export function localReader(minConfidence: number): Reader {
  const load = async () => {
    const [{ read, READING_VERSION }, { loadWeights }] = await Promise.all([
      import("../read.ts"),
      import("../weights/load.ts"),
    ]);
    const weights = orMissing(loadWeights);
    return {
      version: READING_VERSION,
      weights: weights.sha256,
      read: (report: Report) => read(report, weights, { minConfidence }),
    };
  };
  let engine: ReturnType<typeof load> | null = null;
  return {
    ahead: 1,
    async read(report) {
      engine ??= load();
      return (await engine).read(report);
    },
    async engine() {
      engine ??= load();
      return engine;
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
