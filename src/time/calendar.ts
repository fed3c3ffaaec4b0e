/** Day arithmetic on the proleptic Gregorian calendar; days count from 1970-01-01, years are astronomical (0 is 1 BC). */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const floorDiv = (a: number, b: number): number => Math.floor(a / b);

/** Days since 1970-01-01 of a date; a day past the month's end carries over. Source: H. Hinnant, days_from_civil. */
export function dayOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  const y0 = floorDiv(months, 12);
  const m = months - y0 * 12 + 1;
  const y = m <= 2 ? y0 - 1 : y0;
  const era = floorDiv(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floorDiv(153 * (m + (m > 2 ? -3 : 9)) + 2, 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100) + dayOfYear - 719468;
}

/** The date of a day number. */
export function civil(days: number): Civil {
  const z = days + 719468;
  const era = floorDiv(z, 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = floorDiv(
    dayOfEra - floorDiv(dayOfEra, 1460) + floorDiv(dayOfEra, 36524) - floorDiv(dayOfEra, 146096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const shifted = floorDiv(5 * dayOfYear + 2, 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - floorDiv(153 * shifted + 2, 5) + 1 };
}

/** True in leap years. */
export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month (1..12). */
export function daysIn(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week that holds a day. */
export function mondayOf(days: number): number {
  return days - weekdayOf(days) + 1;
}

/** ISO 8601 week: its year and number (1..53). */
export function isoWeek(days: number): { readonly year: number; readonly week: number } {
  const year = civil(mondayOf(days) + 3).year;
  return { year, week: (mondayOf(days) - mondayOf(dayOf(year, 1, 4))) / 7 + 1 };
}

/** The same day some months away, held inside the month (31 January + 1 month is 28 or 29 February). */
export function addMonths(days: number, months: number): number {
  const { year, month, day } = civil(days);
  const at = year * 12 + month - 1 + months;
  const y = floorDiv(at, 12);
  const m = at - y * 12 + 1;
  return dayOf(y, m, Math.min(day, daysIn(y, m)));
}

/** Reads "2022-02-21" with or without a time after it; null when it is not a date that exists. */
export function parseDay(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?![0-9])/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return dayOf(year, month, day);
}
