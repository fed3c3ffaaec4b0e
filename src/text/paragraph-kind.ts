import type { ParagraphKind } from "../model/analysis.ts";
import { datelineEnd } from "./dateline.ts";
import { isListItem } from "./paragraphs.ts";

const BYLINE =
  /^(?:By|BY|by|From|FROM|Story by|Words by|Text by)\s+\p{Lu}[\p{L}.'’-]+(?:[\s,]+(?:and|with|in|of|for|the|de|van|von|\p{Lu}[\p{L}.'’-]*)){0,14}[\s,]*$/u;
const CREDIT =
  /^\(?(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated|translation) (?:by|from) \p{Lu}|^(?:published|posted|updated|last updated|first published|modified)\b[^.!?]{0,80}$/iu;
const CAPTION_START =
  /^[([]?(?:file )?(?:photo|photograph|image|picture|caption|video|graphic|illustration|credit|watch|pictured)s?(?: by| credit| caption| courtesy)?\s*[:—–/]|^FILE\s*[-–—]|^[([](?:photo|image|picture|credit|file|pictured)\b/i;
const CAPTION_END =
  /[([](?:photo|image|picture|credit|courtesy|file|illustration|[A-Z]{2,4} photo)\b[^)\]]{0,80}[)\]]\.?$/i;
const FINAL = /[.!?…:;,]["'”’»)\]]*$/;
const LONGEST_BYLINE = 140;
const LONGEST_HEADLINE = 200;
const LONGEST_HEADING = 80;

/** Share of the longer words that begin with a capital. */
function titleCase(paragraph: string): number {
  const words = paragraph.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  const capital = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  return words.length < 3 ? 0 : capital / words.length;
}

/** What a paragraph is by its shape and place: `index` of `count`. */
export function paragraphKind(text: string, start: number, end: number, index: number, count: number): ParagraphKind {
  const length = end - start;
  if (isListItem(text, start)) return "list";
  const head = text.slice(start, Math.min(end, start + 240));
  const tail = text.slice(Math.max(start, end - 120), end);
  const near = index < 8 || index >= count - 3;
  if (near && length <= LONGEST_BYLINE && (BYLINE.test(head) || CREDIT.test(head))) return "byline";
  const dateline = datelineEnd(text, start, end);
  if (dateline >= end) return "dateline";
  if (CAPTION_START.test(head) || CAPTION_END.test(tail)) return "caption";
  if (dateline >= 0 || count < 2 || length > LONGEST_HEADLINE) return "body";
  const open = !FINAL.test(tail);
  if (index === 0 && (open || (length <= 140 && titleCase(head) >= 0.8))) return "headline";
  if (open && length <= LONGEST_HEADING && index < count - 1 && /^[\p{Lu}\d]/u.test(head)) return "heading";
  return "body";
}
