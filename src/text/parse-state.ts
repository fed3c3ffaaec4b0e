/**
 * The state of an arc-hybrid parser over one sentence of n words. Words are 1..n, 0 is nothing, n + 1 is the root,
 * which stands at the end of the buffer. Arrays are reused between sentences.
 * Kuhlmann, Gómez-Rodríguez & Satta 2011; Goldberg & Nivre 2013.
 */
export class ParseState {
  n = 0;
  /** Index of the first word of the buffer. */
  b = 1;
  /** The stack is `stack[0 .. sp - 1]`. */
  sp = 0;
  stack = new Int32Array(0);
  heads = new Int32Array(0);
  labels = new Uint8Array(0);
  /** First and second child on either side, counted from the outside in. */
  left1 = new Int32Array(0);
  left2 = new Int32Array(0);
  right1 = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Uint8Array(0);
  rightCount = new Uint8Array(0);

  reset(n: number): void {
    if (this.stack.length < n + 2) {
      const size = Math.max(256, 2 * (n + 2));
      this.stack = new Int32Array(size);
      this.heads = new Int32Array(size);
      this.labels = new Uint8Array(size);
      this.left1 = new Int32Array(size);
      this.left2 = new Int32Array(size);
      this.right1 = new Int32Array(size);
      this.right2 = new Int32Array(size);
      this.leftCount = new Uint8Array(size);
      this.rightCount = new Uint8Array(size);
    }
    this.n = n;
    this.b = 1;
    this.sp = 0;
    for (const column of [this.heads, this.left1, this.left2, this.right1, this.right2]) column.fill(0, 0, n + 2);
    for (const column of [this.labels, this.leftCount, this.rightCount]) column.fill(0, 0, n + 2);
  }

  get done(): boolean {
    return this.b > this.n && this.sp === 0;
  }

  get mayShift(): boolean {
    return this.b <= this.n;
  }

  /** The root takes one word only: the last one on the stack. */
  get mayLeft(): boolean {
    return this.sp > 0 && (this.b <= this.n || this.sp === 1);
  }

  get mayRight(): boolean {
    return this.sp > 1;
  }

  shift(): void {
    this.stack[this.sp++] = this.b++;
  }

  /** The front of the buffer takes the top of the stack. */
  left(label: number): void {
    const child = this.stack[--this.sp]!;
    const head = this.b;
    this.heads[child] = head;
    this.labels[child] = label;
    this.left2[head] = this.left1[head]!;
    this.left1[head] = child;
    if (this.leftCount[head]! < 255) this.leftCount[head]!++;
  }

  /** The second of the stack takes the top. */
  right(label: number): void {
    const child = this.stack[--this.sp]!;
    const head = this.stack[this.sp - 1]!;
    this.heads[child] = head;
    this.labels[child] = label;
    this.right2[head] = this.right1[head]!;
    this.right1[head] = child;
    if (this.rightCount[head]! < 255) this.rightCount[head]!++;
  }
}
