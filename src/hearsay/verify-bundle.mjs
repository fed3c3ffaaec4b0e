// Checks a bundle that Hearsay exported, without Hearsay: node verify.mjs [FINGERPRINT]
// Needs nothing but Node.js. Reads the folder it lies in; prints what holds; exit code 1 when something does not.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const sha256 = (data) => createHash("sha256").update(data).digest("hex");
const sorted = (v) =>
  Array.isArray(v)
    ? `[${v.map(sorted).join(",")}]`
    : v !== null && typeof v === "object"
      ? `{${Object.keys(v)
          .sort()
          .map((k) => `${JSON.stringify(k)}:${sorted(v[k])}`)
          .join(",")}}`
      : JSON.stringify(v);
const fail = (what) => {
  console.error(`It does not hold: ${what}.`);
  process.exit(1);
};

const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
for (const [name, hash] of Object.entries(manifest.files)) {
  if (!existsSync(join(folder, name))) fail(`${name} is missing`);
  if (sha256(readFileSync(join(folder, name))) !== hash) fail(`${name} was changed`);
}
const known = new Set([...Object.keys(manifest.files), "manifest.json"]);
for (const name of readdirSync(folder, { recursive: true }).map((n) => n.replaceAll("\\", "/")))
  if (!known.has(name) && name !== "texts" && name !== "stamps") fail(`${name} is no part of the bundle`);

let last = { seq: 0, hash: "0".repeat(64) };
let shown = 0;
const wanted = process.argv[2];
let met = !wanted;
const texts = new Set(Object.keys(manifest.files).filter((n) => n.startsWith("texts/")));
for await (const text of createInterface({ input: createReadStream(join(folder, "chain.jsonl")) })) {
  const line = JSON.parse(text);
  const { seq, at, by, kind, subject, commitment, prev, salt, body, hash } = line;
  if (seq !== last.seq + 1 || prev !== last.hash) fail(`line ${seq} of the chain does not follow the one before`);
  if (sha256(sorted([seq, at, by, kind, subject, commitment, prev])) !== hash)
    fail(`line ${seq} of the chain was changed`);
  if (body !== null) {
    shown++;
    if (sha256(`${salt}\n${body}`) !== commitment) fail(`the contents of line ${seq} were changed`);
    if (kind === "report") {
      const { version, text: textHash, encoding } = JSON.parse(body);
      const name = `texts/${subject}.${version}.txt`;
      // A text with half characters cannot be written as UTF-8; its hash is over UTF-16.
      if (texts.delete(name) && encoding === "utf8" && manifest.files[name] !== textHash)
        fail(`${name} is not the text that was kept`);
    }
  }
  if (wanted === `${seq}-${hash}`) met = true;
  last = { seq, hash };
}
if (`${last.seq}-${last.hash}` !== manifest.fingerprint)
  fail("the chain does not end at the fingerprint of the manifest");
if (!met) fail("the chain does not lead through the fingerprint you gave");
if (texts.size > 0) fail(`${[...texts][0]} is not in the chain`);
console.log(
  `Everything holds: ${last.seq} lines, ${shown} with their contents, ${Object.keys(manifest.files).length} files.`,
);
console.log(`fingerprint ${manifest.fingerprint}`);
console.log(
  "Compare the fingerprint with one you were given by another way; only that shows that the chain is the same.",
);
