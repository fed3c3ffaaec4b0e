import { HearsayError } from "../errors.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { sha256, toReport } from "./report.ts";
import type { Source } from "./sources.ts";

const TIME = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const CUE = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}`);

/** A pause of so many seconds begins a paragraph. */
const PAUSE = 3;

/** Takes the words out of subtitles (SubRip, WebVTT): a change of speaker or a pause begins a paragraph. */
export async function* readTranscript(
  source: Source,
  bytes: Uint8Array,
  text: string,
  overrides: Overrides,
): AsyncGenerator<Ingested> {
  const words = spoken(text);
  if (words === "")
    throw new HearsayError(
      "document-without-text",
      `${source.where} holds no subtitles.`,
      "Name an .srt or .vtt file with cues.",
    );
  const mime = /^\ufeff?WEBVTT/.test(text) ? "text/vtt" : "application/x-subrip";
  const original = { sha256: sha256(bytes), mime, retrieved: null };
  const nothing = { title: null, outlet: null, byline: null, url: null, published: null };
  yield* toReport(
    { id: source.id, text: words, ...nothing, publishedBy: "page", original, bytes, path: source.path },
    source.where,
    overrides,
  );
}

function spoken(text: string): string {
  const paragraphs: string[] = [];
  let voice = "";
  let last = Number.NEGATIVE_INFINITY;
  let inCue = false;
  let fresh = false;
  for (const raw of text.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    const cue = CUE.exec(raw);
    if (cue) {
      const [from, to] = [seconds(cue, 1), seconds(cue, 5)];
      fresh = from - last >= PAUSE;
      last = to;
      inCue = true;
      continue;
    }
    if (raw.trim() === "") {
      inCue = false;
      continue;
    }
    if (!inCue) continue;
    const said = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/.exec(raw.trim())?.[1]?.trim() ?? "";
    const line = raw
      .replace(/<[^>]*>/g, "")
      .replace(/\{\\[^}]*\}/g, "")
      .trim();
    if (line === "") continue;
    const dash = /^[-–—]\s/.test(line);
    const changed = said !== "" && said !== voice;
    if (said) voice = said;
    if (paragraphs.length === 0 || fresh || dash || changed) paragraphs.push(changed ? `${said}: ${line}` : line);
    else if (!paragraphs[paragraphs.length - 1]!.endsWith(line)) paragraphs[paragraphs.length - 1] += ` ${line}`;
    fresh = false;
  }
  return paragraphs.join("\n\n");
}

const seconds = (m: RegExpExecArray, at: number): number =>
  Number(m[at] ?? 0) * 3600 + Number(m[at + 1]) * 60 + Number(m[at + 2]) + Number(`0.${m[at + 3]}`);
