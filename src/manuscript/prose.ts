import type { Span } from '../text/span.ts'

/** `text` at the same length, with blanks for what is no prose. Line ends stay. `nonProse` is in order, without overlaps. */
export function maskProse(text: string, nonProse: readonly Span[]): string {
  const parts: string[] = []
  let position = 0
  for (const { start, end } of nonProse) {
    parts.push(text.slice(position, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    position = end
  }
  parts.push(text.slice(position))
  return parts.join('')
}
