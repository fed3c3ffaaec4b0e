/** Where an offset is in a text, as an editor shows it: line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Prepares a text for many look-ups; each then takes the logarithm of its number of lines. */
export function places(text: string): (offset: number) => Place {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}
