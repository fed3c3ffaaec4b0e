import { eastAsianWidth } from "get-east-asian-width";

/** How many columns a string takes on a terminal: wide characters two, combining marks and joiners none. */
export function columns(text: string): number {
  if (/^[\x20-\x7e\u00a0-\u02ff\u2010-\u2027]*$/.test(text)) return text.length;
  let width = 0;
  for (const c of text)
    width += /\p{M}|\p{Default_Ignorable_Code_Point}/u.test(c) ? 0 : eastAsianWidth(c.codePointAt(0)!);
  return width;
}

/** A piece of a line: its words and how they look. */
export interface Piece {
  readonly words: string;
  readonly paint: (words: string) => string;
}

/** Breaks pieces into lines of at most `width` columns, between words where it can; paint goes on after measuring. */
export function wrap(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  let gap = "";
  const put = (word: string, paint: Piece["paint"]) => {
    const room = columns(word);
    if (used > 0 && used + gap.length + room > width) {
      lines.push(line);
      line = "";
      used = 0;
      gap = "";
    }
    if (room <= width) {
      line += gap + paint(word);
      used += gap.length + room;
    } else {
      line += gap;
      for (const c of word) {
        const one = columns(c);
        if (used + one > width) {
          lines.push(line);
          line = "";
          used = 0;
        }
        line += paint(c);
        used += one;
      }
    }
  };
  for (const { words, paint } of pieces) {
    for (const part of words.split(/( +)/)) {
      if (part === "") continue;
      if (part[0] === " ") gap = used > 0 ? " " : "";
      else {
        put(part, paint);
        gap = "";
      }
    }
  }
  if (line) lines.push(line);
  return lines;
}
