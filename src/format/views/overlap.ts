const IDLE = new Set(
  "about after again against also been before being could does doing each even every from have having here into just more most much must only other over said same says shall should some such than that their them then there these they this those through under upon very want wants were what when where which while will with would your ours".split(
    " ",
  ),
);
const STEM = 6;
const MOST = 40;

/** The words of a phrase that carry its matter, each cut to its first letters, so that "recognise" meets "recognition". */
export function matterOf(words: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of words.toLowerCase().matchAll(/\p{L}{4,}/gu)) {
    if (found.size >= MOST) break;
    if (!IDLE.has(word)) found.add(word.slice(0, STEM));
  }
  return found;
}

/** Whether two phrases speak of one matter: two words in common, or one where either has no more than two. */
export function sameMatter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared >= 2 || (shared === 1 && Math.min(a.size, b.size) <= 2);
}
