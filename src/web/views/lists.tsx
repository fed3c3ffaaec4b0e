import { client } from "../client.ts";
import { Card } from "../parts/card.tsx";
import { Empty, useFetched } from "../parts/small.tsx";
import { WORDS, whoSaid } from "../words.ts";

/** Who asks or orders what, and whose act it would be. */
export function Requests() {
  const found = useFetched(() => client.overview("requests"), "requests");
  return (
    <div class="column">
      <div class="bar">
        <h1>{WORDS.views.requests}</h1>
        <span class="count">{found?.rows.length}</span>
      </div>
      {found?.rows.length === 0 && <Empty words={WORDS.empty.requests} />}
      {found?.rows.slice(0, 500).map((r) => (
        <Card key={r.id} row={r} />
      ))}
    </div>
  );
}

/** Every number that somebody states, with its source. */
export function Numbers() {
  const found = useFetched(() => client.overview("numbers"), "numbers");
  return (
    <div class="column wide">
      <div class="bar">
        <h1>{WORDS.views.numbers}</h1>
        <span class="count">{found?.rows.length}</span>
      </div>
      {found?.rows.length === 0 && <Empty words={WORDS.empty.numbers} />}
      {found && found.rows.length > 0 && (
        <section class="table" aria-label={WORDS.views.numbers} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {[
                  "Numbers",
                  WORDS.columns.saidBy,
                  WORDS.columns.words,
                  WORDS.columns.outlet,
                  WORDS.columns.said,
                  WORDS.columns.id,
                ].map((h) => (
                  <th key={h} scope="col">
                    {h}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.rows.slice(0, 1000).map((r) => (
                <tr key={r.id}>
                  <td class="figure">{r.numbers.join(", ")}</td>
                  <td>{whoSaid(r)}</td>
                  <td class="quote">{r.words}</td>
                  <td>{r.outlet}</td>
                  <td>{r.said?.edtf ?? ""}</td>
                  <td>
                    <a href={`/report/${r.id}`}>{r.id}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
