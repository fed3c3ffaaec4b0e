import type { LogRow } from "../../model/row.ts";
import { client } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { Empty, useFetched } from "../parts/small.tsx";
import { WORDS } from "../words.ts";

/** Both sides of every dispute, in equal columns. */
export function Disputes() {
  const found = useFetched(pairs, "disputes");
  return (
    <div class="column wide">
      <div class="bar">
        <h1>{WORDS.views.disputes}</h1>
        <span class="count">{found?.length}</span>
      </div>
      {found?.length === 0 && <Empty words={WORDS.empty.disputes} />}
      {found?.map(({ a, b, kind }) => (
        <section key={`${a.id} ${b.id}`} class="dispute" aria-label={`${a.id} and ${b.id}`}>
          <h2>{WORDS.dispute[kind] ?? kind}</h2>
          <div class="sides">
            <Card row={a} />
            <Card row={b} />
          </div>
        </section>
      ))}
    </div>
  );
}

async function pairs(): Promise<{ a: LogRow; b: LogRow; kind: string }[]> {
  const { rows } = await client.overview("disputes");
  const known = new Map(rows.map((r) => [r.id, r]));
  const made: { a: LogRow; b: LogRow; kind: string }[] = [];
  const seen = new Set<string>();
  for (const a of rows)
    for (const { id, kind } of a.disputedBy) {
      const key = [a.id, id].sort().join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      const b = known.get(id) ?? (await client.statement(id)).row;
      made.push({ a, b, kind });
    }
  return made;
}
