import { type ByteSource, u32, u64 } from "./source.ts";
import { latin1 } from "./text.ts";

/** A box (ISO/IEC 14496-12 §4.2): `at` its content, `end` where it or its holder ends. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly at: number;
  readonly end: number;
  /** The size it claims; more than `end - start` when it is cut off. */
  readonly claims: number;
}

/** The boxes between two places, until something there is none. */
export function* boxes(source: ByteSource, from: number, to: number): Generator<Box> {
  for (let start = from; start + 8 <= to; ) {
    const head = source.read(start, 16);
    if (head.length < 8) return;
    const small = u32(head, 0);
    const type = latin1(head.subarray(4, 8));
    let claims = small === 0 ? to - start : small;
    let at = start + 8;
    if (small === 1) {
      if (head.length < 16) return;
      claims = u64(head, 8);
      at = start + 16;
    }
    if (claims < at - start || type === "\0\0\0\0") return;
    const end = Math.min(start + claims, to);
    yield { type, start, at, end, claims };
    start = end;
  }
}
