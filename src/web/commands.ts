import { undo } from "./edits.ts";
import { go } from "./router.ts";
import { changed, keep, show, store } from "./state.ts";
import { WORDS } from "./words.ts";

/** Something a person can do; menu, keys and palette share it. */
export interface Command {
  readonly name: string;
  /** As shown: "g l" is g, then l. */
  readonly keys: string;
  readonly run: () => void;
}

const press = (id: string) => document.getElementById(id)?.click();

export const COMMANDS: readonly Command[] = [
  ...(Object.entries(WORDS.views) as [string, string][]).map(([view, name]) => ({
    name: `Go to ${name}`,
    keys: `g ${{ log: "l", reports: "r", timeline: "t", disputes: "d", requests: "q", people: "p", numbers: "n", media: "m" }[view]}`,
    run: () => go(view === "log" ? "/" : `/${view}`),
  })),
  { name: "Add reports", keys: "n", run: () => show("add") },
  { name: "Search statements", keys: "/", run: find },
  { name: "Undo my last change", keys: "Ctrl+Z", run: () => void undo() },
  { name: "Command palette", keys: "Ctrl+K", run: () => show("palette") },
  { name: "Show the keys", keys: "?", run: () => show("keys") },
  { name: "Export as Excel sheet (XLSX)", keys: "", run: () => press("export-xlsx") },
  { name: "Export as CSV", keys: "", run: () => press("export-csv") },
  { name: "Export as JSON", keys: "", run: () => press("export-json") },
  { name: "Export the page for an editor", keys: "", run: () => press("export-page") },
  { name: "Light or dark", keys: "", run: turn },
];

/** Keys that work inside a view, for the list of keys. */
export const VIEW_KEYS: readonly (readonly [string, string])[] = [
  ["↑ ↓ Home End", "Move through the claim log or the statements of a report"],
  ["← →", "Move through the cells of a row"],
  ["Enter", "Open the row’s words in its report"],
  ["Space", "Select the row; with Shift and an arrow, several"],
  ["c", "Checked (again: unchecked)"],
  ["x", "Reject (again: take it back)"],
  ["e or F2", "Correct the cell; in a report, the statement"],
  ["a", "In a report: add the selected words as a statement"],
  ["Escape", "Leave without a change"],
];

function find() {
  const box = () => document.getElementById("words") as HTMLInputElement | null;
  if (!box()) go("/");
  setTimeout(() => box()?.select(), 30);
}

function turn() {
  const dark = store.theme ? store.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  store.theme = dark ? "light" : "dark";
  keep("hearsay-theme", store.theme);
  changed();
}

let first = "";

/** Runs the command of a key press, where nobody is typing. */
export function onKey(event: KeyboardEvent): void {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as Element).tagName);
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === "k") {
    event.preventDefault();
    show(store.dialog === "palette" ? null : "palette");
    return;
  }
  if (typing || store.dialog || event.altKey || event.defaultPrevented) return;
  if (control && event.key.toLowerCase() === "z") {
    event.preventDefault();
    void undo();
    return;
  }
  if (control) return;
  const pressed = first ? `${first} ${event.key}` : event.key;
  first = event.key === "g" && !first ? "g" : "";
  const found = COMMANDS.find((c) => c.keys === pressed);
  if (found) {
    event.preventDefault();
    found.run();
  }
}
