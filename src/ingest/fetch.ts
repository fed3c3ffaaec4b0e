import { type LookupAddress, lookup } from "node:dns";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, type Dispatcher, request } from "undici";
import { HearsayError } from "../errors.ts";
import { checkAddress, isPublic, refused } from "./address.ts";

/** A page as it came: its bytes unpacked, where it was found in the end, and when. */
export interface Fetched {
  readonly url: string;
  readonly mime: string;
  readonly bytes: Buffer;
  readonly retrieved: string;
}

export interface FetchOptions {
  /** Lets addresses on private networks and this machine through. */
  readonly allowPrivate?: boolean;
  /** The most bytes, as they come and unpacked. */
  readonly most?: number;
  /** The most time for all of it, in milliseconds. */
  readonly patience?: number;
  /** Sent with POST instead of asking with GET; then no redirect is followed. */
  readonly post?: { readonly mime: string; readonly body: Uint8Array };
  /** What carries the requests; a test's stand-in for the network. */
  readonly dispatcher?: Dispatcher;
  /** How names are looked up; the system's way unless a test says otherwise. */
  readonly lookup?: typeof lookup;
  /** The present instant; the clock unless a test says otherwise. */
  readonly now?: () => string;
}

const MOST = 32_000_000;
const PATIENCE = 30_000;
const MOST_HOPS = 5;
/** What Hearsay calls itself. */
export const AGENT = "Hearsay/0.1 (keeps pages for reporting)";

/**
 * Fetches one page. Every hop is checked: its address as written, and the address its name leads to at the moment of
 * connecting, which is the one that is used. Size and time are limited, packed content by what it unfolds to.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { allowPrivate = false, most = MOST, patience = PATIENCE, post } = options;
  const agent = new Agent({
    connect: { lookup: pinned(allowPrivate, options.lookup ?? lookup), timeout: 10_000 } as never,
    pipelining: 0,
  });
  const signal = AbortSignal.timeout(patience);
  try {
    let url = checkAddress(address, allowPrivate);
    for (let hop = 0; ; hop++) {
      const answer = await request(url, {
        dispatcher: options.dispatcher ?? agent,
        signal,
        method: post ? "POST" : "GET",
        ...(post ? { body: Buffer.from(post.body) } : {}),
        headers: {
          ...(post ? { "content-type": post.mime } : {}),
          "user-agent": AGENT,
          accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
          "accept-encoding": "gzip, deflate, br",
        },
        headersTimeout: patience,
        bodyTimeout: patience,
      });
      const next = answer.headers.location;
      if (answer.statusCode >= 300 && answer.statusCode < 400 && next) {
        answer.body.destroy();
        answer.body.on("error", () => {});
        if (post) throw failed(address, "it leads on to another address");
        if (hop >= MOST_HOPS) throw failed(address, `it leads on more than ${MOST_HOPS} times`);
        const target = String(next);
        if (!URL.canParse(target, url.href)) throw failed(address, "it leads to no web address");
        url = checkAddress(new URL(target, url).href, allowPrivate);
        continue;
      }
      if (answer.statusCode !== 200) {
        answer.body.destroy();
        answer.body.on("error", () => {});
        throw failed(address, `the server answers ${answer.statusCode}`);
      }
      const bytes = await gather(answer.body, String(answer.headers["content-encoding"] ?? ""), most, address, signal);
      return {
        url: url.href,
        mime: String(answer.headers["content-type"] ?? "application/octet-stream")
          .split(";")[0]!
          .trim()
          .toLowerCase(),
        bytes,
        retrieved: options.now?.() ?? new Date().toISOString(),
      };
    }
  } catch (error) {
    throw plainly(error, address, patience);
  } finally {
    await agent.destroy();
  }
}

/** Looks a name up and answers only if every address it has is public; the connection goes to what was checked. */
const pinned =
  (allowPrivate: boolean, look: typeof lookup) =>
  (host: string, options: object, done: (error: Error | null, address?: unknown, family?: number) => void): void => {
    look(host, { ...options, all: true, verbatim: true }, (error: Error | null, found: unknown) => {
      if (error) return done(error);
      const addresses = [found].flat() as LookupAddress[];
      const hidden = allowPrivate ? undefined : addresses.find((a) => !isPublic(a.address));
      if (hidden || addresses.length === 0)
        return done(refused(host, "its name leads to this machine or a private network"));
      if ((options as { all?: boolean }).all) done(null, addresses);
      else done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };

async function gather(
  body: Readable,
  encoding: string,
  most: number,
  address: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const unpackers = encoding
    .toLowerCase()
    .split(",")
    .map((e) => e.trim())
    .filter((e) => e !== "" && e !== "identity")
    .map((e) => {
      if (e === "gzip" || e === "x-gzip") return createGunzip();
      if (e === "deflate") return createInflate();
      if (e === "br") return createBrotliDecompress();
      throw failed(address, `it is packed in a way Hearsay does not know (${e.slice(0, 20)})`);
    });
  if (unpackers.length > 2) throw failed(address, "it is packed too often");
  let stream: Readable = body;
  let came = 0;
  const tooMuch = () =>
    new HearsayError(
      "fetch-too-large",
      `${address} is larger than ${most / 1_000_000} MB.`,
      "Save it with a browser and add the file.",
    );
  body.on("data", (piece: Buffer) => {
    came += piece.length;
    if (came > most) body.destroy(tooMuch());
  });
  for (const unpacker of unpackers.reverse()) {
    const from = stream;
    from.on("error", (error) => unpacker.destroy(error));
    stream = from.pipe(unpacker);
  }
  const stop = () => stream.destroy(signal.reason as Error);
  signal.addEventListener("abort", stop, { once: true });
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of stream) {
      size += (piece as Buffer).length;
      if (size > most) throw tooMuch();
      pieces.push(piece as Buffer);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    body.destroy();
    body.on("error", () => {});
  }
  return Buffer.concat(pieces, size);
}

const failed = (address: string, why: string, cause?: unknown) =>
  new HearsayError(
    "fetch-failed",
    `${address.slice(0, 200)} could not be fetched: ${why}.`,
    "Try it in a browser; what a browser shows can be saved and added.",
    { cause },
  );

const WHY: Record<string, string> = {
  ENOTFOUND: "there is no such server",
  EAI_AGAIN: "its name cannot be looked up now",
  ECONNREFUSED: "the server does not answer",
  ECONNRESET: "the server hung up",
  UND_ERR_SOCKET: "the server hung up",
  UND_ERR_CONNECT_TIMEOUT: "the server does not answer",
  UND_ERR_HEADERS_TIMEOUT: "the server does not answer",
  UND_ERR_BODY_TIMEOUT: "the server stopped sending",
  Z_DATA_ERROR: "its content is damaged",
  Z_BUF_ERROR: "its content is cut short",
};

function plainly(error: unknown, address: string, patience: number): HearsayError {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++)
    if (at instanceof HearsayError) return at;
  const { name, code = "", message = "" } = error as { name?: string; code?: string; message?: string };
  if (name === "TimeoutError" || name === "AbortError" || code === "UND_ERR_ABORTED")
    return failed(address, `it took longer than ${patience / 1000} seconds`, error);
  const why =
    WHY[code] ??
    (/certificate|self.signed|TLS|SSL/i.test(message) ? "its certificate cannot be trusted" : "the connection failed");
  return failed(address, why, error);
}
