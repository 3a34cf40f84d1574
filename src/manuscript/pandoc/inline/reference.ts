import { attributesOf, readAttributes } from '../attributes.ts'
import type { Fact } from '../facts.ts'
import { referenceKey } from '../reference-key.ts'
import { readCitationGroup } from './citation.ts'
import { closingBracket } from './close-bracket.ts'
import { noteMarkerEnd } from './note.ts'
import { collect, type InlineReader, look, NO_LINKS, readWithin, span } from './reader.ts'

/**
 * `[text][label]`, `[text][]`, `[text]` or an image of that form. Whether it is a link depends on definitions that may
 * stand anywhere, so both readings are kept. `start` is at `[` or at the `!` before it.
 */
export function readReference(
  reader: InlineReader,
  start: number,
  open: number,
  close: number,
  limit: number,
  flags: number,
): number {
  const { text } = reader
  const image = start !== open
  const second = secondBracket(reader, close + 1, limit, flags)
  const shortcut = second < 0 || second === close + 2
  const label = shortcut ? [open + 1, close] : [close + 2, second]
  const referenceEnd = second < 0 ? close + 1 : second + 1
  const attributes = readAttributes(text, referenceEnd, limit)
  const end = attributes?.end ?? referenceEnd

  const { word } = reader
  const linked = collect(reader, () => {
    readWithin(reader, open + 1, close, image ? flags : flags | NO_LINKS)
    if (!image) reader.word = word
    if (second > close + 2) collect(reader, () => readWithin(reader, close + 2, second, flags))
    reader.facts.push({ type: 'blank', span: span(reader, start, open + 1) })
    reader.facts.push({ type: 'blank', span: span(reader, close, end) })
    if (attributes) reader.facts.push(attributesFact(reader, attributes, image, start, referenceEnd))
  })
  const literal = collect(reader, () => {
    readWithin(reader, image ? open : open + 1, image ? close + 1 : close, flags, true)
    if (second >= 0) readWithin(reader, close + 1, second + 1, flags, true)
  })
  const reference = { value: text.slice(label[0]!, label[1]!), span: span(reader, label[0]!, label[1]!) }
  const link = { span: span(reader, start, end), text: span(reader, open + 1, close), reference }
  reader.facts.push({
    type: 'reference',
    key: referenceKey(reference.value),
    link: image ? { ...link, caption: text.slice(open + 1, close) } : link,
    image,
    shortcut: second < 0,
    linked,
    literal,
  })
  return end
}

/** The closing bracket of a `[label]` right after the text, unless that is a citation or footnote mark of its own; or -1. */
function secondBracket(reader: InlineReader, index: number, limit: number, flags: number): number {
  if (index >= limit || reader.text.charCodeAt(index) !== 91) return -1
  if (look(reader, () => readCitationGroup(reader, index, limit, flags)) >= 0) return -1
  return noteMarkerEnd(reader.text, index, limit) >= 0 ? -1 : closingBracket(reader, index, limit, flags)
}

const attributesFact = (
  reader: InlineReader,
  list: NonNullable<ReturnType<typeof readAttributes>>,
  image: boolean,
  start: number,
  end: number,
): Fact => ({
  type: 'attributes',
  attributes: attributesOf(reader.source, list, image ? 'image' : 'link', span(reader, start, end)),
})
