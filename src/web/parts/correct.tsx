import { useState } from "preact/hooks";
import type { LogRow } from "../../model/row.ts";
import { ACTS } from "../../model/statement.ts";
import type { Change } from "../client.ts";
import { WORDS } from "../words.ts";

const list = (words: string) =>
  words
    .split(";")
    .map((w) => w.trim())
    .filter((w) => w !== "");

/** A form over what a statement says; only what was touched is handed on. A draft outlives a reload. */
export function Correct({
  row,
  draft,
  onSave,
  onLeave,
}: {
  row: LogRow | null;
  draft: string;
  onSave: (change: Change, why: string) => void;
  onLeave: () => void;
}) {
  const stands = {
    saidBy: row?.saidBy.map((p) => p.name).join("; ") ?? "",
    act: row?.act ?? "",
    saidTo: row?.saidTo.map((p) => p.name).join("; ") ?? "",
    about: row?.about.map((p) => p.name).join("; ") ?? "",
    said: row?.said?.edtf ?? "",
    event: row?.event.map((d) => d.edtf).join("; ") ?? "",
    notes: row?.notes ?? "",
    why: "",
  };
  const [form, set] = useState<typeof stands>(() => ({
    ...stands,
    ...JSON.parse(sessionStorage.getItem(draft) ?? "{}"),
  }));
  const type = (name: keyof typeof stands, value: string) => {
    const now = { ...form, [name]: value };
    set(now);
    sessionStorage.setItem(
      draft,
      JSON.stringify(Object.fromEntries(Object.entries(now).filter(([k, v]) => v !== stands[k as "why"]))),
    );
  };
  const leave = () => {
    sessionStorage.removeItem(draft);
    onLeave();
  };
  const save = (e: Event) => {
    e.preventDefault();
    const touched = (name: keyof typeof stands) => form[name] !== stands[name];
    const fields = {
      ...(touched("saidBy") ? { speakers: list(form.saidBy) } : {}),
      ...(touched("act") ? { act: form.act || null } : {}),
      ...(touched("saidTo") ? { addressees: list(form.saidTo) } : {}),
      ...(touched("about") ? { targets: list(form.about) } : {}),
      ...(touched("said") ? { said: form.said.trim() || null } : {}),
      ...(touched("event") ? { event: list(form.event) } : {}),
    };
    const change: Change = {
      ...(Object.keys(fields).length > 0 ? { fields } : {}),
      ...(touched("notes") ? { note: form.notes || null } : {}),
    };
    sessionStorage.removeItem(draft);
    if (row && Object.keys(change).length === 0) return onLeave();
    onSave(change, form.why.trim());
  };
  const field = (name: keyof typeof stands, label: string, hint = "") => (
    <label>
      {label}
      <input value={form[name]} placeholder={hint} onInput={(e) => type(name, e.currentTarget.value)} />
    </label>
  );
  return (
    <form
      class="correct"
      aria-label={row ? `Correct ${row.id}` : "Add statement"}
      onSubmit={save}
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        e.stopPropagation();
        leave();
      }}
    >
      <label>
        {WORDS.columns.saidBy}
        <input
          autoFocus
          value={form.saidBy}
          placeholder="Name; another name"
          onInput={(e) => type("saidBy", e.currentTarget.value)}
        />
      </label>
      <label>
        {WORDS.columns.act}
        <select value={form.act} onChange={(e) => type("act", e.currentTarget.value)}>
          <option value="">not known</option>
          {ACTS.map((a) => (
            <option key={a}>{a}</option>
          ))}
        </select>
      </label>
      {field("saidTo", WORDS.columns.saidTo)}
      {field("about", WORDS.columns.about)}
      {field("said", WORDS.columns.said, "2031-05-12, 2031-05, 2031~")}
      {field("event", WORDS.columns.event, "2031-05-12; 2031-05-14")}
      <label class="both">
        {WORDS.columns.notes}
        <textarea rows={2} value={form.notes} onInput={(e) => type("notes", e.currentTarget.value)} />
      </label>
      {row && <div class="both">{field("why", "Reason, for the record")}</div>}
      <p class="actions both">
        <button type="submit" class="primary">
          {row ? "Save" : "Add statement"}
        </button>
        <button type="button" onClick={leave}>
          Cancel
        </button>
      </p>
    </form>
  );
}
