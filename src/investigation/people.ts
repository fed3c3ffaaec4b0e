import { HearsayError } from "../errors.ts";
import { lastKey, nameKey } from "../party/name-key.ts";
import { readId, unknownId } from "./ids.ts";
import type { Author, Decision, Person } from "./investigation.ts";
import { record, type Store } from "./journal.ts";

/** Somebody a report names. */
interface Named {
  readonly name: string;
  readonly kind: string;
  readonly aliases?: readonly string[];
}

interface NameRow {
  readonly id: number;
  readonly person: number;
}

/**
 * The names under which a party is filed over reports, made when they are new; null for unnamed sources. Merged are equal
 * names, a person's full aliases, acronyms, and a lone surname where only one person bears it; never two surnames alone.
 */
export function fileNames(store: Store, party: Named): { name: number; aliases: number[] } | null {
  if (party.kind === "unnamed") return null;
  const key = nameKey(party.name);
  if (key === "") return null;
  const person = party.kind === "person";
  const lone = !key.includes(" ");
  const aliases = (party.aliases ?? []).map((a) => ({ key: nameKey(a), shown: a })).filter((a) => telling(party, a));
  const file = (person: number): { name: number; aliases: number[] } => ({
    name: byKey(store, key)?.id ?? addName(store, key, party.name, person, party.kind === "person"),
    aliases: aliases.flatMap((a) => {
      const filed = byKey(store, a.key);
      if (filed) return filed.person === person ? [filed.id] : [];
      return [addName(store, a.key, a.shown, person, party.kind === "person")];
    }),
  });
  const known = byKey(store, key);
  if (known) return file(known.person);
  const found =
    only(aliases.flatMap((a) => byKey(store, a.key)?.person ?? [])) ?? (person ? bySurname(store, key, lone) : null);
  const id = found ?? newPerson(store, party);
  if (found !== null && person && !lone) fuller(store, found, party.name);
  return file(id);
}

/** The person behind a name as it is filed, after merges; null where nobody is. */
export const personOf = ({ c }: Store, name: string): string | null => {
  const found = c.get<{ root: number }>(
    "SELECT person.root FROM name JOIN person ON person.id = name.person WHERE name.key = ?",
    nameKey(name),
  );
  return found ? `P${found.root}` : null;
};

const byKey = ({ c }: Store, key: string) => c.get<NameRow>("SELECT id, person FROM name WHERE key = ?", key);

const only = (people: readonly number[]): number | null => (new Set(people).size === 1 ? people[0]! : null);

/** Two or more capitalised words, particles between them aside; "His spokesman" and "Carrow's envoy" name somebody else in every report. */
const FULL_NAME =
  /^(?!(?:His|Her|Its|Their|Our|My|Your|The|An?)\s)\p{Lu}[\p{L}.-]*(?:\s+(?:(?:de|da|del|della|der|den|di|du|van|von|bin|ibn|al|el|la|le)\s+)*\p{Lu}[\p{L}.'’-]*)+$/u;

/** Aliases that tell who is meant in any report: a person's full names, and acronyms. */
const telling = (party: Named, alias: { key: string; shown: string }) =>
  party.kind === "person" ? alias.key.includes(" ") && FULL_NAME.test(alias.shown) : /^\p{Lu}{2,8}$/u.test(alias.shown);

function bySurname({ c }: Store, key: string, lone: boolean): number | null {
  const bearers = c.all<{ person: number; alone: number }>(
    "SELECT person, min(key = last) AS alone FROM name WHERE last = ? GROUP BY person",
    lastKey(key),
  );
  return bearers.length === 1 && (lone || bearers[0]!.alone === 1) ? bearers[0]!.person : null;
}

function newPerson({ c }: Store, party: Named): number {
  const { id } = c.run("INSERT INTO person (name, kind, root) VALUES (?, ?, 0)", party.name, party.kind);
  c.run("UPDATE person SET root = id WHERE id = ?", id);
  return id;
}

const fuller = ({ c }: Store, person: number, name: string) =>
  c.run("UPDATE person SET name = ? WHERE id = ?", name, person);

const addName = ({ c }: Store, key: string, shown: string, person: number, ofPerson: boolean): number =>
  c.run(
    "INSERT INTO name (key, last, shown, person) VALUES (?, ?, ?, ?)",
    key,
    ofPerson ? lastKey(key) : null,
    shown,
    person,
  ).id;

/** Everybody with what they are called and how often they speak; most often first. */
export function people({ c }: Store): Person[] {
  const rows = c.all<{
    id: number;
    name: string;
    kind: string;
    aliases: string;
    merged: string;
    statements: number;
    reports: number;
  }>(`
    SELECT p.id, p.name, p.kind,
      (SELECT json_group_array(DISTINCT n.shown) FROM name n JOIN person q ON q.id = n.person WHERE q.root = p.id) AS aliases,
      (SELECT json_group_array('P' || q.id) FROM person q WHERE q.root = p.id AND q.id <> p.id) AS merged,
      coalesce(s.statements, 0) AS statements, coalesce(s.reports, 0) AS reports
    FROM person p LEFT JOIN (
      SELECT q.root, count(DISTINCT rn.row) AS statements, count(DISTINCT row.report) AS reports
      FROM row_name rn JOIN name n ON n.id = rn.name JOIN person q ON q.id = n.person JOIN row ON row.id = rn.row
      WHERE rn.part = 'by' AND row.status <> 'rejected' GROUP BY q.root
    ) s ON s.root = p.id
    WHERE p.root = p.id AND EXISTS (SELECT 1 FROM name n JOIN person q ON q.id = n.person WHERE q.root = p.id)
    ORDER BY statements DESC, p.id`);
  return rows.map((r) => ({
    ...r,
    id: `P${r.id}`,
    aliases: (JSON.parse(r.aliases) as string[]).filter((a) => a !== r.name),
    merged: JSON.parse(r.merged),
  }));
}

interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly root: number;
}

const personRow = ({ c }: Store, id: string): PersonRow => {
  const named = readId(id);
  const row = named.kind === "person" ? c.get<PersonRow>("SELECT * FROM person WHERE id = ?", named.person) : undefined;
  if (!row) throw unknownId(id);
  return row;
};

const impossible = (message: string, remedy: string) => new HearsayError("change-impossible", message, remedy);

/** Says that two persons are one: from now on `from` is shown as `into`. */
export const mergePeople = (store: Store, from: string, into: string, author: Author): Decision =>
  store.c.write(() => {
    const a = personRow(store, from);
    const b = personRow(store, into);
    if (a.root === b.root) throw impossible(`${from} and ${into} are one person already.`, "Nothing is left to do.");
    if (a.root !== a.id)
      throw impossible(`${from} is merged into P${a.root}.`, `Merge P${a.root} instead, or undo that merge first.`);
    return decide(store, { kind: "merge", from: `P${a.id}`, into: `P${b.root}`, alias: null, moved: [] }, author);
  });

/** Takes one name, in all its spellings, out of a person and makes it another person. */
export const splitPerson = (store: Store, id: string, alias: string, author: Author): Decision =>
  store.c.write(() => {
    const person = personRow(store, id);
    const names = store.c.all<{ id: number; key: string; person: number }>(
      "SELECT n.id, n.key, n.person FROM name n JOIN person p ON p.id = n.person WHERE p.root = ?",
      person.root,
    );
    const key = nameKey(alias);
    const taken = names.filter((n) => n.key === key);
    if (taken.length === 0)
      throw impossible(
        `${id} is not called ${JSON.stringify(alias)}.`,
        "`hearsay people` shows what everybody is called.",
      );
    if (names.length === 1) throw impossible(`${id} has no other name to be split from.`, "Nothing is left to do.");
    const into = newPerson(store, { name: alias, kind: person.kind });
    const moved = taken.map((n) => [n.id, n.person] as const);
    return decide(store, { kind: "split", from: `P${person.root}`, into: `P${into}`, alias, moved }, author);
  });

/** A decision as it is kept: with the names a split moved and whose they were. */
interface Kept extends Omit<Decision, "undone"> {
  readonly moved: readonly (readonly [name: number, person: number])[];
}

function decide(
  store: Store,
  what: Pick<Kept, "kind" | "from" | "into" | "alias" | "moved">,
  author: Author,
): Decision {
  const { c } = store;
  const at = store.now();
  const { id } = c.run("INSERT INTO decision (body) VALUES ('')");
  const body: Kept = { id: `D${id}`, ...what, by: author.by, at, why: author.why ?? null };
  c.run("UPDATE decision SET body = ? WHERE id = ?", JSON.stringify(body), id);
  perform(store, body);
  record(store, author.by, "people", body.id, body, at);
  return shown(body, null);
}

function perform(store: Store, d: Kept): void {
  if (d.kind === "split")
    for (const [name] of d.moved) store.c.run("UPDATE name SET person = ? WHERE id = ?", Number(d.into.slice(1)), name);
  else reroot(store);
}

/** Undoes a merge or split; what was decided since stays. */
export const undoDecision = (store: Store, id: string, author: Author): Decision =>
  store.c.write(() => {
    const named = readId(id);
    const row =
      named.kind === "decision"
        ? store.c.get<{ id: number; body: string; undone: string | null }>(
            "SELECT * FROM decision WHERE id = ?",
            named.decision,
          )
        : undefined;
    if (!row) throw unknownId(id);
    if (row.undone) throw impossible(`${id} is undone already.`, "Nothing is left to do.");
    const body = JSON.parse(row.body) as Kept;
    const undone = store.now();
    store.c.run("UPDATE decision SET undone = ? WHERE id = ?", undone, row.id);
    if (body.kind === "split")
      for (const [name, person] of body.moved) store.c.run("UPDATE name SET person = ? WHERE id = ?", person, name);
    else reroot(store);
    record(store, author.by, "people", body.id, { id: body.id, undone, why: author.why ?? null }, undone);
    return shown(body, undone);
  });

/** Follows every merge that stands to its end. */
function reroot({ c }: Store): void {
  const into = new Map<number, number>();
  for (const { body } of c.all<{ body: string }>("SELECT body FROM decision WHERE undone IS NULL ORDER BY id")) {
    const d = JSON.parse(body || "{}") as Partial<Kept>;
    if (d.kind === "merge") into.set(Number(d.from!.slice(1)), Number(d.into!.slice(1)));
  }
  c.run("UPDATE person SET root = id WHERE root <> id");
  for (const from of into.keys()) {
    let root = from;
    for (let steps = 0; into.has(root) && steps <= into.size; steps++) root = into.get(root)!;
    c.run("UPDATE person SET root = ? WHERE id = ?", root, from);
  }
}

/** Every merge and split, undone ones too. */
export const decisions = ({ c }: Store): Decision[] =>
  c
    .all<{ body: string; undone: string | null }>("SELECT body, undone FROM decision ORDER BY id")
    .map((r) => shown(JSON.parse(r.body) as Kept, r.undone));

const shown = ({ moved: _, ...rest }: Kept, undone: string | null): Decision => ({ ...rest, undone });
