/** An averaged perceptron over hashed features whose rows hold only the classes they were updated for. */
export class Perceptron {
  readonly classes: number;
  private mask = (1 << 18) - 1;
  private keys = new Int32Array(1 << 18);
  private rowOf = new Int32Array(1 << 18);
  private features = 0;
  private rowStart = new Int32Array(1 << 17);
  private rowCount = new Uint8Array(1 << 17);
  private rowRoom = new Uint8Array(1 << 17);
  private used = 0;
  private entryClass = new Uint8Array(1 << 20);
  private entryWeight = new Float32Array(1 << 20);
  private entrySum = new Float64Array(1 << 20);
  /** Updates of each feature, up to 255. */
  private rowUpdates = new Uint8Array(1 << 17);
  private readonly least: number;
  /** Examples seen so far. */
  clock = 1;

  /** A feature speaks only after `least` updates (Goldberg & Elhadad 2011): rare ones cost room and gain nothing. */
  constructor(classes: number, least = 0) {
    this.classes = classes;
    this.least = least;
  }

  private row(key: number): number {
    let slot = key & this.mask;
    for (;;) {
      const found = this.keys[slot]!;
      if (found === key) return this.rowOf[slot]!;
      if (found === 0) return -1;
      slot = (slot + 1) & this.mask;
    }
  }

  private ensure(key: number): number {
    const known = this.row(key);
    if (known >= 0) return known;
    if (this.features * 2 > this.mask) this.widen();
    const id = this.features++;
    if (id === this.rowStart.length) {
      this.rowStart = grown(this.rowStart);
      this.rowCount = grown(this.rowCount);
      this.rowRoom = grown(this.rowRoom);
      this.rowUpdates = grown(this.rowUpdates);
    }
    this.place(key, id);
    this.rowStart[id] = this.room(2);
    this.rowRoom[id] = 2;
    return id;
  }

  private place(key: number, id: number): void {
    let slot = key & this.mask;
    while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.rowOf[slot] = id;
  }

  private widen(): void {
    const { keys, rowOf } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.rowOf = new Int32Array(keys.length * 2);
    this.mask = this.keys.length - 1;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) this.place(keys[i]!, rowOf[i]!);
  }

  private room(size: number): number {
    while (this.used + size > this.entryClass.length) {
      this.entryClass = grown(this.entryClass);
      this.entryWeight = grown(this.entryWeight);
      this.entrySum = grown(this.entrySum);
    }
    const start = this.used;
    this.used += size;
    return start;
  }

  /** Adds up the weights of `count` features into `scores`. */
  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0, 0, this.classes);
    for (let f = 0; f < count; f++) {
      const id = this.row(features[f]!);
      if (id < 0 || this.rowUpdates[id]! < this.least) continue;
      const start = this.rowStart[id]!;
      const end = start + this.rowCount[id]!;
      for (let e = start; e < end; e++) scores[this.entryClass[e]!]! += this.entryWeight[e]!;
    }
  }

  /** Moves every feature's weight for one class by `delta`. */
  update(features: Int32Array, count: number, target: number, delta: number): void {
    for (let f = 0; f < count; f++) this.add(features[f]!, target, delta, delta * this.clock);
  }

  /** Adds to one weight and to its sum over time. */
  add(key: number, target: number, delta: number, sum: number): void {
    if (key === 0) return;
    const id = this.ensure(key);
    if (delta > 0 && this.rowUpdates[id]! < 255) this.rowUpdates[id]!++;
    const start = this.rowStart[id]!;
    const count = this.rowCount[id]!;
    let e = start;
    while (e < start + count && this.entryClass[e] !== target) e++;
    if (e === start + count) {
      if (count === this.rowRoom[id]) {
        const wider = Math.min(255, count * 2);
        const moved = this.room(wider);
        this.entryClass.copyWithin(moved, start, start + count);
        this.entryWeight.copyWithin(moved, start, start + count);
        this.entrySum.copyWithin(moved, start, start + count);
        this.rowStart[id] = moved;
        this.rowRoom[id] = wider;
        e = moved + count;
      }
      this.entryClass[e] = target;
      this.entryWeight[e] = 0;
      this.entrySum[e] = 0;
      this.rowCount[id] = count + 1;
    }
    this.entryWeight[e]! += delta;
    this.entrySum[e]! += sum;
  }

  /** Every averaged weight that is not 0. */
  *averaged(): Generator<readonly [key: number, target: number, weight: number]> {
    for (let slot = 0; slot < this.keys.length; slot++) {
      const key = this.keys[slot]!;
      if (key === 0) continue;
      const id = this.rowOf[slot]!;
      if (this.rowUpdates[id]! < this.least) continue;
      const start = this.rowStart[id]!;
      for (let e = start; e < start + this.rowCount[id]!; e++) {
        const weight = this.entryWeight[e]! - this.entrySum[e]! / this.clock;
        if (weight !== 0) yield [key, this.entryClass[e]!, weight];
      }
    }
  }
}

function grown<T extends Int32Array | Uint8Array | Float32Array | Float64Array>(column: T): T {
  const wider = new (column.constructor as new (n: number) => T)(column.length * 2);
  wider.set(column as never);
  return wider;
}
