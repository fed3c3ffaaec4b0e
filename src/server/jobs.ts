import { randomUUID } from "node:crypto";
import { HearsayError } from "../errors.ts";
import type { AddOutcome } from "../hearsay.ts";

/** What happens while reports are added, in the order it happened. */
export type JobEvent =
  | {
      readonly kind: "added";
      readonly report: string;
      readonly title: string;
      readonly standing: string;
      readonly statements: number;
      readonly unread: string | null;
    }
  | { readonly kind: "problem"; readonly message: string; readonly remedy: string }
  | { readonly kind: "note"; readonly message: string }
  | { readonly kind: "done"; readonly kept: number; readonly problems: number };

/** Long work that a page can watch, and look back on after a reload. */
export interface Job {
  readonly id: string;
  readonly events: readonly JobEvent[];
  /** Resolves when there is an event after this many, or at once when the work is over. */
  after(seen: number): Promise<void>;
  readonly over: () => boolean;
}

/** How many finished jobs are remembered. */
const KEPT = 50;

/** The jobs of a server; they run one after another. */
export function jobs(): {
  start(work: () => AsyncIterable<AddOutcome>, shown: (words: string) => string): Job;
  get(id: string): Job | undefined;
  idle(): Promise<void>;
} {
  const all = new Map<string, Job>();
  let last: Promise<void> = Promise.resolve();
  return {
    start(work, shown) {
      const events: JobEvent[] = [];
      let wake: (() => void)[] = [];
      let over = false;
      const put = (event: JobEvent) => {
        events.push(event);
        for (const one of wake.splice(0)) one();
      };
      const job: Job = {
        id: randomUUID(),
        events,
        over: () => over,
        after: (seen) => (over || events.length > seen ? Promise.resolve() : new Promise((done) => wake.push(done))),
      };
      const problem = (error: unknown) => {
        if (!(error instanceof HearsayError)) console.error(error);
        put(
          error instanceof HearsayError
            ? { kind: "problem", message: shown(error.message), remedy: error.remedy }
            : {
                kind: "problem",
                message: "Something broke while reading.",
                remedy: "Try again; the log of the server says more.",
              },
        );
      };
      const run = async () => {
        try {
          for await (const outcome of work())
            if (outcome.kind === "added")
              put({
                kind: "added",
                report: outcome.added.report,
                title: outcome.report.title ?? outcome.report.id,
                standing: outcome.added.standing,
                statements: outcome.added.statements,
                unread: outcome.unread,
              });
            else if (outcome.kind === "problem") problem(outcome.error);
            else put({ kind: "note", message: shown(outcome.message) });
        } catch (error) {
          problem(error);
        }
        over = true;
        const count = (kind: JobEvent["kind"]) => events.filter((e) => e.kind === kind).length;
        put({ kind: "done", kept: count("added"), problems: count("problem") });
        wake = [];
      };
      last = last.then(run);
      all.set(job.id, job);
      for (const [id, one] of all) if (all.size > KEPT && one.over()) all.delete(id);
      return job;
    },
    get: (id) => all.get(id),
    idle: () => last,
  };
}
