import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openInvestigation } from "../../src/investigation/store.ts";
import { folder } from "../folder.ts";
import { sella } from "../investigation/made.ts";
import { hearsay } from "./run.ts";

/** An investigation with the Sella report in it, and a way to run commands on it as somebody. */
async function desk(more: Record<string, string | Uint8Array> = {}) {
  const at = folder({ "readme.md": "", ...more });
  const file = join(at, "dam.hearsay");
  const inv = await openInvestigation(file, { create: true });
  await inv.add(
    { ...sella({ url: "https://courier.example/sella" }), original: Buffer.from("x"), key: "sella" },
    { by: "ona" },
  );
  await inv.close();
  const run = (...args: string[]) => hearsay([...args, "-I", file], "", { HEARSAY_USER: "ona" });
  return { at, file, run };
}

test("add, log, check, correct, search, cite and verify: the way of a desk", async () => {
  const at = folder({
    "a.txt": "The dam held, Bo Lim said on Monday.\n",
    "b.jsonl": '{"id":"x","text":"Bo Lim said it was over."}\n{',
  });
  const run = (...args: string[]) => hearsay([...args, "-I", join(at, "i.hearsay")], "", { HEARSAY_USER: "ona" });
  const first = await run("add", join(at, "a.txt"), join(at, "b.jsonl"));
  expect(first.code).toBe(1);
  expect(first.out).toMatch(
    /new +R1 +a\.txt · \d+ statements\nnew +R2 +x · \d+ statements\n2 new, 0 changed, 0 read again, 0 already there, 1 not kept\n$/,
  );
  expect(first.err).toMatch(/b\.jsonl, line 2 is no JSON\./);
  writeFileSync(join(at, "a.txt"), "The dam held, Bo Lim said on Tuesday.\n");
  expect((await run("add", join(at, "a.txt"), "--quiet")).out).toBe(
    "0 new, 1 changed, 0 read again, 0 already there\n",
  );
  expect((await run("add", join(at, "a.txt"), "--quiet")).out).toBe(
    "0 new, 0 changed, 0 read again, 1 already there\n",
  );
  expect((await run("verify")).out).toMatch(/^Everything holds\.\n2 reports, 0 entries/);
  const versions = await run("versions", "R1");
  expect(versions.out).toMatch(/^version 1 [\s\S]*version 2 /);
  expect((await run("versions", "R1", "--diff")).out).toContain("[-Monday-]{+Tuesday+}");
});

test("people's changes are printed, kept apart and undone", async () => {
  const { run } = await desk();
  expect((await run("checked", "R1.1")).out).toBe("R1.1 checked (E1)\n");
  expect(
    (
      await run(
        "correct",
        "R1.2",
        "--said-by",
        "Kir Vane",
        "--kind",
        "promises",
        "--statement-date",
        "2031-05-11",
        "-w",
        "misheard",
      )
    ).out,
  ).toBe("R1.2 corrected (E2)\n");
  expect((await run("add-statement", "R1", "40 houses were", "--said-by", "An engineer")).out).toBe(
    "R1.6 added (E3)\n",
  );
  expect((await run("reject", "R1.4")).out).toBe("R1.4 rejected (E4)\n");
  expect((await run("status", "R1.1", "call back")).code).toBe(0);
  expect((await run("note", "R1", "from the archive")).code).toBe(0);
  const log = (await run("log")).out;
  expect(log).toMatch(/R1\.1 +Ona Brill · says · the dam would hold\n +checked by ona · call back/);
  expect(log).toMatch(/R1\.2 +Kir Vane · promises/);
  expect(log).not.toContain("R1.4 ");
  expect((await run("log", "--rejected")).out).toContain("R1.4 ");
  expect((await run("history", "R1.2")).out).toMatch(
    /^E2 +\S+ \S+ +ona +corrected · speakers: \["Kir Vane"\] · act: "promises".*why: misheard\n$/,
  );
  expect((await run("undo", "R1.2")).out).toBe("R1.2 unchecked (E7, replaces E2)\n");
  expect((await run("search", "houses")).out).toContain("R1.6");
  expect((await run("search", "--by", "brill", "--kind", "denies", "--status", "rejected")).out).toContain("R1.4");
  expect((await run("cite", "R1.1")).out).toMatch(
    /^“the dam would hold” — Ona Brill, says; .*\[R1\.1, checked by ona\]\n$/,
  );
  expect((await run("people")).out).toContain("P1 Ona Brill");
  expect((await run("merge", "P2", "P1")).out).toBe("D1: P2 is P1\n");
  expect((await run("undo", "D1")).out).toBe("D1 undone\n");
  expect((await run("reports")).out).toMatch(/^R1 The Sella dam · Marrow Valley Courier/);
  expect((await run("verify")).code).toBe(0);
});

test("what is confidential or under embargo leaves by no door", async () => {
  const { run, at } = await desk();
  await run("flag", "R1.1", "--confidential");
  await run("flag", "R1.2", "--embargo", "2999-01-01");
  for (const format of ["csv", "json", "markdown", "html", "text", "xlsx"]) {
    const { out, err } = await run("log", "--format", format, "--output", join(at, `log.${format}`));
    expect(out).toBe("");
    expect(err).toContain("2 confidential or embargoed rows were left out");
    expect(readFileSync(join(at, `log.${format}`), "latin1")).not.toContain("dam would hold");
  }
  expect((await run("search", "dam", "--format", "csv")).out).not.toContain("dam would hold");
  const cited = await run("cite", "R1.1");
  expect([cited.code, cited.out]).toEqual([1, ""]);
  await run("export", "--bundle", join(at, "out"), "--html", join(at, "page.html"));
  expect(readFileSync(join(at, "out", "log.csv"), "utf8")).not.toContain("dam would hold");
  expect(readFileSync(join(at, "out", "log.json"), "utf8")).not.toContain("dam would hold");
  expect(readFileSync(join(at, "out", "chain.jsonl"), "utf8")).not.toContain("dam would hold");
  expect(readFileSync(join(at, "page.html"), "utf8")).not.toContain('id="l-R1.1"');
  expect((await run("log", "--format", "csv", "--with-withheld")).out).toContain("dam would hold");
  await run("flag", "R1", "--confidential");
  await run("export", "--bundle", join(at, "none"));
  expect(readdirSync(join(at, "none", "texts"))).toEqual([]);
  expect(readFileSync(join(at, "none", "chain.jsonl"), "utf8")).not.toContain("Sella");
});

test("a bundle is checked by its own script, and shows what was changed in it", async () => {
  const { run, at } = await desk();
  await run("checked", "R1.1");
  const print = /fingerprint (\S+)/.exec((await run("verify")).out)![1]!;
  await run("flag", "R1.2", "--confidential");
  await run("remove", "R1.2", "--yes");
  expect((await run("export", "--bundle", join(at, "out"))).code).toBe(0);
  expect((await run("export", "--bundle", join(at, "out"))).err).toContain("is not empty");
  const check = (...args: string[]) =>
    spawnSync(process.execPath, [join(at, "out", "verify.mjs"), ...args], { encoding: "utf8" });
  expect(check().stdout).toMatch(/^Everything holds: \d+ lines/);
  expect(check(print).status).toBe(0);
  expect(check(print.replace(/.$/, (c) => (c === "0" ? "1" : "0"))).status).toBe(1);
  for (const [name, from, to] of [
    ["texts/R1.1.txt", "hold", "fold"],
    ["chain.jsonl", '"by":"ona"', '"by":"bo"'],
    ["index.html", "checked by ona", "checked by bo"],
    ["manifest.json", '"withheld": 0', '"withheld": 0, "x": 1'],
  ] as const) {
    const path = join(at, "out", name);
    const was = readFileSync(path, "utf8");
    writeFileSync(path, was.replace(from, to));
    if (name === "manifest.json") expect(check().status).toBe(0);
    else expect(check().stderr).toContain(`${name} was changed`);
    writeFileSync(path, was);
  }
  writeFileSync(join(at, "out", "more.txt"), "x");
  expect(check().stderr).toContain("more.txt is no part of the bundle");
});

test("an edited sheet is taken back, and a log of one's own by the names of its columns", async () => {
  const { run, at } = await desk({
    "old.csv": "Quote;Who;When\n“Nobody opened the gates”;Brill;12 May 2031\nnever said;x;\nthe;x;\n",
  });
  const sheet = join(at, "log.csv");
  await run("log", "--format", "csv", "--output", sheet);
  writeFileSync(
    sheet,
    readFileSync(sheet, "utf8")
      .replace("R1.1,Ona Brill", "R1.1,Kir Vane; Bo")
      .replace(/(R1\.2.*),unchecked,/, "$1,checked,")
      .replace("R1.3,Tamas Roke,,named,accuses", "R1.3,Tamas Roke,,named,shouts")
      .replace("denied it", "denied that"),
  );
  const dry = await run("log", "--import", sheet, "--dry-run");
  expect(dry.out).toContain("2 would be changed");
  const back = await run("log", "--import", sheet);
  expect(back.out).toBe("changed  R1.1 Said by\nchanged  R1.2 Status\n2 changed, 0 added, 1 the same, 2 refused\n");
  expect(back.err).toMatch(
    /row 4 \(R1\.3\): "shouts" is no kind[\s\S]*row 5 \(R1\.4\): Words are not changed in a sheet/,
  );
  expect((await run("log", "--import", sheet)).out).toContain("0 changed, 0 added, 3 the same, 2 refused");
  await run("checked", "R1.5");
  writeFileSync(sheet, readFileSync(sheet, "utf8").replace("R1.5,An engineer", "R1.5,A builder"));
  expect((await run("log", "--import", sheet)).err).toContain("It was changed by ona after the sheet was made.");
  const own = [
    "log",
    "--import",
    join(at, "old.csv"),
    "--map",
    "Exact words=Quote",
    "--map",
    "Said by=Who",
    "--map",
    "Statement date=When",
  ];
  const added = await run(...own);
  expect(added.out).toBe("added    R1.6\n0 changed, 1 added, 0 the same, 2 refused\n");
  expect(added.err).toMatch(/row 3: No kept report holds these words[\s\S]*row 4: The words "the" stand in 4 places/);
  expect((await run(...own)).out).toContain("0 added, 1 the same");
  expect((await run("log", "--format", "json")).out).toContain('"edtf":"2031-05-12"');
  expect((await run("log", "--import", join(at, "old.csv"))).err).toContain("neither a column ID");
  expect((await run("log", "--import", join(at, "old.csv"), "--map", "Nonsense=Quote")).code).toBe(2);
});

test("bad input is one clear line and the right exit code", async () => {
  const { run, at } = await desk();
  expect((await hearsay(["log", "-I", join(at, "none.hearsay")])).err).toMatch(/There is no investigation at/);
  const lines: [number, RegExp, string[]][] = [
    [1, /Nothing in this investigation has the ID "R9"/, ["checked", "R9.1"]],
    [1, /cannot be undone|gone for good/, ["remove", "R1"]],
    [1, /stand in \d+ places/, ["add-statement", "R1", "the"]],
    [1, /does not hold the words/, ["correct", "R1.1", "--words", "nowhere"]],
    [1, /no fingerprint/, ["verify", "--fingerprint", "x"]],
    [1, /does not lead through/, ["verify", "--fingerprint", `1-${"0".repeat(64)}`]],
    [1, /Nobody has changed/, ["undo", "R1.1"]],
    [1, /is not fetched/, ["add", "http://[::ffff:127.0.0.1]/"]],
    [1, /is not fetched/, ["verify", "--timestamp", "http://169.254.169.254/"]],
    [1, /Nothing to write/, ["export"]],
    [2, /written in EDTF/, ["correct", "R1.1", "--statement-date", "yesterday"]],
    [2, /written 2031-05-01\.\.2031-05-12/, ["search", "--said", ".."]],
    [2, /missing required argument/, ["add"]],
    [2, /At most 1000/, ["search", "x", "--limit", "5000"]],
  ];
  for (const [code, says, args] of lines) {
    const ran = await run(...args);
    expect([args.join(" "), ran.code]).toEqual([args.join(" "), code]);
    expect(ran.err + ran.out).toMatch(says);
    expect(ran.err).not.toMatch(/\n\s+at /);
  }
});
