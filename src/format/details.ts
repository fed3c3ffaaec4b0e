import type { Row } from "./row.ts";

/** What is known of a statement beyond who, cue and what, as labelled words; what is not known is left out. */
export function details(row: Row): { readonly label: string; readonly words: string }[] {
  const { statement } = row;
  const resolved = row.speakers.join(", ");
  const all: [string, string][] = [
    ["said by", resolved === row.who ? "" : resolved],
    ["kind", statement.act ?? ""],
    ["negated", statement.negated ? "the attribution itself" : ""],
    ["hedged", row.hedges.map((hedge) => `“${hedge}”`).join(", ")],
    ["said to", row.addressees.join(", ")],
    ["about", row.targets.join(", ")],
    ["asked of", row.performers.join(", ")],
    ["through", statement.channel?.text ?? ""],
    ["statement date", statement.said?.edtf ?? ""],
    ["event date", row.about.join(", ")],
    ["nobody named", statement.unknownSpeaker?.why ?? ""],
  ];
  return all.filter(([, words]) => words !== "").map(([label, words]) => ({ label, words }));
}

/** Probability as a whole percentage: "91 %". */
export const percent = (p: number) => `${Math.round(p * 100)} %`;

/** "1 statement", "3 statements". */
export const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
