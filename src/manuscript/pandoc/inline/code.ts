import { attributesOf, rawAttributeEnd, readAttributes } from '../attributes.ts'
import { startsListItem } from '../block/markers.ts'
import { blankLine, runLength } from '../scan.ts'
import { blank, type InlineReader, span } from './reader.ts'

/** `` `code` `` with its attributes. */
export function readCode(reader: InlineReader, index: number, limit: number): number {
  const ticks = Math.min(runEnd(reader, index), limit) - index
  const close = closingTicks(reader, ticks, index + ticks, limit)
  if (close < 0) return -1
  const codeEnd = close + ticks
  let end = rawAttributeEnd(reader.text, codeEnd, limit)
  if (end < 0) {
    const attributes = readAttributes(reader.text, codeEnd, limit)
    end = attributes?.end ?? codeEnd
    if (attributes) {
      const of = span(reader, index, codeEnd)
      reader.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'code', of) })
    }
  }
  blank(reader, index, end)
  return end
}

/** Where the run of backticks ends in which `index` stands; measured once for all of them. */
function runEnd(reader: InlineReader, index: number): number {
  const known = reader.nextIndex.get('run')
  if (known && known.from <= index && index < known.found) return known.found
  const found = index + runLength(reader.text, index)
  reader.nextIndex.set('run', { from: index, found })
  return found
}

/** The index of the next run of exactly so many backticks, before the paragraph ends; or -1. */
function closingTicks(reader: InlineReader, ticks: number, index: number, limit: number): number {
  const { text, environment } = reader
  const unclosed = reader.unclosedCode.get(ticks)
  const isSettled = unclosed && unclosed.from <= index && index <= unclosed.to
  if (isSettled && (unclosed.ends || limit <= unclosed.to)) return -1
  let at = index
  let ends = false
  while (at < limit && !ends) {
    const code = text.charCodeAt(at)
    if (code === 96) {
      const run = runLength(text, at, limit)
      if (run === ticks) return at
      at += run
    } else if (code === 10) {
      ends =
        blankLine(text, at + 1, limit) >= 0 || (environment.inListItem && startsListItem(text, at + 1, environment))
      if (!ends) at++
    } else at++
  }
  reader.unclosedCode.set(ticks, { from: index, to: ends ? at : limit, ends })
  return -1
}
