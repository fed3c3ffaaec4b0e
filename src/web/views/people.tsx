import { useState } from "preact/hooks";
import { client, type Decision, type Person } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { Empty, useFetched } from "../parts/small.tsx";
import { go } from "../router.ts";
import { failed, refresh, toast } from "../state.ts";
import { WORDS } from "../words.ts";

async function decide(what: Promise<Decision>) {
  try {
    const { id } = await what;
    toast(`${id} noted`, { action: { label: "Undo", run: () => void decide(client.undoDecision(id)) } });
  } catch (error) {
    failed(error);
  }
  refresh();
}

/** Everybody who speaks or is spoken of, and who is who. */
export function People({ of }: { of: string }) {
  const found = useFetched(client.people, "people");
  const [words, find] = useState("");
  const wanted = words.toLowerCase();
  const shown = (found?.people ?? [])
    .filter((p) => [p.name, ...p.aliases].join(" ").toLowerCase().includes(wanted))
    .toSorted((a, b) => b.statements - a.statements);
  const one = found?.people.find((p) => p.id === of);
  return (
    <div class="column wide people">
      <div class="bar">
        <h1>{WORDS.views.people}</h1>
        <input
          type="search"
          aria-label="Find a person"
          placeholder="Find a person"
          value={words}
          onInput={(e) => find(e.currentTarget.value)}
        />
        <span class="count">{found && shown.length}</span>
      </div>
      {found?.people.length === 0 && <Empty words={WORDS.empty.people} />}
      <div class="two">
        <ul class="cards" aria-label="Everybody">
          {shown.slice(0, 500).map((p) => (
            <li key={p.id} class={p.id === of ? "here" : ""}>
              <a href={`/people/${p.id}`}>
                <strong>{p.name}</strong>
              </a>
              <p class="meta">
                <span>{p.kind}</span>
                <span>
                  {p.statements} statement{p.statements === 1 ? "" : "s"} in {p.reports} report
                  {p.reports === 1 ? "" : "s"}
                </span>
              </p>
            </li>
          ))}
        </ul>
        {one && found ? (
          <One person={one} people={found.people} decisions={found.decisions} />
        ) : (
          shown.length > 0 && (
            <p class="hint">Choose somebody to see what they said over time, and the names used for them.</p>
          )
        )}
      </div>
    </div>
  );
}

function One({
  person,
  people,
  decisions,
}: {
  person: Person;
  people: readonly Person[];
  decisions: readonly Decision[];
}) {
  const said = useFetched(() => client.rows({ by: person.name, sort: "said" }, 0, 200), `said ${person.id}`);
  const mine = decisions.filter((d) => (d.from === person.id || d.into === person.id) && !d.undone);
  return (
    <section class="one" aria-label={person.name}>
      <h2>{person.name}</h2>
      <h3>Names used</h3>
      <ul class="names">
        {[person.name, ...person.aliases.filter((a) => a !== person.name)].map((alias) => (
          <li key={alias}>
            {alias}
            {alias !== person.name && (
              <button type="button" class="quiet" onClick={() => void decide(client.split(person.id, alias))}>
                Is somebody else
              </button>
            )}
          </li>
        ))}
      </ul>
      <label class="merge">
        The same as
        <select
          value=""
          onChange={(e) => {
            const into = e.currentTarget.value;
            if (into) void decide(client.merge(person.id, into)).then(() => go(`/people/${into}`));
          }}
        >
          <option value="">choose…</option>
          {people
            .filter((p) => p.id !== person.id)
            .slice(0, 1000)
            .map((p) => (
              <option key={p.id} value={p.id}>
                {p.name}
              </option>
            ))}
        </select>
      </label>
      {mine.length > 0 && (
        <ul class="decisions">
          {mine.map((d) => (
            <li key={d.id}>
              {d.id}: {d.kind === "merge" ? `${d.from} is ${d.into}` : `“${d.alias}” is somebody else`}, says {d.by}{" "}
              <button type="button" class="quiet" onClick={() => void decide(client.undoDecision(d.id))}>
                Undo
              </button>
            </li>
          ))}
        </ul>
      )}
      <h3>Said over time</h3>
      {said?.rows.length === 0 && <p class="hint">Nothing in the log is said by {person.name}.</p>}
      {said?.rows.map((r) => (
        <Card key={r.id} row={r} />
      ))}
    </section>
  );
}
