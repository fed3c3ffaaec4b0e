/** Prepares a text for turning UTF-16 offsets into code points, as W3C selectors count; each look-up takes logarithmic time. */
export function codePoints(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) {
    if (text.codePointAt(i)! > 0xffff) {
      pairs.push(i);
      i++;
    }
  }
  return (offset) => {
    let low = 0;
    for (let high = pairs.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}
