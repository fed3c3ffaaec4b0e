import { Perceptron } from "./perceptron.ts";

/** Writes what src/text/bytes.ts reads. */
export class Writer {
  private buffer = new Uint8Array(1 << 16);
  private length = 0;

  byte(value: number): void {
    if (this.length === this.buffer.length) {
      const wider = new Uint8Array(this.length * 2);
      wider.set(this.buffer);
      this.buffer = wider;
    }
    this.buffer[this.length++] = value;
  }

  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  raw(bytes: ArrayLike<number>): void {
    for (let i = 0; i < bytes.length; i++) this.byte(bytes[i]! & 255);
  }

  done(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }
}

/** Adds several trained models up into one. */
export function summed(models: readonly Perceptron[]): Perceptron {
  const total = new Perceptron(models[0]!.classes);
  for (const model of models) for (const [key, target, weight] of model.averaged()) total.add(key, target, weight, 0);
  return total;
}

/** What a feature takes in the file besides its weights: a difference of hashes and a length. */
const FEATURE_BYTES = 4;

/** A model with whole-number weights: the row of each feature as pairs of class and weight. */
export interface Quantized {
  readonly classes: number;
  readonly rows: Map<number, number[]>;
  readonly entries: number;
}

/**
 * Rounds weights to int8 with `steps` steps a standard deviation; those that round to 0 vanish, and then the
 * features that say least, until the table fits into `room` bytes.
 */
export function quantize(model: Perceptron, steps: number, room = Number.POSITIVE_INFINITY): Quantized {
  let squares = 0;
  let count = 0;
  for (const [, , weight] of model.averaged()) {
    squares += weight * weight;
    count++;
  }
  // Six digits, so that the order of summing cannot show in the weights.
  const scale = Number((steps / Math.sqrt(squares / count)).toPrecision(6));
  const rows = new Map<number, number[]>();
  let entries = 0;
  for (const [key, target, weight] of model.averaged()) {
    const whole = Math.max(-127, Math.min(127, Math.round(weight * scale)));
    if (whole === 0) continue;
    const row = rows.get(key);
    if (row) row.push(target, whole);
    else rows.set(key, [target, whole]);
    entries++;
  }
  const bytes = (row: readonly number[]) => FEATURE_BYTES + row.length;
  let size = 0;
  for (const row of rows.values()) size += bytes(row);
  if (size > room) {
    const said = (row: readonly number[]) =>
      row.reduce((sum, value, i) => (i % 2 === 0 ? sum : sum + Math.abs(value)), 0);
    const quiet = [...rows]
      .map(([key, row]) => [key, said(row) / bytes(row)] as const)
      .sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    for (const [key] of quiet) {
      if (size <= room) break;
      const row = rows.get(key)!;
      size -= bytes(row);
      entries -= row.length / 2;
      rows.delete(key);
    }
  }
  return { classes: model.classes, rows, entries };
}

/** Writes a table as `decodeLinear` of src/text/linear.ts reads it. */
export function encodeLinear(writer: Writer, model: Quantized): void {
  const keys = [...model.rows.keys()].sort((a, b) => (a >>> 0) - (b >>> 0));
  writer.varint(model.classes);
  writer.varint(keys.length);
  writer.varint(model.entries);
  let last = 0;
  for (const key of keys) {
    writer.varint((key >>> 0) - last);
    last = key >>> 0;
    writer.byte(model.rows.get(key)!.length / 2);
  }
  const sorted = keys.map((key) => {
    const row = model.rows.get(key)!;
    const pairs = Array.from({ length: row.length / 2 }, (_, i) => [row[2 * i]!, row[2 * i + 1]!] as const);
    return pairs.sort((a, b) => a[0] - b[0]);
  });
  for (const row of sorted) for (const [target] of row) writer.byte(target);
  for (const row of sorted) for (const [, weight] of row) writer.byte(weight & 255);
}
