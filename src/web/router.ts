import { useEffect, useState } from "preact/hooks";

/** Where the page is: a view, what it is of, and its filters. */
export interface Place {
  readonly view: string;
  readonly of: string;
  readonly asked: Readonly<Record<string, string>>;
}

const here = (): Place => {
  const [, view = "", of = ""] = location.pathname.split("/");
  return { view: view || "log", of, asked: Object.fromEntries(new URLSearchParams(location.search)) };
};

const moved = new EventTarget();

/** Goes to an address of the page; `replace` leaves no step in the history. */
export function go(address: string, replace = false): void {
  if (replace) history.replaceState(null, "", address);
  else {
    history.pushState(null, "", address);
    scrollTo(0, 0);
  }
  moved.dispatchEvent(new Event("moved"));
}

/** The present place, kept up to date. */
export function usePlace(): Place {
  const [place, set] = useState(here);
  useEffect(() => {
    const look = () => set(here());
    addEventListener("popstate", look);
    moved.addEventListener("moved", look);
    return () => {
      removeEventListener("popstate", look);
      moved.removeEventListener("moved", look);
    };
  }, []);
  return place;
}

/** Follows links inside the page without loading it again. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const address = link.getAttribute("href") ?? "";
  if (!address.startsWith("/") || address.startsWith("/api/") || link.target || link.hasAttribute("download")) return;
  event.preventDefault();
  go(address);
}
