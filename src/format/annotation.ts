import type { Reading } from "../model/reading.ts";
import type { Span, TextSpan } from "../model/span.ts";
import { codePoints } from "./code-points.ts";
import { jsonOf } from "./json.ts";
import { type Row, rows } from "./row.ts";
import type { Writer } from "./writer.ts";

/** Our terms beside those of the published context; prefixed keys, so that none of its terms is given another meaning. */
const CONTEXT = ["http://www.w3.org/ns/anno.jsonld", { hearsay: "urn:hearsay:terms#" }] as const;
const AROUND = 32;

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD: a page of annotations a report, one a
 * statement, with both text selectors. Positions are code points of the report's text, as the recommendation wants.
 */
export function annotationWriter(): Writer {
  return jsonOf(pageOf);
}

/** The annotations of one reading. */
export function pageOf(reading: Reading) {
  const { report, unread } = reading;
  const id = `urn:sha256:${report.sha256}`;
  const select = selectors(report.text, id);
  const items = rows(reading).flatMap((row) => annotation(row, reading, id, select));
  return {
    "@context": CONTEXT,
    id: `${id}#annotations`,
    type: "AnnotationPage",
    partOf: {
      id: `${id}#collection`,
      type: "AnnotationCollection",
      label: report.title ?? reading.id,
      total: items.length,
      generator: { type: "Software", name: `Hearsay, reading ${reading.version}` },
    },
    ...(unread ? { "hearsay:unread": unread.why } : {}),
    startIndex: 0,
    items,
  };
}

type Select = (span: Span) => object;

function annotation(row: Row, { report, parties }: Reading, id: string, select: Select): object[] {
  const s = row.statement;
  const spans = [...s.source, ...s.cue, ...s.content];
  if (spans.length === 0) return [];
  const whole = {
    start: spans.reduce((least, span) => Math.min(least, span.start), spans[0]!.start),
    end: spans.reduce((most, span) => Math.max(most, span.end), 0),
  };
  const known = new Map(parties.map((p) => [p.id, p]));
  const named = (ids: readonly string[]) =>
    ids.map((one) => ({
      id: `${id}#${one}`,
      "hearsay:name": known.get(one)?.name ?? one,
      "hearsay:kind": known.get(one)?.kind ?? null,
    }));
  const all = (parts: readonly TextSpan[]) => parts.map(select);
  const words = `${row.who || "(nobody named)"} · ${row.cue || "(no verb)"} · ${row.what}`;
  const url = /^https?:\/\//i.test(report.url ?? "") ? report.url : null;
  return [
    {
      id: `${id}#${s.id}`,
      type: "Annotation",
      motivation: "describing",
      body: [
        { type: "TextualBody", purpose: "describing", format: "text/plain", value: words },
        ...(s.act ? [{ type: "TextualBody", purpose: "tagging", format: "text/plain", value: s.act }] : []),
        {
          id: `${id}#${s.id}-statement`,
          type: "Dataset",
          "hearsay:source": all(s.source),
          "hearsay:cue": all(s.cue),
          "hearsay:content": all(s.content),
          "hearsay:mode": s.mode,
          "hearsay:speakers": named(s.speakers),
          "hearsay:unknownSpeaker": s.unknownSpeaker?.why ?? null,
          "hearsay:act": s.act,
          "hearsay:negated": s.negated,
          "hearsay:addressees": named(s.addressees),
          "hearsay:targets": named(s.targets),
          "hearsay:performers": named(s.performers),
          "hearsay:statementDate": s.said?.edtf ?? null,
          "hearsay:eventDates": row.about,
          "hearsay:within": s.within === null ? null : { id: `${id}#${s.within}` },
          "hearsay:confidence": s.confidence.statement,
        },
      ],
      target: {
        type: "SpecificResource",
        source: { id, type: "Text", format: "text/plain", language: report.language },
        ...(url === null ? {} : { scope: url }),
        selector: selectorsOf(select(whole)),
      },
    },
  ];
}

const selectorsOf = (resource: object) => (resource as { readonly selector: object }).selector;

/** A span as a resource with a quotation and a position, which mean the same words. */
function selectors(text: string, id: string): Select {
  const at = codePoints(text);
  return ({ start, end }) => ({
    type: "SpecificResource",
    source: id,
    selector: [
      {
        type: "TextQuoteSelector",
        exact: text.slice(start, end),
        prefix: text.slice(whole(text, Math.max(0, start - AROUND)), start),
        suffix: text.slice(end, whole(text, Math.min(text.length, end + AROUND))),
      },
      { type: "TextPositionSelector", start: at(start), end: at(end) },
    ],
  });
}

/** An offset moved forward where it would cut a character in two. */
const whole = (text: string, offset: number): number =>
  offset > 0 && offset < text.length && text.codePointAt(offset - 1)! > 0xffff ? offset + 1 : offset;
