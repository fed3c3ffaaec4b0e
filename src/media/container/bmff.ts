import { type Box, boxes } from "./bmff-boxes.ts";
import { readItems } from "./bmff-items.ts";
import { type Movie, movieBox } from "./bmff-movie.ts";
import { addLimit, addNote, type Draft } from "./part.ts";
import { type ByteSource, buffered } from "./source.ts";
import { latin1 } from "./text.ts";

const DEEPEST = 12;
const MOST_BOXES = 20_000;
const HOLDERS = new Set(["moov", "trak", "mdia", "udta", "ilst", "minf", "dinf"]);

/**
 * Reads ISO base media files: MP4, MOV, M4A, HEIC and their kin (ISO/IEC 14496-12, QuickTime File Format).
 * Declared sizes are never trusted: a box ends at the latest where its holder does.
 */
export function readBmff(whole: ByteSource, into: Draft): void {
  const source = buffered(whole);
  const movie: Movie = { track: 0, keys: [], handler: "", dated: false };
  let count = 0;
  let index = false;
  let cut: Box | null = null;
  let media = false;
  let last = 0;
  const walk = (from: number, to: number, depth: number, path: string): void => {
    for (const box of boxes(source, from, to)) {
      if (++count > MOST_BOXES) {
        addLimit(into, `only the first ${MOST_BOXES} boxes are read`);
        return;
      }
      if (depth === 0) last = box.end;
      if (box.claims > box.end - box.start && !cut) cut = box;
      if (box.type === "mdat" || box.type === "moof") media = true;
      if (box.type === "moov" || box.type === "meta") index = true;
      if (depth > DEEPEST) {
        addLimit(into, `boxes are nested more than ${DEEPEST} deep: what lies deeper is left out`);
        return;
      }
      const name = path === "" ? box.type : `${path}/${box.type}`;
      if (box.type === "trak") movie.track++;
      if (HOLDERS.has(box.type))
        walk(box.at, box.end, depth + 1, box.type === "trak" ? `${path}/trak ${movie.track}` : name);
      else if (box.type === "meta") {
        const bare = latin1(source.read(box.at + 4, 4)) === "hdlr";
        movie.keys = [];
        if (depth === 0) readItems(source, box.at + 4, box.end, into);
        walk(bare ? box.at : box.at + 4, box.end, depth + 1, name);
      } else movieBox(source, box, path, movie, into);
    }
  };
  walk(0, source.size, 0, "");
  const torn = cut as Box | null;
  if (torn)
    addNote(
      into,
      `box '${safe(torn.type)}' at byte ${into.start + torn.start} claims ${torn.claims > Number.MAX_SAFE_INTEGER ? "more than 2^53" : torn.claims} bytes, the file has ${torn.end - torn.start} of them`,
    );
  else if (!into.capped && last < source.size && source.size - last > 0)
    addNote(into, `${source.size - last} bytes behind the last box (byte ${into.start + last}) are no box`);
  if (!movie.dated && into.clocks.length === 0 && (torn || (media && !index)))
    into.broken = torn
      ? `the file is cut off or its sizes are wrong: ${into.notes[into.notes.length - 1]}`
      : "the file is cut off: the index with its clocks (moov) is not there";
}

const safe = (type: string): string => type.replace(/[^\x20-\x7e]/g, "?");
