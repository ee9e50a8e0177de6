// A search in ascending numbers: which stretch an offset lies in.

/** The index of the last number that is not greater than `value`; -1 when all are. Numbers ascend. */
export function last(numbers: ArrayLike<number>, value: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
