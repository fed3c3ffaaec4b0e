/** A column of integers that grows as it is filled. */
export class Growing {
  values = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  /** The filled part, as its own array. */
  done(): Int32Array {
    return this.values.slice(0, this.length);
  }
}
