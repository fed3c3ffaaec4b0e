import { useEffect, useState } from "preact/hooks";

/** What the page knows besides what a view holds; views hear of changes by `changed`. */
export const store = {
  by: read("hearsay-by"),
  theme: read("hearsay-theme") as "" | "light" | "dark",
  name: "",
  serverBy: "",
  /** Counts what was changed by this page, so that views fetch again. */
  tick: 0,
  toasts: [] as readonly Toast[],
  dialog: null as null | "palette" | "keys" | "add",
};

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly bad: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const listeners = new Set<() => void>();

/** Says that the store has changed. */
export function changed(): void {
  for (const one of listeners) one();
}

/** Renders a component again whenever the store changes. */
export function useStore(): typeof store {
  const [, again] = useState(0);
  useEffect(() => {
    const one = () => again((n) => n + 1);
    listeners.add(one);
    return () => void listeners.delete(one);
  }, []);
  return store;
}

let toasts = 0;

/** Shows a line for some seconds; a bad one stays until it is closed. */
export function toast(text: string, more: { bad?: boolean; action?: Toast["action"] } = {}): void {
  const one: Toast = { id: ++toasts, text, bad: more.bad ?? false, ...(more.action ? { action: more.action } : {}) };
  store.toasts = [...store.toasts.slice(-3), one];
  changed();
  if (!one.bad) setTimeout(() => drop(one.id), 8000);
}

export function drop(id: number): void {
  store.toasts = store.toasts.filter((t) => t.id !== id);
  changed();
}

/** Says what went wrong, in the server's words. */
export const failed = (error: unknown): void =>
  toast(error instanceof Error ? error.message : String(error), { bad: true });

/** Makes every view look again. */
export function refresh(): void {
  store.tick++;
  changed();
}

/** Opens one of the dialogs, or closes them. */
export function show(dialog: (typeof store)["dialog"]): void {
  store.dialog = dialog;
  changed();
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows keep nothing; the page works without.
  }
}
