import type { SingleBar } from "cli-progress";

/** Shows on stderr how far a run has come, if it takes more than a second and somebody is looking at nothing else. */
export function showProgress(
  state: { readonly done: number; readonly total: number },
  reports: () => number,
  printing: boolean,
  what = "reports",
): () => void {
  if (!process.stderr.isTTY || printing) return () => {};
  let bar: SingleBar | null = null;
  let stopped = false;
  const timer = setTimeout(async () => {
    const { SingleBar, Presets } = await import("cli-progress");
    if (stopped) return;
    // Through a pipe nobody knows how much is to come.
    const part = state.total > 0 ? "{bar} {percentage} % · " : "";
    const format = `${part}{reports} ${what} · {duration_formatted}`;
    bar = new SingleBar(
      { format, stream: process.stderr, clearOnComplete: true, hideCursor: true },
      Presets.shades_grey,
    );
    bar.start(Math.max(1, state.total), state.done, { reports: reports() });
    tick();
  }, 1000);
  let ticking: NodeJS.Timeout | undefined;
  const tick = () => {
    bar?.update(Math.min(state.done, state.total), { reports: reports() });
    ticking = setTimeout(tick, 200);
    ticking.unref();
  };
  timer.unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(ticking);
    bar?.stop();
  };
}
