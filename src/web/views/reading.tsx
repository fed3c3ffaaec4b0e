import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { LogRow } from "../../model/row.ts";
import type { Span } from "../../model/span.ts";
import { client } from "../client.ts";
import { addStatement, edit } from "../edits.ts";
import { Card } from "../parts/card.tsx";
import { Correct } from "../parts/correct.tsx";
import { segments } from "../parts/segments.ts";
import { Empty, useFetched } from "../parts/small.tsx";
import { go } from "../router.ts";
import { store } from "../state.ts";
import { WORDS, whoSaid } from "../words.ts";

/** A report as it stands, its statements lit up, and beside it a card for each. */
export function Reading({ id }: { id: string }) {
  const report = id.split(".")[0]!;
  const found = useFetched(() => client.report(report), report);
  const [active, setActive] = useState<string | null>(id.includes(".") ? id : null);
  const [correcting, setCorrecting] = useState<string | null>(() => sessionStorage.getItem("correcting"));
  const [picked, pick] = useState<Span | null>(null);
  const [form, setForm] = useState<Span | null>(null);
  const [words, filter] = useState("");
  const [rejected, showRejected] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => (found?.rows ?? []).filter((r) => rejected || r.status !== "rejected"), [found, rejected]);
  const wanted = words.toLowerCase();
  const shown = rows.filter((r) => `${whoSaid(r)} ${r.act} ${r.words} ${r.status}`.toLowerCase().includes(wanted));
  const lit = useMemo(() => (found ? segments(found.text.length, rows, found.outletVoice) : []), [found, rows]);

  useEffect(() => {
    if (!id.includes(".")) return;
    setActive(id);
    requestAnimationFrame(() => meet(id, true));
  }, [id, found === null]);
  useEffect(() => {
    if (correcting) sessionStorage.setItem("correcting", correcting);
    else sessionStorage.removeItem("correcting");
  }, [correcting]);

  const meet = (one: string, both = false) => {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    if (both) document.querySelector(`mark[data-id="${one}"]`)?.scrollIntoView({ block: "center", behavior });
    document.getElementById(`card-${one}`)?.scrollIntoView({ block: "nearest", behavior });
  };
  const select = () => {
    const range = getSelection()?.rangeCount ? getSelection()!.getRangeAt(0) : null;
    if (!range || range.collapsed || !text.current?.contains(range.commonAncestorContainer)) return pick(null);
    const place = (node: Node, offset: number) => {
      const before = document.createRange();
      before.setStart(text.current!, 0);
      before.setEnd(node, offset);
      return before.toString().length;
    };
    const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
    const picked = found!.text.slice(start, end);
    const [lead, trail] = [picked.length - picked.trimStart().length, picked.length - picked.trimEnd().length];
    pick(end - trail > start + lead ? { start: start + lead, end: end - trail } : null);
  };
  useEffect(() => {
    document.addEventListener("selectionchange", select);
    return () => document.removeEventListener("selectionchange", select);
  });
  const step = (by: number) => {
    const i = shown.findIndex((r) => r.id === active);
    const next = shown[Math.max(0, Math.min(shown.length - 1, i < 0 ? 0 : i + by))];
    if (!next) return;
    setActive(next.id);
    document.getElementById(`card-${next.id}`)?.focus({ preventScroll: true });
    meet(next.id, true);
  };
  const check = (row: LogRow) => void edit(row, { status: row.status === "checked" ? "unchecked" : "checked" });
  const reject = (row: LogRow) => void edit(row, { status: row.status === "rejected" ? "unchecked" : "rejected" });
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (/^(INPUT|SELECT|TEXTAREA)$/.test((e.target as Element).tagName)) return;
      if (e.ctrlKey || e.metaKey || e.altKey || store.dialog) return;
      const row = rows.find((r) => r.id === active);
      const keys: Record<string, (() => void) | null | undefined | false> = {
        ArrowDown: () => step(1),
        ArrowUp: () => step(-1),
        j: () => step(1),
        k: () => step(-1),
        c: row && (() => check(row)),
        x: row && (() => reject(row)),
        e: row && (() => setCorrecting(row.id)),
        F2: row && (() => setCorrecting(row.id)),
        a: picked && (() => setForm(picked)),
        Escape: () => {
          setActive(null);
          setForm(null);
        },
      };
      const run = keys[e.key];
      if (!run) return;
      e.preventDefault();
      run();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  if (!found) return <p class="waiting">Opening {report}…</p>;
  const { row } = found;
  const cover = new Set(rows.find((r) => r.id === active)?.spans.map((s) => s.start) ?? []);
  return (
    <div class="reading">
      <article>
        <header class="masthead">
          <a class="back" href="/reports">
            {WORDS.views.reports}
          </a>
          <h1>{row.title ?? row.id}</h1>
          <p class="meta">
            <span>{row.id}</span>
            <span>{row.outlet ?? "outlet not known"}</span>
            <span>{row.published?.slice(0, 10) ?? "publication date not known"}</span>
            {found.byline && <span>{found.byline}</span>}
            {row.url && /^https?:/.test(row.url) && (
              <a href={row.url} target="_blank" rel="noreferrer noopener">
                Address
              </a>
            )}
            {row.versions > 1 && (
              <span>
                version {row.version} of {row.versions}
              </span>
            )}
          </p>
          {row.unread && <p class="unread">Not read: {row.unread}. Select words to log them by hand.</p>}
        </header>
        <div
          ref={text}
          class="text"
          lang={row.language === "und" ? undefined : row.language}
          dir="auto"
          onMouseOver={(e) => {
            const one = (e.target as HTMLElement).closest<HTMLElement>("mark")?.dataset.id;
            if (one && one !== active) setActive(one);
          }}
          onClick={(e) => {
            const one = (e.target as HTMLElement).closest<HTMLElement>("mark")?.dataset.id;
            if (one && getSelection()?.isCollapsed) {
              setActive(one);
              meet(one);
            }
          }}
        >
          {lit.map(({ start, end, ids, outlet }) => {
            const words = found.text.slice(start, end);
            if (ids.length === 0)
              return outlet ? (
                <span key={start} class="outlet">
                  {words}
                </span>
              ) : (
                <span key={start}>{words}</span>
              );
            const inner = ids.at(-1)!;
            const one = rows.find((r) => r.id === inner)!;
            return (
              <mark
                key={start}
                data-id={inner}
                class={`d${Math.min(3, ids.length)} ${one.status}${active !== null && ids.includes(active) ? " lit" : ""}${cover.has(start) ? " first" : ""}`}
              >
                {words}
              </mark>
            );
          })}
        </div>
      </article>
      <aside aria-label="Statements">
        <div class="bar">
          <h2>
            {rows.length} statement{rows.length === 1 ? "" : "s"}
          </h2>
          <input
            type="search"
            aria-label="Filter statements"
            placeholder="Filter"
            value={words}
            onInput={(e) => filter(e.currentTarget.value)}
          />
          <label class="tick">
            <input type="checkbox" checked={rejected} onChange={(e) => showRejected(e.currentTarget.checked)} />{" "}
            rejected too
          </label>
        </div>
        {rows.length === 0 && <Empty words={WORDS.empty.statements} />}
        {shown.map((r) =>
          correcting === r.id ? (
            <div class="card lit" key={r.id}>
              <Correct
                row={r}
                draft={`draft ${r.id}`}
                onSave={(change, why) => {
                  setCorrecting(null);
                  void edit(r, change, why);
                }}
                onLeave={() => setCorrecting(null)}
              />
            </div>
          ) : (
            <Card
              key={r.id}
              row={r}
              lit={active === r.id}
              depth={r.within ? 1 : 0}
              onPoint={() => active !== r.id && setActive(r.id)}
              onFind={() => {
                setActive(r.id);
                meet(r.id, true);
                go(`/report/${r.id}`, true);
              }}
              onCheck={() => check(r)}
              onReject={() => reject(r)}
              onCorrect={() => setCorrecting(r.id)}
            />
          ),
        )}
      </aside>
      {form ? (
        <div class="picked form">
          <blockquote>{found.text.slice(form.start, form.end)}</blockquote>
          <Correct
            row={null}
            draft={`draft ${report}`}
            onSave={async (change) => {
              const made = await addStatement(report, [form], change);
              if (!made) return;
              setForm(null);
              getSelection()?.removeAllRanges();
              go(`/report/${made.id}`, true);
            }}
            onLeave={() => setForm(null)}
          />
        </div>
      ) : (
        picked && (
          <div class="picked">
            <button
              type="button"
              class="primary"
              onMouseDown={(e) => e.preventDefault()}
              onClick={() => setForm(picked)}
            >
              Add statement <kbd>a</kbd>
            </button>
          </div>
        )
      )}
    </div>
  );
}
