/** Number words. */
export const UNITS: ReadonlyMap<string, number> = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((w, n) => [w, n] as const),
);
export const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((w, k) => [w, 20 + 10 * k] as const),
);
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mn", 1e6],
  ["bn", 1e9],
  ["k", 1e3],
  ["m", 1e6],
  ["tn", 1e12],
]);
/** Plurals that count without a number: the least they can mean. */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["millions", 1e6],
  ["billions", 1e9],
  ["trillions", 1e12],
  ["tens", 10],
]);
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ["half", 0.5],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["quarter", 0.25],
  ["quarters", 0.25],
  ["fifth", 0.2],
  ["fifths", 0.2],
  ["tenth", 0.1],
  ["tenths", 0.1],
]);
export const TIMES: ReadonlyMap<string, number> = new Map([
  ["twice", 2],
  ["thrice", 3],
  ["double", 2],
  ["triple", 3],
]);
/** Units of time: what they count is a duration, left to the time stage. */
export const DURATIONS: ReadonlySet<string> = new Set(
  "second seconds minute minutes hour hours day days week weeks weekend weekends month months year years decade decades century centuries yr yrs".split(
    " ",
  ),
);
export const MONTHS: ReadonlySet<string> = new Set(
  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);
/** Words after which a number is a name, not a count. */
export const NAMING: ReadonlySet<string> = new Set(
  "no number section article chapter page room flight highway route channel resolution act title part step figure table vol volume phase level grade group pier gate formula boeing airbus apollo area".split(
    " ",
  ),
);
export type Bound = "exact" | "over" | "under" | "about" | "between";
/** Words before a number that bound it, the longest first. */
export const BOUNDS: readonly (readonly [words: readonly string[], bound: Bound])[] = (
  [
    ["no fewer than", "over"],
    ["no less than", "over"],
    ["not less than", "over"],
    ["no more than", "under"],
    ["not more than", "under"],
    ["as many as", "under"],
    ["as much as", "under"],
    ["as few as", "over"],
    ["more than", "over"],
    ["greater than", "over"],
    ["at least", "over"],
    ["in excess of", "over"],
    ["well over", "over"],
    ["upwards of", "over"],
    ["less than", "under"],
    ["fewer than", "under"],
    ["up to", "under"],
    ["at most", "under"],
    ["just over", "over"],
    ["just under", "under"],
    ["close to", "about"],
    ["in the region of", "about"],
    ["an estimated", "about"],
    ["estimated", "about"],
    ["over", "over"],
    ["above", "over"],
    ["exceeding", "over"],
    ["under", "under"],
    ["below", "under"],
    ["nearly", "about"],
    ["almost", "about"],
    ["about", "about"],
    ["around", "about"],
    ["roughly", "about"],
    ["approximately", "about"],
    ["some", "about"],
    ["circa", "about"],
  ] as const
)
  .map(([words, bound]) => [words.split(" "), bound] as const)
  .sort((a, b) => b[0].length - a[0].length);
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["$", "dollars"],
  ["€", "euros"],
  ["£", "pounds"],
  ["¥", "yen"],
  ["₽", "roubles"],
  ["₴", "hryvnias"],
  ["us$", "US dollars"],
  ["nz$", "NZ dollars"],
  ["a$", "Australian dollars"],
  ["c$", "Canadian dollars"],
  ["hk$", "Hong Kong dollars"],
]);
