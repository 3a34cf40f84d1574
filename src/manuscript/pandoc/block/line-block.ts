import { blankLine, lineEnd, skipBlanks } from '../scan.ts'
import { sourceBuilder } from '../source.ts'
import { readRun } from './paragraph.ts'
import { type BlockReader, blockReader } from './reader.ts'

/** Lines that begin with `| `. */
export function readLineBlock(reader: BlockReader, index: number): number {
  const { text } = reader
  let at = index
  while (text.charCodeAt(at) === 124) {
    const empty = blankLine(text, at + 1)
    const next = empty >= 0 ? empty : readLine(reader, at)
    if (next < 0) break
    at = next
  }
  if (at === index) return -1
  for (let next = blankLine(text, at); next >= 0; next = blankLine(text, at)) at = next
  return at
}

/** A line, and the lines indented below it that go on with it. */
function readLine(reader: BlockReader, index: number): number {
  const { text, source } = reader
  if (text.charCodeAt(index + 1) !== 32) return -1
  const start = skipBlanks(text, index + 2)
  const builder = sourceBuilder()
  let end = lineEnd(text, start)
  builder.copy(source, start, end)
  while (text.charCodeAt(end + 1) === 32) {
    builder.add(' ', -1)
    const next = end + 2
    end = lineEnd(text, next)
    builder.copy(source, next, end)
  }
  const line = blockReader(builder.source(), reader.environment, reader.block)
  line.inline.facts = reader.inline.facts
  readRun(line, 'paragraph', 0, line.text.length)
  return Math.min(end + 1, text.length)
}
