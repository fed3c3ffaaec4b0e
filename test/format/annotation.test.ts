import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationWriter, pageOf } from "../../src/format/annotation.ts";
import { codePoints } from "../../src/format/code-points.ts";
import { reading, report, span, statement } from "./sample.ts";

// biome-ignore lint/suspicious/noExplicitAny: JSON of another standard's shape
type Json = any;
const page = (one = reading()): Json => JSON.parse(JSON.stringify(pageOf(one)));

/** Every selector pair anywhere in a page. */
function pairs(node: Json, found: Json[][] = []): Json[][] {
  if (Array.isArray(node)) for (const one of node) pairs(one, found);
  else if (node && typeof node === "object") {
    if (node.selector) found.push(node.selector);
    for (const one of Object.values(node)) pairs(one, found);
  }
  return found;
}

const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;

test("what the recommendation demands of pages and annotations is there", () => {
  const one = page();
  expect(one["@context"][0]).toBe("http://www.w3.org/ns/anno.jsonld");
  expect(one).toMatchObject({ type: "AnnotationPage", startIndex: 0 });
  expect(one.id).toMatch(IRI);
  expect(one.partOf).toMatchObject({ type: "AnnotationCollection", total: one.items.length });
  expect(one.items).toHaveLength(4);
  const ids = new Set<string>();
  for (const item of one.items) {
    expect(item.id).toMatch(IRI);
    ids.add(item.id);
    expect(item).toMatchObject({ type: "Annotation", motivation: "describing", target: { type: "SpecificResource" } });
    expect(item.target.source.id).toMatch(IRI);
    expect(item.target.scope).toBe("https://wire.example/vell");
    for (const body of item.body) expect(["TextualBody", "Dataset"]).toContain(body.type);
    // our own keys carry our prefix, so no term of the context gets another meaning
    for (const key of Object.keys(item.body.at(-1))) expect(key).toMatch(/^(id|type|hearsay:\w+)$/);
  }
  expect(ids.size).toBe(4);
});

test("both selectors mean the same words, the second in code points", () => {
  const text = "🔥🔥 Ana Lisk said 🚒 that it burns 🔥.";
  const at = (words: string) => span(text, words);
  const one = page(
    reading({
      report: report({ text }),
      statements: [statement({ source: [at("Ana Lisk")], cue: [at("said")], content: [at("that it burns 🔥")] })],
    }),
  );
  const found = pairs(one);
  expect(found).toHaveLength(4);
  const points = Array.from(text);
  for (const [quote, position] of found) {
    expect(quote.type).toBe("TextQuoteSelector");
    expect(position.type).toBe("TextPositionSelector");
    expect(points.slice(position.start, position.end).join("")).toBe(quote.exact);
    expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
  }
  expect(found[0]![1].start).toBe(3);
});

test("the body says who, the verb, what, the speakers and the kind", () => {
  const body = page().items[0].body;
  expect(body[0].value).toBe('the minister, Ana Lisk · told · "We have no such plan," … "and we never had one."');
  expect(body[1]).toMatchObject({ purpose: "tagging", value: "denies" });
  expect(body[2]["hearsay:speakers"][0]).toMatchObject({ "hearsay:name": "Ana Lisk" });
  expect(body[2]["hearsay:content"]).toHaveLength(2);
  expect(body[2]["hearsay:act"]).toBe("denies");
});

test("an address that is none of the web is left out, a reading without statements is an empty page", () => {
  const one = page(reading({ report: report({ url: "javascript:alert(1)" }) }));
  expect(one.items[0].target).not.toHaveProperty("scope");
  expect(page(reading({ statements: [], unread: { why: "no engine" } }))).toMatchObject({
    items: [],
    "hearsay:unread": "no engine",
  });
});

test("several reports are an array", () => {
  const writer = annotationWriter();
  const all = writer.head() + writer.reading(reading()) + writer.reading(reading()) + writer.tail();
  expect(JSON.parse(all)).toHaveLength(2);
});

test("code points are those that a string iterates over", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const at = codePoints(text);
      let offset = 0;
      Array.from(text).forEach((c, i) => {
        expect(at(offset)).toBe(i);
        offset += c.length;
      });
      expect(at(offset)).toBe(Array.from(text).length);
    }),
  );
});
