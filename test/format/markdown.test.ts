import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown, markdownWriter } from "../../src/format/markdown.ts";
import { reading, report, statement } from "./sample.ts";

test("a section a report, a table row a statement, nested ones marked", () => {
  const printed = markdownWriter().reading(reading());
  expect(printed).toContain("## Quellin denies plan\n\nLakeside Wire · Runa Tesk");
  expect(printed).toContain("| place | who | cue | what | more | confidence |\n| --- |");
  expect(printed).toContain("| 5:27 | a spy | told | ↳ that the army might attack | kind: warns;");
});

test("every mark of Markdown and HTML is escaped", () => {
  expect(escapeMarkdown("# *a* _b_ [c](http://d) `e` | <img src=x> &amp; ~~f~~\n- g")).toBe(
    "\\# \\*a\\* \\_b\\_ \\[c\\]\\(http\\:\\/\\/d\\) \\`e\\` \\| &lt;img src=x\\> &amp;amp; \\~\\~f\\~\\~ \\- g",
  );
});

test("a row stays a row whatever the words are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const words = { start: 0, end: text.length, text };
      const one = reading({
        report: report({ text, title: text }),
        parties: [],
        times: [],
        statements: [statement({ source: [words], cue: [words], content: [words] })],
      });
      const table = markdownWriter().reading(one).trimEnd().split("\n").slice(-3);
      for (const line of table) expect(line.replace(/\\[\\|]/g, "").match(/\|/g)).toHaveLength(7);
      expect(table.join("")).not.toContain("<");
    }),
  );
});
