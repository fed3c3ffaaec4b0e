const LONGEST = 4;

/** Words after which a short quotation names or distances rather than quotes. */
const DISTANCING = new Set(
  "so-called called dubbed nicknamed titled named entitled known a an the this that these those his her its their our my your of".split(
    " ",
  ),
);

/** One to four words between the marks at tokens `first` and `last` that name or distance rather than quote ("the so-called ‘experts’"). */
export function isScare(text: string, starts: Int32Array, ends: Int32Array, first: number, last: number): boolean {
  const words = last - first - 1;
  if (words < 1 || words > LONGEST) return false;
  for (let i = first + 1; i < last; i++) if (/^[.,;:!?…—]/.test(text.slice(starts[i], ends[i]))) return false;
  if (first === 0) return false;
  let before = text.slice(starts[first - 1], Math.min(ends[first - 1]!, starts[first - 1]! + 20)).toLowerCase();
  if (before === "-" && first > 1) before = text.slice(starts[first - 2], ends[first - 2]).toLowerCase();
  if (before === "called" && first > 1 && /^(?:so|-)$/i.test(text.slice(starts[first - 2], ends[first - 2])))
    return true;
  return DISTANCING.has(before);
}
