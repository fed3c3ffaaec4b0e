/** Every error code of Hearsay with what went wrong in general; messages name the file and the remedy. */
export const ERROR_CODES = {
  "file-missing": "A named file or folder does not exist.",
  "file-unreadable": "A file or folder exists and cannot be read: permissions, a broken disk, a locked file.",
  "folder-empty": "A folder holds no file that Hearsay reads.",
  "input-missing": "No file was named and nothing comes through a pipe.",
  "report-empty": "A file is empty or holds nothing but white space.",
  "report-binary": "A file is no text: a picture, an archive, a program.",
  "report-too-long": "A report, or one line of a JSONL file, is longer than Hearsay reads at once.",
  "page-without-text": "A page was parsed and no article text was found in it.",
  "document-broken": "A PDF or Word document is damaged, locked, or something else.",
  "document-too-large": "A Word document unfolds to more than a document can hold (a zip bomb).",
  "document-without-text": "A PDF has no text layer, or a file of subtitles no cues.",
  "feed-broken": "A feed is neither RSS nor Atom, or is damaged.",
  "export-broken": "A chat export is no whole JSON, or holds no chat.",
  "line-broken": "A line of a JSONL file is no JSON object with a text; the other lines are read.",
  "date-malformed": "A date is not written as ISO 8601: 2031-05-12, or 2031-05-12T09:30:00Z.",
  "address-refused": "An address is not fetched: not http or https, or on this machine or a private network.",
  "fetch-failed": "A page could not be fetched: no server, no answer in time, a bad answer.",
  "fetch-too-large": "A page is larger than is fetched, as it comes or unpacked.",
  "folder-missing": "The folder that a file should be written to does not exist.",
  "investigation-missing": "There is no investigation at the named place.",
  "investigation-foreign": "A file is there, and it is no investigation.",
  "investigation-newer": "The investigation was written by a newer Hearsay.",
  "investigation-damaged": "The investigation's file is damaged.",
  "investigation-locked": "Another program holds the investigation for too long.",
  "investigation-read-only": "The investigation's file or its folder cannot be written.",
  "disk-full": "There is no room left where the investigation is kept.",
  "id-unknown": "No report, statement, person or decision has this ID.",
  "entry-stale": "Somebody else changed the statement in between.",
  "words-missing": "The selected words do not stand in the report.",
  "words-ambiguous": "The selected words stand in the report more than once.",
  "change-empty": "A change says nothing that would change anything.",
  "change-impossible": "A change cannot be made: nothing to undo, a person merged into itself, an unknown name.",
  "row-withheld": "A statement is confidential or under embargo, and an export would show it.",
  "remove-unconfirmed": "A removal was asked for without --yes; it cannot be undone.",
  "sheet-broken": "A sheet cannot be read, has no headings, or holds a word its column does not know.",
  "stamp-refused": "A time-stamp is not over this investigation, not signed as it should be, or was not granted.",
  "fingerprint-malformed": "What was given as a fingerprint is none.",
  "statement-missing": "No report that was read has a statement of this id.",
  "output-unwritable": "The output file cannot be written, or is one of the files to be read.",
  "address-taken": "The page cannot be served at the named address and port.",
  "page-missing": "The page of the workbench was not built.",
  "check-failed": "A media check broke off before its end.",
  "weights-missing": "The files with the learned weights cannot be read: the installation is broken.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** The one error that bad input and failed operations throw. `message` and `remedy` are written for people. */
export class HearsayError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;

  constructor(code: ErrorCode, message: string, remedy: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "HearsayError";
    this.code = code;
    this.remedy = remedy;
  }
}
