import type { MediaPart } from "../../model/media.ts";
import { readBmff } from "./bmff.ts";
import { readTiffStructure } from "./exif.ts";
import { readIptc } from "./iptc.ts";
import { movieBehind, readJpeg } from "./jpeg.ts";
import { readMatroska } from "./matroska.ts";
import { addNote, type Draft, draft, finished } from "./part.ts";
import { readPdf } from "./pdf.ts";
import { readPng } from "./png.ts";
import { readRiff } from "./riff.ts";
import { type ByteSource, indexOfBytes, stretch, u32 } from "./source.ts";
import { latin1 } from "./text.ts";

/** IPTC application records begin with their version (IIM 4.2 §2:00); photo archives put them behind a picture, too. */
const IPTC_RECORD = Uint8Array.of(0x1c, 2, 0, 0, 2);
const TRAILER = 1 << 16;

/** The formats our own readers know. */
export type Kind = "JPEG" | "PNG" | "TIFF" | "MP4" | "MOV" | "HEIF" | "Matroska" | "PDF" | "RIFF";

/** Tells the format by the first bytes, never by the name; null when it is none of ours. */
export function kindOf(source: ByteSource): Kind | null {
  const head = source.read(0, 32);
  const text = latin1(head);
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "JPEG";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "PNG";
  if (/^(II[*U]\0|MM\0[*U]|II(RO|RS))/.test(text)) return "TIFF";
  if (text.startsWith("\x1a\x45\xdf\xa3")) return "Matroska";
  if (/^(RIFF|RF64)/.test(text)) return "RIFF";
  if (/%PDF-\d/.test(latin1(source.read(0, 1024)))) return "PDF";
  if (head.length >= 8 && /^(ftyp|moov|mdat|free|skip|wide|pnot|styp|uuid)$/.test(text.slice(4, 8))) {
    const size = u32(head, 0);
    if (size >= 8 || size <= 1) {
      const brands = text.slice(8, Math.min(32, Math.max(12, size)));
      return /heic|heix|heim|heis|hevc|mif1|msf1|avif/.test(brands.slice(0, 4))
        ? "HEIF"
        : /^qt|^\0|^$/.test(brands) || !text.startsWith("ftyp", 4)
          ? "MOV"
          : "MP4";
    }
  }
  return null;
}

/**
 * Reads every clock our own readers find, in one part for the file and one for each file behind its end.
 * Empty when the format is not ours. Never throws; time and memory are bounded whatever the bytes say.
 */
export function readContainers(source: ByteSource): MediaPart[] {
  const kind = kindOf(source);
  if (!kind) return [];
  const first = draft(kind, 0);
  const parts: Draft[] = [first];
  const end = readOne(kind, source, first);
  if (end < source.size && (kind === "JPEG" || kind === "PNG")) {
    const behind = movieBehind(source, end);
    if (behind >= 0) {
      const rest = stretch(source, behind, source.size - behind);
      const second = draft(kindOf(rest) ?? "MP4", behind);
      readOne("MP4", rest, second);
      parts.push(second);
      addNote(first, `another file stands behind the end of the picture, at byte ${behind}: it is read on its own`);
    } else {
      const rest = source.read(end, TRAILER);
      const iptc = indexOfBytes(rest, IPTC_RECORD);
      if (iptc >= 0) readIptc(rest.subarray(iptc), end + iptc, first);
      addNote(first, `${source.size - end} bytes stand behind the end of the picture (byte ${end})`);
    }
  }
  return parts.map(finished);
}

/** Reads one file; answers where it ends, as far as the format tells. */
function readOne(kind: Kind, source: ByteSource, into: Draft): number {
  if (kind === "JPEG") return readJpeg(source, into);
  if (kind === "PNG") return readPng(source, into);
  if (kind === "TIFF") readTiffStructure(source, into.start, into);
  else if (kind === "Matroska") readMatroska(source, into);
  else if (kind === "PDF") readPdf(source, into);
  else if (kind === "RIFF") readRiff(source, into);
  else readBmff(source, into);
  return source.size;
}
