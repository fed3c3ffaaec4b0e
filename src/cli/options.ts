import { InvalidArgumentError } from "commander";
import { isPublicationDate } from "../hearsay.ts";

/** A publication date as it is written on the command line. */
export function date(value: string): string {
  if (!isPublicationDate(value))
    throw new InvalidArgumentError("A date is written 2031-05-12 or 2031-05-12T09:30:00Z.");
  return value;
}

/** A probability, 0 to 1. */
export function confidence(value: string): number {
  const number = Number(value);
  if (value.trim() === "" || !(number >= 0 && number <= 1))
    throw new InvalidArgumentError("It is a number from 0 to 1.");
  return number;
}

/** A number of threads. */
export function jobs(value: string): number {
  if (!/^\d{1,3}$/.test(value) || Number(value) < 1)
    throw new InvalidArgumentError("It is a whole number from 1 to 999.");
  return Number(value);
}
