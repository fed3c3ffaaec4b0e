import { HearsayError } from "../errors.ts";
import type { Ingested, Overrides } from "./ingested.ts";
import { sha256, toReport } from "./report.ts";
import type { Source } from "./sources.ts";

interface Chat {
  readonly id?: number;
  readonly name?: string | null;
  readonly type?: string;
  readonly messages: readonly Message[];
}

interface Message {
  readonly id?: number;
  readonly type?: string;
  readonly date?: string;
  readonly date_unixtime?: string;
  readonly from?: string | null;
  readonly author?: string | null;
  readonly forwarded_from?: string | null;
  readonly text?: Words;
}

type Words = string | readonly (string | { readonly text?: string })[];

/** Telegram Desktop's export (result.json): one chat, or all of them. A message with words is a report. */
export async function* readTelegram(source: Source, text: string, overrides: Overrides): AsyncGenerator<Ingested> {
  let skipped = 0;
  for (const chat of chatsOf(parse(source, text), source))
    for (const message of chat.messages) {
      const words = wordsOf(message?.text);
      if (message?.type !== "message" || !/\S/.test(words)) {
        skipped++;
        continue;
      }
      const bytes = Buffer.from(JSON.stringify(message));
      const draft = {
        id: `${chat.id ?? chat.name ?? source.id}/${message.id ?? "?"}`,
        text: words,
        title: null,
        outlet: chat.name || null,
        byline: message.author || (message.from && message.from !== chat.name ? message.from : null),
        url: null,
        published: when(message),
        publishedBy: "record" as const,
        original: { sha256: sha256(bytes), mime: "application/json", retrieved: null },
        bytes,
        path: source.path,
      };
      yield* toReport(draft, `${source.where}, message ${message.id ?? "?"}`, overrides);
      if (message.forwarded_from)
        yield {
          kind: "note",
          message: `${draft.id} was forwarded from ${String(message.forwarded_from).slice(0, 80)}.`,
        };
    }
  if (skipped > 0)
    yield { kind: "note", message: `${source.where}: ${skipped} messages without words were passed over.` };
}

/** Whether a JSON file looks like such an export. */
export const isTelegram = (head: string): boolean => /^\s*\{/.test(head) && /"(messages|chats)"\s*:/.test(head);

function parse(source: Source, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HearsayError(
      "export-broken",
      `${source.where} is no whole JSON export.`,
      "Export the chat again as machine-readable JSON.",
      { cause },
    );
  }
}

function chatsOf(value: unknown, source: Source): Chat[] {
  const root = value as { messages?: unknown; chats?: { list?: unknown }; left_chats?: { list?: unknown } } | null;
  const all = Array.isArray(root?.messages) ? [root] : [root?.chats?.list, root?.left_chats?.list].flat();
  const chats = all.filter((c): c is Chat => Array.isArray((c as Chat | undefined)?.messages));
  if (chats.length === 0)
    throw new HearsayError(
      "export-broken",
      `${source.where} holds no chat.`,
      "Export it in Telegram Desktop as machine-readable JSON.",
    );
  return chats;
}

const wordsOf = (text: Words | undefined): string =>
  typeof text === "string"
    ? text
    : Array.isArray(text)
      ? text.map((part) => (typeof part === "string" ? part : typeof part?.text === "string" ? part.text : "")).join("")
      : "";

/** The instant in UTC; the export's local time names a day at most. */
function when({ date, date_unixtime: unix }: Message): string | null {
  const seconds = Number(unix);
  if (unix && Number.isFinite(seconds) && Math.abs(seconds) < 8e12)
    return new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
  return typeof date === "string" ? date.slice(0, 10) : null;
}
