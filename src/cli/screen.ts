import picocolors from "picocolors";
import type { Screen, Style } from "../format/writer.ts";

/** The terminal's width and colours; a file or pipe gets 100 columns and none. */
export function screen(toTerminal: boolean): Screen {
  // NO_COLOR and FORCE_COLOR are picocolors' to know; a terminal is needed besides.
  const c = picocolors.createColors(picocolors.isColorSupported && (toTerminal || Boolean(process.env.FORCE_COLOR)));
  const styles: Record<Style, (words: string) => string> = { title: c.bold, who: c.bold, cue: c.cyan, quiet: c.dim };
  return { width: (toTerminal && process.stdout.columns) || 100, style: (name, words) => styles[name](words) };
}
