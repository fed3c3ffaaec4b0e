import { type LogKind, type LogLine, nextLine } from "./log.ts";
import type { Connection } from "./sqlite.ts";

/** What every part of the store works on. `now` gives the present instant. */
export interface Store {
  readonly c: Connection;
  readonly now: () => string;
}

/** The last line of the log as far as the next one needs it. */
export const lastLine = ({ c }: Store): { seq: number; hash: string } | null =>
  c.get<{ seq: number; hash: string }>("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1") ?? null;

/** Writes what happened into the log; inside the transaction that does it. */
export function record(
  store: Store,
  by: string,
  kind: LogKind,
  subject: string,
  body: unknown,
  at = store.now(),
): number {
  const line = nextLine(lastLine(store), { at, by, kind, subject, body });
  store.c.run(
    "INSERT INTO log (seq, at, by, kind, subject, salt, body, commitment, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?)",
    line.seq,
    line.at,
    line.by,
    line.kind,
    line.subject,
    line.salt,
    line.body,
    line.commitment,
    line.prev,
    line.hash,
  );
  return line.seq;
}

/** The log from its first line, in pages. */
export function* lines({ c }: Store): Generator<LogLine> {
  for (let after = 0; ; ) {
    const page = c.all<LogLine>("SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT 500", after);
    if (page.length === 0) return;
    yield* page;
    after = page[page.length - 1]!.seq;
  }
}
