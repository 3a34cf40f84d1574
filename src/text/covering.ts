import { merged, type Span } from './span.ts'

/** Answers whether an offset lies in any of the spans, which may overlap and stand in any order; a span's end is outside. */
export function covering(spans: readonly Span[]): (offset: number) => boolean {
  const covered = merged(spans)
  return offset => {
    let low = 0
    let high = covered.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (covered[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low < covered.length && covered[low]!.start <= offset
  }
}
