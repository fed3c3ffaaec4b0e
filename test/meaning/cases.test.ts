import { expect, test } from "vitest";
import { nest } from "../../src/attribution/nest.ts";
import { interpret } from "../../src/meaning/interpret.ts";
import { ACTS, type Statement } from "../../src/model/statement.ts";
import { casesOf, meaning, unmark } from "./marked.ts";

/** How many of a section's cases must come out right; the rest are known misses. */
const FLOORS: Record<string, number> = {
  says: 28,
  denies: 30,
  accuses: 30,
  asks: 29,
  orders: 27,
  promises: 28,
  warns: 29,
  estimates: 29,
  announces: 27,
  questions: 29,
  thinks: 28,
  judges: 26,
  negated: 32,
  hedged: 16,
  addressee: 20,
  target: 30,
  channel: 29,
  nesting: 27,
};

const read = (line: string) => {
  const { analysis, statements } = unmark(line);
  return interpret(analysis, statements, meaning);
};

const check = (section: string, cases: readonly { line: string; want: string; got: string; right: boolean }[]) => {
  const wrong = cases.filter((c) => !c.right).map((c) => `${c.line}: wanted ${c.want}, got ${c.got}`);
  expect(cases.length - wrong.length, wrong.join("\n")).toBeGreaterThanOrEqual(FLOORS[section]!);
};

const acts = casesOf("acts.txt");
test.each(ACTS)("what is done: %s", (act) => {
  const own = acts.filter((c) => c.section === act);
  expect(own.length).toBeGreaterThanOrEqual(30);
  check(
    act,
    own.map((c) => {
      const got = read(c.line).statements[0]!.act!;
      return { line: c.line, want: act, got, right: got === act };
    }),
  );
});

const slots = casesOf("slots.txt");
test.each(["negated", "hedged", "addressee", "target", "channel"])("slots: %s", (section) => {
  check(
    section,
    slots
      .filter((c) => c.section === section)
      .map((c) => {
        const { parties, statements } = read(c.line);
        const s = statements[0]!;
        const names = (ids: Statement["targets"]) =>
          ids.map((id) => parties.find((p) => p.id === id)!.name).join(", ") || "-";
        const got: Record<string, string> = {
          negated: s.negated ? "yes" : "no",
          hedged: s.hedges.length > 0 ? "yes" : "no",
          addressee: names(s.addressees),
          target: names(s.targets),
          channel: s.channel?.text ?? "-",
        };
        const value = got[section]!;
        const exact = section === "negated" || section === "hedged" || c.expected === "-";
        const right = exact ? value === c.expected : value.toLowerCase().includes(c.expected.toLowerCase());
        return { line: c.line, want: c.expected, got: value, right };
      }),
  );
});

test("statements inside statements", () => {
  check(
    "nesting",
    casesOf("nesting.txt").map((c) => {
      const { analysis, statements } = unmark(c.line);
      const all = nest(analysis, statements, { model: meaning.nested, verbClass: meaning.verbClass });
      const got = all
        .filter((s) => s.within !== null)
        .map((s) => `${s.cue[0]!.text.split(" ")[0]}: ${s.content[0]!.text}`)
        .join(" ; ");
      return { line: c.line, want: c.expected, got: got || "-", right: (got || "-") === c.expected };
    }),
  );
});

test("no case is written twice", () => {
  const lines = [...acts, ...slots, ...casesOf("nesting.txt")].map((c) => c.section + c.line);
  expect(new Set(lines).size).toBe(lines.length);
});
