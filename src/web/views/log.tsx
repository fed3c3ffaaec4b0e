import { useEffect, useRef, useState } from "preact/hooks";
import type { LogRow } from "../../model/row.ts";
import { ACTS } from "../../model/statement.ts";
import { client } from "../client.ts";
import { edit, editAll } from "../edits.ts";
import { Cell, COLUMNS, type ColumnName } from "../parts/cell.tsx";
import { Empty, Status } from "../parts/small.tsx";
import { go } from "../router.ts";
import { failed, show, useStore } from "../state.ts";
import { kindOf, WORDS, whoSaid } from "../words.ts";

const BLOCK = 100;
const GROUPS = { saidBy: "Person", outlet: "Outlet", published: "Day" } as const;

/** Windows of the log as they are looked at; old blocks stand until new ones have come. */
function useRows(asked: Readonly<Record<string, string>>) {
  const { tick } = useStore();
  const key = JSON.stringify(asked);
  const kept = useRef({ key: "", blocks: new Map<number, readonly LogRow[]>(), fresh: new Set<number>() });
  const [total, setTotal] = useState<number | null>(null);
  const [exact, setExact] = useState(true);
  const [, again] = useState(0);
  if (kept.current.key !== key) kept.current = { key, blocks: new Map(), fresh: new Set() };
  const load = (block: number) => {
    const mine = kept.current;
    if (mine.fresh.has(block)) return;
    mine.fresh.add(block);
    client.rows(asked, block * BLOCK, BLOCK).then(
      (found) => {
        if (kept.current !== mine) return;
        mine.blocks.set(block, found.rows);
        setTotal(found.total);
        setExact(found.exact);
        again((n) => n + 1);
      },
      (error) => {
        mine.fresh.delete(block);
        failed(error);
      },
    );
  };
  useEffect(() => {
    kept.current.fresh.clear();
    load(0);
  }, [tick, key]);
  return { total, exact, load, at: (i: number) => kept.current.blocks.get(Math.floor(i / BLOCK))?.[i % BLOCK] };
}

/** The claim log: a sheet over any number of statements, of which only those in sight are drawn. */
export function Log({ asked }: { asked: Readonly<Record<string, string>> }) {
  const { group, ...rest } = asked;
  const query: Readonly<Record<string, string>> = group && !rest.sort ? { ...rest, sort: group } : rest;
  const rows = useRows(query);
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [size, setSize] = useState({ height: 800, narrow: false });
  const [at, setAt] = useState({ row: 0, column: 1 });
  const [from, setFrom] = useState<number | null>(null);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string | null>(() => sessionStorage.getItem("editing"));
  const high = size.narrow ? 104 : 52;
  const total = rows.total ?? 0;

  useEffect(() => {
    const one = box.current;
    if (!one) return;
    const look = () => setSize({ height: one.clientHeight, narrow: one.clientWidth < 720 });
    const observer = new ResizeObserver(look);
    observer.observe(one);
    return () => observer.disconnect();
  }, [rows.total === null || rows.total === 0]);
  useEffect(() => {
    if (editing) sessionStorage.setItem("editing", editing);
    else sessionStorage.removeItem("editing");
  }, [editing]);

  const first = Math.max(0, Math.floor(top / high) - 6);
  const last = Math.min(total, Math.ceil((top + size.height) / high) + 6);
  for (let b = Math.floor(first / BLOCK); b <= Math.floor(Math.max(first, last - 1) / BLOCK); b++)
    if (rows.total !== null) rows.load(b);

  const put = (name: string, value: string) => {
    const next = new URLSearchParams(Object.entries({ ...asked, [name]: value }).filter(([, v]) => v !== ""));
    go(`/${next.size > 0 ? `?${next}` : ""}`, true);
    box.current?.scrollTo(0, 0);
  };
  const sort = (column: ColumnName) => {
    const next = new URLSearchParams(Object.entries(asked));
    if (asked.sort !== column) {
      next.set("sort", column);
      next.delete("desc");
    } else if (asked.desc !== "true") next.set("desc", "true");
    else for (const name of ["sort", "desc"]) next.delete(name);
    go(`/?${next}`, true);
  };
  const move = (row: number, column = at.column, extend = false) => {
    const to = Math.max(0, Math.min(total - 1, row));
    setAt({ row: to, column: Math.max(0, Math.min(COLUMNS.length - 1, column)) });
    const one = box.current!;
    const head = size.narrow ? 0 : 36;
    if (to * high < one.scrollTop) one.scrollTop = to * high;
    else if ((to + 1) * high + head > one.scrollTop + one.clientHeight)
      one.scrollTop = (to + 1) * high + head - one.clientHeight;
    if (!extend) return setFrom(null);
    const start = from ?? at.row;
    setFrom(start);
    const ids = new Set<string>();
    for (let i = Math.min(start, to); i <= Math.max(start, to); i++) if (rows.at(i)) ids.add(rows.at(i)!.id);
    choose(ids);
  };
  const toggle = (id: string) =>
    choose(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  const open = (row: LogRow) => go(`/report/${row.id}`);
  const mark = (row: LogRow, status: "checked" | "rejected") => {
    if (chosen.size > 1 && chosen.has(row.id)) return void editAll([...chosen], { status });
    void edit(row, { status: row.status === status ? "unchecked" : status });
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (/^(INPUT|SELECT|TEXTAREA)$/.test((e.target as Element).tagName) || e.ctrlKey || e.metaKey || e.altKey) return;
    const row = rows.at(at.row);
    const page = Math.floor(size.height / high) - 1;
    const keys: Record<string, () => void> = {
      ArrowDown: () => move(at.row + 1, at.column, e.shiftKey),
      ArrowUp: () => move(at.row - 1, at.column, e.shiftKey),
      ArrowRight: () => move(at.row, at.column + 1),
      ArrowLeft: () => move(at.row, at.column - 1),
      PageDown: () => move(at.row + page),
      PageUp: () => move(at.row - page),
      Home: () => move(0),
      End: () => move(total - 1),
      Enter: () => row && open(row),
      " ": () => row && toggle(row.id),
      c: () => row && mark(row, "checked"),
      x: () => row && mark(row, "rejected"),
      e: () => row && setEditing(`${row.id} ${COLUMNS[at.column]!.name}`),
      F2: () => row && setEditing(`${row.id} ${COLUMNS[at.column]!.name}`),
      Escape: () => choose(new Set()),
    };
    const run = keys[e.key];
    if (!run) return;
    e.preventDefault();
    run();
  };
  const filtered = Object.keys(rest).some((name) => name !== "sort" && name !== "desc");
  const sections = (i: number): string | null => {
    if (!group) return null;
    const name = (row: LogRow | undefined) =>
      row &&
      (group === "saidBy"
        ? whoSaid(row)
        : group === "outlet"
          ? (row.outlet ?? "No outlet")
          : (row.published?.edtf ?? "No date"));
    const [now, before] = [name(rows.at(i)), i > 0 ? name(rows.at(i - 1)) : null];
    return now !== undefined && now !== before ? now : null;
  };

  return (
    <div class="log">
      <div class="bar">
        <h1>{WORDS.views.log}</h1>
        <input
          id="words"
          type="search"
          aria-label="Search statements"
          placeholder='Search: words, "a phrase", begin*'
          value={asked.words ?? ""}
          onInput={(e) => put("words", e.currentTarget.value)}
        />
        <span class="count" role="status">
          {rows.total === null ? "" : `${rows.exact ? "" : "at least "}${total} statement${total === 1 ? "" : "s"}`}
        </span>
        <div class="filters">
          <Choice
            label="Status"
            value={asked.status}
            options={Object.entries(WORDS.status)}
            on={(v) => put("status", v)}
          />
          <Choice label="Kind" value={asked.act} options={ACTS.map((a) => [a, a])} on={(v) => put("act", v)} />
          <input
            class="short"
            aria-label="Said by"
            placeholder="Said by"
            value={asked.by ?? ""}
            onChange={(e) => put("by", e.currentTarget.value)}
          />
          <input
            class="short"
            aria-label="Outlet"
            placeholder="Outlet"
            value={asked.outlet ?? ""}
            onChange={(e) => put("outlet", e.currentTarget.value)}
          />
          <Choice label="Group by" value={group} options={Object.entries(GROUPS)} on={(v) => put("group", v)} />
          {Object.keys(asked).length > 0 && (
            <button type="button" onClick={() => go("/")}>
              Clear
            </button>
          )}
        </div>
        <details class="menu">
          <summary>Export</summary>
          <div>
            {(["xlsx", "csv", "json", "markdown", "html"] as const).map((format) => (
              <a key={format} id={`export-${format}`} href={client.exportAddress(format, rest)} download>
                {{ xlsx: "Excel (XLSX)", csv: "CSV", json: "JSON", markdown: "Markdown", html: "HTML table" }[format]}
              </a>
            ))}
            <a id="export-page" href="/api/export/page" download>
              Page for an editor
            </a>
            <label class="link">
              Take an edited sheet back
              <input
                type="file"
                accept=".xlsx,.csv"
                onChange={async (e) => {
                  const [file] = e.currentTarget.files ?? [];
                  if (file) await (await import("../parts/take-back.ts")).takeBack(file);
                }}
              />
            </label>
          </div>
        </details>
      </div>
      {chosen.size > 0 && (
        <div class="bulk" role="toolbar" aria-label="Selected statements">
          <strong>{chosen.size} selected</strong>
          {(["checked", "rejected", "unchecked"] as const).map((status) => (
            <button
              key={status}
              type="button"
              onClick={() => void editAll([...chosen], { status }).then(() => choose(new Set()))}
            >
              {WORDS.status[status]}
            </button>
          ))}
          <button type="button" onClick={() => choose(new Set())}>
            Clear selection
          </button>
        </div>
      )}
      {rows.total === 0 ? (
        <Empty words={filtered ? WORDS.empty.none : WORDS.empty.log}>
          {filtered ? (
            <button type="button" onClick={() => go("/")}>
              Clear filters
            </button>
          ) : (
            <button type="button" class="primary" onClick={() => show("add")}>
              Add reports
            </button>
          )}
        </Empty>
      ) : (
        <div
          ref={box}
          class={size.narrow ? "sheet narrow" : "sheet"}
          role="grid"
          aria-label={WORDS.views.log}
          aria-rowcount={total + 1}
          aria-colcount={COLUMNS.length}
          aria-multiselectable="true"
          aria-activedescendant={rows.at(at.row) ? `cell-${at.row}-${at.column}` : undefined}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onScroll={(e) => setTop(e.currentTarget.scrollTop)}
        >
          <div class="row head" role="row" aria-rowindex={1}>
            {COLUMNS.map((c) => (
              <div
                key={c.name}
                role="columnheader"
                class={`cell ${c.name}`}
                aria-sort={asked.sort === c.name ? (asked.desc === "true" ? "descending" : "ascending") : undefined}
              >
                {c.sorts ? (
                  <button type="button" tabIndex={-1} onClick={() => sort(c.name)}>
                    {c.label}
                    {asked.sort === c.name && <span aria-hidden="true">{asked.desc === "true" ? " ↓" : " ↑"}</span>}
                  </button>
                ) : (
                  c.label
                )}
              </div>
            ))}
          </div>
          <div class="body" role="presentation" style={{ height: `${total * high}px` }}>
            {Array.from({ length: Math.max(0, last - first) }, (_, n) => first + n).map((i) => {
              const row = rows.at(i);
              const section = sections(i);
              return (
                <div
                  key={i}
                  role="row"
                  aria-rowindex={i + 2}
                  aria-selected={row ? chosen.has(row.id) : undefined}
                  class={`row${i === at.row ? " at" : ""}${row ? ` is-${row.status}` : " coming"}`}
                  style={{ transform: `translateY(${i * high}px)`, height: `${high}px` }}
                  onClick={(e) => {
                    if ((e.target as Element).closest("a,button,input,select")) return;
                    const column = COLUMNS.findIndex((c) => (e.target as Element).closest(`.${c.name}`));
                    if (e.shiftKey) return move(i, at.column, true);
                    if (row && (e.ctrlKey || e.metaKey)) return toggle(row.id);
                    if (row && (size.narrow || COLUMNS[column]?.name === "words" || at.row === i)) return open(row);
                    move(i, column < 0 ? at.column : column);
                  }}
                >
                  {row &&
                    COLUMNS.map((c, n) => (
                      <div
                        key={c.name}
                        id={`cell-${i}-${n}`}
                        role="gridcell"
                        class={`cell ${c.name}${i === at.row && n === at.column ? " here" : ""}`}
                        onDblClick={() => setEditing(`${row.id} ${c.name}`)}
                      >
                        {n === 0 && section !== null && <span class="section">{section}</span>}
                        <Cell
                          row={row}
                          column={c.name}
                          editing={editing === `${row.id} ${c.name}`}
                          leave={() => {
                            setEditing(null);
                            box.current?.focus();
                          }}
                        />
                      </div>
                    ))}
                  {row && size.narrow && (
                    <div class="digest" role="presentation">
                      <b>{whoSaid(row)}</b> {kindOf(row)} <Status row={row} />
                    </div>
                  )}
                </div>
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}

const Choice = ({
  label,
  value = "",
  options,
  on,
}: {
  label: string;
  value?: string | undefined;
  options: readonly (readonly [string, string])[];
  on: (v: string) => void;
}) => (
  <select aria-label={label} class={value ? "set" : ""} value={value} onChange={(e) => on(e.currentTarget.value)}>
    <option value="">{label}</option>
    {options.map(([v, name]) => (
      <option key={v} value={v}>
        {name}
      </option>
    ))}
  </select>
);
