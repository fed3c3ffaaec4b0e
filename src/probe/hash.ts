import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** SHA-256 of an open file, read as a stream; the descriptor stays open. */
export async function sha256Of(fd: number): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream("", { fd, start: 0, autoClose: false, highWaterMark: 1 << 20 });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
