import fc from "fast-check";
import { expect, test } from "vitest";
import { type Interpreted, interpret } from "../../src/meaning/interpret.ts";
import { meaning, unmark } from "./marked.ts";

const read = (line: string): Interpreted => {
  const { analysis, statements } = unmark(line);
  return interpret(analysis, statements, meaning);
};

/** What a reading says, in names instead of ids and without how sure it is. */
const said = (r: Interpreted) => {
  const names = (ids: readonly string[]) => ids.map((id) => r.parties.find((p) => p.id === id)!.name);
  return r.statements.map((s) => ({
    speakers: names(s.speakers),
    act: s.act,
    negated: s.negated,
    hedges: s.hedges.map((h) => h.text),
    addressees: names(s.addressees),
    targets: names(s.targets),
    performers: names(s.performers),
    channel: s.channel?.text ?? null,
  }));
};

const swap = (text: string, a: string, b: string) =>
  text.replaceAll(a, "\u0001").replaceAll(b, a).replaceAll("\u0001", b);

const PASSAGES = [
  "[Orsk] <accused> {Tarn of shelling the border}. [Tarn] <denied> {that it had fired}.",
  "[The governor of Orsk] <said> {Tarn had broken the truce}. [He] <urged> Tarn {to withdraw its guns}.",
  "[Officials in Orsk] <said> {the road to Tarn was closed}. [Tarn] <announced> {a ceasefire on Friday}.",
  "[Orsk] did not <say> {when it would answer}. [Tarn] <warned> {of a wider war}.",
];

test.each(PASSAGES)("two sides' names swapped: %s", (passage) => {
  const one = said(read(passage));
  const other = said(read(swap(passage, "Orsk", "Tarn")));
  expect(JSON.parse(swap(JSON.stringify(one), "Orsk", "Tarn"))).toEqual(other);
});

test.each([
  ["Russia", "Abkhazia"],
  ["France", "Orsk"],
  ["Ukraine", "Transnistria"],
])("a recognised and an unrecognised side are read alike: %s, %s", (a, b) => {
  const passage = `[${a}] <accused> {${b}'s troops of shelling the border}. [${b}] <denied> {that it had fired at ${a}'s army}. [${a}] <called on> ${b} {to talk}.`;
  const one = said(read(passage));
  const other = said(read(swap(passage, a, b)));
  expect(JSON.parse(swap(JSON.stringify(one), a, b))).toEqual(other);
  const kinds = (r: Interpreted) => Object.fromEntries(r.parties.map((p) => [p.name, p.kind]));
  expect(kinds(read(passage))).toMatchObject({ [a]: "government", [b]: "government" });
});

test("an accusation is kept for each side", () => {
  const { statements, parties, disputes } = read(
    "[The army and the rebels] <accuse> each other {of shelling the bridge}.",
  );
  const name = (ids: readonly string[]) => ids.map((id) => parties.find((p) => p.id === id)!.name);
  expect(statements.map((s) => [name(s.speakers), s.act, name(s.targets)])).toEqual([
    [["The army"], "accuses", ["the rebels"]],
    [["the rebels"], "accuses", ["The army"]],
  ]);
  expect(disputes.map((d) => d.kind)).toEqual(["mutual-accusation"]);
});

test.each(["that the bridge was shelled", "the arrest of two men", "that it had moved troops"])(
  "confirmed turned into denied changes the act alone: %s",
  (content) => {
    const confirmed = said(read(`[The ministry] <confirmed> {${content}}.`))[0]!;
    const denied = said(read(`[The ministry] <denied> {${content}}.`))[0]!;
    expect(confirmed.act).toBe("says");
    expect(denied.act).toBe("denies");
    expect({ ...denied, act: null, targets: [] }).toEqual({ ...confirmed, act: null, targets: [] });
  },
);

test("an accusation and its denial are joined", () => {
  const { disputes, statements } = read(PASSAGES[0]!);
  expect(disputes).toEqual([
    {
      id: "d1",
      kind: "denial",
      a: statements[1]!.id,
      b: statements[0]!.id,
      rule: expect.stringContaining("accusation"),
    },
  ]);
});

test("pronouns lead to the person of that gender", () => {
  const r = said(
    read("[Ada Prell] <met> {Tom Moss on Friday}. [She] <said> {that the plan had failed}. [He] <said> {it had not}."),
  );
  expect(r[1]!.speakers).toEqual(["Ada Prell"]);
  expect(r[2]!.speakers).toEqual(["Tom Moss"]);
});

test("title, full name, surname and description are one party", () => {
  const r = read(
    "[The head of the Reed Guild, Ada Prell,] <said> {the mill was shut}. [Prell] <added> {that pay would go on}. [Ms. Prell] <thanked> {the crew}.",
  );
  expect(new Set(r.statements.flatMap((s) => s.speakers)).size).toBe(1);
});

test("any text at all: offsets hold and nothing is thrown", () => {
  const piece = fc.constantFrom(
    "Ada Prell",
    "said",
    "the two sides",
    "\u201c",
    "\u201d",
    "12",
    "per cent",
    "(",
    ")",
    ",",
    "-",
    "each other",
    "\ud83d\ude00",
    "\n\n",
    "who",
    "of",
    "3-4",
    "$",
    "so-called",
    ". ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join(" ");
      const r = read(`[The envoy] <said> {${text} x}. ${text}`);
      const whole = unmark(`[The envoy] <said> {${text} x}. ${text}`).analysis.text;
      const spans = [
        ...r.quantities,
        ...r.labels,
        ...r.outletVoice,
        ...r.parties.flatMap((p) => p.mentions),
        ...r.statements.flatMap((s) => [...s.hedges, ...(s.channel ? [s.channel] : [])]),
      ];
      for (const s of spans) expect(whole.slice(s.start, s.end)).toBe(s.text);
    }),
    { numRuns: 60 },
  );
});
