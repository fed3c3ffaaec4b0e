/** The longest report that is read at once, in UTF-16 code units: a thousand book pages. */
export const LONGEST_REPORT = 2_000_000;

/** The largest file that holds one report, in bytes. JSONL files may be of any size. */
export const LARGEST_FILE = 16_000_000;

/** The longest line of a JSONL file, in bytes. */
export const LONGEST_LINE = 16_000_000;

/**
 * Pages nested deeper, in more pieces (tags, texts, entities), or with more attributes in one tag go to the plain
 * extractor, which is linear and has no stack; the parsers take quadratic time there.
 */
export const DEEPEST_PAGE = 300;
export const MOST_PIECES = 200_000;
export const MOST_ATTRIBUTES = 500;
