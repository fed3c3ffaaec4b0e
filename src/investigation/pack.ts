import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Reading } from "../model/reading.ts";
import type { Report } from "../model/report.ts";
import { sha256 } from "./canonical.ts";

/** Bytes as they are kept: by their hash, compressed. */
export interface Packed {
  readonly sha256: string;
  readonly length: number;
  readonly bytes: Buffer;
}

export const pack = (bytes: Uint8Array): Packed => ({
  sha256: sha256(bytes),
  length: bytes.length,
  bytes: deflateRawSync(bytes),
});

export const unpack = (bytes: Uint8Array): Buffer => inflateRawSync(bytes);

/** A text as bytes: UTF-8, or UTF-16 where half a character would be lost. */
export function textBytes(text: string): { encoding: "utf8" | "utf16le"; bytes: Buffer } {
  const utf8 = Buffer.from(text, "utf8");
  if (utf8.toString("utf8") === text) return { encoding: "utf8", bytes: utf8 };
  return { encoding: "utf16le", bytes: Buffer.from(text, "utf16le") };
}

/** A reading without what the text already says: every `text` that its span slices to becomes 0. */
export function packReading(reading: Reading): Buffer {
  const { text } = reading.report;
  const { report: _, ...rest } = reading;
  return Buffer.from(
    JSON.stringify(rest, function (this: unknown, key, value) {
      const span = this as { start?: unknown; end?: unknown };
      return key === "text" && typeof span.start === "number" && text.slice(span.start, span.end as number) === value
        ? 0
        : value;
    }),
  );
}

/** The reading again, byte for byte in its JSON. */
export function unpackReading(bytes: Uint8Array, report: Report): Reading {
  const { id, ...rest } = JSON.parse(Buffer.from(bytes).toString(), function (this: unknown, key, value) {
    const span = this as { start: number; end: number };
    return key === "text" && value === 0 ? report.text.slice(span.start, span.end) : value;
  });
  return { id, report, ...rest };
}

/** Which rules and weights made a reading; another name means it should be read again. */
export const engineOf = (reading: Pick<Reading, "version" | "weights">): string =>
  `${reading.version} ${sha256(reading.weights.join(" ")).slice(0, 16)}`;
