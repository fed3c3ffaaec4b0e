const words = (text: string): readonly string[] => text.split(/\s+/);

/** Things through which something is said: what a statement's "in …", "on …", "by …" may name. */
export const CHANNEL_NOUNS_WORDS = words(
  "statement interview letter email e-mail memo speech address conference briefing conversation tweet twitter facebook instagram youtube television tv radio channel program programme broadcast show podcast video message telegram post blog column article op-ed editorial essay book report paper filing document petition decision ruling opinion dissent order note release press newspaper magazine website site web page call phone telephone testimony hearing debate rally meeting session appearance spokesman spokeswoman ambassador lawyer attorney aide translator interpreter text transcript announcement communique declaration remarks comments forum panel sermon lecture talk ad advertisement advert commercial leaflet recording tape clip survey questionnaire telecast newscast cable diary memoir keynote fundraiser toast vote resolution motion recommendation summary study dispatch bulletin newsletter chat app account network screen loudspeaker placard banner sign slogan poll journal",
);
/** Prepositions that may lead to a channel. */
export const CHANNEL_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in on at by via through over during from with to".split(" "),
);

/** Verbs whose object is spoken to. */
export const TELLING_WORDS = words(
  "tell inform ask urge warn remind assure reassure advise notify beg order instruct command persuade convince encourage beseech implore invite caution promise request entreat exhort summon brief challenge press pressure lobby petition question quiz interview alert forbid compel require direct teach show thank congratulate answer address direct plead push call forewarn threaten coax",
);
/** Verbs and nouns whose "to …" leads to whom it is said. */
export const SAYING_TO_WORDS = words(
  "say write speak talk announce appeal suggest propose recommend explain describe complain confess admit confirm report reply respond relate declare repeat send deliver message apologize apologise pray plead present submit express offer pledge promise vow testify tweet read email point add comment mention hint insist remark state whisper shout statement speech address letter remarks request petition message warning promise call convey issue reveal disclose give communicate preach pitch",
);
/** Nouns that are no addressee though they stand where one would. */
export const NOT_ADDRESSED_WORDS = words(
  "question allegation accusation charge criticism report claim comment request demand call threat suggestion news rumour rumor issue situation decision proposal idea matter point fact bill plan way time day people-to story crowd-of attack remark statement article court-order",
);
