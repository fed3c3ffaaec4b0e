import { CHANNEL_PREPOSITIONS } from "../language/en/channels.ts";
import { CHANNEL_NOUNS } from "../text/cue-words.ts";
import { dependent, dependents, relation, type Tree } from "../text/tree.ts";
import { type Frame, inside } from "./frame.ts";

const OBLIQUE = new Set([
  relation("obl"),
  relation("nmod"),
  relation("obl:unmarked"),
  relation("obl:agent"),
  relation("advcl"),
]);
const CASE = new Set([relation("case"), relation("mark")]);
const COMPOUND = new Set([
  relation("compound"),
  relation("flat"),
  relation("nmod:poss"),
  relation("nmod"),
  relation("amod"),
]);
const LONGEST = 16;

/** Through what it was said: token range of "in a statement", "on the … channel", or null. */
export function channelOf(tree: Tree, f: Frame): readonly [number, number] | null {
  if (f.heart < 0) return null;
  const { analysis, lower } = tree;
  const hosts = [f.heart];
  const up = analysis.heads[f.heart]!;
  if (
    up >= 0 &&
    !inside(f.content, up) &&
    (analysis.deprels[f.heart] === relation("conj") ||
      analysis.deprels[f.heart] === relation("xcomp") ||
      analysis.deprels[f.heart] === relation("advcl"))
  )
    hosts.push(up);
  for (const [a, b] of f.cue) for (let i = a; i < b; i++) if (i !== f.heart && !hosts.includes(i)) hosts.push(i);
  for (const host of hosts)
    for (const c of dependents(tree, host, OBLIQUE)) {
      if (inside(f.content, c) || inside(f.source, c)) continue;
      const from = tree.left[c]!;
      const preposition = dependent(tree, c, CASE);
      if (preposition < 0 || !CHANNEL_PREPOSITIONS.has(lower[preposition]!)) continue;
      if (lower[preposition] === "to" || lower[preposition] === "with") continue;
      if (!channelNoun(tree, c)) continue;
      let to = Math.min(tree.right[c]! + 1, from + LONGEST);
      for (let i = c + 1; i < to; i++)
        if (inside(f.content, i) || inside(f.source, i) || inside(f.cue, i) || lower[i] === ",") to = i;
      return [from, Math.max(to, c + 1)];
    }
  // the parse hung it elsewhere: words right behind the cue, or opening the sentence
  return near(
    tree,
    f,
    f.cue.reduce((m, [, b]) => Math.max(m, b), 0),
  );
}

function channelNoun(tree: Tree, token: number): boolean {
  if (CHANNEL_NOUNS.has(tree.stem[token]!)) return true;
  return (
    dependents(tree, token, COMPOUND).some(
      (c) => c < token && CHANNEL_NOUNS.has(tree.stem[c]!) && tree.analysis.heads[c] === token,
    ) ||
    /^(cnn|bbc|nbc|abc|cbs|fox|msnbc|c-span|npr|twitter|facebook|telegram|instagram|youtube)$/.test(tree.lower[token]!)
  );
}

function near(tree: Tree, f: Frame, end: number): readonly [number, number] | null {
  const { analysis, lower } = tree;
  const sentence = analysis.sentences[analysis.sentenceOf[f.heart]!]!;
  const read = (from: number): readonly [number, number] | null => {
    if (!/^(in|on|at|via|through|during)$/.test(lower[from] ?? "") || inside(f.content, from)) return null;
    for (let i = from + 1; i < Math.min(sentence.last, from + 8); i++) {
      if (inside(f.content, i) || inside(f.source, i) || /^[,;:]$/.test(lower[i]!)) return null;
      if (CHANNEL_NOUNS.has(tree.stem[i]!) && !CHANNEL_NOUNS.has(tree.stem[i + 1] ?? "")) return [from, i + 1];
    }
    return null;
  };
  for (let from = end; from < Math.min(sentence.last, end + 6); from++) {
    const found = read(from);
    if (found) return found;
  }
  return read(sentence.first) ?? (lower[sentence.first] === "speaking" ? read(sentence.first + 1) : null);
}
