/** Single words that UD English writes as two, with the length of the first part. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["dont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["isnt", 2],
  ["wasnt", 3],
  ["aint", 2],
  ["im", 1],
  ["ive", 1],
]);

/** What may follow an apostrophe as a word of its own: "'s", "'re", … */
export const AFTER_APOSTROPHE: ReadonlySet<string> = new Set(["s", "re", "ve", "ll", "d", "m"]);
