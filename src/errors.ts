/** Every error code of Hearsay with what went wrong in general; messages name the file and the remedy. */
export const ERROR_CODES = {
  "file-missing": "A named file or folder does not exist.",
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
