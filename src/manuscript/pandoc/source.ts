import { lastUpTo } from '../../text/sorted.ts'
import type { Span } from '../../text/span.ts'

/**
 * The text of the manuscript or of one container in it, with line prefixes such as `> ` taken away, line ends made `\n`
 * and tabs made spaces, as Pandoc has it; and where each piece of it stands in the manuscript.
 */
export interface Source {
  readonly text: string
  /** Ascending indices in `text` at which a piece begins; the first is 0. */
  readonly starts: readonly number[]
  /** The offset in the manuscript of each piece; its characters follow one another. */
  readonly places: readonly number[]
  /** Offsets are given from here on: the beginning of the present top-level block, or 0. */
  origin?: number
}

const TAB_STOP = 4

/** The source of a whole text that begins at `offset` of the manuscript. */
export function rootSource(text: string, offset = 0): Source {
  if (!text.includes('\t') && !text.includes('\r')) return { text, starts: [0], places: [offset] }
  const builder = sourceBuilder()
  let column = 0
  let from = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 9) {
      const width = TAB_STOP - (column % TAB_STOP)
      builder.add(text.slice(from, index), offset + from)
      for (let space = 0; space < width; space++) builder.add(' ', offset + index)
      column += width
      from = index + 1
    } else if (code === 13) {
      builder.add(`${text.slice(from, index)}\n`, offset + from)
      if (text.charCodeAt(index + 1) === 10) index++
      column = 0
      from = index + 1
    } else if (code === 10) column = 0
    else if (code < 0xdc00 || code > 0xdfff) column++
  }
  builder.add(text.slice(from), offset + from)
  return builder.source()
}

/** Puts a source together from pieces of the manuscript. */
export function sourceBuilder() {
  const parts: string[] = []
  const starts: number[] = []
  const places: number[] = []
  let length = 0
  const add = (part: string, place: number): void => {
    if (part === '') return
    const last = starts.length - 1
    if (last < 0 || places[last]! + (length - starts[last]!) !== place) {
      starts.push(length)
      places.push(place)
    }
    parts.push(part)
    length += part.length
  }
  return {
    add,
    /** A part of another source. */
    copy(from: Source, start: number, end: number): void {
      let index = start
      let piece = lastUpTo(from.starts, start)
      while (index < end) {
        const stop = Math.min(end, from.starts[piece + 1] ?? end)
        add(from.text.slice(index, stop), from.places[piece]! + (index - from.starts[piece]!) - (from.origin ?? 0))
        index = stop
        piece++
      }
    },
    source(): Source {
      return starts.length === 0 ? { text: '', starts: [0], places: [0] } : { text: parts.join(''), starts, places }
    },
  }
}

/** The offset in the manuscript of the character at `index`. */
export function placeOf(source: Source, index: number): number {
  const origin = source.origin ?? 0
  if (source.starts.length === 1) return source.places[0]! + index - origin
  const piece = lastUpTo(source.starts, index)
  return source.places[piece]! + (index - source.starts[piece]!) - origin
}

/** The span in the manuscript of the characters from `start` up to `end`. */
export function spanOf(source: Source, start: number, end: number): Span {
  const first = placeOf(source, start)
  if (end <= start) return { start: first, end: first }
  return { start: first, end: Math.max(first, placeOf(source, end - 1) + 1) }
}
