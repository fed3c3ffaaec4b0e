import type { Reading } from "../model/reading.ts";
import type { Writer } from "./writer.ts";

/** One reading: the object itself. Several: an array of them. Indented by two, ended by a line break. */
export const jsonWriter = (): Writer => jsonOf((reading) => reading);

/** The same for what is made of a reading. */
export function jsonOf(make: (reading: Reading) => unknown): Writer {
  let held: string | null = null;
  let count = 0;
  const indent = (json: string) => json.replaceAll("\n", "\n  ");
  return {
    head: () => "",
    reading(reading) {
      const json = JSON.stringify(make(reading), null, 2);
      count++;
      if (count === 1) {
        held = json;
        return "";
      }
      const first = held === null ? "" : `[\n  ${indent(held)}`;
      held = null;
      return `${first},\n  ${indent(json)}`;
    },
    tail: () => (count === 0 ? "[]\n" : count === 1 ? `${held}\n` : "\n]\n"),
  };
}

/** One reading a line, as compact JSON. */
export function jsonlWriter(): Writer {
  return { head: () => "", reading: (reading) => `${JSON.stringify(reading)}\n`, tail: () => "" };
}
