import type { Span } from "../../model/span.ts";

/**
 * Cuts a text into the paragraphs a page shows: at blank lines, and at line breaks after a long line or a full stop,
 * so that texts with a paragraph a line and texts with wrapped lines both come out whole.
 */
export function paragraphs(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  let lineStart = 0;
  const close = (end: number) => {
    if (/\S/.test(text.slice(start, end))) found.push({ start, end });
  };
  for (const { index, 0: newline } of text.matchAll(/(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*/g)) {
    const line = text.slice(lineStart, index);
    const blank = /[\r\n][ \t]*[\r\n]/.test(newline.replaceAll("\r\n", "\n"));
    lineStart = index + newline.length;
    if (!blank && line.length < 120 && !/[.!?:)\]"”’»]\s*$/.test(line)) continue;
    close(index);
    start = lineStart;
  }
  close(text.length);
  return found;
}
