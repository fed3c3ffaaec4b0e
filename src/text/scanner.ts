import { classOf, DIGIT, HIGH, LETTER, MARK, SPACE } from "./characters.ts";

/** Looks at a text one code unit at a time; beyond its end there is nothing but space. */
export class Scanner {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The code unit at i. */
  at(i: number): number {
    return i < this.text.length ? this.text.charCodeAt(i) : 32;
  }

  /** Its class, as in characters.ts. */
  kind(i: number): number {
    return i < this.text.length ? classOf(this.text.charCodeAt(i)) : SPACE;
  }

  /** Is there a letter, digit or mark at i? */
  isWord(i: number): boolean {
    const k = this.kind(i);
    return k === LETTER || k === DIGIT || k === MARK || (k === HIGH && this.astralLetter(i));
  }

  /** End of the run of letters, digits and marks that starts at i. */
  runEnd(i: number): number {
    let q = i;
    for (;;) {
      const k = this.kind(q);
      if (k === LETTER || k === DIGIT || k === MARK) q++;
      else if (k === HIGH && this.astralLetter(q)) q += 2;
      else return q;
    }
  }

  /** Where a sticky pattern that begins at i ends, or -1. */
  sticky(pattern: RegExp, i: number): number {
    pattern.lastIndex = i;
    return pattern.test(this.text) ? pattern.lastIndex : -1;
  }

  private astralLetter(i: number): boolean {
    const code = this.text.codePointAt(i)!;
    return code > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));
  }
}
