import type { ClockRole } from "../../model/media.ts";
import { addClock, addHint, addNote, type Draft } from "./part.ts";
import { openPdf } from "./pdf-file.ts";
import { isRef, type PdfValue } from "./pdf-syntax.ts";
import { type ByteSource, buffered } from "./source.ts";
import { utf8, utf16 } from "./text.ts";
import { readXmp } from "./xmp.ts";

const INFO: Record<string, { tag: string; role: ClockRole; meaning: string }> = {
  CreationDate: { tag: "PDF:CreateDate", role: "written", meaning: "when the document was made" },
  ModDate: { tag: "PDF:ModifyDate", role: "edited", meaning: "when the document was last saved" },
};

/** Reads a PDF's information dictionary and its XMP (ISO 32000-2 §14.3). */
export function readPdf(whole: ByteSource, into: Draft): void {
  const pdf = openPdf(buffered(whole), into);
  const info = pdf.resolve(pdf.trailer.Info);
  const sealed = pdf.trailer.Encrypt !== undefined;
  if (sealed) addNote(into, "the document is encrypted: its own dates cannot be read here");
  if (info && info.kind === "dictionary")
    for (const [name, item] of Object.entries(info.entries)) {
      const value = isRef(item) ? pdf.resolve(item) : item;
      if (value?.kind !== "string" || sealed) continue;
      const text = decode(value.bytes);
      const known = INFO[name];
      const place = into.start + (value.at >= 0 ? value.at : info.at);
      if (name === "Producer" || name === "Creator") addHint(into, "software", text, `PDF Info ${name}`, place);
      if (known || /^D:\d{4}/.test(text))
        addClock(into, {
          field: `PDF Info ${name.replace(/[^\x20-\x7e]/g, "?")}`,
          raw: text,
          offset: place,
          ...(known ?? {
            tag: null,
            role: "typed by a person" as const,
            meaning: "a date in a field whose use is free",
          }),
        });
    }
  const root = pdf.resolve(pdf.trailer.Root);
  const metadata: PdfValue | null = root && root.kind === "dictionary" ? pdf.resolve(root.entries.Metadata) : null;
  const xmp = metadata && metadata.kind === "dictionary" ? pdf.stream(metadata) : null;
  if (xmp && !(sealed && !/^<|^\xef\xbb\xbf</.test(String.fromCharCode(...xmp.bytes.subarray(0, 4)))))
    readXmp(xmp.bytes, xmp.at === null ? null : into.start + xmp.at, into);
  if (!info && !root) into.broken = "the file is cut off or damaged: its document catalogue is not there";
}

/** PDF text strings are UTF-16 or UTF-8 with a mark, else one byte a character. */
function decode(b: Uint8Array): string {
  if (b[0] === 0xfe && b[1] === 0xff) return utf16(b.subarray(2), false);
  if (b[0] === 0xff && b[1] === 0xfe) return utf16(b.subarray(2), true);
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return utf8(b.subarray(3));
  return utf8(b);
}
