/** A dateline is looked for in no more than this much of a paragraph. */
const LONGEST = 140;

const DASH = "(?:[—–―]|--?|_)";
const AGENCY = String.raw`(?:\([A-Z][^()\n]{1,40}\)|/[A-Z][^/\n]{1,30}/\.?|[A-Z]{2,5})`;
const MONTH =
  "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const WEEKDAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?";
const DATE = `(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}(?:, \\d{4}|,? \\d{4})?|\\d{1,2} ${MONTH}(?:,? \\d{4})?|${WEEKDAY})`;
/** One part of a place written in capitals: "NEW YORK", "ST. ALDER-ON-SEA". */
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’\-]+(?: \p{Lu}[\p{Lu}.'’\-]*){0,4}`;
const NAMES = String.raw`\p{Lu}[\p{L}.'’\-]+(?: \p{Lu}[\p{L}.'’\-]*){0,3}`;
const PLACE = `(?:${CAPITALS})(?:(?:, |/)${NAMES}){0,3}`;
const LOOSE_PLACE = `(?:${NAMES})(?:(?:, |/)${NAMES}){0,2}`;
const END = String.raw`(?=\s)`;

const FORMS = [
  // KYIV, Feb 21 (Agency) —   LONDON (AP) -   MANCHESTER, N.H. —
  `(?:${PLACE})(?:, ?${DATE})?(?: ?${AGENCY})? ?${DASH}${END}`,
  // London, March 3 (Agency) –   Moscow (Agency) -
  `(?:${LOOSE_PLACE})(?:,? ?${DATE})?,? ?(?:\\([A-Z](?!-)[^()\\n]{1,40}\\)) ?${DASH}${END}`,
  `(?:${LOOSE_PLACE}), ${DATE} ?${DASH}${END}`,
  // MOSCOW, February 21. /AGENCY/.
  `(?:${LOOSE_PLACE}), ${DATE}\\.? ?/[A-Z][^/\\n]{1,30}/\\.?${END}`,
  // (Agency) —   Feb 21 (Agency) -
  `(?:${DATE} ?)?\\([A-Z][^()\\n]{1,40}\\) ?${DASH}${END}`,
].map((form) => new RegExp(`^["“]?${form}`, "u"));

const PERSON = /^["“]?(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Col|President|Senator|Minister|Prof)\b/;

/** Where the dateline that opens a paragraph ends, dash included, or -1. */
export function datelineEnd(text: string, start: number, end: number): number {
  if (PERSON.test(text.slice(start, start + 12))) return -1;
  const head = `${text.slice(start, Math.min(end, start + LONGEST))} `;
  for (const form of FORMS) {
    const found = form.exec(head);
    if (found) return start + found[0].length;
  }
  return -1;
}
