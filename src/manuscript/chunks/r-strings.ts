import { partsOf } from './parts.ts'

/** The value of a string in R, and the offset in the source of each UTF-16 unit of it. */
export interface RString {
  readonly value: string
  readonly offsets: readonly number[]
}

/** Calls of which a caption is made when its strings are written out in it. */
const CALL = /^(?:(?:base|glue|stringr)::)?(c|list|paste|paste0|str_c|sprintf|glue|I)[ \t]*\(/

/**
 * The strings that an expression of R gives, as far as they can be told without running it: a string, or those in `c()`,
 * `paste()` and their kin. Strings that are pasted together with nothing else between them are one.
 */
export function rStrings(expression: string, start = 0): RString[] {
  const literal = readLiteral(expression)
  if (literal) return [shifted(literal, start)]
  const call = CALL.exec(expression)
  if (!call || !expression.endsWith(')')) return []
  const from = call[0].length
  const parts = partsOf(expression.slice(from, -1)).filter(({ value }) => !/^[A-Za-z.][\w.]*[ \t]*=(?!=)/.test(value))
  const strings = parts.map(({ value, start: at }) => {
    const found = readLiteral(value)
    return found && shifted(found, start + from + at)
  })
  const known = strings.filter(found => found !== undefined)
  const separator = JOINS.get(call[1]!)
  return separator === undefined || known.length < strings.length || known.length < 2
    ? known
    : [joined(known, separator)]
}

const JOINS: ReadonlyMap<string, string> = new Map([
  ['paste', ' '],
  ['paste0', ''],
  ['str_c', ''],
])

const shifted = ({ value, offsets }: RString, by: number): RString => ({
  value,
  offsets: offsets.map(offset => offset + by),
})

/** What is put between two strings stands where the first of them ends. */
function joined(strings: readonly RString[], separator: string): RString {
  const offsets: number[] = []
  for (const [index, string] of strings.entries()) {
    const last = offsets.at(-1)
    if (index > 0)
      for (let unit = 0; unit < separator.length; unit++) offsets.push((last ?? string.offsets[0] ?? 0) + 1)
    offsets.push(...string.offsets)
  }
  return { value: strings.map(({ value }) => value).join(separator), offsets }
}

/** A string that is the whole of an expression: `"…"`, `'…'` with escapes, or raw, `r"(…)"`. */
function readLiteral(expression: string): RString | undefined {
  const raw = /^[rR](["'])(-*)([([{])/.exec(expression)
  if (raw) {
    const closing = `${CLOSING[raw[3]!]}${raw[2]}${raw[1]}`
    const end = expression.indexOf(closing, raw[0].length)
    if (end < 0 || end + closing.length !== expression.length) return undefined
    return plain(expression.slice(raw[0].length, end), raw[0].length)
  }
  const quote = expression[0]
  if (quote !== '"' && quote !== "'") return undefined
  let value = ''
  const offsets: number[] = []
  const add = (units: string, offset: number): void => {
    value += units
    for (let unit = 0; unit < units.length; unit++) offsets.push(offset)
  }
  for (let index = 1; index < expression.length; ) {
    const character = expression[index]!
    if (character === quote) return index === expression.length - 1 ? { value, offsets } : undefined
    if (character !== '\\') {
      add(character, index++)
      continue
    }
    const [units, width] = readEscape(expression, index)
    add(units, units === expression[index + 1] ? index + 1 : index)
    index += width
  }
  return undefined
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

const plain = (value: string, start: number): RString => ({
  value,
  offsets: Array.from({ length: value.length }, (_, index) => start + index),
})

const NAMED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: ' ', b: ' ', f: ' ', v: ' ', '0': ' ' }

/** What a backslash and what follows it stand for, and how long they are (R's help page on `Quotes`). */
function readEscape(text: string, index: number): readonly [string, number] {
  const code = /^\\(?:x([\da-fA-F]{1,2})|[uU](?:\{([\da-fA-F]{1,8})\}|([\da-fA-F]{1,8})))/.exec(
    text.slice(index, index + 12),
  )
  if (code) {
    const digits = code[1] ?? code[2] ?? (text[index + 1] === 'u' ? code[3]!.slice(0, 4) : code[3]!)
    const width = code[3] === undefined ? code[0].length : 2 + digits.length
    const point = Number.parseInt(digits, 16)
    return [point <= 0x10ffff ? String.fromCodePoint(point) : ' ', width]
  }
  const next = text[index + 1] ?? ''
  return [NAMED[next] ?? next, 2]
}
