import { type FetchOptions, fetchPage } from "../ingest/fetch.ts";
import type { Author, Investigation, Stamp } from "../investigation/investigation.ts";
import { checkStamp, stampRequest } from "../investigation/timestamp.ts";

/** Asks a time-stamping server (RFC 3161) for a stamp over the fingerprint, checks what it answers, and keeps it. */
export async function takeStamp(
  investigation: Investigation,
  server: string,
  author: Author,
  options: FetchOptions & { readonly fetch?: typeof fetchPage } = {},
): Promise<Omit<Stamp, "response">> {
  const over = await investigation.fingerprint();
  const { request, nonce } = stampRequest(over.hash);
  const fetch = options.fetch ?? fetchPage;
  const post = { mime: "application/timestamp-query", body: request };
  const { bytes } = await fetch(server, { ...options, post, most: 100_000 });
  const checked = checkStamp(bytes, over.hash, nonce);
  await investigation.stamp({ ...checked, response: bytes }, over, author);
  return { ...over, ...checked };
}
