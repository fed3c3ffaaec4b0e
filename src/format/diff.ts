/** A stretch of a comparison: words both have, words only the old has, words only the new has. */
export interface Change {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** Beyond so many differing parts two texts are shown as one replaced by the other: keeps the work bounded. */
const MOST = 1500;

/** Compares two texts, first by lines, then by words within lines that changed. */
export function diff(old: string, now: string): Change[] {
  const found: Change[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const settle = () => {
    if (gone.length > 0 && come.length > 0) found.push(...compare(words(gone.join("")), words(come.join(""))));
    else {
      if (gone.length > 0) found.push({ kind: "old", text: gone.join("") });
      if (come.length > 0) found.push({ kind: "new", text: come.join("") });
    }
    gone = [];
    come = [];
  };
  for (const change of compare(lines(old), lines(now), false)) {
    if (change.kind === "old") gone.push(change.text);
    else if (change.kind === "new") come.push(change.text);
    else {
      settle();
      found.push(change);
    }
  }
  settle();
  return found;
}

const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const words = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** The shortest edit of one list into another (Myers 1986), parts of a kind joined where asked. */
function compare(a: readonly string[], b: readonly string[], join = true): Change[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const out: Change[] = [];
  const put = (kind: Change["kind"], parts: readonly string[]) => {
    if (!join) out.push(...parts.map((text) => ({ kind, text })));
    else if (parts.length > 0) {
      const last = out[out.length - 1];
      if (last?.kind === kind) out[out.length - 1] = { kind, text: last.text + parts.join("") };
      else out.push({ kind, text: parts.join("") });
    }
  };
  put("same", a.slice(0, start));
  for (const [kind, from, to] of middle(a.slice(start, endA), b.slice(start, endB)))
    put(kind, kind === "new" ? b.slice(start + from, start + to) : a.slice(start + from, start + to));
  put("same", a.slice(endA));
  return out;
}

type Step = readonly [kind: Change["kind"], from: number, to: number];

function middle(a: readonly string[], b: readonly string[]): Step[] {
  const [n, m] = [a.length, b.length];
  if (n === 0 || m === 0)
    return [
      ["old", 0, n],
      ["new", 0, m],
    ];
  const reach = new Int32Array(2 * MOST + 3).fill(-1);
  const trace: Int32Array[] = [];
  reach[MOST + 2] = 0;
  for (let d = 0; d <= Math.min(n + m, MOST); d++) {
    trace.push(reach.slice(MOST + 1 - d - 1, MOST + 1 + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const at = MOST + 1 + k;
      let x = k === -d || (k !== d && reach[at - 1]! < reach[at + 1]!) ? reach[at + 1]! : reach[at - 1]! + 1;
      while (x < n && x - k < m && x - k >= 0 && a[x] === b[x - k]) x++;
      reach[at] = x;
      if (x >= n && x - k >= m) return back(trace, n, m, d);
    }
  }
  return [
    ["old", 0, n],
    ["new", 0, m],
  ];
}

function back(trace: readonly Int32Array[], n: number, m: number, steps: number): Step[] {
  const found: Step[] = [];
  let [x, y] = [n, m];
  for (let d = steps; d >= 0; d--) {
    const reach = (k: number) => trace[d]![k + d + 1]!;
    const k = x - y;
    const before = k === -d || (k !== d && reach(k - 1) < reach(k + 1)) ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : reach(before);
    const fromY = d === 0 ? 0 : fromX - before;
    const turnX = d === 0 ? 0 : before > k ? fromX : fromX + 1;
    if (x > turnX) found.push(["same", turnX, x]);
    if (d > 0) found.push(before > k ? ["new", fromY, fromY + 1] : ["old", fromX, fromX + 1]);
    [x, y] = [fromX, fromY];
  }
  return found.reverse();
}

/** A comparison in one line of text: [-what went-]{+what came+}; long unchanged stretches are cut in the middle. */
export const diffText = (changes: readonly Change[], context = 80): string =>
  changes
    .map(({ kind, text }, i) => {
      if (kind === "old") return `[-${text}-]`;
      if (kind === "new") return `{+${text}+}`;
      if (text.length <= 2 * context + 20) return text;
      const head = i === 0 ? "" : text.slice(0, context);
      const tail = i === changes.length - 1 ? "" : text.slice(-context);
      return `${head} […] ${tail}`;
    })
    .join("");
