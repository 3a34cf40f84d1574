import { readLineEnd } from '../inline/line-end.ts'
import { blank } from '../inline/reader.ts'
import { blankLines, lineEnd, smallIndent } from '../scan.ts'
import { sourceBuilder } from '../source.ts'
import { type BlockReader, readContainer } from './reader.ts'

/** Lines that begin with `>`, and lines that go on with a paragraph in them. */
export function readBlockQuote(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  let at = quoteStart(text, index)
  if (at < 0) return -1
  const builder = sourceBuilder()
  blank(inline, index, at)
  for (;;) {
    const end = lineEnd(text, at)
    builder.copy(reader.source, at, end)
    at = end
    if (end >= text.length) break
    const lazy = readLineEnd(inline, end, text.length, 0)
    if (lazy >= 0 && lazy < text.length && text.charCodeAt(lazy) !== 62) {
      builder.copy(reader.source, end, end + 1)
      at = lazy
      continue
    }
    const next = quoteStart(text, end + 1)
    if (next < 0) break
    builder.copy(reader.source, end, end + 1)
    blank(inline, end + 1, next)
    at = next
  }
  builder.add('\n\n', -1)
  readContainer(reader, builder.source())
  const blanks = blankLines(text, at)
  return blanks < 0 ? at : blanks
}

/** Up to three blanks, `>` and perhaps a blank: the index after it, or -1. */
export function quoteStart(text: string, index: number): number {
  const mark = smallIndent(text, index)
  if (mark < 0 || text.charCodeAt(mark) !== 62) return -1
  return text.charCodeAt(mark + 1) === 32 ? mark + 2 : mark + 1
}
