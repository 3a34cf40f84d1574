import type { Problem } from '../../text/span.ts'

/** An object that stands at a given depth: its place, and that of the value of its `id`. */
export interface ScannedObject {
  readonly start: number
  readonly end: number
  readonly id?: { readonly start: number; readonly end: number }
}

/** Brackets deeper than this are refused; no bibliography has them. */
const DEEPEST = 200

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
export function elementsOf(text: string, start: number): { start: number; end: number }[] {
  const elements: { start: number; end: number }[] = []
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
    if (position < text.length) elements.push({ start: position, end: Math.min(end, text.length) })
    position = end
  }
  return elements
}

export function skipBlank(text: string, start: number): number {
  let position = start
  while (text.charCodeAt(position) <= 32 && position < text.length) position++
  return position
}

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

type Expected = 'value' | 'name' | 'name or end' | 'value or end' | 'colon' | 'comma or end'

/** The first thing between `start` and `end` that JSON does not allow. */
export function faultIn(text: string, start: number, end: number): Problem | undefined {
  const stack: number[] = []
  let expected = 'value' as Expected
  const fault = (at: number, message: string): Problem => ({
    message,
    span: { start: at, end: Math.min(at + 1, text.length) },
  })
  for (let at = skipBlank(text, start); at < end; at = skipBlank(text, at)) {
    const code = text.charCodeAt(at)
    if (expected === 'colon') {
      if (code !== 58) return fault(at, 'A colon is missing between the name of a field and its value.')
      expected = 'value'
      at++
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      const wanted = stack.pop()
      if (wanted !== code) return fault(at, `“${text[at]}” closes nothing that is open here.`)
      if (expected === 'value' || expected === 'name')
        return fault(at, 'A comma before this bracket is one too many. Delete it.')
      expected = 'comma or end'
      at++
    } else if (expected === 'comma or end') {
      if (code !== 44) return fault(at, 'A comma is missing before this place.')
      expected = stack.at(-1) === CLOSE_BRACE ? 'name' : 'value'
      at++
    } else if (code === QUOTE) {
      const close = stringEnd(text, at)
      const broken = text.slice(at, close).search(/[\n\r]/)
      if (close > end || broken >= 0 || text[close - 1] !== '"')
        return fault(at, 'This string is not closed on its line.')
      const wrong = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, close).replace(/\\\\/g, '  '))
      if (wrong) return fault(at + wrong.index, 'A backslash in JSON is written twice: \\\\.')
      if (expected.startsWith('name')) expected = 'colon'
      else expected = 'comma or end'
      at = close
    } else if (expected.startsWith('name')) {
      return fault(at, 'The name of a field stands in double quotation marks.')
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (stack.length >= DEEPEST) return fault(at, 'Brackets are nested too deeply here.')
      stack.push(code + 2)
      expected = code === OPEN_BRACE ? 'name or end' : 'value or end'
      at++
    } else {
      SCALAR.lastIndex = at
      if (!SCALAR.test(text))
        return fault(at, 'This is no value that JSON knows: write text in double quotation marks.')
      expected = 'comma or end'
      at = SCALAR.lastIndex
    }
  }
  return stack.length > 0
    ? fault(Math.max(start, end - 1), `A “${String.fromCharCode(stack.at(-1)!)}” is missing.`)
    : undefined
}
