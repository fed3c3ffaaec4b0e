import type { Analysis } from "../model/analysis.ts";
import { DEPREL, UPOS, XPOS } from "../model/tags.ts";

/** Which way the clause around an expression looks. */
export type Tense = "past" | "present" | "future";

const xpos = (tag: (typeof XPOS)[number]): number => XPOS.indexOf(tag);
const [TO, VB, VBD, VBG, VBN, VBP, VBZ, MD] = [
  xpos("TO"),
  xpos("VB"),
  xpos("VBD"),
  xpos("VBG"),
  xpos("VBN"),
  xpos("VBP"),
  xpos("VBZ"),
  xpos("MD"),
];
const [VERB, AUX] = [UPOS.indexOf("VERB"), UPOS.indexOf("AUX")];
const HELPERS = new Set(["aux", "aux:pass", "cop"].map((d) => (DEPREL as readonly string[]).indexOf(d)));
const MARK = DEPREL.indexOf("mark");
const ACL = DEPREL.indexOf("acl");
const [NSUBJ, NSUBJ_PASS] = [DEPREL.indexOf("nsubj"), DEPREL.indexOf("nsubj:pass")];

/** Verbs and adjectives that place what they govern ahead. */
const AHEAD =
  /^(agreement|plan|deal|decision|offer|proposal|intention|intends|bid|supposed|payable|effective|meet|begin|start|open|end|expire|arrive|leave|resume|vote|votes|visit|visits|travel|travels|faces|face|hosts|host|plan|plans|planned|planning|expect|expects|expected|expecting|schedule|scheduled|schedules|due|set|slated|intend|intends|intended|hope|hopes|agree|agrees|agreed|want|wants|prepare|preparing|prepared|propose|proposed|vow|vows|vowed|pledge|pledged|promise|promised|promises|threaten|threatened|likely|ready|await|awaits|awaiting|ask|asks|asked|order|ordered|urge|urged|decide|decided|postpone|postponed|delay|delayed|anticipate|anticipated|anticipates|forecast|forecasts|looms|going|begins|starts|opens|ends|expires|arrives|leaves|meets|takes|resumes|upcoming|poised|bound)$/i;
const PAST_HELP = /^(was|were|had|did|has|have|been|'d|'ve|having)$/i;
const FUTURE_HELP = /^(will|wo|shall|'ll|’ll|would|may|must|should)$/i;

/** The token that holds a character, or -1. */
export function tokenAt(a: Analysis, offset: number): number {
  let low = 0;
  let high = a.length - 1;
  while (low <= high) {
    const mid = (low + high) >> 1;
    if (a.ends[mid]! <= offset) low = mid + 1;
    else if (a.starts[mid]! > offset) high = mid - 1;
    else return mid;
  }
  return -1;
}

const textOf = (a: Analysis, t: number): string => a.text.slice(a.starts[t]!, a.ends[t]!);

/** True when the base layer tagged this text (a missing parse has no tokens or one tag throughout). */
export function isTagged(a: Analysis): boolean {
  return (
    a.length > 0 && a.heads.length === a.length && a.sentences.length > 0 && a.upos.some((tag) => tag !== a.upos[0])
  );
}

/** The verb that an expression hangs on, by the parse; -1 when there is none. */
export function verbAbove(a: Analysis, token: number): number {
  let at = token;
  for (let n = 0; n < 12 && at >= 0; n++) {
    if (at !== token && (a.upos[at] === VERB || a.upos[at] === AUX || hasHelper(a, at))) return at;
    if (at === token && (a.upos[at] === VERB || a.upos[at] === AUX)) return at;
    at = a.heads[at]!;
  }
  return -1;
}

const hasHelper = (a: Analysis, token: number): boolean => {
  const from = Math.max(sentenceStart(a, token), token - 12);
  for (let t = from; t < token; t++) if (a.heads[t] === token && HELPERS.has(a.deprels[t]!)) return true;
  return false;
};

const sentenceStart = (a: Analysis, token: number): number => a.sentences[a.sentenceOf[token]!]?.first ?? 0;

/** Tense of the clause that holds an offset; null when nothing tells. */
export function tenseAt(a: Analysis, tagged: boolean, offset: number): Tense | null {
  if (!tagged) return lexicalTense(a.text, offset);
  const token = tokenAt(a, offset);
  if (token < 0) return lexicalTense(a.text, offset);
  if (spokenOn(a, token)) return "past";
  const cue = leadWord(a, token);
  if (cue !== null) return cue;
  if (token > 2 && /^as$/i.test(textOf(a, token - 1)) && /^(soon|early)$/i.test(textOf(a, token - 2))) return "future";
  let verb = opens(a, token) ? mainVerb(a, token) : verbAbove(a, token);
  for (let n = 0; n < 4 && verb >= 0; n++) {
    const tense = verbTense(a, verb, token);
    if (tense !== null) return tense;
    const up = a.heads[verb]!;
    verb = up < 0 ? -1 : verbAbove(a, up);
  }
  return null;
}

/** "will be held Friday", "to be signed Friday". */
const helpedAhead = (a: Analysis, verb: number): boolean => {
  for (let t = Math.max(sentenceStart(a, verb), verb - 4); t < verb; t++)
    if (a.xpos[t] === MD || a.xpos[t] === TO || a.xpos[t] === VBG || /^(is|are)$/i.test(textOf(a, t))) return true;
  return false;
};

/** "set to resume Monday", "due to open in Venn on Friday": said by the words just before, whatever the parse. */
function setTo(a: Analysis, token: number): boolean {
  for (let t = token - 1; t > Math.max(sentenceStart(a, token), token - 6); t--) {
    const text = textOf(a, t);
    if (/^[.,;:!?]$/.test(text) || a.xpos[t] === VBD) return false;
    if (/^to$/i.test(text)) return /^(set|due|scheduled|expected|slated|supposed|poised)$/i.test(textOf(a, t - 1));
  }
  return false;
}

/** "ended Jan. 31", "payable Dec. 7", "postponed until Tuesday": the word before tells by itself. */
function leadWord(a: Analysis, token: number): Tense | null {
  const before = token > 0 ? textOf(a, token - 1) : "";
  if (/^(ended|dated)$/i.test(before)) return "past";
  if (/^(ending|payable|effective)$/i.test(before)) return "future";
  if (setTo(a, token)) return "future";
  if (!/^(until|till|to)$/i.test(before)) return null;
  for (let t = Math.max(sentenceStart(a, token), token - 7); t < token - 1; t++)
    if (/^(postponed?|delay(ed)?|extend(ed|s)?|deferred|adjourned|rescheduled)$/i.test(textOf(a, t))) return "future";
  return null;
}

/** "said Friday he would": a day right after a verb of the past is that verb's, whatever the parse says. */
function spokenOn(a: Analysis, token: number): boolean {
  const on = token > 0 && /^on$/i.test(textOf(a, token - 1)) ? token - 1 : token;
  if (on === 0) return false;
  const verb = textOf(a, on - 1);
  return (
    (a.xpos[on - 1] === VBD && !/^(was|were|had|did|scheduled|planned|set)$/i.test(verb)) ||
    (a.xpos[on - 1] === VBN && !AHEAD.test(verb) && !helpedAhead(a, on - 1))
  );
}

/** "On Friday, …": a time that opens the sentence belongs to its main verb. */
const opens = (a: Analysis, token: number): boolean => token - sentenceStart(a, token) <= 1;

function mainVerb(a: Analysis, token: number): number {
  const sentence = a.sentences[a.sentenceOf[token]!]!;
  for (let t = sentence.first; t < sentence.last; t++)
    if (a.heads[t]! < 0) return t === token ? verbAbove(a, token) : t;
  return verbAbove(a, token);
}

/** "The rally planned for Saturday was canceled": planned, but told of as over. */
function subjectOfPast(a: Analysis, noun: number): boolean {
  if (noun < 0 || (a.deprels[noun] !== NSUBJ && a.deprels[noun] !== NSUBJ_PASS)) return false;
  const verb = a.heads[noun]!;
  return verb >= 0 && verb > noun && (a.xpos[verb] === VBD || a.xpos[verb] === VBN) && verbTense(a, verb) === "past";
}

function verbTense(a: Analysis, verb: number, from0 = -1): Tense | null {
  const from = Math.max(sentenceStart(a, verb), verb - 14);
  let infinitive = false;
  let helped: Tense | null = null;
  let passive = false;
  let had = false;
  let modal = false;
  let placed = false;
  for (let t = from; t < verb; t++) {
    if (a.heads[t] !== verb) continue;
    const text = textOf(a, t);
    if (a.deprels[t] === MARK && /^to$/i.test(text)) infinitive = true;
    if (!HELPERS.has(a.deprels[t]!)) continue;
    passive = true;
    if (/^(is|are|'s|’s|'re|’re)$/i.test(text)) placed = true;
    if (FUTURE_HELP.test(text)) modal = true;
    if (/^had$/i.test(text)) had = true;
    if (PAST_HELP.test(text)) helped = "past";
    else helped ??= "present";
  }
  if (modal) return helped === "past" ? "past" : "future";
  const own = a.xpos[verb]!;
  const word = textOf(a, verb);
  if (infinitive) {
    const head = a.heads[verb]!;
    if (head < 0 || placed) return "future";
    return AHEAD.test(textOf(a, head)) || /^(is|are|'s|’s|'re|’re)$/i.test(textOf(a, head))
      ? "future"
      : verbTense(a, head);
  }
  if (own === VBN && a.deprels[verb] === ACL && !passive && subjectOfPast(a, a.heads[verb]!)) return "past";
  if (
    AHEAD.test(word) &&
    ((own === VBN && (passive || a.deprels[verb] === ACL)) ||
      (own !== VBN && passive) ||
      own === VBZ ||
      own === VBP ||
      own === VBG) &&
    helped !== "past"
  )
    return "future";
  if (/^(scheduled|expected|due|slated|set|planned|supposed)$/i.test(word) && passive && !had) return "future";
  if (helped === "past") return "past";
  if (own === VBD && verb < from0 && /^(planned|scheduled)$/i.test(word)) return "future";
  if (own === VBD || own === VBN) return "past";
  if (own === VBG) return helped === "present" ? "future" : null;
  if (own === VBZ || own === VBP) return "present";
  if (own === VB) return helped;
  return helped;
}

const PAST_WORD =
  /^(was|were|had|did|said|been|told|went|came|took|made|began|left|met|held|fell|rose|lost|won|killed|has|have)$/;
const FUTURE_WORD =
  /^(will|would|shall|expected|scheduled|due|plans|plan|planned|intends|hopes|set|slated|until|upcoming|begins|starts|expects)$/;

/** Tense without tags: the nearest telling word of the sentence, to the left first. */
function lexicalTense(text: string, offset: number): Tense | null {
  const left =
    text
      .slice(Math.max(0, offset - 120), offset)
      .split(/[.;!?\n]/)
      .pop()!
      .toLowerCase()
      .match(/[a-z']+/g) ?? [];
  const right =
    text
      .slice(offset, offset + 100)
      .split(/[.;!?\n]/)[0]!
      .toLowerCase()
      .match(/[a-z']+/g) ?? [];
  const tell = (word: string): Tense | null =>
    FUTURE_WORD.test(word)
      ? "future"
      : PAST_WORD.test(word) || (word.length > 4 && word.endsWith("ed"))
        ? "past"
        : null;
  for (let n = 0; n < 14; n++) {
    const l = left[left.length - 1 - n];
    const found = l === undefined ? null : tell(l);
    if (found !== null) return found;
  }
  for (const word of right.slice(0, 12)) {
    const found = tell(word);
    if (found !== null) return found;
  }
  return null;
}
