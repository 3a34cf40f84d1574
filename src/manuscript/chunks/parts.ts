/** A stretch between commas, trimmed, and its offset in the text that was divided. */
export interface Part {
  readonly value: string
  readonly start: number
}

/** The parts of a chunk's header, or of the arguments of a call, between its commas; commas in quotes and brackets do not count. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let quote = ''
  let depth = 0
  let start = 0
  for (let index = 0; index <= text.length; index++) {
    const character = text[index]
    if (character === undefined || (character === ',' && quote === '' && depth === 0)) {
      const part = text.slice(start, index)
      const value = part.trim()
      if (value) parts.push({ value, start: start + part.indexOf(value) })
      start = index + 1
    } else if (quote) {
      if (character === '\\') index++
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'" || character === '`') quote = character
    else if (character === '(' || character === '[' || character === '{') depth++
    else if (character === ')' || character === ']' || character === '}') depth--
  }
  return parts
}
