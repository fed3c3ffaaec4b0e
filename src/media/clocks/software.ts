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

/** When a program, a phone or its system first existed, from the name it writes into files. `apple`: the file is an iPhone's. */
export function released(text: string, apple: boolean): Release | null {
  const photoshop = /Photoshop (\d{2})\.\d/.exec(text);
  const major = photoshop ? PHOTOSHOP[Number(photoshop[1])] : undefined;
  if (photoshop && major !== undefined) return { name: `Adobe Photoshop ${photoshop[1]}`, from: major - BETA };
  // Adobe sells a year's version from the autumn before.
  const year = /Adobe [A-Z][A-Za-z ]+?(?:CC )?\(?(20[12]\d)(?:\.\d)?/.exec(text);
  if (year) return { name: year[0], from: utc(Number(year[1]) - 1, 9, 1) - BETA };
  const phone = /^iPhone (\d\d)\b/.exec(text);
  const model = phone ? IPHONE[Number(phone[1])] : undefined;
  if (phone && model !== undefined) return { name: `iPhone ${phone[1]}`, from: model };
  const system = apple ? /^(\d\d)\.\d+(?:\.\d+)?$/.exec(text) : null;
  const ios = system ? IOS[Number(system[1])] : undefined;
  return system && ios !== undefined ? { name: `iOS ${system[1]}`, from: ios - BETA } : null;
}
