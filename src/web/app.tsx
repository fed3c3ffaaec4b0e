import { useEffect, useState } from "preact/hooks";
import { client } from "./client.ts";
import { COMMANDS, onKey } from "./commands.ts";
import { Add, addFiles, adding } from "./parts/add.tsx";
import { Keys, Palette } from "./parts/palette.tsx";
import { follow, usePlace } from "./router.ts";
import { changed, drop, failed, keep, show, store, useStore } from "./state.ts";
import { Disputes } from "./views/disputes.tsx";
import { Numbers, Requests } from "./views/lists.tsx";
import { Log } from "./views/log.tsx";
import { Media } from "./views/media.tsx";
import { People } from "./views/people.tsx";
import { Reading } from "./views/reading.tsx";
import { Reports } from "./views/reports.tsx";
import { Timeline } from "./views/timeline.tsx";
import { WORDS } from "./words.ts";

const VIEWS = Object.entries(WORDS.views) as [keyof typeof WORDS.views, string][];

/** The whole page: menu, the view the address names, and what lies over it. */
export function App() {
  const { dialog, toasts, theme, name } = useStore();
  const place = usePlace();
  const [over, drag] = useState(false);
  useEffect(() => {
    client.investigation().then((found) => {
      store.name = found.name;
      store.serverBy = found.by;
      changed();
    }, failed);
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const title = place.view === "report" ? place.of : WORDS.views[place.view as "log"];
  useEffect(() => {
    document.title = [title, name, WORDS.app].filter(Boolean).join(" · ");
  }, [title, name]);
  return (
    <div
      class="page"
      onClick={follow}
      onDragOver={(e) => {
        if (!e.dataTransfer?.types.includes("Files")) return;
        e.preventDefault();
        drag(true);
      }}
      onDragLeave={(e) => !e.relatedTarget && drag(false)}
      onDrop={(e) => {
        e.preventDefault();
        drag(false);
        void addFiles([...(e.dataTransfer?.files ?? [])]);
      }}
    >
      <a
        class="skip"
        href="#main"
        onClick={(e) => {
          e.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        To the content
      </a>
      <header>
        <a class="brand" href="/" title={name}>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M9 12a4 4 0 0 1 4-4v3a1.500 1.500 0 0 0-1.500 1.500H14V18H9zm9 0a4 4 0 0 1 4-4v3a1.500 1.500 0 0 0-1.500 1.500H23V18h-5zM9 22h14v2H9z" />
          </svg>
          <span>{name || WORDS.app}</span>
        </a>
        <button type="button" class="primary" onClick={() => show("add")}>
          Add reports
        </button>
        <nav aria-label="Views">
          {VIEWS.map(([view, label]) => (
            <a
              key={view}
              href={view === "log" ? "/" : `/${view}`}
              aria-current={place.view === view || (view === "reports" && place.view === "report") ? "page" : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
        <div class="foot">
          <label class="me">
            You are
            <input
              value={store.by}
              placeholder={store.serverBy || "your name"}
              onChange={(e) => {
                store.by = e.currentTarget.value.trim();
                keep("hearsay-by", store.by);
                changed();
              }}
            />
          </label>
          <div class="tools">
            <button type="button" onClick={() => show("palette")} title="Command palette (Ctrl+K)">
              Commands <kbd>Ctrl K</kbd>
            </button>
            <button type="button" onClick={() => show("keys")} aria-label="Show the keys" title="Keys (?)">
              ?
            </button>
            <button
              type="button"
              onClick={() => COMMANDS.at(-1)!.run()}
              aria-label="Light or dark"
              title="Light or dark"
            >
              ◐
            </button>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {adding.running + adding.waiting > 0 && <Running />}
        <View view={place.view} of={place.of} asked={place.asked} />
      </main>
      {over && <div class="over">Drop to read and keep</div>}
      {dialog === "palette" && <Palette />}
      {dialog === "keys" && <Keys />}
      {dialog === "add" && <Add />}
      <div class="toasts" role="status" aria-live="polite">
        {toasts.map((t) => (
          <div key={t.id} class={t.bad ? "toast bad" : "toast"}>
            <span>{t.text}</span>
            {t.action && (
              <button
                type="button"
                onClick={() => {
                  drop(t.id);
                  t.action!.run();
                }}
              >
                {t.action.label}
              </button>
            )}
            <button type="button" aria-label="Close" onClick={() => drop(t.id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

function Running() {
  const kept = adding.events.filter((e) => e.kind === "added").length;
  return (
    <p class="running" role="status">
      <progress aria-label="Reading reports" />
      {adding.waiting > 0 ? `Handing in ${adding.waiting} more` : "Reading"} · {kept} kept so far
    </p>
  );
}

function View({ view, of, asked }: { view: string; of: string; asked: Readonly<Record<string, string>> }) {
  switch (view) {
    case "log":
      return <Log asked={asked} />;
    case "reports":
      return <Reports />;
    case "report":
      return <Reading key={of.split(".")[0]!} id={of} />;
    case "timeline":
      return <Timeline />;
    case "disputes":
      return <Disputes />;
    case "requests":
      return <Requests />;
    case "people":
      return <People of={of} />;
    case "numbers":
      return <Numbers />;
    case "media":
      return <Media />;
    default:
      return (
        <div class="empty">
          <h1>Nothing here</h1>
          <p>
            <a href="/">To the claim log</a>
          </p>
        </div>
      );
  }
}
