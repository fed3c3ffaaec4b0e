import { ORGANISATIONS, STATE_BODIES } from "../language/en/party-nouns.ts";
import { STATE_NAMES } from "../language/en/states.ts";
import { BEFORE_TITLE, TITLES, type Title } from "../language/en/titles.ts";
import { penn, type Tree, universal } from "../text/tree.ts";

/** A proper name in the text: its own words, and the words before it that make it a person's. Token ranges are half-open. */
export interface Name {
  readonly first: number;
  readonly last: number;
  /** Where the whole mention begins, title and modifiers included. */
  readonly whole: number;
  /** The name's own words in lower case, joined by spaces. */
  readonly key: string;
  readonly words: readonly string[];
  readonly title: Title | null;
  /** The title with the words before it, in lower case: "interior minister". */
  readonly role: string | null;
}

const PROPN = universal("PROPN");
const NOUN = universal("NOUN");
const ADJ = universal("ADJ");
const NNP = penn("NNP");
const NNPS = penn("NNPS");
const CD = penn("CD");
const STATE_ADJECTIVES = new Set([...STATE_NAMES].filter(([, { kind }]) => kind === "adjective").map(([name]) => name));
const PARTICLES = new Set("de del della da di la le du von van der den bin ibn al el ul ben".split(" "));
const OWNERS = new Set(
  "people women children workers veterans farmers teachers men citizens students mothers lawyers writers journalists".split(
    " ",
  ),
);
const JOINED_BY_OF = new Set([
  ...STATE_BODIES,
  ..."bank university college institute house republic association union secretary church board league society museum board organization organisation movement front chamber court people's party center centre school foundation federation academy union association forum port".split(
    " ",
  ),
]);
const DAYS = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. gmt utc est a.m. p.m.".split(
    " ",
  ),
);

/** Finds every proper name. Linear in the number of tokens. */
export function namesOf(tree: Tree): Name[] {
  const { analysis, lower } = tree;
  const { upos, xpos, starts, ends, text, sentenceOf, length } = analysis;
  const capital = (i: number) => {
    const c = text.charCodeAt(starts[i]!);
    return (c >= 65 && c <= 90) || (c > 191 && text[starts[i]!]!.toLowerCase() !== text[starts[i]!]);
  };
  // a name the tagger took for a common noun in one place is a name there too, if it is one elsewhere and never small
  const proper = new Set<string>();
  const small = new Set<string>();
  for (let i = 0; i < length; i++) {
    if (!capital(i)) small.add(lower[i]!);
    else if (upos[i] === PROPN) proper.add(lower[i]!);
  }
  const elsewhere = (i: number) =>
    (upos[i] === NOUN || upos[i] === ADJ) &&
    capital(i) &&
    proper.has(lower[i]!) &&
    !small.has(lower[i]!) &&
    !STATE_ADJECTIVES.has(lower[i]!);
  const part = (i: number) =>
    (upos[i] === PROPN ||
      elsewhere(i) ||
      xpos[i] === NNP ||
      xpos[i] === NNPS ||
      (capital(i) &&
        (upos[i] === NOUN || upos[i] === ADJ) &&
        i > 0 &&
        sentenceOf[i - 1] === sentenceOf[i] &&
        JOINED_BY_OF.has(lower[i]!))) &&
    (capital(i) ||
      /^[\p{Lu}\d]/u.test(text.slice(starts[i], ends[i])) ||
      (upos[i] === PROPN && /\p{Lu}/u.test(text.slice(starts[i], ends[i])))) &&
    !DAYS.has(lower[i]!);
  const glued = (i: number) => ends[i - 1] === starts[i];
  const names: Name[] = [];
  let i = 0;
  while (i < length) {
    if (!part(i)) {
      i++;
      continue;
    }
    const from = i;
    let to = i + 1;
    const same = (k: number) => k < length && sentenceOf[k] === sentenceOf[from];
    while (same(to)) {
      if (part(to)) to++;
      else if (
        lower[to] === "-" &&
        glued(to) &&
        same(to + 1) &&
        glued(to + 1) &&
        (part(to + 1) || xpos[to + 1] === CD || upos[to + 1] === NOUN)
      )
        to += 2;
      else if ((lower[to] === "&" || PARTICLES.has(lower[to]!)) && same(to + 1) && part(to + 1)) to += 2;
      else if (PARTICLES.has(lower[to]!) && same(to + 2) && PARTICLES.has(lower[to + 1]!) && part(to + 2)) to += 3;
      else if ((lower[to] === "'s" || lower[to] === "'") && OWNERS.has(lower[to - 1]!) && same(to + 1) && part(to + 1))
        to += 2;
      else if (
        (lower[to] === "of" || lower[to] === "for") &&
        JOINED_BY_OF.has(lower[to - 1]!) &&
        same(to + 1) &&
        part(to + 1)
      )
        to += 2;
      else if (
        (lower[to] === "of" || lower[to] === "for") &&
        JOINED_BY_OF.has(lower[to - 1]!) &&
        lower[to + 1] === "the" &&
        same(to + 2) &&
        part(to + 2)
      )
        to += 3;
      else if (xpos[to] === CD && to - from === 1 && /^\d{1,2}$/.test(lower[to]!) && !DAYS.has(lower[from]!)) to++;
      else break;
    }
    split(tree, from, to, names);
    i = to;
  }
  return names;
}

/** Parts a run of capitals into title and name, and takes in a title in small letters before it. */
function split(tree: Tree, from: number, to: number, names: Name[]): void {
  const { lower, analysis } = tree;
  const word = (i: number) => lower[i]!;
  const organisation = (a: number, b: number) => {
    for (let i = a; i < b; i++) if (ORGANISATIONS.has(word(i)) || STATE_BODIES.has(word(i))) return true;
    return false;
  };
  let core = from;
  let title: Title | null = null;
  const connected = word(to - 1) !== undefined && lower.slice(from, to).some((w) => w === "of" || w === "for");
  for (let i = from; i < to; i++) {
    const one = TITLES.get(word(i));
    if (!one) continue;
    // a title makes a person of what follows it, unless a body is named there ("General Motors Corp")
    if (i + 1 < to && !organisation(i + 1, to) && !connected) {
      core = i + 1;
      const two = i > from ? TITLES.get(`${word(i - 1)} ${word(i)}`) : undefined;
      title = two ?? one;
    } else if (i + 1 === to && i > from && !title) {
      // an office without its holder ("the Interior Minister"): left to the descriptions
      return;
    } else if (i + 1 === to && i === from) return;
  }
  let whole = from;
  if (core === from && from > 0 && analysis.sentenceOf[from - 1] === analysis.sentenceOf[from]) {
    const before = TITLES.get(word(from - 1));
    if (before && !organisation(from, to)) title = TITLES.get(`${word(from - 2)} ${word(from - 1)}`) ?? before;
    if (before && title) {
      whole = from - 1;
      while (whole > 0 && analysis.sentenceOf[whole - 1] === analysis.sentenceOf[from] && titleWord(tree, whole - 1))
        whole--;
    }
  } else if (title) {
    while (whole > 0 && analysis.sentenceOf[whole - 1] === analysis.sentenceOf[from] && titleWord(tree, whole - 1))
      whole--;
  }
  const words: string[] = [];
  for (let i = core; i < to; i++) words.push(word(i));
  if (words.every((w) => !/\p{L}/u.test(w))) return;
  const role = title ? lower.slice(whole, core).join(" ") : null;
  names.push({ first: core, last: to, whole, key: words.join(" "), words, title, role });
}

/** Words that belong to a title from before: "former Marovian deputy …". */
function titleWord(tree: Tree, i: number): boolean {
  const { upos } = tree.analysis;
  const w = tree.lower[i]!;
  return (
    BEFORE_TITLE.has(w) ||
    TITLES.has(w) ||
    upos[i] === ADJ ||
    (upos[i] === NOUN && w.length > 2) ||
    upos[i] === PROPN ||
    w === "-"
  );
}
