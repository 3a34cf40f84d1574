import type { Span } from '../../text/span.ts'

const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const QUOTE = 34
const BACKSLASH = 92

/** The end of the value that begins at `start`, by brackets and quotation marks alone; the end of the text if it has none. */
export function valueEnd(text: string, start: number): number {
  let depth = 0
  for (let position = start; position < text.length; position++) {
    const code = text.charCodeAt(position)
    if (code === QUOTE) {
      position = stringEnd(text, position) - 1
      if (depth === 0) return position + 1
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--
      if (depth === 0) return position + 1
      if (depth < 0) return position
    } else if (depth === 0 && (code === 44 || code <= 32)) return position
  }
  return text.length
}

/** The position after the string that begins at `start`. */
export function stringEnd(text: string, start: number): number {
  for (let close = text.indexOf('"', start + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let slashes = 0
    while (text.charCodeAt(close - 1 - slashes) === BACKSLASH && close - 1 - slashes > start) slashes++
    if (slashes % 2 === 0) return close + 1
  }
  return text.length
}

/** The place of the value of a member of the object at `start`; only members of its own count. */
export function memberOf(
  text: string,
  start: number,
  end: number,
  wanted: string,
): { start: number; end: number } | undefined {
  let position = start + 1
  while (position < end) {
    position = skipBlank(text, position)
    if (text.charCodeAt(position) !== QUOTE) {
      if (text.charCodeAt(position) === CLOSE_BRACE) return undefined
      position++
      continue
    }
    const nameEnd = stringEnd(text, position)
    const name = text.slice(position + 1, nameEnd - 1)
    const colon = skipBlank(text, nameEnd)
    if (text[colon] !== ':') {
      position = nameEnd
      continue
    }
    const from = skipBlank(text, colon + 1)
    const to = valueEnd(text, from)
    if (name === wanted) return { start: from, end: to }
    position = Math.max(to, from + 1)
  }
  return undefined
}

/** The places of the values of the array at `start`. */
export function* elementsOf(text: string, start: number): Generator<Span> {
  let position = start + 1
  while (position < text.length) {
    position = skipBlank(text, position)
    const code = text.charCodeAt(position)
    if (code === CLOSE_BRACKET) break
    if (code === 44 || code === CLOSE_BRACE) {
      position++
      continue
    }
    const end = Math.max(valueEnd(text, position), position + 1)
    if (position < text.length) yield { start: position, end: Math.min(end, text.length) }
    position = end
  }
}

export function skipBlank(text: string, start: number): number {
  let position = start
  while (text.charCodeAt(position) <= 32 && position < text.length) position++
  return position
}
