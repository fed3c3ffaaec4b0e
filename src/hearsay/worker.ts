import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "../model/report.ts";
import { localReader } from "./reader.ts";

/** A worker thread of the pool: a report comes in, its reading goes out. */
const reader = localReader((workerData as { minConfidence: number }).minConfidence);

parentPort!.on("message", async (report: Report) => {
  const { report: _, ...answer } = await reader.read(report);
  parentPort!.postMessage(answer);
});
