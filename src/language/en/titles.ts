/** Words before a name that make it a person's, with the noun a report may later call that person by and, where it tells, a gender. */
const LINES = `president;prime minister:premier;minister;vice president;chancellor;premier;king::m;queen::f;prince::m;princess::f;emperor::m;empress::f;sultan::m;emir::m;
general;gen.:general;lt. gen.:general;maj. gen.:general;brig. gen.:general;colonel;col.:colonel;lt. col.:colonel;major;maj.:major;captain;capt.:captain;lieutenant;lt.:lieutenant;sergeant;sgt.:sergeant;corporal;cpl.:corporal;private;pvt.:private;admiral;adm.:admiral;
commander;cmdr.:commander;brigadier;marshal;field marshal;commissioner;judge;justice;magistrate;senator;sen.:senator;congressman::m;congresswoman::f;representative;rep.:representative;governor;gov.:governor;lt. gov.:lieutenant governor;mayor;
secretary;secretary-general:secretary-general;ambassador;envoy;chairman::m;chairwoman::f;chairperson;chair;spokesman::m;spokeswoman::f;spokesperson;director;chief;leader;commandant;
mr::m;mr.::m;mrs::f;mrs.::f;ms::f;ms.::f;miss::f;dr;dr.:doctor;doctor;prof.:professor;professor;rev.:reverend;reverend;pope::m;archbishop;bishop;cardinal::m;father::m;sister::f;brother::m;imam::m;sheikh::m;
ayatollah::m;mullah::m;rabbi;pastor;sir::m;lord::m;lady::f;dame::f;baroness::f;baron::m;count::m;countess::f;detective;inspector;superintendent;officer;constable;sheriff;deputy;trooper;agent;
attorney general;attorney;prosecutor;lawyer;councillor;councilman::m;councilwoman::f;alderman;speaker;deputy minister:minister;foreign minister:minister;defence minister:minister;defense minister:minister;
interior minister:minister;finance minister:minister;justice minister:minister;energy minister:minister;cabinet minister:minister;coach;manager;economist;analyst;historian;author;writer;actor;actress::f;singer;
activist;journalist;reporter;editor;scientist;researcher;engineer;architect;candidate;nominee;lawmaker;deputy;member;founder;co-founder;owner;executive;ceo:chief executive;cfo;administrator;counsel;advisor;adviser;aide;warlord;rebel;dissident;
opposition leader:leader;party leader:leader;chief executive;first lady::f;first minister;crown prince::m;secretary of state:secretary;vice chairman::m;managing director:director;widow::f;husband::m;wife::f;mother::f;son::m;daughter::f;uncle::m;aunt::f;rev`;

export interface Title {
  /** The noun by which the bearer may be called later. */
  readonly noun: string;
  readonly gender: "m" | "f" | null;
}

/** Title in lower case → what it tells. Titles of two words stand with one space. */
export const TITLES: ReadonlyMap<string, Title> = new Map(
  LINES.replace(/\n/g, "")
    .split(";")
    .map((entry) => {
      const [title, noun, gender] = entry.split(":");
      return [title!, { noun: noun || title!, gender: gender === "m" || gender === "f" ? gender : null }] as const;
    }),
);

/** Words that may stand before a title without changing whose it is. */
export const BEFORE_TITLE: ReadonlySet<string> = new Set(
  "former ex acting interim deputy vice then late incumbent outgoing newly-elected elected chief senior junior assistant associate first second lead lieutenant retired state federal regional local national".split(
    " ",
  ),
);

/** Nouns that may stand for one another when a report comes back to the bearer of an office. */
export const SAME_OFFICE: readonly ReadonlySet<string>[] = [
  "president leader chief head ruler",
  "premier minister leader head chief",
  "chancellor leader",
  "king monarch ruler leader",
  "queen monarch ruler",
  "emir ruler leader monarch",
  "chairman chair head chief boss leader",
  "chairwoman chair head chief boss leader",
  "director head chief boss",
  "commander general chief leader officer",
  "governor leader official",
  "mayor official leader",
  "head leader chief boss president director",
  "leader head chief president boss",
  "spokesman official",
  "spokeswoman official",
  "senator lawmaker politician candidate",
  "representative lawmaker politician congressman congresswoman",
  "congressman lawmaker politician",
  "congresswoman lawmaker politician",
  "lawyer attorney counsel",
  "attorney lawyer",
  "ambassador envoy diplomat",
  "envoy ambassador diplomat",
  "secretary official",
  "minister official",
  "candidate nominee politician contender challenger rival front-runner frontrunner",
  "nominee candidate front-runner frontrunner",
  "professor researcher scientist academic",
  "economist analyst expert",
  "analyst expert",
  "policeman officer",
].map((line) => new Set(line.split(" ")));
