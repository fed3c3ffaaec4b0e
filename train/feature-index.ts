/** Counts hashed features and numbers those seen often enough. Open addressing over typed arrays: a Map ends at 16 million. */
export class FeatureIndex {
  private keys: Int32Array;
  private counts: Int32Array;
  private ids: Int32Array;
  private size = 0;
  /** How many features have a number. */
  numbered = 0;

  constructor(bits = 22) {
    this.keys = new Int32Array(1 << bits);
    this.counts = new Int32Array(1 << bits);
    this.ids = new Int32Array(0);
  }

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    let at = (key ^ (key >>> 15)) & mask;
    while (this.counts[at] !== 0 && this.keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  count(key: number): void {
    const at = this.slot(key);
    if (this.counts[at]!++ === 0) {
      this.keys[at] = key;
      if (++this.size * 3 > this.keys.length * 2) this.grow();
    }
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.counts = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      if (counts[i] === 0) continue;
      const at = this.slot(keys[i]!);
      this.keys[at] = keys[i]!;
      this.counts[at] = counts[i]!;
    }
  }

  /** Gives numbers 0… to features counted at least `least` times. */
  number(least: number): void {
    this.ids = new Int32Array(this.keys.length).fill(-1);
    for (let i = 0; i < this.keys.length; i++) if (this.counts[i]! >= least) this.ids[i] = this.numbered++;
  }

  /** The number of a feature, or -1. */
  id(key: number): number {
    const at = this.slot(key);
    return this.counts[at] === 0 ? -1 : this.ids[at]!;
  }

  /** Number → key. */
  keysByNumber(): Int32Array {
    const keys = new Int32Array(this.numbered);
    for (let i = 0; i < this.keys.length; i++) if (this.ids[i]! >= 0) keys[this.ids[i]!] = this.keys[i]!;
    return keys;
  }
}
