import { useEffect, useState } from "preact/hooks";
import type { LogRow, RowDate } from "../../model/row.ts";
import { failed, useStore } from "../state.ts";
import { WORDS } from "../words.ts";

/** What to do where there is nothing. */
export const Empty = ({ words, children }: { words: readonly string[]; children?: preact.ComponentChildren }) => (
  <div class="empty">
    <h2>{words[0]}</h2>
    <p>{words[1]}</p>
    {children}
  </div>
);

export const Status = ({ row }: { row: Pick<LogRow, "status" | "orphaned"> }) => (
  <span class={`status ${row.status}`} title={row.orphaned ?? undefined}>
    {WORDS.status[row.status]}
    {row.orphaned ? ", words not found" : ""}
  </span>
);

/** A date, with its why behind it. */
export const When = ({ date, why }: { date: RowDate | null; why?: string }) =>
  date ? (
    <span title={date.why}>{date.edtf}</span>
  ) : (
    <span class="unknown" title={why || undefined}>
      {why ? "not known" : ""}
    </span>
  );

/** Fetches again whenever something was changed; keeps what it had until then. */
export function useFetched<T>(get: () => Promise<T>, key: string): T | null {
  const { tick } = useStore();
  const [kept, set] = useState<{ key: string; value: T } | null>(null);
  useEffect(() => {
    let here = true;
    get().then(
      (value) => here && set({ key, value }),
      (error) => here && failed(error),
    );
    return () => {
      here = false;
    };
  }, [key, tick]);
  return kept?.key === key ? kept.value : null;
}
