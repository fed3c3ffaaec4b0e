import { Tokenizer } from "htmlparser2";

/** What is never running text. */
const SILENT = new Set(
  "script style template noscript svg math head iframe object select textarea button title".split(" "),
);
/** What surrounds an article on a page rather than belonging to it. */
const AROUND = new Set("nav footer aside form dialog".split(" "));
const BLOCK = new Set(
  "address article blockquote body caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Elements whose end tag may be left out; unclosed ones do not nest. */
const LOOSE = new Set("p li dt dd tr td th option optgroup thead tbody tfoot body html colgroup".split(" "));

/** How deep a page is nested, how many tags, texts and entities it has, and the most attributes of any tag. */
export interface Size {
  readonly depth: number;
  readonly pieces: number;
  readonly attributes: number;
}

const nothing = () => {};
const SILENCE = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};

/** Measures a page in one pass and constant space, without building a tree. */
export function measure(html: string): Size {
  let depth = 0;
  let deepest = 0;
  let pieces = 0;
  let attributes = 0;
  let most = 0;
  const nests = (start: number, end: number) => {
    const name = html.slice(start, end).toLowerCase();
    return !VOID.has(name) && !LOOSE.has(name);
  };
  const piece = () => {
    pieces++;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...SILENCE,
      ontext: piece,
      ontextentity: piece,
      oncomment: piece,
      onopentagname: (start, end) => {
        pieces++;
        attributes = 0;
        if (nests(start, end)) deepest = Math.max(deepest, ++depth);
      },
      onattribname: () => {
        most = Math.max(most, ++attributes);
      },
      onclosetag: (start, end) => {
        if (nests(start, end)) depth = Math.max(0, depth - 1);
      },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { depth: deepest, pieces, attributes: most };
}

/**
 * The running text of HTML: paragraphs apart by a blank line, `<br>` as a line break, other white space closed up.
 * Linear, and without a stack, so that no nesting overflows it. `around` keeps navigation, asides and forms.
 */
export function words(html: string, around = false): string {
  const paragraphs: string[] = [];
  let current: string[] = [];
  let muted = "";
  let mutedDepth = 0;
  const flush = () => {
    const text = current
      .join("")
      .replace(/[ \t\r\f\n]+/g, " ")
      .replace(/ ?\v ?/g, "\n")
      .trim();
    current = [];
    for (const part of text.split(/\n{2,}/)) if (part.trim()) paragraphs.push(part.trim());
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ...SILENCE,
      onopentagname: (start, end) => {
        const name = html.slice(start, end).toLowerCase();
        if (muted) {
          if (name === muted) mutedDepth++;
        } else if (SILENT.has(name) || (!around && AROUND.has(name))) {
          muted = name;
          mutedDepth = 1;
        } else if (name === "br") current.push("\v");
        else if (BLOCK.has(name)) flush();
      },
      onselfclosingtag: () => {
        if (muted === "svg" || muted === "math") unmute();
      },
      onclosetag: (start, end) => {
        const name = html.slice(start, end).toLowerCase();
        if (muted) {
          if (name === muted) unmute();
        } else if (BLOCK.has(name)) flush();
      },
      ontext: (start, end) => {
        if (!muted) current.push(html.slice(start, end).replaceAll("\v", " "));
      },
      ontextentity: (codepoint) => {
        if (!muted) current.push(String.fromCodePoint(codepoint));
      },
    },
  );
  const unmute = () => {
    if (--mutedDepth <= 0) muted = "";
  };
  tokenizer.write(html);
  tokenizer.end();
  flush();
  return paragraphs.join("\n\n");
}
