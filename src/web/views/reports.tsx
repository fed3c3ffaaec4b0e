import { useState } from "preact/hooks";
import { client, type ReportRow } from "../client.ts";
import { adding } from "../parts/add.tsx";
import { Empty, useFetched } from "../parts/small.tsx";
import { show, useStore } from "../state.ts";
import { WORDS } from "../words.ts";

async function all(): Promise<ReportRow[]> {
  const rows: ReportRow[] = [];
  for (let more = true; more; ) {
    const page = await client.reports(rows.length);
    rows.push(...page.rows);
    more = page.more && rows.length < 20_000;
  }
  return rows;
}

/** The kept reports, what was just added, and why something was not. */
export function Reports() {
  useStore();
  const [words, find] = useState("");
  const [shown, more] = useState(200);
  const reports = useFetched(all, "reports");
  const wanted = words.toLowerCase();
  const found = (reports ?? []).filter((r) =>
    `${r.title} ${r.outlet} ${r.id} ${r.unread}`.toLowerCase().includes(wanted),
  );
  const problems = adding.events.filter((e) => e.kind === "problem");
  return (
    <div class="column">
      <div class="bar">
        <h1>{WORDS.views.reports}</h1>
        <input
          type="search"
          aria-label="Find a report"
          placeholder="Find a report"
          value={words}
          onInput={(e) => find(e.currentTarget.value)}
        />
        <span class="count">{reports && `${found.length} report${found.length === 1 ? "" : "s"}`}</span>
      </div>
      {problems.length > 0 && (
        <section class="notice" aria-label="Not kept">
          <h2>Not kept</h2>
          <ul>
            {problems.map((e, i) => (
              <li key={i}>{e.kind === "problem" && `${e.message} ${e.remedy}`}</li>
            ))}
          </ul>
        </section>
      )}
      {reports?.length === 0 && (
        <Empty words={WORDS.empty.reports}>
          <button type="button" class="primary" onClick={() => show("add")}>
            Add reports
          </button>
        </Empty>
      )}
      {reports && reports.length > 0 && found.length === 0 && <Empty words={WORDS.empty.none} />}
      <ul class="cards">
        {found.slice(0, shown).map((r) => (
          <li key={r.id}>
            <a href={`/report/${r.id}`}>
              <strong>{r.title ?? "Untitled"}</strong>
            </a>
            <p class="meta">
              <span>{r.id}</span>
              <span>{r.outlet ?? "outlet not known"}</span>
              <span>{r.published?.slice(0, 10) ?? "publication date not known"}</span>
              {r.versions > 1 && <span>{r.versions} versions</span>}
              {r.confidential && <span class="status rejected">Confidential</span>}
              <span>
                {r.statements} statement{r.statements === 1 ? "" : "s"}
              </span>
            </p>
            {r.unread && <p class="unread">Not read: {r.unread}</p>}
          </li>
        ))}
      </ul>
      {found.length > shown && (
        <button type="button" onClick={() => more(shown + 500)}>
          Show more
        </button>
      )}
    </div>
  );
}
