import { attributesOf, readAttributes } from '../attributes.ts'
import { readCitationGroup } from './citation.ts'
import { closingBracket } from './close-bracket.ts'
import { readTarget } from './link-target.ts'
import { noteMarkerEnd } from './note.ts'
import { attempt, blank, DEEPEST_BRACKET, type InlineReader, NO_LINKS, readWithin, span } from './reader.ts'
import { readReference } from './reference.ts'
import { remember } from './remember.ts'

/** What begins with `[`: a footnote mark, a citation, a span with attributes or a link, in this order. */
export function readBracket(reader: InlineReader, index: number, limit: number, flags: number): number {
  const note = noteMarkerEnd(reader.text, index, limit)
  if (note >= 0) {
    const mark = { label: reader.text.slice(index + 2, note - 1), span: span(reader, index, note) }
    reader.facts.push({ type: 'note', mark })
    blank(reader, index, note)
    return note
  }
  if (reader.bracketDepth >= DEEPEST_BRACKET) return -1
  return remember(reader, index, limit, flags, () => {
    reader.bracketDepth++
    const cited = readCitationGroup(reader, index, limit, flags)
    const end = cited >= 0 ? cited : readSpanOrLink(reader, index, limit, flags)
    reader.bracketDepth--
    return end
  })
}

function readSpanOrLink(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  const close = closingBracket(reader, index, limit, flags)
  if (close < 0) return -1
  const after = close + 1
  const attributes = after < limit ? readAttributes(text, after, limit) : undefined
  if (attributes) {
    readWithin(reader, index + 1, close, flags)
    const of = span(reader, index, after)
    reader.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'span', of) })
    blank(reader, index, index + 1)
    blank(reader, close, attributes.end)
    return attributes.end
  }
  if (flags & NO_LINKS) return -1
  const direct = readDirect(reader, index, index, close, limit, flags | NO_LINKS)
  return direct >= 0 ? direct : readReference(reader, index, index, close, limit, flags)
}

/** `![caption](file)` or `![caption][label]`. */
export function readImage(reader: InlineReader, index: number, limit: number, flags: number): number {
  const open = index + 1
  if (open >= limit || reader.text.charCodeAt(open) !== 91) return -1
  if (reader.bracketDepth >= DEEPEST_BRACKET || noteMarkerEnd(reader.text, open, limit) >= 0) return -1
  const close = closingBracket(reader, open, limit, flags)
  if (close < 0) return -1
  reader.bracketDepth++
  const end = attempt(reader, () => {
    const direct = readDirect(reader, index, open, close, limit, flags)
    return direct >= 0 ? direct : readReference(reader, index, open, close, limit, flags)
  })
  reader.bracketDepth--
  return end
}

/** A link or image with its target in parentheses; `start` is at `[` or at the `!` before it. */
function readDirect(
  reader: InlineReader,
  start: number,
  open: number,
  close: number,
  limit: number,
  flags: number,
): number {
  const { text } = reader
  const target = readTarget(reader, close + 1, limit)
  if (!target) return -1
  const image = start !== open
  const { word } = reader
  readWithin(reader, open + 1, close, flags)
  if (!image) reader.word = word
  const attributes = readAttributes(text, target.end, limit)
  const end = attributes?.end ?? target.end
  const whole = span(reader, start, target.end)
  const destination = {
    value: text.slice(target.destination[0], target.destination[1]),
    span: span(reader, target.destination[0], target.destination[1]),
  }
  const link = { span: span(reader, start, end), text: span(reader, open + 1, close), destination }
  if (image) reader.facts.push({ type: 'image', image: { ...link, caption: text.slice(open + 1, close) } })
  else reader.facts.push({ type: 'link', link })
  if (attributes) {
    const element = image ? 'image' : 'link'
    reader.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, element, whole) })
  }
  blank(reader, start, open + 1)
  blank(reader, close, end)
  return end
}
