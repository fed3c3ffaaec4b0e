import { useMemo, useRef, useState } from "preact/hooks";
import type { LogRow } from "../../model/row.ts";
import { client } from "../client.ts";
import { Empty, useFetched } from "../parts/small.tsx";
import { go } from "../router.ts";
import { WORDS, whoSaid } from "../words.ts";

type Lane = "event" | "said" | "published";

interface Point {
  readonly row: LogRow;
  readonly lane: Lane;
  readonly from: number;
  readonly to: number;
  readonly edtf: string;
  readonly why: string;
}

const LANES: readonly Lane[] = ["event", "said", "published"];
const DAY = 86_400_000;
const WIDE = 1000;
const LANE = 110;

function pointsOf(rows: readonly LogRow[]): Point[] {
  const seen = new Set<string>();
  return rows
    .flatMap((row) => [
      ...row.event.map((d) => ({ row, lane: "event" as const, d })),
      ...(row.said ? [{ row, lane: "said" as const, d: row.said }] : []),
      ...(row.published && !seen.has(row.report) && seen.add(row.report)
        ? [{ row, lane: "published" as const, d: row.published }]
        : []),
    ])
    .map(({ row, lane, d }) => {
      const [from, to] = [d.from && Date.parse(d.from), d.to && Date.parse(d.to)];
      return {
        row,
        lane,
        from: from || (to ? to - 365 * DAY : Number.NaN),
        to: to || (from ? from + 365 * DAY : Number.NaN),
        edtf: d.edtf,
        why: d.why,
      };
    })
    .filter((p) => Number.isFinite(p.from) && Number.isFinite(p.to))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Steps of the axis: the smallest that leaves room for its labels. */
function ticks(from: number, to: number): { at: number; label: string }[] {
  const span = to - from;
  const days = [1 / 24, 1 / 4, 1, 2, 7, 14].find((d) => span / (d * DAY) <= 9);
  const made: { at: number; label: string }[] = [];
  if (days) {
    for (let t = Math.ceil(from / (days * DAY)) * days * DAY; t < to; t += days * DAY) {
      const iso = new Date(t).toISOString();
      made.push({ at: t, label: days < 1 ? `${iso.slice(5, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10) });
    }
    return made;
  }
  const months = [1, 3, 12, 60, 120, 600, 1200].find((m) => span / (m * 30.4 * DAY) <= 9) ?? 6000;
  const start = new Date(from);
  let [y, m] = [start.getUTCFullYear(), Math.ceil((start.getUTCMonth() + 1) / months) * months];
  if (months >= 12) [y, m] = [Math.ceil(y / (months / 12)) * (months / 12), 0];
  for (let i = 0; i < 40; i++) {
    const at = Date.UTC(y, m + i * months, 1);
    if (at >= to) break;
    if (at >= from) made.push({ at, label: new Date(at).toISOString().slice(0, months >= 12 ? 4 : 7) });
  }
  return made;
}

/** Dates of events, statements and publications; uncertain ones are as long as what is not known. */
export function Timeline() {
  const found = useFetched(() => client.overview("timeline"), "timeline");
  const points = useMemo(() => pointsOf(found?.rows ?? []), [found]);
  const whole = useMemo(() => {
    const lo = Math.min(...points.map((p) => p.from));
    const hi = Math.max(...points.map((p) => p.to));
    const room = Math.max(DAY, (hi - lo) * 0.04);
    return [lo - room, hi + room] as const;
  }, [points]);
  const [zoom, setZoom] = useState<readonly [number, number] | null>(null);
  const [lanes, setLanes] = useState<ReadonlySet<Lane>>(new Set(LANES));
  const [active, setActive] = useState<Point | null>(null);
  const held = useRef(new Map<number, number>());
  const svg = useRef<SVGSVGElement>(null);
  const [from, to] = zoom ?? whole;
  const x = (t: number) => ((t - from) / (to - from)) * WIDE;
  const scale = (by: number, around = 0.5) => {
    const span = Math.min(Math.max((to - from) * by, DAY / 12), (whole[1] - whole[0]) * 1.5);
    const at = from + (to - from) * around;
    setZoom([at - span * around, at + span * (1 - around)]);
  };
  const pan = (share: number) => setZoom([from + (to - from) * share, to + (to - from) * share]);
  const share = (clientX: number) => {
    const { left, width } = svg.current!.getBoundingClientRect();
    return (clientX - left) / width;
  };
  if (found && points.length === 0)
    return (
      <div class="column">
        <div class="bar">
          <h1>{WORDS.views.timeline}</h1>
        </div>
        <Empty words={WORDS.empty.timeline} />
      </div>
    );
  const shown = points.filter((p) => lanes.has(p.lane) && p.to >= from && p.from <= to);
  const ends: Record<Lane, number[]> = { event: [], said: [], published: [] };
  const drawn = shown.slice(0, 2000).map((p) => {
    const [a, b] = [x(p.from), Math.max(x(p.to), x(p.from) + 6)];
    let level = ends[p.lane].findIndex((end) => end < a - 2);
    if (level < 0) level = ends[p.lane].length;
    ends[p.lane][level] = b;
    return { p, a, b, level };
  });
  return (
    <div class="column wide timeline">
      <div class="bar">
        <h1>{WORDS.views.timeline}</h1>
        {LANES.map((lane) => (
          <label key={lane} class={`tick ${lane}`}>
            <input
              type="checkbox"
              checked={lanes.has(lane)}
              onChange={() =>
                setLanes(new Set(lanes.has(lane) ? [...lanes].filter((l) => l !== lane) : [...lanes, lane]))
              }
            />{" "}
            {WORDS.columns[lane]}
          </label>
        ))}
        <span class="tools">
          <button type="button" aria-label="Closer" onClick={() => scale(0.6)}>
            +
          </button>
          <button type="button" aria-label="Farther" onClick={() => scale(1.6)}>
            −
          </button>
          <button type="button" onClick={() => setZoom(null)}>
            All
          </button>
        </span>
      </div>
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDE} ${LANE * 3 + 28}`}
        preserveAspectRatio="none"
        role="img"
        aria-label="Timeline; the list below holds the same dates. Arrow keys move, plus and minus zoom."
        tabIndex={0}
        onWheel={(e) => {
          e.preventDefault();
          if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) pan((e.deltaX || e.deltaY) / 1000);
          else scale(e.deltaY > 0 ? 1.15 : 0.87, share(e.clientX));
        }}
        onKeyDown={(e) => {
          const run = {
            ArrowLeft: () => pan(-0.1),
            ArrowRight: () => pan(0.1),
            "+": () => scale(0.7),
            "=": () => scale(0.7),
            "-": () => scale(1.4),
            "0": () => setZoom(null),
          }[e.key];
          if (!run) return;
          e.preventDefault();
          run();
        }}
        onPointerDown={(e) => {
          held.current.set(e.pointerId, e.clientX);
          e.currentTarget.setPointerCapture(e.pointerId);
        }}
        onPointerMove={(e) => {
          const before = held.current.get(e.pointerId);
          if (before === undefined) return;
          const others = [...held.current].filter(([id]) => id !== e.pointerId);
          held.current.set(e.pointerId, e.clientX);
          const other = others[0]?.[1];
          if (other === undefined) pan(share(before) - share(e.clientX));
          else
            scale(
              Math.max(8, Math.abs(before - other)) / Math.max(8, Math.abs(e.clientX - other)),
              share((other + e.clientX) / 2),
            );
        }}
        onPointerUp={(e) => held.current.delete(e.pointerId)}
        onPointerCancel={(e) => held.current.delete(e.pointerId)}
      >
        {ticks(from, to).map(({ at }) => (
          <line key={at} x1={x(at)} x2={x(at)} y1={0} y2={LANE * 3} class="tickline" />
        ))}
        {LANES.map((lane, i) => (
          <line key={lane} x1={0} x2={WIDE} y1={(i + 1) * LANE} y2={(i + 1) * LANE} class="lane" />
        ))}
        {drawn.map(({ p, a, b, level }) => (
          <rect
            key={`${p.lane}${p.row.id}${p.edtf}`}
            class={`${p.lane}${active === p ? " lit" : ""}`}
            x={Math.max(-10, a)}
            width={Math.min(WIDE + 20, b) - Math.max(-10, a)}
            y={LANES.indexOf(p.lane) * LANE + 26 + (level % 7) * 12}
            height={9}
            onPointerEnter={() => setActive(p)}
            onDblClick={() => go(`/report/${p.row.id}`)}
          />
        ))}
      </svg>
      <div class="axis" aria-hidden="true">
        {ticks(from, to).map(({ at, label }) => (
          <span key={at} style={{ left: `${(x(at) / WIDE) * 100}%` }}>
            {label}
          </span>
        ))}
        {LANES.map((lane, i) => (
          <b key={lane} class={lane} style={{ top: `${-(LANE * 3 + 28) + i * LANE + 4}px` }}>
            {WORDS.columns[lane]}
          </b>
        ))}
      </div>
      <ol class="dates" aria-label="Dates">
        {shown.slice(0, 500).map((p) => (
          <li key={`${p.lane}${p.row.id}${p.edtf}`} class={active === p ? "lit" : ""} onMouseEnter={() => setActive(p)}>
            <time>{p.edtf}</time>
            <span class={`lane ${p.lane}`}>{WORDS.columns[p.lane]}</span>
            <a href={`/report/${p.lane === "published" ? p.row.report : p.row.id}`} onFocus={() => setActive(p)}>
              {p.lane === "published"
                ? (p.row.title ?? p.row.report)
                : `${whoSaid(p.row)}: ${p.row.words.slice(0, 160)}`}
            </a>
            <span class="why">{p.why}</span>
          </li>
        ))}
      </ol>
      {shown.length > 500 && <p class="hint">{shown.length - 500} more; zoom in to see them.</p>}
    </div>
  );
}
