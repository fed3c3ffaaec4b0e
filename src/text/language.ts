import { PROFILES, SCRIPTS } from "../language/profiles.ts";

/** A guess at a text's language: ISO 639-1 code ("und" when there are no letters), English name, confidence 0..1. */
export interface Language {
  readonly code: string;
  readonly name: string;
  readonly confidence: number;
}

const UNKNOWN: Language = { code: "und", name: "unknown", confidence: 0 };

/** Texts are judged by no more than this many characters, from their beginning, middle and end. */
const SAMPLE = 24_000;
/** A letter that few languages use tells less than a word. */
const LETTER_WEIGHT = 0.25;

/** Head start of English, the first profile: it decides only where a few words leave everything open. */
const ENGLISH_FIRST = 1.6;

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ARABIC = /\p{Script=Arabic}/u;

/** For each word, or letter, the languages it speaks for; rare ones speak louder. */
function votes(pick: (profile: (typeof PROFILES)[number]) => Iterable<string>): Map<string, number[]> {
  const found = new Map<string, number[]>();
  PROFILES.forEach((profile, i) => {
    for (const item of new Set(pick(profile))) found.set(item, [...(found.get(item) ?? []), i]);
  });
  return found;
}

const WORDS = votes((p) => p.words.split(" "));
const LETTERS = votes((p) => p.letters);

function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const third = SAMPLE / 3;
  const middle = (text.length - third) / 2;
  return `${text.slice(0, third)} ${text.slice(middle, middle + third)} ${text.slice(-third)}`;
}

/** Guesses the language of a text from its script, its little words and its special letters. */
export function identify(text: string): Language {
  const sample = sampleOf(text).normalize("NFC");
  const scripts = new Map<string, number>();
  const count = (name: string) => scripts.set(name, (scripts.get(name) ?? 0) + 1);
  let letters = 0;
  for (const char of sample) {
    if (!/\p{L}/u.test(char)) continue;
    letters++;
    if (LATIN.test(char)) count("latin");
    else if (CYRILLIC.test(char)) count("cyrillic");
    else if (ARABIC.test(char)) count("arabic");
    else {
      const other = SCRIPTS.find(([pattern]) => pattern.test(char));
      if (other) count(other[1]);
    }
  }
  if (letters === 0) return UNKNOWN;
  // Japanese is written with Chinese characters too: a fair share of kana decides.
  const kana = scripts.get("ja") ?? 0;
  const han = scripts.get("zh") ?? 0;
  if (kana > 0 && kana >= 0.1 * han) {
    scripts.set("ja", kana + han);
    scripts.delete("zh");
  }
  const [script, size] = [...scripts].sort((a, b) => b[1] * density(b[0]) - a[1] * density(a[0]))[0] ?? ["", 0];
  const share = size / letters;
  const only = SCRIPTS.find(([, code]) => code === script);
  if (only) return { code: only[1], name: only[2], confidence: rounded(share) };
  if (script === "") return UNKNOWN;
  return byWords(sample, script, share);
}

/** One Chinese character or Hangul syllable says as much as two or three letters. */
const density = (script: string) => (script === "zh" || script === "ja" || script === "ko" ? 2.5 : 1);

const rounded = (value: number) => Math.round(1000 * value) / 1000;

function byWords(sample: string, script: string, share: number): Language {
  const scores = new Float64Array(PROFILES.length);
  if (script === "latin") scores[0] = ENGLISH_FIRST;
  const lower = sample.toLowerCase();
  let words = 0;
  for (const [word] of lower.matchAll(/(?<![\p{L}\p{M}]['’])\p{L}[\p{L}\p{M}]*(?:['’]t\b)?/gu)) {
    words++;
    const speakers = WORDS.get(word);
    if (!speakers) continue;
    for (const i of speakers) if (PROFILES[i]!.script === script) scores[i]! += 1 / Math.sqrt(speakers.length);
  }
  for (const char of lower) {
    const speakers = LETTERS.get(char);
    if (!speakers) continue;
    for (const i of speakers) if (PROFILES[i]!.script === script) scores[i]! += LETTER_WEIGHT / speakers.length;
  }
  const candidates = PROFILES.map((profile, i) => ({ profile, score: scores[i]! }))
    .filter(({ profile }) => profile.script === script)
    .sort((a, b) => b.score - a.score);
  const [best, second] = candidates as [(typeof candidates)[number], (typeof candidates)[number]];
  const lead = best.score === 0 ? 0 : (best.score - second.score) / best.score;
  const heard = best.profile.code === "en" ? best.score - ENGLISH_FIRST : best.score;
  const evidence = Math.min(1, heard / 6);
  const coverage = Math.min(1, heard / (0.12 * Math.max(words, 1)));
  const confidence = share * (0.3 + 0.7 * lead) * evidence ** 0.5 * (0.5 + 0.5 * coverage);
  return { code: best.profile.code, name: best.profile.name, confidence: rounded(confidence) };
}

const NAMES = new Map([
  ...PROFILES.map(({ code, name }) => [code, name] as const),
  ...SCRIPTS.map(([, code, name]) => [code, name] as const),
]);

/** The English name of a language by its code; the code itself where it is none of those told apart. */
export const languageName = (code: string): string => NAMES.get(code) ?? code;
