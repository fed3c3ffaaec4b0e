import type { Reporter, TestModule } from "vitest/node";

/** Ends the output of the tests with one line that counts them and says what was left out. */
export default class LastLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((one) => one.result().state));
    const count = (state: string) => states.filter((one) => one === state).length;
    const broken = modules.filter((module) => module.state() === "failed" && module.errors().length > 0).length;
    const skipped = count("skipped");
    const long = process.env.HEARSAY_FULL ? "" : " (the long ones run in npm run test:full)";
    const left = skipped > 0 ? `, ${skipped} skipped${long}` : "";
    console.log(`${count("passed")} passed, ${count("failed") + broken + errors.length} failed${left}`);
  }
}
