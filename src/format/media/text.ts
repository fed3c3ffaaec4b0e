import { type Exhibit, type MediaCheck, VERDICT_WORDS } from "../../model/media.ts";
import { inert } from "../inert.ts";
import { wrap } from "../wrap.ts";
import { PAPER, type Screen } from "../writer.ts";
import { clockPlace, clockRole, clockRows, clockValue, known, settings } from "./rows.ts";

/** A media check for reading: a file at a time, its finding, why, and its clocks. */
export function mediaText(check: MediaCheck, screen: Screen = PAPER): string {
  const width = Math.max(40, Math.min(screen.width, 120));
  const lines = (words: string, indent: string, first = indent, style: (w: string) => string = (w) => w): string[] =>
    wrap([{ words: inert(words), paint: style }], width - indent.length).map((l, i) => (i === 0 ? first : indent) + l);
  const quiet = (w: string): string => screen.style("quiet", w);
  const one = (e: Exhibit): string[] => {
    const strength = e.strength === "-" ? "" : `, ${e.strength}`;
    const finding = check.claim
      ? [
          ...lines(`${capital(VERDICT_WORDS[e.verdict])} (${e.verdict}${strength})`, "  ", "  ", (w) =>
            screen.style("cue", w),
          ),
          ...e.reasons.flatMap((r) => lines(r.text, "    ", "  - ")),
        ]
      : e.error
        ? lines(e.error, "  ")
        : [];
    const rows = clockRows(e.clocks);
    const shown = check.claim ? rows.slice(0, 30) : e.clocks.map((clock) => ({ clock, times: 1 }));
    const clocks = shown.map(
      ({ clock, times }) =>
        `  ${inert(clockValue(clock)).padEnd(34)} ${clockRole(clock).padEnd(18)} ${quiet(`${inert(clockPlace(clock))}${times > 1 ? ` and ${times - 1} more` : ""}`)}`,
    );
    const more =
      rows.length > shown.length && check.claim
        ? [`  and ${rows.length - shown.length} more: hearsay clocks lists all`]
        : [];
    return [
      ...lines(e.file, "", "", (w) => screen.style("title", w)),
      ...lines(known(e).join(" · "), "  ", "  ", quiet),
      ...finding,
      ...e.notes.flatMap((n) => lines(n, "    ", "  * ", quiet)),
      ...(clocks.length > 0 ? ["", ...clocks, ...more] : []),
      "",
    ];
  };
  return `${[...check.exhibits.flatMap(one), ...settings(check).flatMap((s) => lines(s, "", "", quiet)), ...(check.claim ? lines(check.caveat, "") : [])].join("\n")}\n`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
