/** A CSV file as rows of cells: RFC 4180, with the separator told from the first line (comma, semicolon or tab). */
export function parseCsv(text: string): string[][] {
  const body = text.replace(/^\ufeff/, "");
  const first = body
    .slice(0, 4096)
    .split(/\r?\n/, 1)[0]!
    .replace(/"[^"]*"/g, "");
  const separator = [",", ";", "\t"].reduce((a, b) => (count(first, b) > count(first, a) ? b : a));
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= body.length; ) {
    let cell = "";
    if (body[at] === '"') {
      for (at++; at < body.length; ) {
        const end = body.indexOf('"', at);
        const stop = end < 0 ? body.length : end;
        cell += body.slice(at, stop);
        at = stop + 1;
        if (body[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    const rest = nextBreak(body, at, separator);
    cell += body.slice(at, rest);
    row.push(cell);
    at = rest;
    if (body[at] === separator) at++;
    else {
      if (row.some((c) => c !== "")) rows.push(row);
      row = [];
      if (at >= body.length) break;
      at += body[at] === "\r" && body[at + 1] === "\n" ? 2 : 1;
    }
  }
  return rows;
}

const count = (text: string, what: string) => text.split(what).length - 1;

function nextBreak(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}
