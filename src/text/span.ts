/** Half-open range of UTF-16 offsets. The core knows no lines and no columns. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A value with the place it was read from. */
export interface Spanned<T> {
  readonly value: T
  readonly span: Span
}

/** A place in a file; `uri` is what the caller of the reader gave. */
export interface Location {
  readonly uri: string
  readonly span: Span
}

/** Something that was read only in part, said for the author: what is wrong and what to do. */
export interface Problem {
  readonly message: string
  readonly span: Span
}

/** Whether `offset` touches the span; its end counts, as an editor's caret may stand there. */
export const contains = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The same span, moved by `distance`. */
export const shift = ({ start, end }: Span, distance: number): Span => ({
  start: start + distance,
  end: end + distance,
})

/** The text that a span covers. */
export const slice = (text: string, { start, end }: Span): string => text.slice(start, end)

/** Order of appearance; the longer of two spans that start together comes first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** A span without those that lie in it, which may stand in any order. */
export function without({ start, end }: Span, inner: readonly Span[]): readonly Span[] {
  const sorted = [...inner].sort(byPosition)
  return [...sorted, { start: end, end }].map((next, index) => ({
    start: sorted[index - 1]?.end ?? start,
    end: next.start,
  }))
}

/** Spans, which may stand in any order, in order and made one where they touch or overlap. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of [...spans].sort(byPosition)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}
