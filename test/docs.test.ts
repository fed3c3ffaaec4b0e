import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { program } from "../src/cli/run.ts";
import { ERROR_CODES } from "../src/errors.ts";
import { CSV_COLUMNS } from "../src/format/csv.ts";
import { FORMATS } from "../src/format/formats.ts";
import { MEDIA_FORMATS } from "../src/format/media/formats.ts";
import { TIMELINE_ORDERS } from "../src/format/timeline.ts";
import { TIMELINE_COLUMNS, TIMELINE_FORMATS } from "../src/format/timeline-writers.ts";
import { REPORT_ENDINGS } from "../src/ingest/folder.ts";
import { MEDIA_RULES, VERDICTS } from "../src/model/media.ts";
import { hearsay } from "./cli/run.ts";

const read = (path: string) => readFileSync(path, "utf8");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Compares a page with what it should be; UPDATE_DOCS=1 renews the page instead. */
function settle(path: string, page: string) {
  if (process.env.UPDATE_DOCS) writeFileSync(path, page);
  expect(read(path)).toBe(page);
}

/** The page with the part between `<!-- name -->` and `<!-- end of name -->` replaced. */
const between = (page: string, name: string, part: string) =>
  page.replace(
    new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*(<!-- end of ${name} -->)`),
    (_, start, end) => start + part + end,
  );

test("every command and option is documented", () => {
  const page = read("docs/cli.md");
  for (const command of program().commands) {
    expect(page).toContain(`## hearsay ${command.name()}`);
    for (const option of [...command.options, ...program().options]) expect(page).toContain(`\`${option.flags}\``);
  }
});

test("every format, file ending, CSV column and error code is documented", () => {
  const page = read("docs/cli.md");
  for (const name of [
    ...FORMATS,
    ...TIMELINE_FORMATS,
    ...TIMELINE_ORDERS,
    ...TIMELINE_COLUMNS,
    ...REPORT_ENDINGS,
    ...CSV_COLUMNS,
    ...Object.keys(ERROR_CODES),
  ])
    expect(page).toContain(`\`${name}\``);
});

test("every format, rule and verdict of a media check is documented", () => {
  const page = read("docs/media.md");
  for (const name of [...MEDIA_RULES, ...VERDICTS]) expect(page).toContain(`\`${name}\``);
  for (const name of MEDIA_FORMATS) expect(read("docs/cli.md")).toContain(`\`${name}\``);
});

test("every error code is used, and no other", () => {
  const used = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "errors.ts")
    .flatMap((name) => Object.keys(ERROR_CODES).filter((code) => read(`src/${name}`).includes(`"${code}"`)));
  expect([...new Set(used)].sort()).toEqual(Object.keys(ERROR_CODES).sort());
});

interface Schema {
  readonly description: string;
  readonly type?: string;
  readonly properties: Record<string, Field>;
  readonly $defs: Record<string, Schema>;
}

interface Field {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly $ref?: string;
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
}

const name = (ref: string) => ref.replace("#/$defs/", "");

const shape = (field: Field): string => {
  if (field.$ref) return `[${name(field.$ref)}](#${name(field.$ref).toLowerCase()})`;
  if (field.anyOf) return field.anyOf.map(shape).join(" or ");
  if (field.enum) return field.enum.map((value) => `\`${value}\``).join(", ");
  return field.type === "array" ? `list of ${shape(field.items!)}` : field.type!;
};

test("every field of a reading is documented, from the schema", () => {
  const schema: Schema = JSON.parse(read("schema/reading.schema.json"));
  const section = (title: string, { description, properties }: Schema) => {
    const rows = Object.entries(properties).map(([key, field]) => {
      const about = field.description ?? schema.$defs[name(field.$ref ?? "")]?.description;
      expect(about, `${title}.${key}`).toBeTruthy();
      return `| \`${key}\` | ${shape(field)} | ${about} |`;
    });
    return `## ${title}\n\n${description}\n\n| field | | |\n| --- | --- | --- |\n${rows.join("\n")}\n\n`;
  };
  const sections = [
    section("reading", schema),
    ...Object.entries(schema.$defs).map(([key, value]) => section(key, value)),
  ];
  settle("docs/reading.md", between(read("docs/reading.md"), "fields", `\n${sections.join("")}`));
});

test("the table of rooms is the one that the tests hold as law", () => {
  const table = /MAY_IMPORT[^{]*\{([\s\S]*?)\n\};/.exec(read("test/architecture.test.ts"))![1]!;
  const rows = [...table.matchAll(/^ {2}(\w+): \[([\s\S]*?)\],$/gm)].map(([, room, list]) => {
    const rooms = [...list!.matchAll(/"(\w+)"/g)].map((match) => match[1]);
    return `| \`${room}\` | ${rooms.join(", ") || "nothing"} |\n`;
  });
  expect(rows.length).toBeGreaterThan(10);
  settle(
    "docs/architecture.md",
    between(read("docs/architecture.md"), "rooms", `| room | may import |\n| --- | --- |\n${rows.join("")}`),
  );
});

test("printed examples are real output", async () => {
  for (const path of PAGES) {
    let page = read(path);
    const examples = /<!-- output of: hearsay ([^|\n]*?)(?: \| head -(\d+))? -->\n```\n([\s\S]*?)```\n/g;
    for (const [whole, args, lines] of page.matchAll(examples)) {
      const { code, out, err } = await hearsay(args!.split(" "));
      expect([code, err]).toEqual([0, ""]);
      const shown = lines ? out.split("\n").slice(0, Number(lines)).join("\n").trimEnd() : out.trimEnd();
      page = page.replace(whole, () => `${whole.slice(0, whole.indexOf("```"))}\`\`\`\n${shown}\n\`\`\`\n`);
    }
    settle(path, page);
  }
});

test("links between the pages lead somewhere", () => {
  const anchors = (path: string) =>
    [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, "")
        .replaceAll(" ", "-"),
    );
  for (const path of PAGES)
    for (const [, to, anchor] of read(path).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
      const target = to ? new URL(to, `file:///${path}`).pathname.slice(1) : path;
      expect(() => read(target), `${path}: ${to}`).not.toThrow();
      if (anchor) expect(anchors(target), `${path}: #${anchor}`).toContain(anchor);
    }
});

test("no page promises what nobody can: words we do not use for people", () => {
  // Codes for programs, in code style, are no words for people.
  for (const path of PAGES.filter((one) => one !== "CONTRIBUTING.md"))
    expect(read(path).replace(/`[^`\n]*`/g, "")).not.toMatch(/\b(fact|fake|conflict)s?\b/i);
});
