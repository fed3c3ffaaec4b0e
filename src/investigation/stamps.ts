import { HearsayError } from "../errors.ts";
import { sha256 } from "./canonical.ts";
import type { Author, Fingerprint, Stamp } from "./investigation.ts";
import { record, type Store } from "./journal.ts";

interface StampRow {
  readonly seq: number;
  readonly hash: string;
  readonly time: string;
  readonly authority: string;
  readonly response: Buffer;
}

/** Keeps a time-stamp that was taken over a fingerprint of this log. */
export const keepStamp = (
  store: Store,
  stamp: Omit<Stamp, "lines" | "hash">,
  over: Fingerprint,
  author: Author,
): void =>
  store.c.write(() => {
    const line = store.c.get<{ hash: string }>("SELECT hash FROM log WHERE seq = ?", over.lines);
    if (line?.hash !== over.hash)
      throw new HearsayError(
        "change-impossible",
        "The time-stamp is not over a fingerprint of this investigation.",
        "Take a new one with `hearsay verify --timestamp ADDRESS`.",
      );
    store.c.run(
      "INSERT INTO stamp (seq, hash, time, authority, response) VALUES (?, ?, ?, ?, ?)",
      over.lines,
      over.hash,
      stamp.time,
      stamp.authority,
      Buffer.from(stamp.response),
    );
    const body = { lines: over.lines, hash: over.hash, time: stamp.time, response: sha256(stamp.response) };
    record(store, author.by, "stamped", "investigation", body);
  });

/** Every time-stamp, oldest first. */
export const stamps = ({ c }: Store): Stamp[] =>
  c.all<StampRow>("SELECT * FROM stamp ORDER BY id").map((r) => ({
    lines: r.seq,
    hash: r.hash,
    time: r.time,
    authority: r.authority,
    response: new Uint8Array(r.response),
  }));
