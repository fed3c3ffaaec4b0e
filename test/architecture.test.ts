import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** Which room may look into which: the drawing of docs/architecture.md as law. A room may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  errors: [],
  language: ["model"],
  text: ["model", "language"],
  time: ["model", "language", "text"],
  attribution: ["model", "language", "text"],
  party: ["model", "language", "text"],
  meaning: ["model", "language", "text", "party"],
  compare: ["model", "language", "text"],
  media: ["model"],
  format: ["model", "errors"],
  read: ["model", "language", "text", "time", "attribution", "party", "meaning"],
  weights: ["model", "errors", "read", "text", "time", "attribution", "party", "meaning"],
  ingest: ["model", "errors", "text"],
  probe: ["model", "errors", "media"],
  investigation: ["model", "errors", "party"],
  hearsay: ["model", "errors", "read", "compare", "media", "format", "weights", "ingest", "probe", "investigation"],
  cli: ["model", "errors", "hearsay", "format", "server"],
  server: ["model", "errors", "hearsay", "format"],
  web: ["model", "format", "read", "media"],
  index: ["model", "errors", "read", "hearsay", "format", "compare", "media"],
};

const PURE = [
  "model",
  "errors",
  "language",
  "text",
  "time",
  "attribution",
  "party",
  "meaning",
  "compare",
  "media",
  "format",
  "read",
];

const SRC = resolve(import.meta.dirname, "../src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((f) => /\.tsx?$/.test(f));
const room = (file: string) => file.split(/[\\/]/)[0]!.replace(/\.tsx?$/, "");
const imports = (file: string) =>
  [...readFileSync(join(SRC, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((m) => m[1]!);

test("every room is in the table", () => {
  expect([...new Set(files.map(room))].filter((r) => !(r in MAY_IMPORT))).toEqual([]);
});

test("imports run in one direction", () => {
  const wrong = files.flatMap((file) =>
    imports(file)
      .filter((to) => to.startsWith("."))
      .map((to) => room(relative(SRC, resolve(dirname(join(SRC, file)), to))))
      .filter((to) => to !== room(file) && !MAY_IMPORT[room(file)]?.includes(to))
      .map((to) => `${file} imports ${to}`),
  );
  expect(wrong).toEqual([]);
});

test("pure rooms touch nothing of the world", () => {
  const banned =
    /\b(Intl\.|Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale\w+|process\.|globalThis|fetch\()/;
  const wrong = files
    .filter((f) => PURE.includes(room(f)))
    .flatMap((f) => [
      ...imports(f)
        .filter((to) => to.startsWith("node:"))
        .map((to) => `${f} imports ${to}`),
      ...readFileSync(join(SRC, f), "utf8")
        .split("\n")
        .filter((line) => banned.test(line))
        .map((line) => `${f}: ${line.trim()}`),
    ]);
  expect(wrong).toEqual([]);
});
