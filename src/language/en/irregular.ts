/** Irregular verb forms and plurals → base form. */
const LINES = `say said saith;tell told;think thought;know knew known;write wrote written;speak spoke spoken;hold held;find found;
see saw seen;hear heard;feel felt;mean meant;read read;swear swore sworn;make made;give gave given;take took taken;
go went gone goes;get got gotten;come came;become became;begin began begun;break broke broken;bring brought;build built;buy bought;
catch caught;choose chose chosen;do did done does;draw drew drawn;drive drove driven;fall fell fallen;fight fought;fly flew flown;
forget forgot forgotten;forbid forbade forbidden;forgive forgave forgiven;grow grew grown;have had has;be was were been is are am;
keep kept;lay laid;lead led;leave left;lend lent;let let;lie lain;lose lost;meet met;pay paid;put put;quit quit;ride rode ridden;
ring rang rung;rise rose risen;run ran;seek sought;sell sold;send sent;set set;shake shook shaken;shoot shot;show shown;shut shut;
sing sang sung;sink sank sunk;sit sat;sleep slept;spend spent;stand stood;understand understood;withstand withstood;steal stole stolen;
stick stuck;strike struck;sweep swept;teach taught;tear tore torn;throw threw thrown;wake woke woken;wear wore worn;win won;
withdraw withdrew withdrawn;foresee foresaw foreseen;foretell foretold;overhear overheard;mislead misled;misspeak misspoke;
retell retold;rewrite rewrote rewritten;uphold upheld;undertake undertook undertaken;undergo underwent undergone;
bear bore borne;beat beaten;bind bound;bite bit bitten;blow blew blown;cast cast;cling clung;cost cost;cut cut;deal dealt;dream dreamt;
eat ate eaten;flee fled;hide hid hidden;hit hit;hurt hurt;light lit;plead pled;prove proven;seem seemed;spread spread;spring sprang sprung;
weep wept;man men;woman women;person people;child children;foot feet;tooth teeth;spokesman spokesmen;spokeswoman spokeswomen;
spokesperson spokespeople;congressman congressmen;lawmaker lawmakers;analysis analyses;thesis theses;crisis crises;hypothesis hypotheses`;

/** Irregular form → base form, in lower case. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  LINES.replace(/\n/g, "")
    .split(";")
    .flatMap((line) => {
      const [base, ...forms] = line.trim().split(" ");
      return forms.map((form) => [form, base!] as const);
    }),
);
