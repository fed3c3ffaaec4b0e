/** Control characters, direction marks, zero-width spaces and halves of characters: what can steer or deceive a screen. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]/gu;

/**
 * Words of a report made safe to show in one line: white space closed up, and what is unseen replaced by a visible
 * stand-in, so that no report can steer a terminal.
 */
export function inert(words: string): string {
  return words.replace(/[ \t\r\n\f\v\u0085\u2028\u2029]+/g, " ").replace(UNSEEN, standIn);
}

/** ASCII controls have pictures of their own in Unicode; the rest become the replacement character. */
const standIn = (c: string) => {
  const code = c.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? "\u2421" : "\ufffd";
};
