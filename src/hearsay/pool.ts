import { Worker } from "node:worker_threads";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { localReader, type Reader } from "./reader.ts";

/** What a worker sends back: the reading without its report, which stayed here. */
export type Answer = Omit<Reading, "report">;

interface Task {
  readonly report: Report;
  readonly done: (reading: Reading) => void;
  readonly failed: (error: unknown) => void;
}

const ENTRY = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

/** Reads on `jobs` worker threads, each with weights of its own; a report goes to whichever is free. */
export function pooledReader(jobs: number, minConfidence: number): Reader {
  const waiting: Task[] = [];
  const idle: (() => void)[] = [];
  const workers: Worker[] = [];
  const here = localReader(minConfidence);

  const start = () => {
    const worker = new Worker(ENTRY, { workerData: { minConfidence } });
    let task: Task | undefined;
    const next = () => {
      task = waiting.shift();
      if (task) worker.postMessage(task.report);
      else idle.push(next);
    };
    worker.on("message", (answer: Answer) => {
      const { report, done } = task!;
      // Same key order as read() gives, so that the output does not tell one thread from many.
      const { id, ...rest } = answer;
      done({ id, report, ...rest });
      next();
    });
    worker.on("error", (error) => {
      for (const one of [task, ...waiting.splice(0)]) one?.failed(error);
    });
    workers.push(worker);
    next();
  };

  return {
    ahead: jobs * 4,
    read: (report) =>
      new Promise((done, failed) => {
        waiting.push({ report, done, failed });
        if (idle.length === 0 && workers.length < jobs) start();
        else idle.shift()?.();
      }),
    engine: () => here.engine(),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
