import type { LogRow } from "../model/row.ts";
import { type Change, client } from "./client.ts";
import { failed, refresh, toast } from "./state.ts";
import { WORDS } from "./words.ts";

/** What this page changed, latest last, so that it can be undone. */
const done: (readonly string[])[] = [];

/** Makes one change as a person; says so, with a way back. */
export async function edit(row: LogRow, change: Change, why?: string): Promise<LogRow | null> {
  try {
    const now = await client.change(row, change, why);
    done.push([row.id]);
    toast(`${row.id}: ${WORDS.status[now.status].toLowerCase()}`, { action: { label: "Undo", run: undo } });
    refresh();
    return now;
  } catch (error) {
    failed(error);
    refresh();
    return null;
  }
}

/** Makes the same change to many. */
export async function editAll(ids: readonly string[], change: Change): Promise<void> {
  if (ids.length === 0) return;
  try {
    const { changed, refused } = await client.bulk(ids, change);
    if (changed.length > 0) done.push(changed.map((r) => r.id));
    toast(`${changed.length} changed${refused.length > 0 ? `, ${refused.length} not: ${refused[0]!.why}` : ""}`, {
      ...(changed.length > 0 ? { action: { label: "Undo", run: undo } } : {}),
    });
  } catch (error) {
    failed(error);
  }
  refresh();
}

/** Adds a statement by its words. */
export async function addStatement(report: string, spans: readonly { start: number; end: number }[], change: Change) {
  try {
    const row = await client.add(report, spans, change);
    done.push([row.id]);
    toast(`${row.id} added`, { action: { label: "Undo", run: undo } });
    refresh();
    return row;
  } catch (error) {
    failed(error);
    return null;
  }
}

/** Undoes the last change of this page. */
export async function undo(): Promise<void> {
  const ids = done.pop();
  if (!ids) return toast("Nothing to undo in this window.");
  try {
    for (const id of ids) await client.undo(id);
    toast(`Undone: ${ids.length > 3 ? `${ids.length} statements` : ids.join(", ")}`);
  } catch (error) {
    failed(error);
  }
  refresh();
}
