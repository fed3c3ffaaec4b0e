import {
  BOUNDS,
  type Bound,
  CURRENCIES,
  DURATIONS,
  FRACTIONS,
  MONTHS,
  NAMING,
  SCALES,
  TENS,
  TIMES,
  UNITS,
  VAGUE,
} from "../language/en/numbers.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Scene } from "../party/coreference.ts";
import { penn, relation, spanOf, type Tree, universal } from "../text/tree.ts";
import type { Frame } from "./frame.ts";

const NOUN = universal("NOUN");
const PROPN = universal("PROPN");
const ADJ = universal("ADJ");
const VERB = universal("VERB");
const NNS = penn("NNS");
const NNPS = penn("NNPS");
const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$|^\.\d+$/;
const GLUED = /^(\d[\d,]*(?:\.\d+)?)(m|bn|k|mn|tn|km|kg|cm|mm|mph|kph|%|million|billion)$/;
const REACH = 6;

interface Read {
  value: number;
  /** One past the last token of the number. */
  end: number;
  vague: boolean;
  unit: string | null;
}

/** Numbers with what they count, how they are bounded and on whose authority. Dates, times and durations are left to the time stage. */
export function quantitiesOf(scene: Scene, frames: readonly Frame[]): Quantity[] {
  const { tree } = scene;
  const { analysis, lower } = tree;
  const found: Quantity[] = [];
  for (let i = 0; i < analysis.length; i++) {
    const first = readNumber(tree, i);
    if (!first || named(tree, i, first)) continue;
    let { end } = first;
    let upper: number | null = null;
    let bound: Bound = first.vague ? "over" : "exact";
    // ranges: "8–10", "40 to 50", "between 8 and 11", "one or two"
    const between = lower[i - 1] === "between";
    const share = /^(%|percent)$/.test(lower[end] ?? "") ? 1 : 0;
    const link = lower[end + share] ?? "";
    if (/^(to|–|—|-|or)$/.test(link) || (between && link === "and")) {
      const second = readNumber(tree, end + share + 1);
      const hyphen = /^[–—-]$/.test(link);
      if (
        second &&
        !first.vague &&
        second.value > first.value &&
        (share === 0 || /^(%|percent)$/.test(lower[second.end] ?? "")) &&
        (!hyphen || analysis.starts[end] === analysis.ends[end - 1]) &&
        !(hyphen && /^\d$/.test(lower[i]!) && link === "-" && !/^(year|percent|per)/.test(lower[second.end] ?? ""))
      ) {
        upper = second.value;
        if (first.value < 1000 && second.value >= 1e6 && SCALES.has(lower[second.end - 1]!))
          first.value *= SCALES.get(lower[second.end - 1]!)!;
        end = second.end;
        first.unit ??= second.unit;
        bound = "between";
      }
    }
    let start = i;
    const currency = i > 0 ? CURRENCIES.get(lower[i - 1]!) : undefined;
    if (currency) {
      start--;
      if (/^(us|nz|a|c|hk)$/.test(lower[start - 1] ?? "") && analysis.ends[start - 1] === analysis.starts[start])
        start--;
    }
    const lead = BOUNDS.find(
      ([words]) =>
        words.every((w, k) => lower[start - words.length + k] === w) &&
        analysis.sentenceOf[start - words.length] === analysis.sentenceOf[i],
    );
    if (lead && !between) {
      start -= lead[0].length;
      if (bound !== "between") bound = lead[1];
    }
    if (between) start--;
    const unit = unitOf(tree, i, end, first.unit, currency);
    if (unit === null) {
      i = end - 1;
      continue;
    }
    const span = spanOf(analysis, start, unit.end);
    const authority = scene.contentOf[i]!;
    found.push({
      ...span,
      value: round(first.value),
      upper: upper === null ? null : round(upper),
      unit: unit.text,
      bound,
      authority: authority >= 0 ? frames[authority]!.statement.id : null,
    });
    i = Math.max(end, unit.end) - 1;
  }
  return found;
}

const round = (v: number): number => Math.round(v * 1e6) / 1e6;

/** Reads a number at a token: digits or words, with scale and fraction; null when there is none. */
function readNumber(tree: Tree, at: number): Read | null {
  const { lower, analysis } = tree;
  const w = lower[at];
  if (w === undefined) return null;
  const together = (k: number) => k < analysis.length && analysis.sentenceOf[k] === analysis.sentenceOf[at];
  const vague = VAGUE.get(w);
  if (vague !== undefined) {
    if (w === "tens" && lower[at + 1] !== "of") return null;
    let end = at + 1;
    let value = vague;
    if (lower[end] === "of" && together(end + 1) && VAGUE.has(lower[end + 1]!)) {
      value *= VAGUE.get(lower[end + 1]!)!;
      end += 2;
    }
    return { value, end, vague: true, unit: null };
  }
  const times = TIMES.get(w);
  if (times !== undefined)
    return w === "double" || w === "triple" ? null : { value: times, end: at + 1, vague: false, unit: "times" };
  if (w === "half" && !/^(hour|an|of)$/.test(lower[at + 1] ?? ""))
    return lower[at + 1] === "a" && SCALES.has(lower[at + 2] ?? "")
      ? { value: 0.5 * SCALES.get(lower[at + 2]!)!, end: at + 3, vague: false, unit: null }
      : { value: 0.5, end: at + 1, vague: false, unit: "half" };
  if (w === "half")
    return /^(an|hour)$/.test(lower[at + 1] ?? "") ? null : { value: 0.5, end: at + 1, vague: false, unit: "half" };
  if ((w === "a" || w === "one") && FRACTIONS.has(lower[at + 1] ?? "") && lower[at + 2] === "of")
    return { value: FRACTIONS.get(lower[at + 1]!)!, end: at + 2, vague: false, unit: "share" };
  if (w === "a" && /^(hundred|thousand|million|billion|dozen)$/.test(lower[at + 1] ?? ""))
    return { value: SCALES.get(lower[at + 1]!) ?? 12, end: at + 2, vague: false, unit: null };
  if (w === "dozen") return { value: 12, end: at + 1, vague: false, unit: null };
  const raw = analysis.text.slice(analysis.starts[at], analysis.ends[at]);
  let value: number;
  let end = at + 1;
  const glued = GLUED.exec(w);
  if (DIGITS.test(w)) value = Number(w.replace(/,/g, ""));
  else if (glued) {
    value = Number(glued[1]!.replace(/,/g, ""));
    const scale = SCALES.get(glued[2]!);
    if (scale !== undefined) return { value: value * scale, end, vague: false, unit: null };
    return { value, end, vague: false, unit: glued[2] === "%" ? "percent" : glued[2]! };
  } else if (/^\d+(,\d+)*-/.test(raw)) return null;
  else {
    const words = readWords(tree, at);
    if (!words) return null;
    value = words.value;
    end = words.end;
  }
  // "three quarters", "two-thirds"
  const next = lower[end] === "-" ? end + 1 : end;
  if (FRACTIONS.has(lower[next] ?? "") && /s$/.test(lower[next]!) && value < 20)
    return { value: value * FRACTIONS.get(lower[next]!)!, end: next + 1, vague: false, unit: "share" };
  let scaled = false;
  while (
    together(end) &&
    (SCALES.has(lower[end]!) ||
      (lower[end] === "-" && SCALES.has(lower[end + 1] ?? "") && lower[end + 1]!.length > 2)) &&
    !(lower[end]!.length === 1 && analysis.starts[end] !== analysis.ends[end - 1])
  ) {
    if (lower[end] === "-") end++;
    value *= SCALES.get(lower[end]!)!;
    end++;
    scaled = true;
  }
  if (!scaled && (lower[end] === "dozen" || lower[end] === "dozens")) {
    value *= 12;
    end++;
  }
  return { value, end, vague: false, unit: null };
}

function readWords(tree: Tree, at: number): { value: number; end: number } | null {
  const { lower } = tree;
  const whole = lower[at]!;
  if (whole.includes("-")) {
    const [a, b] = whole.split("-");
    if (TENS.has(a!) && UNITS.has(b!)) return { value: TENS.get(a!)! + UNITS.get(b!)!, end: at + 1 };
    return null;
  }
  if (TENS.has(whole)) {
    const k = lower[at + 1] === "-" ? at + 2 : at + 1;
    const u = UNITS.get(lower[k] ?? "");
    if (u !== undefined && u < 10 && u > 0) return { value: TENS.get(whole)! + u, end: k + 1 };
    return { value: TENS.get(whole)!, end: at + 1 };
  }
  const unit = UNITS.get(whole);
  if (unit === undefined) return null;
  if (lower[at + 1] === "hundred") {
    let value = unit * 100;
    let end = at + 2;
    if (lower[end] === "and") {
      const rest = readWords(tree, end + 1);
      if (rest && rest.value < 100) {
        value += rest.value;
        end = rest.end;
      }
    }
    return { value, end };
  }
  return { value: unit, end: at + 1 };
}

/** True when the number is a name, a date, a time or an ordinal rather than a count. */
function named(tree: Tree, at: number, read: Read): boolean {
  const { lower, analysis } = tree;
  const { upos, starts, ends, text } = analysis;
  const before = lower[at - 1] ?? "";
  const after = lower[read.end] ?? "";
  const bareWord = before.replace(/\.$/, "");
  const w = lower[at]!;
  const digits = /^\d/.test(w);
  if (w === "one" && read.end === at + 1)
    return (
      !(lower[read.end] === "or" && UNITS.has(lower[read.end + 1] ?? "")) &&
      !(upos[read.end] === NOUN && /^(vote|point|person|goal|seat|percent|mile|dollar|euro)$/.test(after))
    );
  if (w === "a") return false;
  if (MONTHS.has(bareWord) && bareWord !== "may") return true;
  if (/^may$/.test(bareWord) && digits && read.value <= 31 && upos[at - 1] === PROPN) return true;
  if (digits && MONTHS.has(after.replace(/\.$/, "")) && read.value <= 31) return true;
  if (NAMING.has(bareWord) && digits) return true;
  if (/^(a\.?m\.?|p\.?m\.?|o'clock|gmt|utc|:)$/.test(after) || before === ":") return true;
  if (digits && starts[read.end] === ends[read.end - 1] && /^(th|st|nd|rd|s|'s)$/.test(after)) return true;
  // "STS-1", "Vostok 1": a name goes on into the number
  if (
    digits &&
    at > 0 &&
    upos[at - 1] === PROPN &&
    !CURRENCIES.has(before) &&
    analysis.sentenceOf[at - 1] === analysis.sentenceOf[at] &&
    !/^(us|nz)$/.test(before)
  )
    return true;
  if (digits && before === "-" && at > 1 && starts[at - 1] === ends[at - 2] && /\p{L}/u.test(lower[at - 2]!))
    return true;
  if (/^\d{4}$/.test(w) && read.value >= 1500 && read.value < 2100 && read.end === at + 1) {
    const plural = analysis.xpos[read.end] === NNS && !DURATIONS.has(after);
    if (!plural || /^(in|since|until|till|by|from|of|during|early|late|mid|before|after|the)$/.test(before))
      return true;
  }
  if (digits && read.value >= 1e8 && !/,/.test(w) && read.end === at + 1) return true;
  if (
    digits &&
    read.end === at + 1 &&
    upos[read.end] === PROPN &&
    analysis.xpos[read.end] !== NNPS &&
    /^\p{Lu}/u.test(text.slice(starts[read.end]!, starts[read.end]! + 2)) &&
    upos[read.end + 1] !== NOUN
  )
    return true;
  if (digits && /[/]/.test(text[ends[at]!] ?? "") && /\d/.test(text[ends[at]! + 1] ?? "")) return true;
  return false;
}

/** What is counted: the noun the number goes with; null for a duration. */
function unitOf(
  tree: Tree,
  at: number,
  end: number,
  own: string | null,
  currency: string | undefined,
): { text: string; end: number } | null {
  const { lower, analysis } = tree;
  const { upos, heads, deprels, sentenceOf, length } = analysis;
  if (currency) return { text: currency, end };
  let k = end;
  const same = (i: number) => i < length && sentenceOf[i] === sentenceOf[at];
  if (
    same(k) &&
    (lower[k] === "%" ||
      lower[k] === "percent" ||
      lower[k] === "pct" ||
      (lower[k] === "per" && /^cent/.test(lower[k + 1] ?? "")))
  ) {
    k += lower[k] === "per" ? 2 : 1;
    if (lower[k] === "of" && same(k + 1)) {
      const noun = nounAfter(tree, k + 1, at);
      if (noun >= 0) return { text: `percent of ${text(tree, k + 1, noun + 1)}`, end: noun + 1 };
    }
    return { text: "percent", end: k };
  }
  if (own === "percent") return { text: own, end };
  const hyphen = lower[k] === "-" && analysis.starts[k] === analysis.ends[k - 1];
  if (hyphen) k++;
  const word = same(k) ? lower[k]! : "";
  if (DURATIONS.has(word)) {
    const old = /^(old|-)$/.test(lower[k + 1] ?? "") && (lower[k + 1] === "old" || /^olds?$/.test(lower[k + 2] ?? ""));
    const aged = /^(aged|age)$/.test(lower[at - 1] ?? "") || (lower[at - 1] === "of" && lower[at - 2] === "age");
    if (old) return { text: `${word.replace(/s$/, "")}s of age`, end: lower[k + 1] === "old" ? k + 2 : k + 3 };
    return aged ? { text: `${word.replace(/s$/, "")}s of age`, end: k + 1 } : null;
  }
  // a few adjectives may stand between; a duration behind them is still a duration
  let noun = nounAfter(tree, k, at);
  if (noun < 0 && lower[k] === "of" && same(k + 1)) {
    const from = /^(the|its|his|her|their|all|our|those|these)$/.test(lower[k + 1]!) ? k + 2 : k + 1;
    noun = nounAfter(tree, from, at);
    if (noun < 0 && /^(them|us|those|these|which|whom)$/.test(lower[k + 1]!))
      return { text: own ?? "of those named before", end: k + 2 };
  }
  if (noun >= 0) {
    if (DURATIONS.has(lower[noun]!) && !own) return null;
    const from = lower[k] === "of" ? k + 1 : k;
    return {
      text:
        (own === "half" || own === "share" ? "share of " : own === "times" ? "times " : "") +
        text(tree, from, noun + 1),
      end: noun + 1,
    };
  }
  // ", 42," after a name: an age
  if (lower[at - 1] === "," && /^[,.)]$/.test(lower[end] ?? "") && end === at + 1 && /^\d{1,3}$/.test(lower[at]!))
    return { text: "years of age", end };
  const h = heads[at]!;
  if (
    h >= 0 &&
    deprels[at] === relation("nummod") &&
    h > at &&
    h - at < REACH &&
    upos[h] === NOUN &&
    !DURATIONS.has(lower[h]!)
  )
    return { text: lower[h]!, end: Math.max(end, h + 1) };
  return { text: own ?? "", end };
}

function nounAfter(tree: Tree, from: number, at: number): number {
  const { analysis, lower } = tree;
  const { upos, sentenceOf, length, xpos } = analysis;
  let found = -1;
  for (let i = from; i < Math.min(length, from + REACH) && sentenceOf[i] === sentenceOf[at]; i++) {
    if (lower[i + 1] === "-" && analysis.starts[i + 1] === analysis.ends[i] && i + 2 < length) {
      i += 2;
      continue;
    }
    if (
      upos[i] === NOUN ||
      (upos[i] === PROPN && found < 0 && i < from + 3 && (upos[i + 1] === NOUN || xpos[i] === penn("NNPS")))
    ) {
      if (upos[i] === NOUN) found = i;
      if (xpos[i] === NNS) break;
    } else if (xpos[i] === NNPS && found < 0) {
      found = i;
      break;
    } else if (found >= 0) break;
    else if (
      upos[i] !== ADJ &&
      !(upos[i] === VERB && /(ed|ing)$/.test(tree.lower[i]!) && i === from) &&
      tree.lower[i] !== "-" &&
      upos[i] !== PROPN
    )
      break;
  }
  return found;
}

const text = (tree: Tree, first: number, last: number): string =>
  spanOf(tree.analysis, first, last).text.replace(/\s+/g, " ");
