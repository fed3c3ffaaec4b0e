const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words by which a speaker leaves open whether it is so. */
export const SPEAKER_HEDGES = words(
  "may might could perhaps maybe possibly probably likely unlikely apparently seemingly presumably conceivably potentially arguably possible probable potential uncertain unclear doubtful seem seems seemed appear appears appeared suggest suggests suggested suspected presumed",
);
/** Adverbs and adjectives by which whoever tells it keeps a distance. */
export const REPORTER_HEDGES = words(
  "allegedly reportedly supposedly purportedly ostensibly alleged purported supposed so-called apparently rumored rumoured unconfirmed unverified",
);
/** Cue stems that carry doubt themselves. */
export const DOUBTING_CUES_WORDS: ReadonlySet<string> = new Set(
  "claim allege suggest purport speculate suspect rumour rumor presume assume guess hint imply insinuate appear seem doubt assumption suggestion speculation allegation claimed suspicion profess".split(
    " ",
  ),
);
/** Participles that, passive and without a source, leave the authority open ("is believed to"). */
export const PASSIVE_DOUBT_WORDS: ReadonlySet<string> = new Set(
  "believe think say report expect fear suspect allege presume rumour rumor suppose consider understand assume claim know".split(
    " ",
  ),
);
/** Several words in a row that hedge. */
export const HEDGE_PHRASES: readonly (readonly string[])[] = [
  "i think",
  "we think",
  "i believe",
  "i guess",
  "i suppose",
  "more or less",
  "kind of",
  "sort of",
  "not sure",
  "n't sure",
  "not certain",
  "it is possible",
  "as far as",
  "in principle",
  "to some extent",
  "without offering evidence",
  "without evidence",
  "without providing evidence",
  "without giving details",
  "what they claim",
  "what he claims",
  "what she claims",
  "what it claims",
  "what they call",
  "no evidence was",
  "could not be verified",
  "could not be independently",
  "not be confirmed",
].map((phrase) => phrase.split(" "));
