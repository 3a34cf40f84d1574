import { isBlankCode } from './characters.ts'

/** The index after blanks and tabs. */
export function skipBlanks(text: string, index: number, limit = text.length): number {
  while (index < limit && isBlankCode(text.charCodeAt(index))) index++
  return index
}

/** The index after a blank line that begins at `index`, or -1. */
export function blankLine(text: string, index: number, limit = text.length): number {
  const end = skipBlanks(text, index, limit)
  return end < limit && text.charCodeAt(end) === 10 ? end + 1 : -1
}

/** The index after one or more blank lines, or -1. */
export function blankLines(text: string, index: number, limit = text.length): number {
  let end = blankLine(text, index, limit)
  if (end < 0) return -1
  for (let next = end; next >= 0; next = blankLine(text, end, limit)) end = next
  return end
}

/** White space with at most one line end in it and no blank line; -1 where a blank line follows. */
export function spaceAndLine(text: string, index: number, limit = text.length): number {
  let end = skipBlanks(text, index, limit)
  if (end < limit && text.charCodeAt(end) === 10) end = skipBlanks(text, end + 1, limit)
  return end < limit && text.charCodeAt(end) === 10 ? -1 : end
}

/** The index of the line end at or after `index`, or of the end of the text. */
export function lineEnd(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end < 0 ? text.length : end
}

/** How many times the character at `index` is repeated. */
export function runLength(text: string, index: number, limit = text.length): number {
  const code = text.charCodeAt(index)
  let end = index + 1
  while (end < limit && text.charCodeAt(end) === code) end++
  return end - index
}

/** Up to three blanks and then something else: the index of that, or -1. */
export function smallIndent(text: string, index: number): number {
  let end = index
  while (end < index + 3 && text.charCodeAt(end) === 32) end++
  return isBlankCode(text.charCodeAt(end)) ? -1 : end
}

/** A character as it may stand in a link target, title or value: escaped, or any but a blank line. The index after it, or -1. */
export function literalCharacter(text: string, index: number, limit = text.length): number {
  if (index >= limit) return -1
  const code = text.charCodeAt(index)
  if (code === 92 && index + 1 < limit && isEscapable(text, index + 1)) return index + 2
  if (code === 10) return blankLine(text, index + 1, limit) < 0 ? index + 1 : -1
  return index + 1
}

const WORD = /[\p{L}\p{N}]/u

/** Whether a backslash before the character at `index` makes it plain. */
export function isEscapable(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code === 10 || code === 13) return false
  if (code < 128) return !((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))
  return !WORD.test(String.fromCodePoint(text.codePointAt(index)!))
}
