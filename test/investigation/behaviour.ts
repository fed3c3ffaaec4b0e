import { expect, test } from "vitest";
import type { Author, Investigation, Kept, Query } from "../../src/investigation/investigation.ts";
import type { LogRow } from "../../src/model/row.ts";
import { reading, report, type Said, SELLA, sella } from "./made.ts";

/** What a store must offer so that its behaviour can be tested: a fresh one, and the same one opened again. */
export interface Bench {
  open(): Promise<Investigation>;
  again(of: Investigation): Promise<Investigation>;
}

const ONA: Author = { by: "ona.lim", why: "checked against the recording" };

const kept = (about = {}, version = "1"): Kept => ({
  ...sella(about, version),
  original: Buffer.from(SELLA),
  key: "sella",
});
const other = (text: string, said: readonly Said[], key = "sella", version = "1"): Kept => {
  const of = report(text);
  return { report: of, reading: reading(of, said, version), original: null, key };
};

/** Everything an async iterable gives. */
export async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of from) found.push(one);
  return found;
}

/** The behaviour every store of an investigation shows, whatever it is kept in. */
export function behaves(bench: Bench): void {
  const started = async () => {
    const inv = await bench.open();
    await inv.add(kept(), ONA);
    return inv;
  };
  const find = async (inv: Investigation, query: Partial<Query>) =>
    (await inv.search({ words: "", ...query })).rows.map((r) => r.id);
  const sound = async (inv: Investigation) => expect((await inv.verify()).broken).toBeNull();

  test("a report is new, then present, then changed, then changed back", async () => {
    const inv = await bench.open();
    const longer = other(`${SELLA}\nNothing else is known.`, []);
    expect(await inv.standing(kept().report, "sella", null)).toBe("new");
    expect(await inv.add(kept(), ONA)).toEqual({
      standing: "new",
      report: "R1",
      version: 1,
      statements: 5,
      orphaned: 0,
    });
    expect(await inv.add(kept(), ONA)).toMatchObject({ standing: "present", version: 1, statements: 5 });
    expect(await inv.add(longer, ONA)).toMatchObject({ standing: "changed", report: "R1", version: 2, statements: 0 });
    expect(await inv.add(kept(), ONA)).toMatchObject({ standing: "changed", version: 3, statements: 5 });
    expect((await inv.versions("R1")).map((v) => v.version)).toEqual([1, 2, 3]);
    expect((await inv.report("R1", 2)).report.text).toMatch(/else is known\.$/);
    expect((await inv.row("R1.1")).words).toBe("the dam would hold");
    await sound(inv);
  });

  test("a file without an address that moved is the same report; another outlet's copy is not", async () => {
    const inv = await started();
    expect(await inv.add({ ...kept(), key: "elsewhere" }, ONA)).toMatchObject({ standing: "present", report: "R1" });
    expect(await inv.add({ ...kept({ outlet: "Gorse Post" }), key: "copy" }, ONA)).toMatchObject({
      standing: "new",
      report: "R2",
    });
  });

  test("what is kept comes back as it came", async () => {
    const odd = "A\ud800 said \u0000 this\r\n\u{1f600} “x”. ".repeat(3);
    const inv = await bench.open();
    const of = report(odd, { title: "odd \udfff" });
    await inv.add(
      {
        report: of,
        reading: reading(of, [{ by: "A", content: `\ud800 said` }]),
        original: Buffer.from([0, 255]),
        key: "k",
      },
      ONA,
    );
    const back = await inv.report("R1");
    expect(back.report).toEqual({ ...of, id: "R1" });
    expect(JSON.stringify(back.reading!.statements)).toBe(
      JSON.stringify(reading(of, [{ by: "A", content: `\ud800 said` }]).statements),
    );
    expect([...(await inv.original("R1"))!.bytes]).toEqual([0, 255]);
    expect((await inv.row("R1.1")).words).toBe("\ud800 said");
    await sound(inv);
  });

  test("the claim log stands in order of the text, with dates, people and disputes", async () => {
    const inv = await started();
    const rows = await all(inv.rows());
    expect(rows.map((r) => [r.id, r.act, r.saidBy[0]?.name])).toEqual([
      ["R1.1", "says", "Ona Brill"],
      ["R1.2", "says", "Ona Brill"],
      ["R1.3", "accuses", "Tamas Roke"],
      ["R1.4", "denies", "Ona Brill"],
      ["R1.5", "estimates", "An engineer"],
    ]);
    expect(rows[2]).toMatchObject({
      about: [{ name: "Ona Brill", person: "P1" }],
      disputedBy: [{ id: "R1.4", kind: "denial" }],
      event: [{ edtf: "2031-05-12" }],
      status: "unchecked",
    });
    expect(rows[4]!.saidBy[0]!.person).toBeNull();
    expect((await all(inv.rows({ report: "R1" }))).length).toBe(5);
  });

  test("a statement is checked, corrected, annotated and rejected; nothing is overwritten", async () => {
    const inv = await started();
    await inv.change("R1.1", { status: "checked" }, ONA);
    await inv.change(
      "R1.1",
      { fields: { speakers: ["Tamas Roke"], said: "2031-05-11" } },
      { by: "bo", why: "misread" },
    );
    await inv.change("R1.1", { note: "asked her office" }, ONA);
    expect(await inv.row("R1.1")).toMatchObject({
      saidBy: [{ name: "Tamas Roke", person: "P2" }],
      said: { edtf: "2031-05-11", from: "2031-05-11T00:00:00Z", to: "2031-05-12T00:00:00Z", why: "set by bo: misread" },
      status: "corrected",
      checkedBy: "bo",
      notes: "asked her office",
    });
    await inv.change("R1.2", { status: "rejected" }, ONA);
    expect((await all(inv.rows())).map((r) => r.id)).not.toContain("R1.2");
    expect((await all(inv.rows({ rejected: true }))).map((r) => r.id)).toContain("R1.2");
    const history = await inv.history("R1.1");
    expect(history.map((e) => [e.id, e.replaces, e.by, e.status])).toEqual([
      ["E1", null, "ona.lim", "checked"],
      ["E2", "E1", "bo", "corrected"],
      ["E3", "E2", "ona.lim", "corrected"],
    ]);
    await sound(inv);
  });

  test("a change that says nothing new, or comes after another's, is refused", async () => {
    const inv = await started();
    const first = await inv.change("R1.1", { status: "checked" }, ONA);
    await expect(inv.change("R1.1", { status: "checked" }, ONA)).rejects.toMatchObject({ code: "change-empty" });
    await inv.change("R1.1", { note: "x" }, { by: "bo", replaces: first.id });
    await expect(inv.change("R1.1", { note: "y" }, { by: "cy", replaces: first.id })).rejects.toMatchObject({
      code: "entry-stale",
    });
    await expect(inv.change("R1.2", { note: "y" }, { by: "cy", replaces: first.id })).rejects.toMatchObject({
      code: "entry-stale",
    });
    expect((await inv.history("R1.1")).length).toBe(2);
  });

  test("a missed statement is added by its words, and words can be corrected", async () => {
    const inv = await started();
    const at = SELLA.indexOf("Nobody opened");
    const entry = await inv.addStatement(
      "R1",
      [{ start: at, end: at + 6 }],
      { fields: { speakers: ["Kir Vane"], act: "says" } },
      ONA,
    );
    expect(entry).toMatchObject({ statement: "R1.6", status: "added", quote: [{ exact: "Nobody" }] });
    const start = SELLA.indexOf("the dam would");
    await inv.change("R1.1", { spans: [{ start, end: start + 7 }] }, ONA);
    expect((await inv.row("R1.1")).words).toBe("the dam");
    expect((await all(inv.rows())).length).toBe(6);
    expect(await find(inv, { words: "Vane" })).toEqual(["R1.6"]);
    await expect(inv.addStatement("R1", [{ start: 5, end: 5000 }], {}, ONA)).rejects.toMatchObject({
      code: "words-missing",
    });
    await expect(inv.addStatement("R9", [{ start: 0, end: 1 }], {}, ONA)).rejects.toMatchObject({ code: "id-unknown" });
    await sound(inv);
  });

  test("undo goes back to what stood before, as an entry of its own", async () => {
    const inv = await started();
    await inv.change("R1.1", { status: "checked" }, ONA);
    await inv.change("R1.1", { fields: { act: "promises" } }, ONA);
    await inv.undo("R1.1", ONA);
    expect(await inv.row("R1.1")).toMatchObject({ act: "says", status: "checked" });
    expect((await inv.history("R1.1")).length).toBe(3);
    await inv.change("R1.2", { status: "rejected" }, ONA);
    await inv.undo("R1.2", ONA);
    expect(await inv.row("R1.2")).toMatchObject({ status: "unchecked" });
    await inv.addStatement("R1", [{ start: 0, end: 5 }], {}, ONA);
    await inv.undo("R1.6", ONA);
    expect((await all(inv.rows())).map((r) => r.id)).not.toContain("R1.6");
    await expect(inv.undo("R1.5", ONA)).rejects.toMatchObject({ code: "change-impossible" });
  });

  test("reading again keeps what people did, under the same IDs", async () => {
    const inv = await started();
    await inv.change("R1.1", { fields: { speakers: ["Kir Vane"] } }, ONA);
    const of = report(SELLA);
    const newer = reading(
      of,
      [
        { by: "Tamas Roke", cue: "accused", content: "of hiding the damage on Monday", act: "accuses" },
        { by: "Ona Brill", cue: "said", content: "said the dam would hold" },
        {
          by: "An engineer",
          kind: "unnamed",
          cue: "estimated",
          content: "that 40 houses were under water",
          act: "estimates",
        },
      ],
      "2",
    );
    expect(await inv.add({ report: of, reading: newer, original: null, key: "sella" }, ONA)).toMatchObject({
      standing: "unread",
      version: 1,
      statements: 3,
      orphaned: 0,
    });
    const rows = await all(inv.rows());
    expect(rows.map((r) => [r.id, r.saidBy[0]!.name, r.status])).toEqual([
      ["R1.1", "Kir Vane", "corrected"],
      ["R1.3", "Tamas Roke", "unchecked"],
      ["R1.5", "An engineer", "unchecked"],
    ]);
    await sound(inv);
  });

  test("in a changed article entries are found again or orphaned, never moved to a look-alike", async () => {
    const inv = await bench.open();
    const first = "Vale said we will stay. It rained all night in Gorse. Roke said we will stay.";
    await inv.add(other(first, [{ by: "Vale", content: "we will stay" }]), ONA);
    await inv.change("R1.1", { status: "checked" }, ONA);
    expect(await inv.add(other(`GORSE - ${first}`, [{ by: "Vale", content: "we will stay" }]), ONA)).toMatchObject({
      orphaned: 0,
    });
    expect(await inv.row("R1.1")).toMatchObject({ spans: [{ start: 18, end: 30 }], orphaned: null });
    const gone = "It rained all night in Gorse. Roke said we will stay.";
    expect(await inv.add(other(gone, [{ by: "Roke", content: "we will stay" }]), ONA)).toMatchObject({ orphaned: 1 });
    const rows = await all(inv.rows());
    expect(rows.map((r) => [r.saidBy[0]?.name, r.orphaned === null, r.status])).toEqual([
      ["Roke", true, "unchecked"],
      [undefined, false, "checked"],
    ]);
    expect(await inv.add(other(first, [{ by: "Vale", content: "we will stay" }]), ONA)).toMatchObject({ orphaned: 0 });
    expect(await inv.row("R1.1")).toMatchObject({ status: "checked", orphaned: null, saidBy: [{ name: "Vale" }] });
    await sound(inv);
  });

  test("search finds statements by stem, phrase, prefix and filters", async () => {
    const inv = await started();
    expect(await find(inv, { words: "hide" })).toEqual(["R1.3"]);
    expect(await find(inv, { words: '"dam would hold"' })).toEqual(["R1.1"]);
    expect(await find(inv, { words: '"hold would"' })).toEqual([]);
    expect(await find(inv, { words: "gat*" })).toEqual(["R1.2"]);
    expect(await find(inv, { words: "dam OR houses" })).toEqual(expect.arrayContaining(["R1.1", "R1.5"]));
    expect(await find(inv, { words: "brill -gates", by: "Brill" })).toEqual(expect.arrayContaining(["R1.1", "R1.4"]));
    expect(await find(inv, { by: "roke" })).toEqual(["R1.3"]);
    expect(await find(inv, { by: "engineer" })).toEqual(["R1.5"]);
    expect(await find(inv, { about: "Ona Brill", act: "accuses" })).toEqual(["R1.3"]);
    expect(await find(inv, { by: "P1", act: "denies" })).toEqual(["R1.4"]);
    expect(await find(inv, { to: "reporters" })).toEqual([]);
    expect(await find(inv, { said: ["2031-05-12T00:00:00Z", "2031-05-13T00:00:00Z"] })).toEqual(["R1.2"]);
    expect(await find(inv, { said: ["2031-05-13T00:00:00Z", null] })).toEqual([]);
    expect(await find(inv, { event: [null, "2031-05-13T00:00:00Z"] })).toEqual(["R1.3"]);
    expect(await find(inv, { outlet: "courier", minConfidence: 0.7 })).toEqual(["R1.1", "R1.2", "R1.3", "R1.5"]);
    expect(await find(inv, { outlet: "%" })).toEqual([]);
    await inv.change("R1.5", { note: "ring the waterworks" }, ONA);
    expect(await find(inv, { words: "waterworks" })).toEqual(["R1.5"]);
    await inv.change("R1.5", { status: "rejected" }, ONA);
    expect(await find(inv, { words: "waterworks" })).toEqual([]);
    expect(await find(inv, { words: "waterworks", status: "rejected" })).toEqual(["R1.5"]);
  });

  test.each(['"', "*", "a AND", "NEAR(a b", "who:", "(", "-", "^x", "a:b", '""', "\0", "'; DROP TABLE row; --", "—"])(
    "search takes %j as words",
    async (words) => {
      const inv = await started();
      expect((await inv.search({ words })).total).toBe(0);
    },
  );

  test("people meet across reports by name, surname and spelling, and are merged and split reversibly", async () => {
    const inv = await started();
    const text = "Brill said so. Kiev said no. Kyiv said yes. Ona Brillsky said maybe. Anna Roke said never.";
    const said: Said[] = [
      { by: "Brill", content: "so" },
      { by: "Kiev", kind: "government", content: "no" },
      { by: "Kyiv", kind: "government", content: "yes" },
      { by: "Anna Roke", content: "never" },
    ];
    await inv.add(other(text, said, "two"), ONA);
    const names = async () => (await inv.people()).map((p) => `${p.id} ${p.name} ${p.statements}`);
    expect(await names()).toEqual(["P1 Ona Brill 4", "P3 Kiev 2", "P2 Tamas Roke 1", "P4 Anna Roke 1"]);
    const merge = await inv.merge("P4", "P2", ONA);
    expect(await names()).toEqual(["P1 Ona Brill 4", "P2 Tamas Roke 2", "P3 Kiev 2"]);
    expect((await inv.row("R2.4")).saidBy[0]).toMatchObject({ name: "Anna Roke", person: "P2" });
    expect(await find(inv, { by: "P2" })).toEqual(["R1.3", "R2.4"]);
    await inv.undoDecision(merge.id, ONA);
    expect((await inv.row("R2.4")).saidBy[0]!.person).toBe("P4");
    const split = await inv.split("P1", "Brill", ONA);
    expect((await inv.row("R2.1")).saidBy[0]!.person).toBe(split.into);
    expect((await inv.row("R1.1")).saidBy[0]!.person).toBe("P1");
    await inv.undoDecision(split.id, ONA);
    expect((await inv.row("R2.1")).saidBy[0]!.person).toBe("P1");
    await expect(inv.undoDecision(split.id, ONA)).rejects.toMatchObject({ code: "change-impossible" });
    await expect(inv.merge("P1", "P1", ONA)).rejects.toMatchObject({ code: "change-impossible" });
    expect((await inv.decisions()).map((d) => [d.kind, d.undone !== null])).toEqual([
      ["merge", true],
      ["split", true],
    ]);
    await sound(inv);
  });

  test("a description that fits somebody else in the next report merges nobody; a full name does", async () => {
    const inv = await bench.open();
    const text = "Jory Malk said one. Teo Lind said two. President Jory Malk said three.";
    const aliases = ["His spokesman", "Carrow's envoy", "The Envoy", "President Jory Malk"];
    await inv.add(other(text, [{ by: "Jory Malk", content: "one", aliases }], "a"), ONA);
    await inv.add(other(`${text} Two.`, [{ by: "Teo Lind", content: "two", aliases: aliases.slice(0, 3) }], "b"), ONA);
    await inv.add(other(`${text} Three.`, [{ by: "President Jory Malk", content: "three" }], "c"), ONA);
    expect((await inv.people()).map((p) => [p.name, p.aliases, p.reports])).toEqual([
      ["Jory Malk", ["President Jory Malk"], 2],
      ["Teo Lind", [], 1],
    ]);
  });

  test("chains of merges lead to one person, and each can be undone", async () => {
    const inv = await bench.open();
    const text = "Aa Bb said one. Cc Dd said two. Ee Ff said three.";
    await inv.add(
      other(text, [
        { by: "Aa Bb", content: "one" },
        { by: "Cc Dd", content: "two" },
        { by: "Ee Ff", content: "three" },
      ]),
      ONA,
    );
    const first = await inv.merge("P1", "P2", ONA);
    await inv.merge("P2", "P3", ONA);
    expect((await inv.people()).map((p) => [p.id, p.merged])).toEqual([["P3", ["P1", "P2"]]]);
    await expect(inv.merge("P3", "P1", ONA)).rejects.toMatchObject({ code: "change-impossible" });
    await inv.undoDecision(first.id, ONA);
    expect((await inv.people()).map((p) => [p.id, p.merged])).toEqual([
      ["P3", ["P2"]],
      ["P1", []],
    ]);
  });

  test("flags and notes on a report reach its rows", async () => {
    const inv = await started();
    await inv.change(
      "R1",
      {
        confidential: true,
        embargo: "2031-06-01T00:00:00Z",
        note: "from a friend",
        fields: { archived: "https://archive.example/1" },
      },
      ONA,
    );
    expect(await inv.row("R1.1")).toMatchObject({
      confidential: true,
      embargo: "2031-06-01T00:00:00Z",
      archived: "https://archive.example/1",
      status: "unchecked",
    });
    expect((await all(inv.reports()))[0]).toMatchObject({
      confidential: true,
      notes: "from a friend",
      statements: 5,
      versions: 1,
    });
    await inv.undo("R1", ONA);
    expect(await inv.row("R1.1")).toMatchObject({ confidential: false, embargo: null, archived: null });
    await sound(inv);
  });

  test("a report without a reading is kept, and can be logged by hand", async () => {
    const inv = await bench.open();
    const of = report("Мэр сказал, что плотина выдержит.", { language: "ru" });
    const unread = { ...reading(of, []), unread: { why: "no engine for Russian yet" } };
    expect(await inv.add({ report: of, reading: unread, original: null, key: "ru" }, ONA)).toMatchObject({
      statements: 0,
    });
    expect(await inv.add({ report: of, reading: unread, original: null, key: "ru" }, ONA)).toMatchObject({
      standing: "present",
    });
    await inv.addStatement("R1", [{ start: 12, end: 32 }], { fields: { speakers: ["Мэр"] } }, ONA);
    expect(await find(inv, { words: "плотина" })).toEqual(["R1.1"]);
    expect((await inv.report("R1")).row.unread).toBe("no engine for Russian yet");
  });

  test("the log grows by a line for everything, chained, and leads through a kept fingerprint", async () => {
    const inv = await started();
    const early = await inv.fingerprint();
    await inv.change("R1.1", { status: "checked" }, ONA);
    expect((await all(inv.log())).map((l) => [l.kind, l.subject])).toEqual([
      ["opened", "investigation"],
      ["report", "R1"],
      ["read", "R1"],
      ["entry", "R1.1"],
    ]);
    expect((await inv.verify(early)).ok).toBe(true);
    expect((await inv.verify({ ...early, hash: "0".repeat(64) })).broken).toContain("fingerprint you kept");
    expect((await inv.verify({ lines: 99, hash: early.hash })).broken).toContain("ends at line 4");
    expect(await inv.verify()).toMatchObject({ ok: true, reports: 1, entries: 1, removed: 0 });
  });

  test("a removed report or entry is gone, and the rest still holds", async () => {
    const inv = await started();
    await inv.add(other("Vale said we will stay.", [{ by: "Jo Vale", content: "we will stay" }], "two"), ONA);
    await inv.change("R2.1", { note: "secret", status: "checked" }, ONA);
    await inv.change("R1.1", { note: "private" }, ONA);
    const before = await inv.fingerprint();
    expect(await inv.remove("R1.1", ONA)).toMatchObject({ report: null, entries: 1, lines: 1 });
    expect(await inv.row("R1.1")).toMatchObject({ notes: null, status: "unchecked" });
    expect(await inv.remove("R2", ONA)).toMatchObject({ report: "R2", entries: 1, lines: 3 });
    await expect(inv.report("R2")).rejects.toMatchObject({ code: "id-unknown" });
    expect(await find(inv, { words: "stay" })).toEqual([]);
    expect((await inv.people()).map((p) => p.name)).toEqual(["Ona Brill", "Tamas Roke"]);
    const log = JSON.stringify(await all(inv.log()));
    expect(log).not.toContain("secret");
    expect(log).not.toContain("private");
    expect(await inv.verify(before)).toMatchObject({ ok: true, removed: 2, reports: 1 });
    expect(await inv.add(other("Vale said we will stay.", [], "two"), ONA)).toMatchObject({ report: "R3" });
    await sound(inv);
  });

  test("opened again everything stands", async () => {
    const inv = await started();
    await inv.change("R1.1", { status: "checked" }, ONA);
    const rows: LogRow[] = await all(inv.rows());
    const fingerprint = await inv.fingerprint();
    const back = await bench.again(inv);
    expect(await all(back.rows())).toEqual(rows);
    expect(await back.fingerprint()).toEqual(fingerprint);
    expect((await all(back.entries())).length).toBe(1);
  });

  test.each(["", "R", "R0", "R99", "R1.99", "x", "P77", "D3", "R1.1.1", "R99999999999999"])(
    "%j is no ID",
    async (id) => {
      const inv = await started();
      await expect(inv.row(id)).rejects.toMatchObject({ code: "id-unknown" });
      await expect(inv.change(id, { note: "x" }, ONA)).rejects.toMatchObject({ code: "id-unknown" });
      await expect(inv.remove(id, ONA)).rejects.toMatchObject({ code: "id-unknown" });
      await expect(inv.merge(id, "P1", ONA)).rejects.toMatchObject({ code: "id-unknown" });
    },
  );
}
