import { closesHtml } from '../inline/line-end.ts'
import { blank } from '../inline/reader.ts'
import { blankLine, lineEnd, skipBlanks } from '../scan.ts'
import { sourceBuilder } from '../source.ts'
import { readFencedCode } from './fenced-code.ts'
import { closesFencedDiv } from './fenced-div.ts'
import { bulletStart, type OrderedMarker, readOrderedMarker, startsListItem } from './markers.ts'
import { type BlockReader, readContainer } from './reader.ts'

/** Items that begin with `*`, `+` or `-`. */
export const readBulletList = (reader: BlockReader, index: number): number =>
  readItems(reader, index, at => bulletStart(reader.text, at), false)

/** Items that begin with numbers, letters or example labels. */
export function readOrderedList(reader: BlockReader, index: number): number {
  const { text, environment } = reader
  const first = readOrderedMarker(text, index, environment)
  if (!first) return -1
  return readItems(
    reader,
    index,
    at => {
      const marker = readOrderedMarker(text, at, environment, first)
      if (marker?.style === 'example') defineExample(reader, marker)
      return marker?.end ?? -1
    },
    first.style === 'example',
  )
}

function defineExample({ environment }: BlockReader, { label = '', number }: OrderedMarker): void {
  if (environment.examples.has(label)) return
  environment.nextExample = number + 1
  if (label !== '') environment.examples.set(label, number)
}

/** One item after another for as long as `start` finds the content of one. */
export function readItems(
  reader: BlockReader,
  index: number,
  start: (index: number) => number,
  fourBlanks: boolean,
): number {
  let at = index
  for (let content = start(at); content >= 0; content = at < reader.text.length ? start(at) : -1) {
    at = readItem(reader, at, content, fourBlanks)
  }
  return at === index ? -1 : at
}

function readItem(reader: BlockReader, index: number, content: number, fourBlanks: boolean): number {
  const { text, source, environment, inline } = reader
  const indent = fourBlanks ? 4 : content - index
  const outside = environment.inListItem
  environment.inListItem = true
  const builder = sourceBuilder()
  blank(inline, index, content)
  let at = copyLine(reader, builder, content)
  while (at < text.length && continuesItem(reader, at, indent)) at = copyLine(reader, builder, dedent(text, at, indent))
  const copyBlankLines = (): void => {
    for (let next = blankLine(text, at); next >= 0; next = blankLine(text, at)) {
      builder.copy(source, next - 1, next)
      at = next
    }
  }
  copyBlankLines()
  while (at < text.length && isOpen(reader, at) && dedent(text, at, indent) > at) {
    at = copyLine(reader, builder, at + indent)
    while (at < text.length && isOpen(reader, at) && continuesLater(reader, at, indent)) {
      at = copyLine(reader, builder, dedent(text, at, indent))
    }
    copyBlankLines()
  }
  readContainer(reader, builder.source())
  environment.inListItem = outside
  return at
}

/** Lines right below the marker belong to the item unless they begin another one, or a code block. */
function continuesItem(reader: BlockReader, index: number, indent: number): boolean {
  const { text, environment } = reader
  if (startsListItem(text, index, environment) || readFencedCode(text, index, environment)) return false
  if (blankLine(text, index) >= 0) return false
  const inner = dedent(text, index, indent)
  if (inner > index && startsListItem(text, skipBlanks(text, inner), environment)) return false
  return isOpen(reader, index)
}

const continuesLater = ({ text, environment }: BlockReader, index: number, indent: number): boolean =>
  dedent(text, index, indent) > index || !startsListItem(text, index, environment)

/** Neither a blank line nor the end of the container around. */
const isOpen = ({ text, environment, inline }: BlockReader, index: number): boolean =>
  blankLine(text, index) < 0 &&
  !closesHtml(inline, index, text.length) &&
  !(environment.divLevel > 0 && closesFencedDiv(text, index))

/** The index after so many blanks, or the same index where there are fewer. */
function dedent(text: string, index: number, indent: number): number {
  for (let at = index; at < index + indent; at++) if (text.charCodeAt(at) !== 32) return index
  return index + indent
}

function copyLine(reader: BlockReader, builder: ReturnType<typeof sourceBuilder>, index: number): number {
  const end = Math.min(lineEnd(reader.text, index) + 1, reader.text.length)
  builder.copy(reader.source, index, end)
  return end
}
