import { lastUpTo } from '../../text/sorted.ts'
import type { Span } from '../../text/span.ts'

/** A text that was taken out of a manuscript line by line, and where each of its lines stands there. */
export interface Piece {
  readonly text: string
  /** Offsets in `text` where lines begin, and for each the offset in the manuscript. */
  readonly starts: readonly number[]
  readonly sources: readonly number[]
}

/** A whole manuscript as a piece of itself. */
export const wholeOf = (text: string): Piece => ({ text, starts: [0], sources: [0] })

/** Offset in the manuscript of an offset in the piece. */
export function sourceOf({ starts, sources }: Piece, offset: number): number {
  const low = lastUpTo(starts, offset)
  return sources[low]! + offset - starts[low]!
}

/**
 * Span in the manuscript of a stretch of the piece; where that ends a line, it does not reach into the next. What the parser
 * was given behind the piece is cut off.
 */
export function spanOf(piece: Piece, start: number, end: number): Span {
  const from = sourceOf(piece, Math.min(start, piece.text.length))
  const to = Math.min(end, piece.text.length)
  return { start: from, end: to > start ? sourceOf(piece, to - 1) + 1 : from }
}

/**
 * The lines of a stretch of a piece as a piece of their own, each without what `strip` says of its beginning: the marks of the
 * quotes and lists around it.
 */
export function linesOf(
  piece: Piece,
  start: number,
  end: number,
  strip: (line: string, first: boolean) => number,
): Piece {
  const limit = Math.min(end, piece.text.length)
  const starts: number[] = []
  const sources: number[] = []
  const lines: string[] = []
  let length = 0
  for (let position = start; position <= limit; ) {
    const next = lineEndAfter(piece.text, position, limit)
    const line = piece.text.slice(position, next.end)
    const stripped = strip(line, position === start)
    starts.push(length)
    sources.push(sourceOf(piece, position + stripped))
    lines.push(line.slice(stripped))
    length += line.length - stripped + 1
    position = next.after
    if (next.end >= limit) break
  }
  return { text: lines.join('\n'), starts, sources }
}

function lineEndAfter(text: string, position: number, limit: number): { end: number; after: number } {
  let end = position
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end++
  return { end, after: text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1 }
}
