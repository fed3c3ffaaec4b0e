import { useState } from "preact/hooks";
import type { LogRow } from "../../model/row.ts";
import { client, type Entry } from "../client.ts";
import { failed, toast } from "../state.ts";
import { kindOf, WORDS, whoSaid } from "../words.ts";
import { Status } from "./small.tsx";

interface Given {
  readonly row: LogRow;
  readonly lit?: boolean;
  readonly depth?: number;
  readonly onPoint?: () => void;
  readonly onFind?: () => void;
  readonly onCheck?: () => void;
  readonly onReject?: () => void;
  readonly onCorrect?: () => void;
}

/** A statement: said by → said to, what kind, about whom, when and why so, how sure, disputed by. */
export function Card({ row, lit = false, depth = 0, onPoint, onFind, onCheck, onReject, onCorrect }: Given) {
  const [history, setHistory] = useState<readonly Entry[] | null>(null);
  const ask = async (what: "history" | "cite") => {
    try {
      const found = await client.statement(row.id);
      if (what === "history") return setHistory(history ? null : found.history);
      if (found.cite === null) return toast("It is confidential or under embargo, and is not cited.", { bad: true });
      await navigator.clipboard.writeText(found.cite);
      toast("Citation copied");
    } catch (error) {
      failed(error);
    }
  };
  const names = (parties: LogRow["saidTo"]) => parties.map((p) => p.name).join(", ");
  return (
    <section
      id={`card-${row.id}`}
      class={`card${lit ? " lit" : ""}${depth > 0 ? " nested" : ""} is-${row.status}`}
      aria-label={`Statement ${row.id}`}
      tabIndex={-1}
      onMouseEnter={onPoint}
      onFocusCapture={onPoint}
    >
      <p class="who">
        <b>{whoSaid(row)}</b>
        {row.saidTo.length > 0 && <span> → {names(row.saidTo)}</span>}
        {row.act && <span class={`kind ${row.act}`}>{kindOf(row)}</span>}
      </p>
      {row.saidBy.length === 0 && row.unknown && <p class="unknown">Speaker not known, because {row.unknown}</p>}
      <blockquote>{row.words}</blockquote>
      <dl>
        <Line
          name="Role"
          value={row.saidBy
            .map((p) => p.role)
            .filter(Boolean)
            .join(", ")}
        />
        <Line name={WORDS.columns.about} value={names(row.about)} />
        <Line name="Through" value={row.channel} />
        <Line name="Hedges" value={row.hedges.join(", ")} />
        <Line name="Numbers" value={row.numbers.join(", ")} />
        <Line
          name={WORDS.columns.event}
          value={row.event.map((d) => d.edtf).join(", ")}
          why={row.event.map((d) => d.why).join("; ")}
        />
        <Line
          name={WORDS.columns.said}
          value={row.said?.edtf ?? (row.saidWhy && "not known")}
          why={row.said?.why ?? row.saidWhy}
        />
        {row.within && (
          <div>
            <dt>Within</dt>
            <dd>
              <a href={`/report/${row.within}`}>{row.within}</a>
            </dd>
          </div>
        )}
        {row.disputedBy.length > 0 && (
          <div>
            <dt>{WORDS.columns.disputed}</dt>
            <dd>
              {row.disputedBy.map((d) => (
                <a key={d.id} href={`/report/${d.id}`} title={WORDS.dispute[d.kind]}>
                  {d.id}{" "}
                </a>
              ))}
            </dd>
          </div>
        )}
        <Line name={WORDS.columns.notes} value={row.notes} />
        <Line
          name={WORDS.columns.confidence}
          value={row.confidence === null ? "" : `${Math.round(row.confidence * 100)} of 100`}
        />
      </dl>
      <p class="state">
        <Status row={row} />
        {row.checkedBy && <span class="by">by {row.checkedBy}</span>}
        {row.confidential && <span class="status rejected">Confidential</span>}
        <span class="id">{row.id}</span>
      </p>
      <p class="actions">
        {onCheck && (
          <button type="button" aria-pressed={row.status === "checked"} onClick={onCheck}>
            {row.status === "checked" ? "✓ Checked" : "Check"}
          </button>
        )}
        {onCorrect && (
          <button type="button" onClick={onCorrect}>
            Correct
          </button>
        )}
        {onReject && (
          <button type="button" onClick={onReject}>
            {row.status === "rejected" ? "Take back" : "Reject"}
          </button>
        )}
        {onFind ? (
          <button type="button" class="quiet" onClick={onFind}>
            Find words
          </button>
        ) : (
          <a class="button quiet" href={`/report/${row.id}`}>
            Open in report
          </a>
        )}
        <button type="button" class="quiet" onClick={() => ask("cite")}>
          Cite
        </button>
        <button type="button" class="quiet" aria-expanded={history !== null} onClick={() => ask("history")}>
          History
        </button>
      </p>
      {history && (
        <ol class="history">
          {history.length === 0 && <li>Read by machine; nobody changed it.</li>}
          {history.map((e) => (
            <li key={e.id}>
              {WORDS.status[e.status]} by {e.by}, {e.at.slice(0, 16).replace("T", " ")}
              {e.why && `: ${e.why}`}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const Line = ({ name, value, why }: { name: string; value: string | null | undefined; why?: string }) =>
  value ? (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {why && (
          <span class="why">
            {" "}
            {value === "not known" ? "because " : ""}
            {why}
          </span>
        )}
      </dd>
    </div>
  ) : null;
