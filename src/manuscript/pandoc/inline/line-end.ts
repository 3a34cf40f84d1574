import { readFencedCode } from '../block/fenced-code.ts'
import { closesFencedDiv } from '../block/fenced-div.ts'
import { startsListItem } from '../block/markers.ts'
import { readTag } from '../html.ts'
import { blankLine, skipBlanks } from '../scan.ts'
import { type InlineReader, NO_BREAKS, nextOf } from './reader.ts'

/** A line end within a paragraph; -1 where the paragraph ends with it. */
export function readLineEnd(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text, environment } = reader
  const after = index + 1
  if (flags & NO_BREAKS || blankLine(text, after, limit) >= 0) return -1
  if (after >= limit) return after
  if (environment.inListItem && startsListItem(text, after, environment)) return -1
  if (text.charCodeAt(after) === 96 && readFencedCode(text, after, environment)) return -1
  if (environment.htmlElement && closesHtml(reader, after, limit)) return -1
  if (environment.divLevel > 0 && closesFencedDiv(text, after)) return -1
  return skipBlanks(text, after, limit)
}

/** Whether the closing tag of the element that the block stands in begins at `index`. */
export function closesHtml(reader: InlineReader, index: number, limit: number): boolean {
  const element = reader.environment.htmlElement
  if (!element || !reader.text.startsWith('</', index)) return false
  const tag = readTag(reader.text, index, limit, (what, from) => nextOf(reader, what, from))
  return tag?.kind === 'close' && tag.name === element
}
