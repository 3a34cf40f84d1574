import { attributesOf, readAttributes } from '../attributes.ts'
import { isSpaceAt } from '../characters.ts'
import { readCitationGroup } from '../inline/citation.ts'
import { closingBracket } from '../inline/close-bracket.ts'
import { angleEnd, parenthesesEnd, readTitle } from '../inline/link-target.ts'
import { noteMarkerEnd } from '../inline/note.ts'
import { blank, look, span } from '../inline/reader.ts'
import { blankLines, literalCharacter, skipBlanks, smallIndent } from '../scan.ts'
import type { BlockReader } from './reader.ts'

/** `[label]: destination "title" {attributes}`. A citation in brackets is never one. */
export function readLinkDefinition(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  const limit = text.length
  const open = smallIndent(text, index)
  if (open < 0 || text.charCodeAt(open) !== 91 || noteMarkerEnd(text, open) >= 0) return -1
  const close = closingBracket(inline, open, limit, 0)
  if (close < 0 || text.charCodeAt(close + 1) !== 58) return -1
  if (look(inline, () => readCitationGroup(inline, open, limit, 0)) >= 0) return -1
  const start = skipLine(text, close + 2)
  if (text.charCodeAt(start) === 91) return -1
  const angled = text.charCodeAt(start) === 60 ? angleEnd(text, start, limit) : -1
  const end = angled >= 0 ? angled : destinationEnd(reader, start)
  let at = end
  const title = titleEnd(text, at)
  if (title >= 0) at = title
  const attributes = readAttributes(text, skipLine(text, at))
  if (attributes) at = attributes.end
  const after = blankLines(text, at)
  if (after < 0) return -1
  const destination = angled >= 0 ? { start: start + 1, end: angled - 1 } : { start, end }
  const whole = span(inline, index, at)
  inline.facts.push({
    type: 'link-definition',
    definition: {
      label: text.slice(open + 1, close),
      span: whole,
      destination: {
        value: text.slice(destination.start, destination.end),
        span: span(inline, destination.start, destination.end),
      },
    },
  })
  if (attributes)
    inline.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'link', whole) })
  blank(inline, index, at)
  return after
}

/** Blanks with at most one line end among them. */
function skipLine(text: string, index: number): number {
  const end = skipBlanks(text, index)
  return text.charCodeAt(end) === 10 ? skipBlanks(text, end + 1) : end
}

/** Words on one line, up to a title, attributes or another label. */
function destinationEnd(reader: BlockReader, start: number): number {
  const { text, inline } = reader
  let end = start
  for (;;) {
    const word = skipBlanks(text, end)
    if (word >= text.length || isSpaceAt(text, word) || titleEnd(text, word) >= 0 || readAttributes(text, word))
      return end
    if (
      text.charCodeAt(word) === 91 &&
      noteMarkerEnd(text, word) < 0 &&
      closingBracket(inline, word, text.length, 0) >= 0
    )
      return end
    end = word
    while (end < text.length && !isSpaceAt(text, end)) end = literalCharacter(text, end)
  }
}

function titleEnd(text: string, index: number): number {
  const start = skipLine(text, index)
  const title = readTitle(text, start, text.length)
  if (title >= 0) return title
  return text.charCodeAt(start) === 40 ? parenthesesEnd(text, start, text.length) : -1
}
