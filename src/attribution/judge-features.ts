import type { Columns } from "./columns.ts";
import type { Context } from "./context.ts";
import type { Draft, Range } from "./link.ts";

/** How many columns `judgeRow` fills; the last five are left to `rivalry`. */
export const JUDGE_WIDTH = 64;
export const RIVALS = JUDGE_WIDTH - 5;

const LABELS = 7;

const inside = (ranges: readonly Range[], i: number) => ranges.some(([a, b]) => i >= a && i < b);
const size = (ranges: readonly Range[]) => ranges.reduce((n, [a, b]) => n + b - a, 0);

/** What can be said of a drafted statement in numbers: how sure each part is, what its words are, how it stands in its sentence. */
export function judgeRow(c: Columns, x: Context, marginals: Float64Array, d: Draft, out: Float32Array): void {
  const { frame, source, content } = d;
  const { first, last, heart } = frame;
  const a = c.analysis;
  const n = a.length;
  out.fill(0);
  const cue = (i: number) => (i < 0 || i >= n ? 0 : marginals[i * LABELS + 3]! + marginals[i * LABELS + 4]!);
  const roles = (i: number, base: number) =>
    i < 0 || i >= n ? 0 : marginals[i * LABELS + base]! + marginals[i * LABELS + base + 1]!;
  let k = 0;
  const put = (v: number) => {
    out[k++] = v;
  };
  let most = 0;
  let least = 1;
  let sum = 0;
  for (let i = first; i < last; i++) {
    const p = cue(i);
    most = Math.max(most, p);
    least = Math.min(least, p);
    sum += p;
  }
  put(most);
  put(least);
  put(sum / (last - first));
  put(cue(first - 1));
  put(cue(last));
  put(marginals[first * LABELS + 3]!);
  put(last - first);
  put(c.rate[heart]! >> 2);
  put(c.rate[heart]! & 3);
  put(c.kind[heart]!);
  const bits = c.wordnet[heart]!;
  put(bits & 15);
  put((bits >> 4) & 3);
  put((bits >> 10) & 1);
  put((bits >> 14) & 31);
  put((bits >> 19) & 3);
  put(d.sureSource);
  put(d.sureContent);
  put(d.sureBorder);
  put(source.length);
  put(content.length);
  const sourceSize = size(source);
  const contentSize = size(content);
  put(sourceSize);
  put(contentSize);
  const mean = (ranges: readonly Range[], base: number) => {
    let s = 0;
    for (const [p, q] of ranges) for (let i = p; i < q; i++) s += roles(i, base);
    return s / (size(ranges) || 1);
  };
  put(mean(content, 5));
  put(mean(source, 1));
  put(a.quoteDepth[heart]!);
  let quoted = 0;
  for (const [p, q] of content) for (let i = p; i < q; i++) if (c.quote[i]! > 0) quoted++;
  put(contentSize ? quoted / contentSize : -1);
  const start = content.length ? content[0]![0] : -1;
  const end = content.length ? content[content.length - 1]![1] : -1;
  put(start >= 0 ? c.quote[start]! : -1);
  put(end > 0 ? c.quote[end - 1]! : -1);
  const sentence = a.sentences[a.sentenceOf[heart]!]!;
  put(start >= 0 ? start - a.sentences[a.sentenceOf[start]!]!.first : -1);
  put(end > 0 ? a.sentences[a.sentenceOf[end - 1]!]!.last - end : -1);
  put(c.subject[heart]! >= 0 ? (inside(source, c.subject[heart]!) ? 2 : 1) : 0);
  put(c.complement[heart]! >= 0 ? (inside(content, c.complement[heart]!) ? 2 : 1) : 0);
  put(c.dependents[heart]! & 1 ? 1 : 0);
  put(c.dependents[heart]! & 4 ? 1 : 0);
  put(a.deprels[heart]!);
  put(a.xpos[heart]!);
  put(start < 0 ? 99 : start >= last ? start - last : first - Math.min(first, end));
  put(source.length ? (source[0]![0] >= last ? source[0]![0] - last : source[source.length - 1]![1] - first) : 99);
  put(source.length ? a.xpos[source[0]![0]]! : -1);
  put(source.length ? a.xpos[source[source.length - 1]![1] - 1]! : -1);
  put(source.length ? c.shape[source[0]![0]]! : -1);
  put(start >= 0 ? a.sentenceOf[end - 1]! - a.sentenceOf[start]! : -1);
  put(start >= 0 ? a.sentenceOf[start]! - a.sentenceOf[heart]! : 9);
  put(sentence.last - sentence.first);
  put(first - sentence.first);
  put(sentence.last - last);
  put(start >= 0 ? roles(start - 1, 5) : 0);
  put(end > 0 ? roles(end, 5) : 0);
  const gov = x.governor[heart]!;
  put(gov >= 0 ? c.rate[gov]! >> 2 : -1);
  put(gov >= 0 ? x.branch[heart]! : -1);
  put(gov >= 0 ? (inside(content, gov) ? 1 : inside(source, gov) ? 2 : 0) : -1);
  put(heart / n);
  put(roles(heart, 5));
  put(c.shape[first]!);
  put(first > 0 ? c.quote[first - 1]! : -1);
  put(last < n ? c.shape[last]! : -1);
  put(Math.min(9, first - a.sentences[a.paragraphs[c.paragraphOf[first]!]!.first]!.first));
}

/**
 * Fills the last columns from the first judgement of all drafts of a text: the best draft whose content holds this cue,
 * the best whose cue stands in this content, the best whose source or cue this one's parts overlap, and how many quoted words
 * of this content no likely rival claims, as a number and as a share.
 */
export function rivalry(c: Columns, drafts: readonly Draft[], odds: Float64Array, k: number, out: Float32Array): void {
  const me = drafts[k]!;
  let holder = -9;
  let held = -9;
  let clash = -9;
  for (let j = Math.max(0, k - 12); j < Math.min(drafts.length, k + 13); j++) {
    if (j === k) continue;
    const other = drafts[j]!;
    if (inside(other.content, me.frame.heart)) holder = Math.max(holder, odds[j]!);
    if (inside(me.content, other.frame.heart)) held = Math.max(held, odds[j]!);
    if (inside(me.source, other.frame.heart) || inside(other.source, me.frame.heart)) clash = Math.max(clash, odds[j]!);
  }
  let quoted = 0;
  let alone = 0;
  for (const [a, b] of me.content)
    for (let i = a; i < b; i++) {
      if (c.quote[i]! === 0) continue;
      quoted++;
      let claimed = false;
      for (let j = Math.max(0, k - 12); j < Math.min(drafts.length, k + 13) && !claimed; j++)
        claimed = j !== k && odds[j]! > 0 && inside(drafts[j]!.content, i);
      if (!claimed) alone++;
    }
  out[RIVALS + 3] = Math.min(40, alone);
  out[RIVALS + 4] = quoted ? alone / quoted : -1;
  out[RIVALS] = holder;
  out[RIVALS + 1] = held;
  out[RIVALS + 2] = clash;
}
