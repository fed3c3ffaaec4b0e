/** What was asked for, in FTS5's own language; null when no word is in it. Nothing typed is ever taken for syntax but "", *, - and OR. */
export function matchOf(asked: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  let or = false;
  for (const [, minus, phrase, word] of asked.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/gu)) {
    const text = phrase ?? word ?? "";
    if (phrase === undefined && text === "OR" && wanted.length > 0) {
      or = true;
      continue;
    }
    const bare = text.replace(/\*+$/, "");
    if (!/[\p{L}\p{N}]/u.test(bare)) continue;
    const term = `"${bare.replaceAll('"', '""').replaceAll("\0", " ")}"${text.endsWith("*") ? " *" : ""}`;
    if (minus) unwanted.push(term);
    else if (or) wanted.push(`(${wanted.pop()} OR ${term})`);
    else wanted.push(term);
    or = false;
  }
  if (wanted.length === 0) return null;
  const all = wanted.join(" AND ");
  return unwanted.length > 0 ? `(${all}) NOT (${unwanted.join(" OR ")})` : all;
}
