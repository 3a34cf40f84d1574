import { readAttributes } from '../attributes.ts'
import { closingBracket } from './close-bracket.ts'
import { DEEPEST_BRACKET, IN_DOUBLE_QUOTES, IN_SINGLE_QUOTES, type InlineReader, readWithin } from './reader.ts'

/** `[^label]`: the index after it, or -1. */
export function noteMarkerEnd(text: string, index: number, limit = text.length): number {
  if (!text.startsWith('[^', index)) return -1
  let at = index + 2
  while (at < limit && !'\r\n\t ^[]'.includes(text.charAt(at))) at++
  return at > index + 2 && at < limit && text.charCodeAt(at) === 93 ? at + 1 : -1
}

/** `^[a note written in place]`. */
export function readInlineNote(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  if (text.charCodeAt(index + 1) !== 91 || index + 1 >= limit) return -1
  if (reader.bracketDepth >= DEEPEST_BRACKET) return -1
  const close = closingBracket(reader, index + 1, limit, flags)
  if (close < 0) return -1
  const after = close + 1
  if (after < limit) {
    const code = text.charCodeAt(after)
    if (code === 40 || code === 91 || (code === 123 && readAttributes(text, after, limit))) return -1
  }
  reader.bracketDepth++
  readWithin(reader, index + 2, close, flags & ~(IN_SINGLE_QUOTES | IN_DOUBLE_QUOTES))
  reader.bracketDepth--
  return after
}
