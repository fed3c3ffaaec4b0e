/** Units of time, smallest first, as the engine counts them. */
export type Unit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "weekend"
  | "week"
  | "fortnight"
  | "month"
  | "quarter"
  | "season"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "millennium";

/** TIMEX3 codes for parts of the day and seasons. */
export type DayPart = "MO" | "MI" | "AF" | "EV" | "NI" | "DT";
export type Season = "SP" | "SU" | "FA" | "WI";

/** What one English word may mean in an expression of time. A word may have several senses ("second", "march"). */
export interface Lexeme {
  readonly month?: number;
  /** True for short forms that may carry a full stop ("Sept."). */
  readonly short?: boolean;
  readonly weekday?: number;
  readonly unit?: Unit;
  readonly plural?: boolean;
  readonly cardinal?: number;
  readonly ordinal?: number;
  readonly season?: Season;
  readonly part?: DayPart;
  /** today, yesterday, tomorrow, tonight: days from the anchor. */
  readonly dayOffset?: number;
  /** last, this, next: steps from the anchor; `text` steps count from an earlier date in the text. */
  readonly step?: number;
  readonly from?: "publication" | "text" | "either";
  /** A vague amount ("several"). */
  readonly vague?: boolean;
  /** Words that may stand before an amount and belong to it ("about", "nearly"). */
  readonly about?: boolean;
  /** Repeats: the TIMEX3 value of a set ("daily"). */
  readonly repeat?: string;
  /** A name of a zone: minutes east of Greenwich. */
  readonly zone?: number;
  readonly decade?: number;
}

type Senses = { -readonly [K in keyof Lexeme]: Lexeme[K] };
const table = new Map<string, Senses>();
const put = (words: string, senses: Lexeme): void => {
  for (const word of words.split(" ")) table.set(word, { ...table.get(word), ...senses });
};
const list = (words: string, senses: (index: number) => Lexeme): void => {
  words.split(" ").forEach((word, index) => {
    put(word, senses(index));
  });
};

list("january february march april may june july august september october november december", (i) => ({
  month: i + 1,
}));
list("jan feb mar apr . jun jul aug sep oct nov dec", (i) => ({ month: i + 1, short: true }));
put("sept", { month: 9, short: true });
list("monday tuesday wednesday thursday friday saturday sunday", (i) => ({ weekday: i + 1 }));
list("mondays tuesdays wednesdays thursdays fridays saturdays sundays", (i) => ({ weekday: i + 1, plural: true }));
list("mon tue wed thu fri sat sun", (i) => ({ weekday: i + 1, short: true }));
put("tues", { weekday: 2, short: true });
put("thur thurs", { weekday: 4, short: true });

const UNITS: readonly (readonly [Unit, string, string])[] = [
  ["second", "second sec", "seconds secs"],
  ["minute", "minute min", "minutes mins"],
  ["hour", "hour hr", "hours hrs"],
  ["day", "day", "days"],
  ["weekend", "weekend", "weekends"],
  ["week", "week", "weeks"],
  ["fortnight", "fortnight", "fortnights"],
  ["month", "month", "months"],
  ["quarter", "quarter", "quarters"],
  ["half", "half", "halves"],
  ["year", "year yr", "years yrs"],
  ["decade", "decade", "decades"],
  ["century", "century", "centuries"],
  ["millennium", "millennium", "millennia millenniums"],
];
for (const [unit, one, many] of UNITS) {
  put(one, { unit });
  put(many, { unit, plural: true });
}

list(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  (i) => ({ cardinal: i }),
);
list("twenty thirty forty fifty sixty seventy eighty ninety", (i) => ({ cardinal: (i + 2) * 10 }));
put("hundred", { cardinal: 100 });
put("thousand", { cardinal: 1000 });
put("million", { cardinal: 1_000_000 });
put("billion", { cardinal: 1_000_000_000 });
put("dozen", { cardinal: 12 });
list(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
  (i) => ({ ordinal: i + 1 }),
);
put("thirtieth", { ordinal: 30 });
list("twenties thirties forties fifties sixties seventies eighties nineties", (i) => ({ decade: (i + 2) * 10 }));

put("spring springtime", { season: "SP" });
put("summer summertime", { season: "SU" });
put("autumn fall", { season: "FA" });
put("winter wintertime", { season: "WI" });
put("springs", { season: "SP", plural: true });
put("summers", { season: "SU", plural: true });
put("autumns falls", { season: "FA", plural: true });
put("winters", { season: "WI", plural: true });

put("morning dawn daybreak sunrise", { part: "MO" });
put("mornings", { part: "MO", plural: true });
put("midday lunchtime", { part: "MI" });
put("afternoon", { part: "AF" });
put("afternoons", { part: "AF", plural: true });
put("evening dusk sunset", { part: "EV" });
put("evenings", { part: "EV", plural: true });
put("night overnight", { part: "NI" });
put("nights", { part: "NI", plural: true });
put("daytime", { part: "DT" });
put("today", { dayOffset: 0 });
put("yesterday", { dayOffset: -1 });
put("tomorrow", { dayOffset: 1 });
put("tonight", { dayOffset: 0, part: "NI" });

put("this", { step: 0, from: "publication" });
put("last past", { step: -1, from: "publication" });
put("next coming upcoming", { step: 1, from: "publication" });
put("previous preceding prior", { step: -1, from: "either" });
put("following subsequent succeeding ensuing", { step: 1, from: "either" });
put("current", { step: 0, from: "publication" });
put("latest", { step: -1, from: "publication" });
put("that same", { step: 0, from: "text" });

put("several few many numerous some countless multiple", { vague: true });
put("about around approximately roughly nearly almost over under barely just exactly only some", { about: true });
put("approximate circa ca", { about: true });

put("daily everyday", { repeat: "P1D" });
put("nightly", { repeat: "P1D" });
put("hourly", { repeat: "PT1H" });
put("weekly", { repeat: "P1W" });
put("biweekly fortnightly", { repeat: "P2W" });
put("monthly", { repeat: "P1M" });
put("annually yearly", { repeat: "P1Y" });
put("annual", { repeat: "P1Y" });

put("gmt utc", { zone: 0 });
put("est", { zone: -300 });
put("edt", { zone: -240 });
put("cst", { zone: -360 });
put("cdt", { zone: -300 });
put("mst", { zone: -420 });
put("mdt", { zone: -360 });
put("pst", { zone: -480 });
put("pdt", { zone: -420 });
put("cet", { zone: 60 });
put("cest", { zone: 120 });
put("eet", { zone: 120 });
put("eest", { zone: 180 });
put("bst", { zone: 60 });
put("msk", { zone: 180 });

table.delete(".");

/** Every word with a sense in an expression of time. */
export const LEXICON: ReadonlyMap<string, Lexeme> = table;

/** Words for no particular time, with their TIMEX3 value; longest first within a first word. */
export const REFERENCES: readonly (readonly [string, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF"])[] = [
  ["now", "PRESENT_REF"],
  ["right now", "PRESENT_REF"],
  ["currently", "PRESENT_REF"],
  ["current", "PRESENT_REF"],
  ["presently", "PRESENT_REF"],
  ["at present", "PRESENT_REF"],
  ["the present", "PRESENT_REF"],
  ["present day", "PRESENT_REF"],
  ["nowadays", "PRESENT_REF"],
  ["these days", "PRESENT_REF"],
  ["this time", "PRESENT_REF"],
  ["the moment", "PRESENT_REF"],
  ["this moment", "PRESENT_REF"],
  ["to date", "PRESENT_REF"],
  ["the time being", "PRESENT_REF"],
  ["recently", "PAST_REF"],
  ["more recently", "PAST_REF"],
  ["most recently", "PAST_REF"],
  ["formerly", "PAST_REF"],
  ["the past", "PAST_REF"],
  ["the recent past", "PAST_REF"],
  ["lately", "PAST_REF"],
  ["not long ago", "PAST_REF"],
  ["long ago", "PAST_REF"],
  ["the future", "FUTURE_REF"],
  ["the near future", "FUTURE_REF"],
  ["the foreseeable future", "FUTURE_REF"],
  ["future", "FUTURE_REF"],
  ["soon", "FUTURE_REF"],
];

/** Days with a name: month and day, or a rule that `holiday.ts` knows. */
export const HOLIDAYS: Readonly<Record<string, readonly [number, number] | string>> = {
  "christmas day": [12, 25],
  christmas: [12, 25],
  "christmas eve": [12, 24],
  "boxing day": [12, 26],
  "new year's day": [1, 1],
  "new year's eve": [12, 31],
  "valentine's day": [2, 14],
  "st. patrick's day": [3, 17],
  "may day": [5, 1],
  "international women's day": [3, 8],
  "armistice day": [11, 11],
  "remembrance day": [11, 11],
  "veterans day": [11, 11],
  "independence day": "us-independence",
  "bastille day": [7, 14],
  "waitangi day": [2, 6],
  "anzac day": [4, 25],
  "australia day": [1, 26],
  "canada day": [7, 1],
  "all saints' day": [11, 1],
  halloween: [10, 31],
  thanksgiving: "thanksgiving",
  "thanksgiving day": "thanksgiving",
  "labor day": "labor",
  "memorial day": "memorial",
  "presidents' day": "presidents",
  easter: "easter",
  "easter sunday": "easter",
  "easter monday": "easter-monday",
  "good friday": "good-friday",
  "palm sunday": "palm",
  "ash wednesday": "ash",
  "april fools' day": [4, 1],
};
