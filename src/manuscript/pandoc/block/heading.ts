import { type AttributeList, attributesOf, readAttributes } from '../attributes.ts'
import { blank, collect, NO_BREAKS, span } from '../inline/reader.ts'
import { referenceKey } from '../reference-key.ts'
import { blankLine, blankLines, lineEnd, runLength, skipBlanks } from '../scan.ts'
import { noteBlock } from './paragraph.ts'
import type { BlockReader } from './reader.ts'

/** `# Heading {#id}`, or a line underlined with `=` or `-`. */
export function readHeading(reader: BlockReader, index: number): number {
  const underlined = readUnderlined(reader, index)
  return underlined >= 0 ? underlined : readHashed(reader, index)
}

interface Ending {
  readonly end: number
  readonly attributes?: AttributeList
}

function readHashed(reader: BlockReader, index: number): number {
  const { text } = reader
  if (text.charCodeAt(index) !== 35) return -1
  const level = runLength(text, index)
  const after = text.charCodeAt(index + level)
  if (after !== 32 && after !== 10) return -1
  const start = skipBlanks(text, index + level)
  return readText(reader, level, index, start, at => {
    const marks = text.charCodeAt(at) === 35 ? at + runLength(text, at) : at
    return ending(text, skipBlanks(text, marks), marks)
  })
}

function readUnderlined(reader: BlockReader, index: number): number {
  const { text } = reader
  const underline = lineEnd(text, index) + 1
  const mark = text.charCodeAt(underline)
  if (mark !== 61 && mark !== 45) return -1
  let end = underline
  while (text.charCodeAt(end) === 61 || text.charCodeAt(end) === 45) end++
  if (blankLine(text, end) < 0) return -1
  return readText(reader, mark === 61 ? 1 : 2, index, skipBlanks(text, index), at => {
    const close = ending(text, at, at)
    if (!close || text.charCodeAt(close.end) !== mark) return undefined
    const after = blankLines(text, close.end + runLength(text, close.end))
    return after < 0 ? undefined : { ...close, end: after }
  })
}

/** Attributes and the blank lines after them. */
function ending(text: string, index: number, plain: number): Ending | undefined {
  const attributes = readAttributes(text, index)
  const end = blankLines(text, attributes?.end ?? plain)
  return end < 0 ? undefined : attributes ? { end, attributes } : { end }
}

function readText(
  reader: BlockReader,
  level: number,
  index: number,
  start: number,
  close: (at: number) => Ending | undefined,
): number {
  const { text, inline } = reader
  let at = start
  let found: Ending | undefined
  const facts = collect(inline, () => {
    while (at < text.length && !(found = close(at))) {
      const next = inline.inline(inline, at, text.length, NO_BREAKS)
      if (next < 0) break
      at = next
    }
  })
  if (!found) return -1
  const last = lineEnd(text, at)
  const whole = span(inline, index, last)
  const title = text.slice(start, at).trim()
  const { attributes } = found
  const identifier = attributes?.id && text.slice(attributes.id[0], attributes.id[1])
  const heading = { level, text: title, span: whole, ...(identifier === undefined ? {} : { identifier }) }
  inline.facts.push({ type: 'heading', heading, key: referenceKey(title) })
  noteBlock(reader, 'heading', start, at)
  if (attributes)
    inline.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'heading', whole) })
  for (const fact of facts) inline.facts.push(fact)
  blank(inline, index, start)
  blank(inline, at, last)
  return found.end
}
