import { utc } from "./date-text.ts";

/** The earliest day on which a program of this version can have written anything, and what it is; null: not in the table. */
export interface Release {
  readonly name: string;
  readonly from: number;
}

/** Public beta versions come out up to about five months before a release. */
const BETA = 150 * 86_400_000;

/** First releases, by the makers' own release notes. */
const PHOTOSHOP: Record<number, number> = {
  18: utc(2016, 11, 2),
  19: utc(2017, 10, 18),
  20: utc(2018, 10, 15),
  21: utc(2019, 11, 4),
  22: utc(2020, 10, 20),
  23: utc(2021, 10, 26),
  24: utc(2022, 10, 18),
  25: utc(2023, 9, 13),
  26: utc(2024, 10, 14),
  27: utc(2025, 10, 28),
};
const IOS: Record<number, number> = {
  11: utc(2017, 9, 19),
  12: utc(2018, 9, 17),
  13: utc(2019, 9, 19),
  14: utc(2020, 9, 16),
  15: utc(2021, 9, 20),
  16: utc(2022, 9, 12),
  17: utc(2023, 9, 18),
  18: utc(2024, 9, 16),
  26: utc(2025, 9, 15),
};
const IPHONE: Record<number, number> = {
  11: utc(2019, 9, 20),
  12: utc(2020, 10, 23),
  13: utc(2021, 9, 24),
  14: utc(2022, 9, 16),
  15: utc(2023, 9, 22),
  16: utc(2024, 9, 20),
  17: utc(2025, 9, 19),
};

const LIGHTROOM: Record<number, number> = {
  8: utc(2018, 10, 15),
  9: utc(2019, 11, 4),
  10: utc(2020, 10, 20),
  11: utc(2021, 10, 26),
  12: utc(2022, 10, 18),
  13: utc(2023, 10, 10),
  14: utc(2024, 10, 14),
  15: utc(2025, 10, 28),
};
const PIXEL: Record<number, number> = {
  4: utc(2019, 10, 24),
  5: utc(2020, 10, 15),
  6: utc(2021, 10, 28),
  7: utc(2022, 10, 13),
  8: utc(2023, 10, 12),
  9: utc(2024, 8, 22),
  10: utc(2025, 8, 28),
};
const ANDROID: Record<number, number> = {
  10: utc(2019, 9, 3),
  11: utc(2020, 9, 8),
  12: utc(2021, 10, 4),
  13: utc(2022, 8, 15),
  14: utc(2023, 10, 4),
  15: utc(2024, 9, 3),
  16: utc(2025, 6, 10),
};

interface Line {
  readonly name: string;
  readonly match: RegExp;
  readonly first: Readonly<Record<number, number>>;
  /** Devices are not sold before their day; programs are out in beta. */
  readonly early: number;
}

const LINES: readonly Line[] = [
  { name: "Adobe Photoshop", match: /Photoshop (\d{2})\.\d/, first: PHOTOSHOP, early: BETA },
  { name: "Adobe Lightroom Classic", match: /Lightroom Classic (\d{1,2})\.\d/, first: LIGHTROOM, early: BETA },
  { name: "iPhone", match: /^iPhone (\d\d)\b/, first: IPHONE, early: 0 },
  { name: "Pixel", match: /^Pixel (\d{1,2})\b/, first: PIXEL, early: 0 },
];

/** When a program, a phone or its system first existed, from the name it writes into files. `system`: whose version number a bare one is. */
export function released(text: string, system: "iOS" | "Android" | null): Release | null {
  for (const line of LINES) {
    const version = Number(line.match.exec(text)?.[1] ?? Number.NaN);
    const first = line.first[version];
    if (first !== undefined) return { name: `${line.name} ${version}`, from: first - line.early };
  }
  // Adobe sells a year's version from the autumn before.
  const year = /Adobe [A-Z][A-Za-z ]+?(?:CC )?\(?(20[12]\d)(?:\.\d)?/.exec(text);
  if (year) return { name: year[0], from: utc(Number(year[1]) - 1, 9, 1) - BETA };
  const bare = system ? /^(\d\d)(?:\.\d+){0,2}$/.exec(text) : null;
  const first = bare ? (system === "iOS" ? IOS : ANDROID)[Number(bare[1])] : undefined;
  return bare && first !== undefined ? { name: `${system} ${bare[1]}`, from: first - BETA } : null;
}
