#!/usr/bin/env node
// Nothing but the check of Node's version may be imported before the check.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `hearsay: needs Node.js 22.14 or newer and this is ${process.versions.node}. Install one from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2));
}

export {};
