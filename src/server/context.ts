import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Author, Hearsay, Investigation } from "../hearsay.ts";
import type { Guarded } from "./guard.ts";

/** What the server stands on. */
export interface Served extends Guarded {
  readonly hearsay: Hearsay;
  readonly investigation: Investigation;
  /** How the investigation is called on the page. */
  readonly name: string;
  readonly version: string;
  /** Who writes when the page does not say. */
  readonly by: string;
  readonly now: () => string;
  /** The built page by path ("/assets/x.js"); nothing else of the disk is served. */
  readonly page: ReadonlyMap<string, PageFile>;
  /** Bytes that one upload may have. */
  readonly largest: number;
  /** Where uploads lie until they are read. */
  readonly uploads: string;
  /** Threads that read. */
  readonly jobs: number;
  /** Whether addresses on private networks may be fetched. */
  readonly allowPrivate: boolean;
}

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Routes = (app: OpenAPIHono, served: Served) => void;

/** Who writes and why: the page's own word for it (percent-encoded header), else the server's; If-Match names the entry that is replaced. */
export function author(c: Context, { by }: Served): Author {
  const said = (name: string) => {
    try {
      return (
        decodeURIComponent(c.req.header(name) ?? "")
          .trim()
          .slice(0, 200) || null
      );
    } catch {
      return null;
    }
  };
  const match = /^"[^"]*-(E\d+|0)"$/.exec(c.req.header("if-match") ?? "")?.[1];
  return {
    by: said("hearsay-by") ?? by,
    why: said("hearsay-why"),
    ...(match === undefined ? {} : { replaces: match === "0" ? null : match }),
  };
}
