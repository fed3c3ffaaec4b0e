import { START } from "./0001-start.ts";

/** Every step of the file's format in order; a step that was released is never edited. */
export const MIGRATIONS: readonly string[] = [START];

/** The format this Hearsay writes (SQLite's user_version). */
export const LATEST = MIGRATIONS.length;
