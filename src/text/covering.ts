import { byPosition, type Span } from './span.ts'

/** Answers whether an offset lies in any of the spans, which may overlap and stand in any order; a span's end is outside. */
export function covering(spans: readonly Span[]): (offset: number) => boolean {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort(byPosition)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return offset => {
    let low = 0
    let high = merged.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (merged[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low < merged.length && merged[low]!.start <= offset
  }
}
