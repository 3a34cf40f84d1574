/** The index of the last of ascending numbers that is not above `value`; 0 when the first one is. */
export function lastUpTo(sorted: readonly number[], value: number, highest = sorted.length - 1): number {
  let low = 0
  let high = highest
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
