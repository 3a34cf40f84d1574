import type { Span } from '../text/span.ts'

const MAX_LENGTH = 3_000

/**
 * The innermost pair of brackets around a span, on lines without a blank one between them; nothing when there is none.
 * Escaped brackets do not count.
 */
export function bracketsAround(text: string, { start, end }: Span): Span | undefined {
  const open = openingBefore(text, start)
  if (open === undefined) return undefined
  let depth = 0
  for (let index = end; index < text.length && index - end < MAX_LENGTH; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '[') depth++
    else if (character === ']' && depth-- === 0) return { start: open, end: index + 1 }
    else if (isBlankLine(text, index)) return undefined
  }
  return undefined
}

function openingBefore(text: string, start: number): number | undefined {
  let depth = 0
  for (let index = start - 1; index >= 0 && start - index < MAX_LENGTH; index--) {
    const character = text[index]
    if (character === ']' && text[index - 1] !== '\\') depth++
    else if (character === '[' && text[index - 1] !== '\\' && depth-- === 0) return index
    else if (isBlankLine(text, index)) return undefined
  }
  return undefined
}

/** Whether a line ends here and the next holds nothing. */
const isBlankLine = (text: string, index: number): boolean =>
  (text[index] === '\n' || text[index] === '\r') &&
  /^(?:\r\n|\n|\r)[ \t]*(?:[\r\n]|$)/.test(text.slice(index, index + 80))
