import { attributesOf, readAttributes } from '../attributes.ts'
import { isDigitCode, isPunctuationAt, isSpaceAt } from '../characters.ts'
import { blankLine, skipBlanks } from '../scan.ts'
import { balanced } from '../tex.ts'
import { blank, type InlineReader, nextOf, span } from './reader.ts'

/** `$…$` and `$$…$$`. */
export function readMath(reader: InlineReader, index: number, limit: number): number {
  const { text } = reader
  if (text.charCodeAt(index) !== 36) return -1
  const display = text.startsWith('$$', index) ? displayEnd(reader, index + 2, limit, '$$') : -1
  if (display >= 0) {
    readEquationLabel(reader, index, display, limit)
    return found(reader, index, display, 2)
  }
  if (index + 1 >= limit || isSpaceAt(text, index + 1)) return -1
  const end = inlineEnd(reader, index + 1, limit, '$')
  if (end < 0) return -1
  found(reader, index, end, 1)
  const apostrophe = end < limit && "'\u2019".includes(text.charAt(end))
  return apostrophe && !(end + 1 < limit && (isSpaceAt(text, end + 1) || isPunctuationAt(text, end + 1)))
    ? end + 1
    : end
}

/** `\\(…\\)` and `\\[…\\]`. */
export function readBackslashMath(reader: InlineReader, index: number, limit: number): number {
  const display = reader.text.startsWith('\\[', index)
  if (!display && !reader.text.startsWith('\\(', index)) return -1
  const end = (display ? displayEnd : inlineEnd)(reader, index + 2, limit, display ? '\\]' : '\\)')
  return end < 0 ? -1 : found(reader, index, end, 2, display)
}

function found(reader: InlineReader, start: number, end: number, fence: number, display = fence === 2): number {
  const content = span(reader, start + fence, end - fence)
  reader.facts.push({ type: 'math', math: { span: span(reader, start, end), display, content } })
  blank(reader, start, end)
  return end
}

/**
 * `$$…$$ {#eq:x}`: to Pandoc the braces are words, which its filters and Quarto then take for a label. They are read on
 * as words here too, so that nothing in them is missed.
 */
function readEquationLabel(reader: InlineReader, start: number, end: number, limit: number): void {
  const list = readAttributes(reader.text, skipBlanks(reader.text, end, limit), limit)
  if (!list?.id) return
  const of = span(reader, start, end)
  reader.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, list, 'equation', of) })
  blank(reader, list.start, list.end)
}

function displayEnd(reader: InlineReader, index: number, limit: number, fence: string): number {
  const { text } = reader
  if (text.startsWith(fence, index)) return -1
  const close = nextOf(reader, fence, index + 1)
  if (close < 0 || close + 2 > limit) return -1
  for (let at = text.indexOf('\n', index); at >= 0 && at < close; at = text.indexOf('\n', at + 1)) {
    if (blankLine(text, at + 1, limit) >= 0) return -1
  }
  return close + 2
}

function inlineEnd(reader: InlineReader, index: number, limit: number, fence: string): number {
  const { text } = reader
  if (text.startsWith(fence, index)) return -1
  let at = index
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (text.startsWith(fence, at)) {
      const end = at + fence.length
      return end > limit || (end < limit && isDigitCode(text.charCodeAt(end))) ? -1 : end
    }
    if (code === 92) {
      const group = text.startsWith('text{', at + 1) ? balanced(text, at + 5, limit) : -1
      at = group < 0 ? at + 2 : group
    } else if (code === 32 || code === 9 || code === 10) {
      const blanks = skipBlanks(text, at, limit)
      if (blanks < limit && text.charCodeAt(blanks) === 10) {
        if (blankLine(text, blanks + 1, limit) >= 0) return -1
        at = blanks + 1
        if (at < limit && text.charCodeAt(at) === 36) return -1
      } else if (blanks < limit && text.charCodeAt(blanks) === 36) return -1
      else at = blanks
    } else at++
  }
  return -1
}
