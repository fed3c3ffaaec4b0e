import type { Reading } from "../model/reading.ts";

/** True when a reading holds relative dates that nothing could be counted from. */
export const lacksPublication = (reading: Reading): boolean =>
  reading.report.published === null && reading.times.some((t) => t.time === null && t.why.includes("--published"));

/** What to tell a user whose reports carry no publication date. */
export const undatedNote = (reports: number): string =>
  `${reports === 1 ? "One report has" : `${reports} reports have`} no publication date: "Monday" or "last week" in ${reports === 1 ? "it" : "them"} could not be counted. Pass --published, as --published 2031-05-12.`;
