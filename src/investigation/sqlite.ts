import { accessSync, closeSync, constants, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { type ErrorCode, HearsayError } from "../errors.ts";
import { LATEST, MIGRATIONS } from "./migrations/index.ts";

/** "HRSY": says in the file's header that it is an investigation. */
export const APPLICATION_ID = 0x48525359;

export interface OpenOptions {
  /** Make the file where there is none. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
  /** How long to wait for another program, in milliseconds. */
  readonly patience?: number;
  /** The largest size in pages of 4 KB; for tests of a full disk. */
  readonly mostPages?: number;
}

/** A connection: prepared statements by their text, whole transactions, and errors in words for people. */
export interface Connection {
  readonly path: string;
  readonly readOnly: boolean;
  readonly db: Database.Database;
  get<T>(sql: string, ...values: unknown[]): T | undefined;
  all<T>(sql: string, ...values: unknown[]): T[];
  run(sql: string, ...values: unknown[]): { changes: number; id: number };
  /** Runs whole or not at all, with the write lock from the start. */
  write<T>(work: () => T): T;
  /** Runs on one unchanging view of the file. */
  look<T>(work: () => T): T;
  close(): void;
}

/** Opens or makes an investigation's file: WAL, foreign keys, deleted content overwritten, migrated to this version. */
export function openSqlite(path: string, options: OpenOptions = {}): Connection {
  if (!existsSync(path) && !options.create)
    throw new HearsayError(
      "investigation-missing",
      `There is no investigation at ${path}.`,
      "Make one with `hearsay add SOURCE…`, or name another with --investigation FILE.",
    );
  if (!existsSync(dirname(resolve(path))))
    throw new HearsayError("folder-missing", `The folder of ${path} does not exist.`, "Make it, or name another file.");
  refuseForeign(path);
  return telling(path, () => {
    const opened = open(path, options);
    try {
      prepare(opened, options);
    } catch (error) {
      opened.db.close();
      throw error;
    }
    return connect(path, opened);
  });
}

interface Opened {
  readonly db: Database.Database;
  readonly readOnly: boolean;
}

function open(path: string, options: OpenOptions): Opened {
  const timeout = options.patience ?? 10_000;
  if (!options.readOnly && writable(path)) return { db: new Database(path, { timeout }), readOnly: false };
  try {
    const db = new Database(path, { readonly: true, timeout });
    db.pragma("user_version");
    return { db, readOnly: true };
  } catch (error) {
    if (!/CANTOPEN|READONLY/.test(codeOf(error))) throw error;
    return { db: image(path), readOnly: true };
  }
}

/** SQLite opens a file it may not write without a word; it also needs the folder, for its side files. */
function writable(path: string): boolean {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (!existsSync(path)) throw error;
    return false;
  }
}

/** In a folder that cannot be written SQLite cannot keep its side files: then the file is read into memory. */
function image(path: string): Database.Database {
  const bytes = readFileSync(path);
  if (bytes[18] === 2) bytes[18] = bytes[19] = 1;
  return new Database(bytes, { readonly: true });
}

function prepare({ db, readOnly }: Opened, options: OpenOptions): void {
  db.pragma("foreign_keys = ON");
  db.pragma("trusted_schema = OFF");
  db.pragma("cache_size = -32000");
  if (options.mostPages) db.pragma(`max_page_count = ${options.mostPages}`);
  const version = () => db.pragma("user_version", { simple: true }) as number;
  if (version() > LATEST) throw newer(version());
  if (readOnly) {
    if (version() < LATEST)
      throw new HearsayError(
        "investigation-read-only",
        "The investigation was written by an older Hearsay and cannot be brought up to date where it is.",
        "Copy it to a place where you may write, and open the copy.",
      );
    return;
  }
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("secure_delete = ON");
  db.pragma("temp_store = MEMORY");
  if (version() === LATEST) return;
  db.transaction(() => {
    if (version() > LATEST) throw newer(version());
    for (const migration of MIGRATIONS.slice(version())) db.exec(migration);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${LATEST}`);
  }).immediate();
}

const newer = (version: number) =>
  new HearsayError(
    "investigation-newer",
    `The investigation was written by a newer Hearsay (its format is ${version}, this one knows ${LATEST}).`,
    "Update Hearsay. Nothing was changed.",
  );

function refuseForeign(path: string): void {
  if (!existsSync(path)) return;
  const head = Buffer.alloc(100);
  let length = 0;
  try {
    const file = openSync(path, "r");
    length = readSync(file, head, 0, 100, 0);
    closeSync(file);
  } catch (cause) {
    const folder = codeOf(cause) === "EISDIR";
    throw new HearsayError(
      folder ? "investigation-foreign" : "file-unreadable",
      folder ? `${path} is a folder.` : `${path} cannot be read.`,
      folder ? "Name the investigation's file." : "Look at its permissions.",
      { cause },
    );
  }
  if (length === 0) return;
  const sqlite = head.toString("latin1", 0, 15) === "SQLite format 3";
  const id = head.readUInt32BE(68);
  if (sqlite && (id === APPLICATION_ID || (id === 0 && head.readUInt32BE(60) === 0 && head.readUInt32BE(40) === 0)))
    return;
  throw new HearsayError(
    "investigation-foreign",
    `${path} is no investigation.`,
    "Name another file with --investigation FILE. Nothing was changed.",
  );
}

function connect(path: string, { db, readOnly }: Opened): Connection {
  const statements = new Map<string, Database.Statement>();
  const sql = (text: string) => {
    let found = statements.get(text);
    if (!found) {
      found = db.prepare(text);
      statements.set(text, found);
    }
    return found;
  };
  const refuse = () => {
    if (readOnly)
      throw new HearsayError(
        "investigation-read-only",
        `${path} cannot be written.`,
        "Look at the permissions of the file and its folder, or copy it to a place where you may write.",
      );
  };
  return {
    path,
    readOnly,
    db,
    get: <T>(text: string, ...values: unknown[]) => telling(path, () => sql(text).get(...values) as T | undefined),
    all: <T>(text: string, ...values: unknown[]) => telling(path, () => sql(text).all(...values) as T[]),
    run: (text, ...values) =>
      telling(path, () => {
        const { changes, lastInsertRowid } = sql(text).run(...values);
        return { changes, id: Number(lastInsertRowid) };
      }),
    write: <T>(work: () => T): T => {
      refuse();
      return telling(path, () => db.transaction(work).immediate());
    },
    look: <T>(work: () => T): T => telling(path, () => db.transaction(work).deferred()),
    close: () => db.close(),
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const WORDS: readonly [RegExp, ErrorCode, string, string][] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    "investigation-locked",
    "is held by another program.",
    "Wait for it to end, or close it, and try again.",
  ],
  [
    /^SQLITE_FULL|^ENOSPC/,
    "disk-full",
    "cannot grow: the disk is full.",
    "Make room and run the same command again; what was kept before stays.",
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^E(ACCES|PERM|ROFS)/,
    "investigation-read-only",
    "cannot be opened for writing.",
    "Look at the permissions of the file and its folder.",
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    "investigation-damaged",
    "is damaged.",
    "Run `hearsay verify`, and go back to your last copy of the file.",
  ],
  [
    /^SQLITE_IOERR/,
    "investigation-damaged",
    "cannot be read or written to the end.",
    "Look at the disk, then run `hearsay verify`.",
  ],
];

/** What SQLite says of a schema that a damaged page took with it. */
const TORN = /malformed|vtable constructor failed|no such (table|column)|unsupported file format/;

/** Turns the errors of SQLite into sentences; anything else is our own fault and goes through. */
function telling<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    const torn = cause instanceof Database.SqliteError && TORN.test(cause.message);
    const found = WORDS.find(([pattern]) => pattern.test(torn ? "SQLITE_CORRUPT" : codeOf(cause)));
    if (!found) throw cause;
    throw new HearsayError(found[1], `${path} ${found[2]}`, found[3], { cause });
  }
}
