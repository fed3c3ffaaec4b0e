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
  "line-broken": "A line of a JSONL file is no JSON object with a text; the other lines are read.",
  "date-malformed": "A date is not written as ISO 8601: 2031-05-12, or 2031-05-12T09:30:00Z.",
  "statement-missing": "No report that was read has a statement of this id.",
  "output-unwritable": "The output file cannot be written, or is one of the files to be read.",
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
