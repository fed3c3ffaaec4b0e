import { useState } from "preact/hooks";
import { client, type JobEvent } from "../client.ts";
import { changed, failed, refresh, show, toast } from "../state.ts";
import { Dialog } from "./dialog.tsx";

/** What is being added, and what became of it; outlives the dialog. */
export const adding = { events: [] as JobEvent[], running: 0, waiting: 0 };

/** Hands in files and has them read, telling how it goes. */
export async function addFiles(files: readonly File[], more: Readonly<Record<string, string>> = {}): Promise<void> {
  if (files.length === 0) return;
  adding.waiting += files.length;
  changed();
  const uploads: string[] = [];
  for (const file of files) {
    try {
      uploads.push((await client.upload(file)).upload);
    } catch (error) {
      failed(error);
    }
    adding.waiting--;
    changed();
  }
  if (uploads.length > 0) await addJob({ uploads, ...more });
}

/** Starts a job and follows it to its end. */
export async function addJob(given: Readonly<Record<string, unknown>>): Promise<void> {
  adding.running++;
  changed();
  try {
    const { job } = await client.job(given);
    let last = 0;
    await client.watch(job, (event) => {
      adding.events = [...adding.events, event].slice(-500);
      if (event.kind === "done")
        toast(`${event.kept} kept${event.problems > 0 ? `, ${event.problems} not; Reports says why` : ""}`);
      const now = performance.now();
      if (now - last > 500 || event.kind === "done") {
        last = now;
        refresh();
      } else changed();
    });
  } catch (error) {
    failed(error);
  }
  adding.running--;
  refresh();
}

/** Files, a pasted text or an address. */
export function Add() {
  const [text, setText] = useState("");
  const [address, setAddress] = useState("");
  const [more, setMore] = useState({ title: "", outlet: "", published: "" });
  const given = Object.fromEntries(Object.entries(more).filter(([, v]) => v !== ""));
  const start = (e: Event) => {
    e.preventDefault();
    if (!text.trim() && !address.trim()) return;
    show(null);
    void addJob({
      ...(text.trim() ? { text } : {}),
      ...(address.trim() ? { addresses: [address.trim()] } : {}),
      ...given,
    });
  };
  const field = (name: keyof typeof more, label: string, hint = "") => (
    <label>
      {label}
      <input
        value={more[name]}
        placeholder={hint}
        onInput={(e) => setMore({ ...more, [name]: e.currentTarget.value })}
      />
    </label>
  );
  return (
    <Dialog label="Add reports">
      <h2>Add reports</h2>
      <form onSubmit={start}>
        <label class="drop">
          <strong>Choose files</strong>
          <span>or drop them anywhere on the page: text, HTML, PDF, Word, JSONL, feeds, subtitles</span>
          <input
            type="file"
            multiple
            onChange={(e) => {
              const files = [...(e.currentTarget.files ?? [])];
              show(null);
              void addFiles(files, given);
            }}
          />
        </label>
        <label>
          Paste a text
          <textarea rows={6} value={text} onInput={(e) => setText(e.currentTarget.value)} />
        </label>
        <label>
          Or give an address
          <input type="url" value={address} placeholder="https://" onInput={(e) => setAddress(e.currentTarget.value)} />
        </label>
        <fieldset>
          <legend>What you know better than the file</legend>
          {field("title", "Title")}
          {field("outlet", "Outlet")}
          {field("published", "Publication date", "2031-05-12")}
        </fieldset>
        <p class="actions">
          <button type="submit" class="primary">
            Read and keep
          </button>
          <button type="button" onClick={() => show(null)}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}
